import { addDays, mondayOf, monthOf, weekOf, type DayKey, type WeekKey } from './day.ts';
import { goalReached } from './department-change.ts';
import type { Shares } from './programme.ts';
import type { Figure } from './released.ts';

/** A month after the exit test, by the last of its weeks that ended in it. */
export interface WatchedMonth {
  /** `2026-11`. */
  readonly month: string;
  readonly week: WeekKey;
  readonly share: Figure | undefined;
  /** As `goalReached`; absent when no share or goal was told. */
  readonly reached?: 'yes' | 'no' | 'unknown' | undefined;
}

/** What is watched once the exit test was passed (METRICS.md M14). */
export interface ProgrammeWatch {
  /** The months that are over, oldest first, twelve at most. */
  readonly months: readonly WatchedMonth[];
  /** The share was under the goal, for sure, in the last two of them. */
  readonly alarm: boolean;
}

const MOST_MONTHS = 12;
const ALARM_MONTHS = 2;

/**
 * The watch after the exit test: each month from the first that began after `passedOn`, once a month, and an alarm when the
 * share was under the goal in two of them in a row. A month the floor tells nothing of breaks the row.
 */
export function watchAfter(input: {
  readonly passedOn: DayKey;
  readonly today: DayKey;
  readonly goal: number | undefined;
  readonly shares: Shares;
}): ProgrammeWatch {
  const { passedOn, today, goal, shares } = input;
  const lastSundays = new Map<string, DayKey>();
  for (let sunday = addDays(mondayOf(passedOn), 6); sunday < today; sunday = addDays(sunday, 7)) {
    const month = monthOf(sunday);
    if (month > monthOf(passedOn) && month < monthOf(today)) lastSundays.set(month, sunday);
  }
  const months = [...lastSundays].slice(-MOST_MONTHS).map(([month, sunday]): WatchedMonth => {
    const week = weekOf(sunday);
    const share = shares.get(week);
    return { month, week, share, reached: share && goalReached(share, goal, 'share') };
  });
  const latest = months.slice(-ALARM_MONTHS);
  return {
    months,
    alarm: latest.length === ALARM_MONTHS && latest.every(({ reached }) => reached === 'no'),
  };
}

/**
 * The months of the alarm that rings, from the first of the row on, `2026-11`: the first names the alarm, so that a row that
 * goes on rings once. Empty when none rings, and when the row began before the months that are told.
 */
export function alarmSince({
  months,
  alarm,
}: {
  readonly months: readonly Pick<WatchedMonth, 'month' | 'reached'>[];
  readonly alarm: boolean;
}): string[] {
  if (!alarm) return [];
  const before = months.findLastIndex(({ reached }) => reached !== 'no');
  return before === -1 && months.length === MOST_MONTHS
    ? []
    : months.slice(before + 1).map(({ month }) => month);
}
