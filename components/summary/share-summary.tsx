import type { Language } from '../../lib/i18n/language.ts';
import { summary as strings } from '../../lib/i18n/summary.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import './summary.css';

/** Ways to hand one's summary on. Every one of them ends with the person: nothing is sent from here. */
export function ShareSummary({
  text,
  mailto,
  mailIsCut,
  address,
  language,
  onCopyText,
  onCopyHtml,
  onSaveEml,
}: {
  readonly text: string;
  readonly mailto: string;
  /** The link could not hold the whole text. */
  readonly mailIsCut: boolean;
  readonly address: string | undefined;
  readonly language: Language;
  readonly onCopyText: () => void;
  readonly onCopyHtml: () => void;
  readonly onSaveEml: () => void;
}) {
  const t = strings[language];
  return (
    <Card title={t.shareHeading}>
      <p className="summary-note">{t.shareLead}</p>
      <div className="summary-press">
        <Button icon="copy" onClick={onCopyText}>
          {t.copyText}
        </Button>
        <Button icon="copy" onClick={onCopyHtml}>
          {t.copyHtml}
        </Button>
        <ButtonLink icon="mail" href={mailto}>
          {t.mail}
        </ButtonLink>
        <Button icon="mail" onClick={onSaveEml}>
          {t.eml}
        </Button>
      </div>
      <ul className="summary-note">
        <li>{address === undefined ? t.mailNoAddress : t.mailHint(address)}</li>
        {mailIsCut && <li>{t.mailCut}</li>}
        <li>{t.emlHint}</li>
      </ul>
      <details className="summary-preview">
        <summary>{t.preview}</summary>
        <pre className="summary-text">{text}</pre>
      </details>
    </Card>
  );
}
