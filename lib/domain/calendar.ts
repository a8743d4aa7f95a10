import type { DayKey, Weekday } from './day.ts';

/** Days off in a row, both ends included; `name` is what the person called it (お盆). */
export interface DaysOff {
  readonly from: DayKey;
  readonly to: DayKey;
  readonly name?: string | undefined;
}

/** What decides which days are scheduled days (METRICS.md M4). */
export interface CalendarRules {
  /** `JP` has national holidays built in; every other country takes them from imported closures. */
  readonly country: string;
  /** Working weekdays; Monday to Friday by default. */
  readonly weekdays: readonly Weekday[];
  /** Company closures (お盆, 年末年始) and holidays imported from a calendar file. */
  readonly closures: readonly DaysOff[];
  /** The person's own leave. */
  readonly leave: readonly DaysOff[];
}
