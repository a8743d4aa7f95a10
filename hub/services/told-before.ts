import type { Calendar } from '../../lib/domain/calendar.ts';
import { addDays, dayOfEpoch, epochDay, type DayKey } from '../../lib/domain/day.ts';
import type { DepartmentMeasure } from '../../lib/domain/department-measure.ts';
import type { DepartmentLine } from '../../lib/domain/department-line.ts';
import { countLine, type DayState, type LineDay } from '../../lib/domain/line.ts';
import type { Floor } from '../../lib/domain/privacy-floor.ts';
import type { Released, ReleasedLine } from '../../lib/domain/released.ts';
import { weekNumber } from '../../lib/domain/week-number.ts';
import type { ToldDay, ToldWeek } from '../repositories/told.ts';

/** What was told before, by department. */
export interface ToldIndex {
  /** By department and numbered week. */
  week(departmentId: string, week: number): ToldWeek | undefined;
  /** A department's days, oldest first without gaps; empty when nothing was kept. */
  days(departmentId: string): readonly ToldDay[];
}

/** Puts what was kept in order. */
export function indexTold(told: {
  readonly weeks: readonly ToldWeek[];
  readonly days: readonly ToldDay[];
}): ToldIndex {
  const weeks = new Map(told.weeks.map((each) => [`${each.departmentId} ${each.week}`, each]));
  const days = Map.groupBy(told.days, ({ departmentId }) => departmentId);
  return {
    week: (departmentId, week) => weeks.get(`${departmentId} ${week}`),
    days: (departmentId) => days.get(departmentId) ?? [],
  };
}

/** Length of a released line. */
const WINDOW_DAYS = 84;

/**
 * A floor that repeats what it told before: weeks and days that were kept (because a leaver's rows went, daily rows grew
 * old, or the floor was set anew) are shown as they were, whatever the remaining days would say now. Without it the
 * difference between two looks would be the person who left (METRICS.md P).
 */
export function rememberingFloor(
  floor: Floor,
  told: ToldIndex,
  departmentOf: (measure: DepartmentMeasure) => {
    readonly id: string;
    readonly calendar: Calendar;
  },
): Floor {
  return {
    ...floor,
    releaseFigures: (query) =>
      told.week(query.departmentId, weekNumber(query.week))?.figures ?? floor.releaseFigures(query),
    releaseReview: (query) =>
      told.week(query.departmentId, weekNumber(query.week))?.review ?? floor.releaseReview(query),
    releaseLine(measure, options) {
      const fresh = floor.releaseLine(measure, options);
      const { id, calendar } = departmentOf(measure);
      const kept = told.days(id);
      const first = kept[0];
      const last = kept.at(-1);
      if (!first || !last || fresh.hiddenBecause === 'fewerThanThree') return fresh;
      const until = fresh.line.days.at(-1)?.day ?? options.until;
      const history = joined(kept, until, (to) =>
        floor.releaseLine(measure, { ...options, until: to }),
      );
      const line = countLine(
        {
          calendar,
          today: until,
          weeklyGoal: options.weeklyGoal,
        },
        history,
      );
      return { ...fresh, line: line as Released<DepartmentLine> };
    },
  };
}

/** All of a line's days: those that were kept, then those that are computed still. */
function joined(
  kept: readonly ToldDay[],
  until: DayKey,
  release: (until: DayKey) => ReleasedLine,
): LineDay[] {
  const states = new Map<number, DayState>();
  const lastKept = kept.at(-1)?.day ?? 0;
  for (let to = until; epochDay(to) > lastKept; to = addDays(to, -WINDOW_DAYS)) {
    for (const { day, state } of release(to).line.days) states.set(epochDay(day), state);
  }
  for (const { day, state } of kept) states.set(day, state);
  return [...states]
    .filter(([day]) => day <= epochDay(until))
    .toSorted(([a], [b]) => a - b)
    .map(([day, state]) => ({ day: dayOfEpoch(day), state }));
}
