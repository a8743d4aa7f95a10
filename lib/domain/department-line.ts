import { dayOfEpoch, epochDay, type DayKey } from './day.ts';
import { countLine, type DayState, type Line, type LineDay } from './line.ts';

/** METRICS.md M7's default: half of the members scheduled that day. */
export const DEFAULT_DEPARTMENT_TARGET = 0.5;

/** METRICS.md M5's default for weeks, which departments share. */
export const DEFAULT_WEEKLY_GOAL = 3;

/**
 * A department's days, oldest first without gaps: how many of its members were scheduled, and how many of those had a
 * visit-day. `scheduled` reaches to the Sunday after today, because a running week is judged with its days to come.
 */
export interface DepartmentDays {
  readonly from: DayKey;
  readonly scheduled: ArrayLike<number>;
  readonly visited: ArrayLike<number>;
}

/** A department's line: a person's without strength and without repairs. */
export type DepartmentLine = Omit<Line, 'strength'>;

/** What a department's line is computed from. */
export interface DepartmentLineInput {
  readonly days: DepartmentDays;
  /** The line's last day, at the latest `today`. */
  readonly until: DayKey;
  /** The day that is still open when it is not kept. */
  readonly today: DayKey;
  /** Kept days that keep a week (M5), 1–7. */
  readonly weeklyGoal: number;
  /** Visitors that keep a day by how many were scheduled (more than 0); undefined makes it a day off. */
  readonly needed: (scheduled: number) => number | undefined;
}

/**
 * Members with a visit-day that a department's day needs (METRICS.md M7): the target's share of those scheduled, rounded
 * up, at least one. The target is 0–1.
 */
export function visitorsNeeded(scheduled: number, target: number): number {
  // 0.55 × 20 is 11.000000000000002 in binary and must not ask for a twelfth.
  return Math.max(1, Math.ceil(scheduled * target - 1e-9));
}

/**
 * A department's line (METRICS.md M7): a day is kept by enough of those scheduled, absent people leave the denominator,
 * nobody scheduled is a day off, today is open until kept. Pure; days and weeks run as a person's without repair.
 */
export function departmentLine(input: DepartmentLineInput): DepartmentLine {
  const { days, until, weeklyGoal, needed } = input;
  const first = epochDay(days.from);
  const history: LineDay[] = [];
  for (let day = first; day <= epochDay(until); day += 1) {
    history.push({ day: dayOfEpoch(day), state: stateOf(input, day - first, day) });
  }
  const calendar = {
    dayOff: () => undefined,
    isScheduled: (day: DayKey) => {
      const scheduled = days.scheduled[epochDay(day) - first] ?? 0;
      return scheduled > 0 && needed(scheduled) !== undefined;
    },
  };
  return countLine({ calendar, today: until, weeklyGoal }, history);
}

function stateOf(input: DepartmentLineInput, index: number, day: number): DayState {
  const { days, today, needed } = input;
  const scheduled = days.scheduled[index] ?? 0;
  const visitors = scheduled > 0 ? needed(scheduled) : undefined;
  if (visitors === undefined) return 'off';
  if ((days.visited[index] ?? 0) >= visitors) return 'kept';
  return day >= epochDay(today) ? 'open' : 'missed';
}
