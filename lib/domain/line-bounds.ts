import type { MeasuredDepartment, MemberWeek } from './department-facts.ts';
import { epochDay } from './day.ts';
import { mondayOfNumber } from './week-number.ts';

/**
 * How many of these people were active at least, as everybody can see from the departments' lines: a kept day had its
 * number of visitors. It matters only where the line and the number speak of different people (somebody was not
 * scheduled on the kept day, or several departments are counted as one): "four of nine were active this week" and
 * "Monday was kept by four of eight" together say that the ninth was not. 0 when the lines say nothing of the kind.
 */
export function lowestFromLines(
  departments: readonly MeasuredDepartment[],
  look: {
    /** The people of the number. */
    readonly people: readonly MemberWeek[];
    /** The last week and how many are looked at. */
    readonly number: number;
    readonly weeks: number;
    /** Visitors that keep a day of a department with this target. */
    readonly neededBy: (target: number) => (scheduled: number) => number | undefined;
  },
): number {
  const people = new Set(look.people.map(({ memberId }) => memberId));
  const to = mondayOfNumber(look.number) + 6;
  let sum = 0;
  for (const { days, scheduledOn, target } of departments) {
    const needed = look.neededBy(target);
    const first = epochDay(days.from);
    let low = 0;
    for (let day = Math.max(first, to - look.weeks * 7 + 1); day <= to; day += 1) {
      const visitors = needed(days.scheduled[day - first] ?? 0);
      if (visitors === undefined || (days.visited[day - first] ?? 0) < visitors) continue;
      const scheduled = scheduledOn(day);
      const outside = [...scheduled].filter((memberId) => !people.has(memberId)).length;
      const isSame = departments.length === 1 && outside === 0 && scheduled.size === people.size;
      if (!isSame) low = Math.max(low, visitors - outside);
    }
    sum += low;
  }
  return sum;
}
