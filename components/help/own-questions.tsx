import type { ShownQuestion } from '../../lib/app/help-questions.ts';
import { instantWords } from '../../lib/i18n/day-words.ts';
import { help } from '../../lib/i18n/help.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tag } from '../ui/tag.tsx';
import './help.css';

interface Deeds {
  readonly onSettle: (question: ShownQuestion) => void;
  readonly onWithdraw: (question: ShownQuestion) => void;
}

interface Given extends Deeds {
  readonly language: Language;
  /** Name of a piece of work; undefined when it is not known here. */
  readonly nameOf: (workflowId: string) => string | undefined;
  /** Id of the question that waits for the hub. */
  readonly busy: string | undefined;
}

/** One's questions with their answers, newest first; settled ones fold away. */
export function OwnQuestions({
  questions,
  ...given
}: Given & { readonly questions: readonly ShownQuestion[] }) {
  const t = help[given.language];
  const running = questions.filter(({ state }) => state !== 'closed');
  const earlier = questions.filter(({ state }) => state === 'closed');
  return (
    <Card title={t.own}>
      {questions.length === 0 && <EmptyState title={t.ownNone}>{t.ownNoneLead}</EmptyState>}
      {running.length > 0 && (
        <ul className="help-questions">
          {running.map((question) => (
            <Question key={question.id} question={question} {...given} />
          ))}
        </ul>
      )}
      {earlier.length > 0 && (
        <details className="help-earlier">
          <summary>{t.earlier(earlier.length)}</summary>
          <ul className="help-questions">
            {earlier.map((question) => (
              <Question key={question.id} question={question} {...given} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function Question({
  question,
  language,
  nameOf,
  busy,
  onSettle,
  onWithdraw,
}: Given & { readonly question: ShownQuestion }) {
  const t = help[language];
  const { text, workflowId, named, askedAt, state, answer } = question;
  const work = workflowId === undefined ? undefined : nameOf(workflowId);
  const about = [
    t.asked(instantWords(askedAt, language)),
    ...(work === undefined ? [] : [t.about(work)]),
    ...(named ? [] : [t.withoutName]),
  ];
  const isBusy = busy === question.id;
  const [start] = text.split('\n', 1);
  return (
    <li>
      <p className="help-text help-question">{text}</p>
      <p className="help-soft">{about.join(language === 'ja' ? '　' : ' · ')}</p>
      <p>
        <Tag tone={state === 'answered' ? 'due' : 'plain'}>{t[`state_${state}`]}</Tag>
      </p>
      {answer !== undefined && (
        <div className="help-answer">
          <p className="help-soft">
            {t[`by_${answer.by}`]}
            {language === 'ja' ? '　' : ' · '}
            {instantWords(answer.at, language)}
          </p>
          <p className="help-text">{answer.text}</p>
        </div>
      )}
      {state !== 'closed' && (
        <div className="help-presses">
          {state === 'answered' && (
            <Button
              size="small"
              icon="check"
              busy={isBusy}
              aria-label={t.settleNamed(start ?? text)}
              onClick={() => onSettle(question)}
            >
              {t.settle}
            </Button>
          )}
          {state !== 'answered' && (
            <Button
              size="small"
              variant="plain"
              busy={isBusy}
              aria-label={t.withdrawNamed(start ?? text)}
              onClick={() => onWithdraw(question)}
            >
              {t.withdraw}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
