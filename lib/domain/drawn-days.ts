import type { DayKey } from './day.ts';
import type { DayState, LineDay } from './line.ts';

/** A day of a department's line as it is drawn; `blank` before its first day, which is neither a day of use nor a day off. */
export interface DrawnDay {
  readonly day: DayKey;
  readonly state: DayState | 'blank';
}

/**
 * The days, oldest first, blank before the first on which enough were due for the line to be told (METRICS.md M7): until then
 * there was no department to be off. All blank where there is none.
 */
export function sinceBeginning(days: readonly LineDay[]): DrawnDay[] {
  const first = days.findIndex(({ state }) => state !== 'off');
  return days.map(({ day, state }, index) =>
    first === -1 || index < first ? { day, state: 'blank' } : { day, state },
  );
}
