import type { MemberWeek } from './department-facts.ts';
import type { Segment } from './segment.ts';

/** Members of whom something holds, out of how many. */
export interface Tally {
  readonly count: number;
  readonly of: number;
}

/** How far use reaches in a group (METRICS.md M9). */
export interface Reach {
  /** With a visit-day, of those with a scheduled day that week. */
  readonly weeklyActive: Tally;
  /** With a visit-day in the 28 days that end with the week. */
  readonly active28: Tally;
  /** Ever active: activation. An invite is a link without a name, so the invited are those who joined. */
  readonly activated: Tally;
  /** Active before, not in 28 days: needs a conversation. */
  readonly dormant: Tally;
  /** Joined, no activity: needs a first step. */
  readonly never: Tally;
}

/** The members of whom something holds, of all of them. */
export function tally(
  members: readonly MemberWeek[],
  holds: (member: MemberWeek) => boolean,
): Tally {
  return { count: members.filter(holds).length, of: members.length };
}

/** Reach of a group in one week (METRICS.md M9). `active28`, `dormant` and `never` add up to all members. */
export function reachOf(members: readonly MemberWeek[]): Reach {
  return {
    weeklyActive: tally(
      members.filter(({ due }) => due),
      ({ active }) => active,
    ),
    active28: tally(members, ({ visitDays28 }) => visitDays28 > 0),
    activated: tally(members, ({ everActive }) => everActive),
    dormant: tally(members, ({ everActive, visitDays28 }) => everActive && visitDays28 === 0),
    never: tally(members, ({ everActive }) => !everActive),
  };
}

/** How many of a group are in each segment (METRICS.md M8); members before their fourth week are in none. */
export function segmentCounts(members: readonly MemberWeek[]): Record<Segment, number> {
  const counts = { power: 0, habitual: 0, novice: 0, low: 0, nonUser: 0 };
  for (const { segment } of members) if (segment !== undefined) counts[segment] += 1;
  return counts;
}

/** Whether a segment is habitual or better, the share a programme is judged by (M8, M14). */
export function isHabit(segment: Segment | undefined): boolean {
  return segment === 'habitual' || segment === 'power';
}
