import { dayOfEpoch, type DayKey } from './day.ts';
import { departmentInWeek, spansByMember, type Stay } from './stay.ts';
import { mondayOfNumber, weekNumberOf } from './week-number.ts';

/** How much a shared prompt or workflow was used, as it may be told: at least so many people and runs. */
export interface SharedUse {
  readonly people: number;
  /** Absent where most of the runs would be one person's. */
  readonly runs?: number | undefined;
}

/** Who may be counted: the department's members, and the floor (METRICS.md P). */
export interface UseGroup {
  /** Members who count in the department in these weeks (`whoCounts`). */
  readonly members: number;
  /** Fewest people whose numbers are shown. */
  readonly minimum: number;
}

const WEEKS = 4;
const STEPS = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;
/** "At least" must leave so many who may not have run it, or it would say that everybody did. */
const MARGIN = 2;
/** How far off the largest part of a sum must stay for whoever holds the second largest; as `discloseMean`. */
const LEAST_REST = 0.2;

/**
 * The last four completed weeks that use is counted over, both ends included, as M10's: the next four begin where they end.
 * Weeks that slide would be told twice with one week and one person between them (docs/adr/0011-privacy-floor.md).
 */
export function useWindow(today: DayKey): { readonly from: DayKey; readonly to: DayKey } {
  const over = weekNumberOf(today) - 1;
  const last = over - ((over + 1) % WEEKS);
  return {
    from: dayOfEpoch(mondayOfNumber(last - WEEKS + 1)),
    to: dayOfEpoch(mondayOfNumber(last) + 6),
  };
}

/**
 * Who counts by department: everybody where they belonged in the last of the weeks. Who joins, moves or leaves afterwards
 * changes nothing that is told, or the difference between two looks would be what that one person did.
 */
export function whoCounts(stays: Iterable<Stay>, to: DayKey): Map<string, Set<string>> {
  const week = weekNumberOf(to);
  const groups = new Map<string, Set<string>>();
  for (const [memberId, spans] of spansByMember(stays)) {
    const departmentId = departmentInWeek(spans, week);
    if (departmentId === undefined) continue;
    groups.set(departmentId, (groups.get(departmentId) ?? new Set()).add(memberId));
  }
  return groups;
}

/**
 * What may be told of a thing's use (METRICS.md P), from the runs of each member that ran it; undefined under the floor.
 * Steps instead of counts, over weeks that are over: one person more or less moves a step only now and then, and then
 * tells little of anybody. The highest steps, which would speak of nearly everybody, are not told.
 */
export function tellUse(
  runsByMember: readonly number[],
  { members, minimum }: UseGroup,
): SharedUse | undefined {
  const runs = runsByMember.filter((count) => count > 0).toSorted((a, b) => b - a);
  const people = stepBelow(Math.min(runs.length, members - MARGIN), minimum);
  if (people === undefined || runs.length < minimum) return undefined;
  const sum = runs.reduce((total, count) => total + count, 0);
  const [largest = 0, second = 0] = runs;
  const isSpread = sum - largest - second >= largest * LEAST_REST;
  const told = isSpread ? stepBelow(sum, minimum) : undefined;
  return told === undefined ? { people } : { people, runs: told };
}

/** The highest step that a number reaches, the first being the floor itself. */
function stepBelow(value: number, minimum: number): number | undefined {
  return [minimum, ...STEPS.filter((step) => step > minimum)].findLast((step) => step <= value);
}
