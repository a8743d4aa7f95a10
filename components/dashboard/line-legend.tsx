import { dashboard } from '../../lib/i18n/dashboard.ts';
import type { Language } from '../../lib/i18n/language.ts';
import type { DayState } from '../../lib/domain/line.ts';
import { addDays, type DayKey } from '../../lib/domain/day.ts';
import type { LineMark } from '../line/layout.ts';
import { Line } from '../line/line.tsx';
import './year.css';

const FIRST = '2026-01-05' as DayKey;

/** One state between two kept days, drawn by the same code as the line itself so that the two never differ. */
const SAMPLES: readonly (readonly [DayState, readonly DayState[]])[] = [
  ['kept', ['kept']],
  ['selfReported', ['selfReported']],
  ['open', ['open']],
  ['missed', ['kept', 'missed', 'kept']],
  ['repaired', ['kept', 'repaired', 'kept']],
  ['off', ['kept', 'off', 'off', 'kept']],
];

const WORDS = {
  kept: 'legendKept',
  selfReported: 'legendSelf',
  open: 'legendOpen',
  missed: 'legendMissed',
  repaired: 'legendRepaired',
  off: 'legendOff',
} as const;

/** What the marks of a line mean, each with its drawing. */
export function LineLegend({ language }: { readonly language: Language }) {
  const t = dashboard[language];
  return (
    <ul className="year-legend" aria-label={t.legend}>
      {SAMPLES.map(([state, states]) => (
        <li key={state}>
          <span aria-hidden="true">
            <Line marks={sample(states)} size="small" language={language} />
          </span>
          {t[WORDS[state]]}
        </li>
      ))}
    </ul>
  );
}

function sample(states: readonly DayState[]): LineMark[] {
  return states.map((state, index) => ({ day: addDays(FIRST, index), state }));
}
