import type { Language } from '../../lib/i18n/language.ts';
import { lineWords } from '../../lib/i18n/line.ts';
import './line.css';

const LENGTH = 100;

/**
 * Habit strength (METRICS.md M6) as a small rising arc with its number. `value` is 0–100 as `computeLine` gives it;
 * shown rounded, and never full before it is.
 */
export function StrengthArc({
  value,
  language,
}: {
  readonly value: number;
  readonly language: Language;
}) {
  const shown = Math.floor(Math.min(100, Math.max(0, value)));
  return (
    <svg
      className="line-strength"
      viewBox="0 0 72 46"
      // An inline drawing cannot be an <img> and keep the page's colours.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label={lineWords[language].strength(shown)}
    >
      <path className="line-strength-track" d="M6 38a30 30 0 0 1 60 0" />
      {shown > 0 && (
        <path
          className="line-strength-arc"
          d="M6 38a30 30 0 0 1 60 0"
          pathLength={LENGTH}
          strokeDasharray={`${shown} ${LENGTH * 2}`}
        />
      )}
      <text className="line-strength-value" x="36" y="39">
        {shown}
      </text>
    </svg>
  );
}
