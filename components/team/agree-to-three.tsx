import type { Agreement } from '../../lib/contract/hub/people.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { team as strings } from '../../lib/i18n/team.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DrawnText } from '../ui/drawn-text.tsx';
import './team.css';

/** The member's own agreement to be shown in groups of three, and how it stands; nobody sees who else agreed. */
export function AgreeToThree({
  agreement: { agreed, holds },
  busy,
  language,
  onChange,
}: {
  readonly agreement: Agreement;
  readonly busy: boolean;
  readonly language: Language;
  readonly onChange: (agreed: boolean) => void;
}) {
  const t = strings[language];
  const state = holds ? t.agreeHolds : agreed ? t.agreeMine : t.agreeNot;
  return (
    <Card title={t.agreeHeading}>
      <p>
        <DrawnText>{t.agreeLead}</DrawnText>
      </p>
      <div className="team-agree">
        <p aria-live="polite">{state}</p>
        <Button busy={busy} onClick={() => onChange(!agreed)}>
          {agreed ? t.agreeUndo : t.agreeDo}
        </Button>
        <p className="team-soft">{t.agreeEnds}</p>
      </div>
    </Card>
  );
}
