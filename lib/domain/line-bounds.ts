import { epochDay } from './day.ts';
import type { MeasuredDepartment, MemberWeek } from './department-facts.ts';
import { mondayOfNumber } from './week-number.ts';

/** What the lines tell of a number of people. */
export interface LineBounds {
  readonly low: number;
  readonly high: number;
}

/**
 * How many of these people were active at least and at most, as everybody can see from the departments' lines: a kept day
 * had its number of visitors, a missed one fewer. It matters only where lines and number speak of different people
 * (somebody was not scheduled on the day, or several departments are counted as one): "four of nine were active this
 * week" and "Monday was kept by four of eight" together say that the ninth was not. Use on days off is not in a line, so
 * `high` may be exceeded; who knows that nobody works at weekends knows `high`.
 */
export function boundsFromLines(
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
): LineBounds {
  const people = new Set(look.people.map(({ memberId }) => memberId));
  const bounds = departments.map((department) => {
    const own = department.week(look.number).filter(({ memberId }) => people.has(memberId)).length;
    const days = lineDays(department, { ...look, people });
    const areSame =
      departments.length === 1 &&
      days.every(({ inside, outside }) => outside === 0 && inside === people.size);
    const low = days.map(({ isKept, needed, outside }) => (isKept ? needed - outside : 0));
    const high = days.reduce((sum, { isKept, needed, inside }) => {
      return sum + (isKept ? inside : Math.min(inside, needed - 1));
    }, 0);
    return {
      low: areSame ? 0 : Math.max(0, ...low),
      // One department's missed days speak of its people alike.
      high: departments.length === 1 ? own : Math.min(own, high),
    };
  });
  return {
    low: bounds.reduce((sum, { low }) => sum + low, 0),
    high: bounds.reduce((sum, { high }) => sum + high, 0),
  };
}

interface LineDayCount {
  readonly isKept: boolean;
  readonly needed: number;
  /** Scheduled people who are among the number's, and who are not. */
  readonly inside: number;
  readonly outside: number;
}

/** The scheduled days of the weeks looked at; one that is drawn as a day off says nothing and allows anything. */
function lineDays(
  { days, scheduledOn, target }: MeasuredDepartment,
  look: Omit<Parameters<typeof boundsFromLines>[1], 'people'> & {
    readonly people: ReadonlySet<string>;
  },
): LineDayCount[] {
  const needed = look.neededBy(target);
  const first = epochDay(days.from);
  const to = mondayOfNumber(look.number) + 6;
  const counts: LineDayCount[] = [];
  for (let day = Math.max(first, to - look.weeks * 7 + 1); day <= to; day += 1) {
    const size = days.scheduled[day - first] ?? 0;
    if (size === 0) continue;
    const visitors = needed(size);
    const isKept = visitors !== undefined && (days.visited[day - first] ?? 0) >= visitors;
    let inside = 0;
    for (const memberId of scheduledOn(day)) if (look.people.has(memberId)) inside += 1;
    counts.push({ isKept, needed: visitors ?? size + 1, inside, outside: size - inside });
  }
  return counts;
}
