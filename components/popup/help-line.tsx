import { help } from '../../lib/i18n/help.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { ButtonLink } from '../ui/button.tsx';

/** What the popup tells of questions. */
export interface PopupHelp {
  /** Answers that were not read. */
  readonly news: number;
  /** Questions that wait for this person. */
  readonly waiting: number;
}

/** A line where an answer came in, and one where somebody waits for this person's; nothing else, and no number on the icon. */
export function HelpLine({
  help: { news, waiting },
  language,
  href,
  boardHref,
}: {
  readonly help: PopupHelp;
  readonly language: Language;
  /** Where answers are read. */
  readonly href: string;
  /** Where questions are answered. */
  readonly boardHref: string;
}) {
  const t = help[language];
  if (news + waiting === 0) return undefined;
  return (
    <section className="popup-help">
      {news > 0 && (
        <p>
          <span>{t.popupAnswers(news)}</span>
          <ButtonLink size="small" href={href} target="_blank">
            {t.popupRead}
          </ButtonLink>
        </p>
      )}
      {waiting > 0 && (
        <p>
          <span>{t.popupWaiting(waiting)}</span>
          <ButtonLink size="small" href={boardHref} target="_blank">
            {t.popupAnswer}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}
