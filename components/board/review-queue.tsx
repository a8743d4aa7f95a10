import { useState } from 'react';
import type {
  PromptOffer,
  ReviewedPrompt,
  ReviewedWorkflow,
} from '../../lib/contract/hub/sharing.ts';
import { boardLibrary } from '../../lib/i18n/board-library.ts';
import { instantWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { SentText } from '../prompts/share-preview.tsx';
import { TextDiff } from '../prompts/text-diff.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextArea } from '../ui/field.tsx';
import { WaitingWorkflow, type TakenPrompts } from './waiting-workflow.tsx';
import './board.css';
import './library.css';

/** What waits for a champion's answer. */
export interface QueueView {
  /** Prompts with an open, submitted text, oldest first. */
  readonly prompts: readonly ReviewedPrompt[];
  /** Proposed on their own, not along with a prompt of the queue. */
  readonly workflows: readonly ReviewedWorkflow[];
  /** The prompts that come along with them. */
  readonly offers: readonly PromptOffer[];
  /** All of the department's, for the names. */
  readonly known: readonly ReviewedWorkflow[];
  /** False for advisors, who read along. */
  readonly canDecide: boolean;
  /** Id of what waits for the hub. */
  readonly busy: string | undefined;
}

/** What can be answered. */
export interface QueueDeeds {
  readonly onApprove: (prompt: ReviewedPrompt, version: number) => void;
  readonly onReturn: (prompt: ReviewedPrompt, version: number, word: string) => void;
  readonly onAccept: (workflow: ReviewedWorkflow, prompts: TakenPrompts) => void;
  readonly onDecline: (workflow: ReviewedWorkflow) => void;
}

/** The review queue: each text as it was sent, a new version beside the one in use, and two answers. */
export function ReviewQueue({
  view,
  language,
  deeds,
}: {
  readonly view: QueueView;
  readonly language: Language;
  readonly deeds: QueueDeeds;
}) {
  const t = boardLibrary[language];
  const { prompts, workflows, canDecide } = view;
  return (
    <Card title={t.queue}>
      {prompts.length + workflows.length === 0 ? (
        <EmptyState title={t.queueNone}>{t.queueNoneLead}</EmptyState>
      ) : (
        <>
          {!canDecide && <p className="board-soft">{t.queueAdvisor}</p>}
          <ul className="board-queue">
            {prompts.map((prompt) => (
              <WaitingPrompt key={prompt.id} {...{ prompt, view, language, deeds }} />
            ))}
            {workflows.map((workflow) => (
              <WaitingWorkflow
                key={workflow.id}
                {...{ workflow, canDecide, language }}
                offer={view.offers.find(({ workflowId }) => workflowId === workflow.id)}
                busy={view.busy === workflow.id}
                onAccept={(taken) => deeds.onAccept(workflow, taken)}
                onDecline={() => deeds.onDecline(workflow)}
              />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

interface Given {
  readonly view: QueueView;
  readonly language: Language;
  readonly deeds: QueueDeeds;
}

function WaitingPrompt({ prompt, view, language, deeds }: Given & { prompt: ReviewedPrompt }) {
  const t = boardLibrary[language];
  const [isReturning, setReturning] = useState(false);
  const { open, inUse } = prompt;
  if (open === undefined) return undefined;
  const { title } = open.text;
  const workflow = view.known.find(({ id }) => id === prompt.workflowId);
  const busy = view.busy === prompt.id;
  return (
    <li>
      <p className="board-soft">
        {open.author === undefined ? t.fromNobody : t.from(open.author)}
        {language === 'ja' ? '、' : ', '}
        {t.at(instantWords(open.submittedAt, language))}
      </p>
      {workflow?.state === 'registered' && <p>{t.serves(workflow.name)}</p>}
      {workflow?.state === 'proposed' && <p>{t.proposes(workflow.name)}</p>}
      {inUse !== undefined && <p>{t.newVersion}</p>}
      <SentText text={open.text} language={language} />
      {inUse !== undefined && (
        <TextDiff before={inUse.text} after={open.text} sides="review" language={language} />
      )}
      {view.canDecide && (
        <>
          <p className="board-soft">{t.check}</p>
          {isReturning ? (
            <ReturnForm
              {...{ language, busy }}
              onSend={(word) => deeds.onReturn(prompt, open.version, word)}
              onCancel={() => setReturning(false)}
            />
          ) : (
            <div className="board-presses">
              <Button
                busy={busy}
                icon="check"
                aria-label={t.approveNamed(title)}
                onClick={() => deeds.onApprove(prompt, open.version)}
              >
                {t.approve}
              </Button>
              <Button
                variant="plain"
                aria-label={t.returnNamed(title)}
                onClick={() => setReturning(true)}
              >
                {t.return}
              </Button>
            </div>
          )}
        </>
      )}
    </li>
  );
}

function ReturnForm({
  language,
  busy,
  onSend,
  onCancel,
}: {
  readonly language: Language;
  readonly busy: boolean;
  readonly onSend: (word: string) => void;
  readonly onCancel: () => void;
}) {
  const t = boardLibrary[language];
  const [word, setWord] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = word.trim() === '';
  return (
    <form
      className="board-stack"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isMissing && !busy) onSend(word.trim());
      }}
    >
      <TextArea
        label={t.word}
        hint={t.wordHint}
        error={tried && isMissing ? t.wordMissing : undefined}
        value={word}
        rows={3}
        maxLength={500}
        // The person pressed to write it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={setWord}
      />
      <div className="board-presses">
        <Button type="submit" busy={busy}>
          {t.returnSend}
        </Button>
        <Button variant="plain" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
