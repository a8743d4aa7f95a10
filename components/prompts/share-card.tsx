import { useState } from 'react';
import type { ShareRequest } from '../../lib/app/share-request.ts';
import type { SharedPrompt } from '../../lib/contract/hub/sharing.ts';
import type { SharedUse } from '../../lib/domain/shared-use.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { sharing } from '../../lib/i18n/sharing.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { SharePreview, type ShareChoice } from './share-preview.tsx';
import './prompts.css';

/** How a prompt of the person's own stands with the department. */
export interface ShareView {
  readonly department: string;
  /** The person's own submission, as the hub last told it. */
  readonly mine: SharedPrompt['mine'];
  /** The department has it, by somebody else: what is sent is a better text for it. */
  readonly improves: boolean;
  /** The text here differs from the one that was sent. */
  readonly isChanged: boolean;
  readonly use: SharedUse | undefined;
  /** The prompt's workflow; `proposed` when the department does not have it yet. */
  readonly workflow: { readonly name: string; readonly proposed: boolean } | undefined;
}

/** Sharing a prompt with the department: what would be sent, and where it stands. */
export function ShareCard({
  view,
  language,
  requestFor,
  busy,
  onShare,
  onWithdraw,
}: {
  readonly view: ShareView;
  readonly language: Language;
  /** What would be sent; undefined when it cannot be. */
  readonly requestFor: (choice: ShareChoice) => ShareRequest | undefined;
  readonly busy: boolean;
  /** Sends; true when it was taken. */
  readonly onShare: (choice: ShareChoice) => Promise<boolean>;
  readonly onWithdraw: () => void;
}) {
  const t = sharing[language];
  const [isOpen, setOpen] = useState(false);
  const { department, mine, improves, isChanged, workflow } = view;
  const start = { named: mine?.named ?? false, withWorkflow: true };
  const canShare = requestFor(start) !== undefined;
  const isNew = mine === undefined;
  return (
    <Card title={t.heading}>
      <div className="prompts-share">
        {isNew && <p>{improves ? t.improveLead(department) : t.lead(department)}</p>}
        {mine !== undefined && <Standing mine={mine} use={view.use} language={language} />}
        {mine !== undefined && isChanged && mine.state !== 'returned' && <p>{t.changed}</p>}
        {!canShare && <p className="prompts-none">{t.tooLong}</p>}
        <div className="prompts-foot">
          {canShare && (isNew || isChanged || mine.state === 'retired') && (
            <Button onClick={() => setOpen(true)}>{t.look}</Button>
          )}
          {(mine?.state === 'submitted' || mine?.state === 'returned') && (
            <Button variant="plain" busy={busy} onClick={onWithdraw}>
              {t.withdraw}
            </Button>
          )}
        </div>
      </div>
      <SharePreview
        // Each opening begins with what was chosen last.
        key={String(isOpen)}
        open={isOpen}
        {...{ language, department, start, workflow, requestFor, busy }}
        onClose={() => setOpen(false)}
        onSend={(choice) =>
          void onShare(choice).then((isTaken) => {
            if (isTaken) setOpen(false);
          })
        }
      />
    </Card>
  );
}

function Standing({
  mine,
  use,
  language,
}: {
  readonly mine: NonNullable<SharedPrompt['mine']>;
  readonly use: SharedUse | undefined;
  readonly language: Language;
}) {
  const t = sharing[language];
  const { state, word } = mine;
  return (
    <Notice
      tone={state === 'returned' ? 'attention' : state === 'approved' ? 'done' : 'info'}
      title={t[`state_${state}`]}
    >
      {word !== undefined && <p className="prompts-word">{word}</p>}
      <p>{t[`state_${state}Lead`]}</p>
      {use !== undefined && <p>{t.use(use.people, use.runs)}</p>}
    </Notice>
  );
}
