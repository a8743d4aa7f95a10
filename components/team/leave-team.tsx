import { useState } from 'react';
import type { Language } from '../../lib/i18n/language.ts';
import { team as strings } from '../../lib/i18n/team.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ChooseMany } from '../ui/choices.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import './team.css';

/** What came of leaving: done, or the hub could not be told. */
export type LeavingOutcome = 'left' | 'unreached' | 'failed';

/** Leaving the company, asked once more in a dialog; nothing of the person's own goes. */
export function LeaveTeam({
  language,
  onLeave,
}: {
  readonly language: Language;
  readonly onLeave: (how: { eraseNow: boolean; anyway: boolean }) => Promise<LeavingOutcome>;
}) {
  const t = strings[language];
  const [open, setOpen] = useState(false);
  const [eraseNow, setEraseNow] = useState(false);
  const [unreached, setUnreached] = useState(false);
  const [busy, setBusy] = useState(false);
  const leave = async (anyway: boolean) => {
    setBusy(true);
    const outcome = await onLeave({ eraseNow, anyway });
    setBusy(false);
    setUnreached(outcome === 'unreached');
    if (outcome !== 'unreached') setOpen(false);
  };
  return (
    <Card title={t.leaveTeamHeading}>
      <p>{t.leaveTeamLead}</p>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {t.leaveTeam}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t.leaveTeamTitle}
        closeLabel={t.close}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t.cancel}</Button>
            <Button variant="danger" busy={busy} onClick={() => void leave(unreached)}>
              {unreached ? t.leaveTeamAnyway : t.leaveTeamConfirm}
            </Button>
          </>
        }
      >
        <p>{t.leaveTeamLead}</p>
        <ChooseMany<'now'>
          legend={<span className="ui-hidden">{t.leaveTeamTitle}</span>}
          values={eraseNow ? ['now'] : []}
          options={[{ value: 'now', label: t.eraseNow }]}
          onChange={(values) => setEraseNow(values.length > 0)}
        />
        <div aria-live="polite">
          {unreached && <Notice tone="attention">{t.leaveTeamUnreached}</Notice>}
        </div>
      </Dialog>
    </Card>
  );
}
