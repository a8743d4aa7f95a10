import {
  addDays,
  dayRange,
  mondayOf,
  weekdayOf,
  type DayKey,
  type Weekday,
} from '../../lib/domain/day.ts';
import type { LineDay } from '../../lib/domain/line.ts';
import type { LineMark } from './layout.ts';

/** What a drawing of whole weeks is made from. */
export interface WindowInput {
  /** Days up to today, oldest first, as `computeLine` or `dayStates` gives them. */
  readonly days: readonly LineDay[];
  readonly today: DayKey;
  /** The first day of use: what lies before is blank paper. */
  readonly startedOn: DayKey;
  /** Weeks to draw, this one included. */
  readonly weeks: number;
  /** Whether a day to come is a scheduled day; Monday to Friday when not given. */
  readonly isScheduled?: ((day: DayKey) => boolean) | undefined;
}

/** Days of a drawing, and whether the line was already running when they begin. */
export interface LineWindow {
  readonly marks: readonly LineMark[];
  readonly entering: boolean;
}

/**
 * Whole weeks that end with this one, the rest of this week as days to come. Someone who began less than `weeks` weeks
 * ago sees the weeks from their first one on: the beginning of a line and the paper it will be drawn on.
 */
export function lineWindow(input: WindowInput): LineWindow {
  const { days, today, startedOn, weeks } = input;
  const isScheduled = input.isScheduled ?? ((day: DayKey) => weekdayOf(day) < (6 as Weekday));
  const states = new Map(days.map(({ day, state }) => [day, state]));
  // A visit-day before the first day (an import, a moved clock) belongs to the line too.
  const begins = days.find(({ day, state }) => day >= startedOn || state !== 'off')?.day;
  const beginning = begins !== undefined && begins < startedOn ? begins : startedOn;
  const usual = addDays(mondayOf(today), -7 * (weeks - 1));
  const latest = mondayOf(today);
  const first = mondayOf(beginning);
  const from = first > usual ? (first < latest ? first : latest) : usual;
  const marks = dayRange(from, addDays(from, weeks * 7 - 1)).map((day): LineMark => {
    if (day > today) return { day, state: isScheduled(day) ? 'ahead' : 'aheadOff' };
    if (day < beginning) return { day, state: 'blank' };
    return { day, state: states.get(day) ?? 'blank' };
  });
  return { marks, entering: isRunningBefore(days, from) };
}

function isRunningBefore(days: readonly LineDay[], from: DayKey): boolean {
  const before = days.filter(({ day, state }) => day < from && state !== 'off').at(-1);
  return before !== undefined && before.state !== 'missed' && before.state !== 'open';
}
