import type { WeekKey } from './day.ts';
import { departmentInWeek, spansByMember, type Stay, type StaySpan } from './stay.ts';
import { weekNumber, weekOfEpoch } from './week-number.ts';

/** Why a department has no numbers of its own in a week. */
export type GroupedBecause = 'fewerThanFloor' | 'complementary';

/** Departments whose numbers are counted as one in a week: one by itself, or the hidden ones together (その他). */
export interface Group {
  readonly kind: 'department' | 'other';
  /** Ascending. */
  readonly departmentIds: readonly string[];
  /** Whether it is large enough to be shown. */
  readonly shown: boolean;
}

/** Which departments are counted together, week by week, decided by who belongs where and by nothing anybody did. */
export interface GroupPlan {
  /** All groups of a numbered week; together they hold every member once. */
  groups(week: number): readonly Group[];
  /** A department's group; undefined when nobody belonged to it that week or the week is not planned. */
  groupOf(departmentId: string, week: number): Group | undefined;
  /** Why a department is not shown alone. */
  whyGrouped(departmentId: string, week: number): GroupedBecause | undefined;
  /** Whether the department was shown alone in each of so many weeks up to and including one. */
  aloneFor(departmentId: string, week: number, weeks: number): boolean;
}

interface WeekPlan {
  readonly groups: readonly Group[];
  /** The same by department: a thousand of them each ask for many weeks. */
  readonly groupOf: ReadonlyMap<string, Group>;
  readonly why: ReadonlyMap<string, GroupedBecause>;
}

const NOTHING: WeekPlan = { groups: [], groupOf: new Map(), why: new Map() };

/**
 * The groups of every week up to `until` (METRICS.md P). Departments of fewer than `minimum` members go into Other. A
 * single such one would be what is missing from any total, so the smallest shown department joins it, and stays joined
 * while it has to: changing the partner from week to week would let the weeks be subtracted from each other. `since` is
 * the first planned week; earlier ones were released under other rules and are not released again.
 */
export function planGroups(input: {
  readonly stays: Iterable<Stay>;
  readonly until: WeekKey;
  readonly minimum: number;
  readonly since?: WeekKey | undefined;
}): GroupPlan {
  const members = [...spansByMember(input.stays).values()];
  const last = weekNumber(input.until);
  const first = firstWeek(members, input.since, last);
  const plans: WeekPlan[] = [];
  let partner: string | undefined;
  for (const sizes of sizesByWeek(members, first, last)) {
    partner = partnerOf(sizes, input.minimum, partner);
    plans.push(planWeek(sizes, input.minimum, partner));
  }
  const at = (week: number): WeekPlan => plans[week - first] ?? NOTHING;
  const groupOf = (departmentId: string, week: number): Group | undefined =>
    at(week).groupOf.get(departmentId);
  const isAlone = (departmentId: string, week: number): boolean => {
    if (week < first) return input.since === undefined;
    const group = groupOf(departmentId, week);
    // Nobody there, or an Other too small to be shown: nothing was told that could be subtracted.
    return group === undefined || group.kind === 'department' || !group.shown;
  };
  return {
    groups: (week) => at(week).groups,
    groupOf,
    whyGrouped: (departmentId, week) => at(week).why.get(departmentId),
    aloneFor: (departmentId, week, weeks) =>
      Array.from({ length: weeks }, (_, back) => week - back).every((each) =>
        isAlone(departmentId, each),
      ),
  };
}

function firstWeek(
  members: readonly (readonly StaySpan[])[],
  since: WeekKey | undefined,
  last: number,
): number {
  let from = Infinity;
  for (const spans of members) for (const span of spans) from = Math.min(from, span.from);
  const begun = from === Infinity ? last : weekOfEpoch(from);
  return since === undefined ? begun : Math.max(begun, weekNumber(since));
}

/** Members by department for each week from the first to the last; most people stay, so only who comes and goes is looked at. */
function sizesByWeek(
  members: readonly (readonly StaySpan[])[],
  first: number,
  last: number,
): Map<string, number>[] {
  const length = Math.max(0, last - first + 1);
  const steps = Array.from({ length: length + 1 }, (): [string, number][] => []);
  const movers: (readonly StaySpan[])[] = [];
  for (const spans of members) {
    const [span] = spans;
    if (span === undefined || spans.length > 1) {
      movers.push(spans);
      continue;
    }
    const from = Math.max(weekOfEpoch(span.from), first);
    const to = Math.min(weekOfEpoch(span.to), last);
    if (from > to) continue;
    steps[from - first]?.push([span.departmentId, 1]);
    steps[to - first + 1]?.push([span.departmentId, -1]);
  }
  const staying = new Map<string, number>();
  return Array.from({ length }, (_, index) => {
    for (const [id, step] of steps[index] ?? []) add(staying, id, step);
    const sizes = new Map(staying);
    for (const spans of movers) {
      const department = departmentInWeek(spans, first + index);
      if (department !== undefined) add(sizes, department, 1);
    }
    return sizes;
  });
}

/** A department of nobody is none. */
function add(sizes: Map<string, number>, id: string, step: number): void {
  const size = (sizes.get(id) ?? 0) + step;
  if (size === 0) sizes.delete(id);
  else sizes.set(id, size);
}

/** The department that hides beside a single small one: last week's while it can, else the smallest large one. */
function partnerOf(
  sizes: ReadonlyMap<string, number>,
  minimum: number,
  before: string | undefined,
): string | undefined {
  const large = [...sizes].filter(([, size]) => size >= minimum);
  if (sizes.size - large.length !== 1) return undefined;
  if (before !== undefined && (sizes.get(before) ?? 0) >= minimum) return before;
  return large.toSorted(([a, left], [b, right]) => left - right || (a < b ? -1 : 1))[0]?.[0];
}

function planWeek(
  sizes: ReadonlyMap<string, number>,
  minimum: number,
  partner: string | undefined,
): WeekPlan {
  const why = new Map<string, GroupedBecause>();
  const groups: Group[] = [];
  let others = 0;
  for (const [id, size] of [...sizes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (size < minimum) why.set(id, 'fewerThanFloor');
    else if (id === partner) why.set(id, 'complementary');
    else groups.push({ kind: 'department', departmentIds: [id], shown: true });
    if (why.has(id)) others += size;
  }
  if (why.size > 0) {
    groups.push({ kind: 'other', departmentIds: [...why.keys()], shown: others >= minimum });
  }
  const groupOf = new Map(
    groups.flatMap((group) => group.departmentIds.map((id) => [id, group] as const)),
  );
  return { groups, groupOf, why };
}
