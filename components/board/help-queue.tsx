import { useState } from 'react';
import { HELP_LIMITS, type AskedQuestion, type NewHowTo } from '../../lib/contract/hub/help.ts';
import { boardHelp } from '../../lib/i18n/board-help.ts';
import { instantWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextArea } from '../ui/field.tsx';
import { Tag } from '../ui/tag.tsx';
import { durationWords } from './help-clock.tsx';
import { HowToForm } from './how-tos.tsx';
import './board.css';
import './library.css';

/** What can be done with a question; each resolves to whether the hub took it. */
export interface HelpDeeds {
  readonly onAnswer: (question: AskedQuestion, text: string) => Promise<boolean>;
  readonly onClose: (question: AskedQuestion) => void;
  readonly onPublish: (howTo: NewHowTo) => Promise<boolean>;
}

interface Given {
  readonly language: Language;
  readonly deeds: HelpDeeds;
  /** Id of the question that waits for the hub. */
  readonly busy: string | undefined;
}

/** Questions that wait, oldest first, each with its answer to write. */
export function HelpQueue({
  questions,
  isAdvisor,
  ...given
}: Given & {
  readonly questions: readonly AskedQuestion[];
  /** Sees what came late, and no name. */
  readonly isAdvisor: boolean;
}) {
  const t = boardHelp[given.language];
  return (
    <Card title={t.queue}>
      {questions.length === 0 ? (
        <EmptyState title={t.queueNone}>
          {isAdvisor ? t.queueNoneAdvisor : t.queueNoneLead}
        </EmptyState>
      ) : (
        <>
          {isAdvisor && <p className="board-soft">{t.advisorNote}</p>}
          <ul className="board-queue">
            {questions.map((question) => (
              <li key={question.id}>
                <QuestionHead question={question} language={given.language} />
                <AnswerForm question={question} {...given} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

/** What was answered in four weeks, newest first: to be put better, or made a how-to. */
export function AnsweredQuestions({
  questions,
  ...given
}: Given & { readonly questions: readonly AskedQuestion[] }) {
  const t = boardHelp[given.language];
  return (
    <Card title={t.past}>
      {questions.length === 0 ? (
        <p className="board-soft">{t.pastNone}</p>
      ) : (
        <ul className="board-queue">
          {questions.map((question) => (
            <Answered key={question.id} question={question} {...given} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function QuestionHead({
  question,
  language,
}: {
  readonly question: AskedQuestion;
  readonly language: Language;
}) {
  const t = boardHelp[language];
  const { text, name, askedAt, workflowName, waitedMinutes, late } = question;
  const facts = [
    name === undefined ? t.nameless : t.from(name),
    t.at(instantWords(askedAt, language)),
    ...(workflowName === undefined ? [] : [t.about(workflowName)]),
    t.waited(durationWords(waitedMinutes, language)),
  ];
  return (
    <>
      <p className="board-prose board-row-name">{text}</p>
      <p className="board-soft">{facts.join(language === 'ja' ? '　' : ' · ')}</p>
      {late && question.state === 'open' && (
        <p>
          <Tag tone="due">{t.isLate}</Tag>
        </p>
      )}
    </>
  );
}

function AnswerForm({
  question,
  language,
  deeds,
  busy,
  onDone,
}: Given & { readonly question: AskedQuestion; readonly onDone?: (() => void) | undefined }) {
  const t = boardHelp[language];
  const { id, state, answer } = question;
  const [text, setText] = useState(answer?.text ?? '');
  const [tried, setTried] = useState(false);
  const isMissing = text.trim() === '';
  const send = async () => {
    setTried(true);
    if (isMissing || busy !== undefined) return;
    if (await deeds.onAnswer(question, text.trim())) onDone?.();
  };
  return (
    <form
      className="board-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        label={t.answer}
        hint={t.answerHint}
        rows={3}
        maxLength={HELP_LIMITS.answer}
        value={text}
        error={tried && isMissing ? t.answerMissing : undefined}
        onChange={setText}
      />
      <div className="board-presses">
        <Button type="submit" variant="primary" busy={busy === id}>
          {t.send}
        </Button>
        {state === 'open' && (
          <Button
            variant="plain"
            aria-label={t.closeNamed(startOf(question))}
            onClick={() => deeds.onClose(question)}
          >
            {t.close}
          </Button>
        )}
        {onDone !== undefined && (
          <Button variant="plain" onClick={onDone}>
            {t.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}

function Answered({
  question,
  language,
  deeds,
  busy,
}: Given & { readonly question: AskedQuestion }) {
  const t = boardHelp[language];
  const [doing, setDoing] = useState<'rewrite' | 'howTo'>();
  const { answer, state } = question;
  const done = () => setDoing(undefined);
  return (
    <li>
      <QuestionHead question={question} language={language} />
      <p className={answer === undefined ? 'board-soft' : 'board-prose'}>
        {answer?.text ?? t.talked}
      </p>
      {answer !== undefined && doing === undefined && (
        <div className="board-presses">
          <Button
            size="small"
            aria-label={t.makeHowToNamed(startOf(question))}
            onClick={() => setDoing('howTo')}
          >
            {t.makeHowTo}
          </Button>
          {state === 'answered' && (
            <Button
              size="small"
              variant="plain"
              aria-label={t.rewriteNamed(startOf(question))}
              onClick={() => setDoing('rewrite')}
            >
              {t.rewrite}
            </Button>
          )}
        </div>
      )}
      {doing === 'rewrite' && (
        <AnswerForm question={question} {...{ language, deeds, busy }} onDone={done} />
      )}
      {doing === 'howTo' && (
        <HowToForm
          from={{ text: answer?.text ?? '', workflowId: question.workflowId }}
          language={language}
          busy={busy === 'howTo'}
          onPublish={deeds.onPublish}
          onDone={done}
        />
      )}
    </li>
  );
}

/** Enough of a question to tell its buttons apart. */
function startOf({ text }: AskedQuestion): string {
  const [line = text] = text.split('\n', 1);
  return line;
}
