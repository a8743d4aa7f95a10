import type { SponsorMail } from '../../lib/contract/hub/sponsor.ts';
import { monthWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { sponsor } from '../../lib/i18n/sponsor.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import './board.css';
import './sponsor.css';

/** Stands for the living page in the choice of months. */
const NOW = 'now';

/** Which month is looked at: the living one, or one as it was sent. Nothing while none was. */
export function MonthChoice({
  sent,
  month,
  language,
  onMonth,
}: {
  readonly sent: SponsorMail['sent'];
  readonly month: string | undefined;
  readonly language: Language;
  readonly onMonth: (month: string | undefined) => void;
}) {
  const t = sponsor[language];
  if (sent.length === 0) return null;
  return (
    <Select<string>
      label={t.which}
      value={month ?? NOW}
      options={[
        { value: NOW, label: t.now },
        ...sent.map((each) => ({
          value: each,
          label: t.asSent(monthWords(each, language, true)),
        })),
      ]}
      onChange={(value) => onMonth(value === NOW ? undefined : value)}
    />
  );
}

/** Whether the month comes by mail, and the way to change it. */
export function SponsorMailState({
  mail,
  language,
  busy,
  onChange,
}: {
  readonly mail: SponsorMail;
  readonly language: Language;
  readonly busy: boolean;
  readonly onChange: (active: boolean) => void;
}) {
  const t = sponsor[language];
  if (!mail.hasAddress) return <p className="board-soft">{t.mailNoAddress}</p>;
  return (
    <div className="sponsor-mail board-screen-only">
      <p>{mail.active ? t.mailOn : t.mailOff}</p>
      <Button busy={busy} onClick={() => onChange(!mail.active)}>
        {mail.active ? t.mailStop : t.mailStart}
      </Button>
    </div>
  );
}
