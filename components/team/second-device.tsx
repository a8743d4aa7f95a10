import { instantWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { team as strings } from '../../lib/i18n/team.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DrawnText } from '../ui/drawn-text.tsx';
import { CopyLine } from './copy-line.tsx';
import './team.css';

/** A link for a second browser of the same person; made when asked for, shown until the page is left. */
export function SecondDevice({
  offer,
  busy,
  language,
  onMake,
  onCopy,
}: {
  readonly offer: { readonly link: string; readonly expiresAt: number } | undefined;
  readonly busy: boolean;
  readonly language: Language;
  readonly onMake: () => void;
  readonly onCopy: (text: string) => void;
}) {
  const t = strings[language];
  return (
    <Card title={t.deviceHeading}>
      <p>
        <DrawnText>{t.deviceLead}</DrawnText>
      </p>
      <div aria-live="polite">
        {offer !== undefined && (
          <CopyLine
            label={t.deviceLink}
            text={offer.link}
            hint={t.deviceUntil(instantWords(offer.expiresAt, language))}
            copyLabel={t.copy}
            onCopy={onCopy}
          />
        )}
      </div>
      <Button busy={busy} onClick={onMake}>
        {t.deviceMake}
      </Button>
    </Card>
  );
}
