import { useState } from 'react';
import type { PromptOffer, ReviewedWorkflow } from '../../lib/contract/hub/sharing.ts';
import { boardLibrary } from '../../lib/i18n/board-library.ts';
import { rhythmWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { SentText } from '../prompts/share-preview.tsx';
import { Button } from '../ui/button.tsx';
import { Switch } from '../ui/switch.tsx';

/** Prompts to take over with a workflow, in the versions that were read. */
export type TakenPrompts = readonly { readonly id: string; readonly version: number }[];

/**
 * A workflow that waits to become the department's. One that another department proposed shows every prompt that comes along
 * before there is anything to say yes to; each can be left out.
 */
export function WaitingWorkflow({
  workflow,
  offer,
  canDecide,
  busy,
  language,
  onAccept,
  onDecline,
}: {
  readonly workflow: ReviewedWorkflow;
  readonly offer: PromptOffer | undefined;
  readonly canDecide: boolean;
  readonly busy: boolean;
  readonly language: Language;
  readonly onAccept: (prompts: TakenPrompts) => void;
  readonly onDecline: () => void;
}) {
  const t = boardLibrary[language];
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const taken = (offer?.prompts ?? []).filter(({ id }) => !left.has(id));
  const words = taken.length === 0 ? t.accept : t.acceptWith(taken.length);
  const take = (id: string, isTaken: boolean) =>
    setLeft((before) => {
      const after = new Set(before);
      if (isTaken) after.delete(id);
      else after.add(id);
      return after;
    });
  return (
    <li>
      <p className="board-row-name">{t.proposed(workflow.name)}</p>
      <p className="board-soft">{rhythmWords(workflow.rhythm, language)}</p>
      {offer !== undefined && (
        <>
          <p>{t.offer(offer.from, offer.prompts.length)}</p>
          {canDecide && <p className="board-soft">{t.offerLead}</p>}
          {offer.prompts.map(({ id, text }) => (
            <div key={id} className="board-offered">
              <SentText text={text} language={language} />
              {canDecide && (
                <Switch
                  label={t.takeNamed(text.title)}
                  checked={!left.has(id)}
                  onChange={(isTaken) => take(id, isTaken)}
                />
              )}
            </div>
          ))}
        </>
      )}
      {canDecide && (
        <div className="board-presses">
          <Button
            busy={busy}
            icon="check"
            aria-label={t.acceptNamed(words, workflow.name)}
            onClick={() => onAccept(taken.map(({ id, version }) => ({ id, version })))}
          >
            {words}
          </Button>
          <Button variant="plain" aria-label={t.declineNamed(workflow.name)} onClick={onDecline}>
            {t.decline}
          </Button>
        </div>
      )}
    </li>
  );
}
