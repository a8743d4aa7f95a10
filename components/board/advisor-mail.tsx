import type { OwnMail } from '../../lib/contract/hub/channels.ts';
import { boardHelp } from '../../lib/i18n/board-help.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import './board.css';

/** Whether a department's waiting questions come to the advisor by mail, and the way to change it: also back from the link in a mail. */
export function AdvisorMail({
  mail,
  language,
  busy,
  onChange,
}: {
  readonly mail: OwnMail;
  readonly language: Language;
  readonly busy: boolean;
  readonly onChange: (active: boolean) => void;
}) {
  const t = boardHelp[language];
  return (
    <Card title={t.mail}>
      {mail.isReader ? (
        <div className="board-stack">
          <p>{mail.active ? t.mailOn : t.mailOff}</p>
          <div className="board-presses">
            <Button busy={busy} onClick={() => onChange(!mail.active)}>
              {mail.active ? t.mailStop : t.mailStart}
            </Button>
          </div>
        </div>
      ) : (
        <p className="board-soft">{t.mailNoAddress}</p>
      )}
    </Card>
  );
}
