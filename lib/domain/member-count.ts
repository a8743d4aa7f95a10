import type { DaysOff } from './calendar.ts';
import { epochDay, type WeekKey } from './day.ts';
import type { MemberWeek } from './department-facts.ts';
import { usageSegment, type WeekOfUse } from './segment.ts';
import type { StaySpan } from './stay.ts';

/** Mark of a member's day in the company. */
export const MEMBER = 1;
/** Mark of a member's day in the department. */
export const HERE = 2;
/** Mark of a member's day that is due to be worked (METRICS.md M4). */
export const SCHEDULED = 4;
/** Mark of a member's visit-day (METRICS.md M2). */
export const VISITED = 8;

/** Segments look at the last 12 weeks with a scheduled day (M8). */
const SEGMENT_WEEKS = 12;
const WEEK_DAYS = 7;
const DAYS_28 = 28;

/** Days and weeks of a department since it began, which all of its members are counted by. */
export interface CountedTime {
  /** The Monday of its first week, days since 1970-01-01. */
  readonly from: number;
  /** Whole weeks, the one of the day of counting included. */
  readonly weeks: readonly WeekKey[];
  /** Whether the department works, by day since `from`. */
  readonly working: Uint8Array;
}

/** One member's marks and sums, by day and by week since the department's beginning. Names a person. */
export interface MemberCount {
  readonly memberId: string;
  readonly spans: readonly StaySpan[];
  readonly marks: Uint8Array;
  readonly prompts: Float64Array;
  /** The part of `prompts` started on days in this department. */
  readonly promptsHere: Float64Array;
  /** The first day with a visit since `from`; `Infinity` before there is one. */
  firstVisit: number;
  /** The weeks that were asked for. */
  readonly known: Map<number, MemberWeek>;
}

/** A member nothing is counted of yet: the days in the company, in the department, and due to work. */
export function beginMember(
  who: Pick<MemberCount, 'memberId' | 'spans'> & {
    readonly departmentId: string;
    readonly leave: readonly DaysOff[];
  },
  { from, weeks, working }: CountedTime,
): MemberCount {
  const { memberId, spans } = who;
  const marks = new Uint8Array(working.length);
  for (const span of spans) {
    const mark = span.departmentId === who.departmentId ? MEMBER | HERE : MEMBER;
    const end = Math.min(span.to - from, working.length - 1);
    for (let index = span.from - from; index <= end; index += 1) {
      marks[index] = (marks[index] ?? 0) | mark | (working[index] ? SCHEDULED : 0);
    }
  }
  for (const range of who.leave) {
    const end = Math.min(epochDay(range.to) - from, working.length - 1);
    for (let index = Math.max(0, epochDay(range.from) - from); index <= end; index += 1) {
      marks[index] = (marks[index] ?? 0) & ~SCHEDULED;
    }
  }
  return {
    memberId,
    spans,
    marks,
    prompts: new Float64Array(weeks.length),
    promptsHere: new Float64Array(weeks.length),
    firstVisit: Infinity,
    known: new Map(),
  };
}

/** One member's week, counted from the department's beginning; remembered once it was asked for. */
export function memberWeek(
  member: MemberCount,
  week: number,
  keys: readonly WeekKey[],
): MemberWeek {
  const before = member.known.get(week);
  if (before) return before;
  const { memberId, marks, promptsHere, firstVisit } = member;
  const own = weeksUpTo(member, week, keys);
  const last = week * WEEK_DAYS + WEEK_DAYS - 1;
  let visitDays28 = 0;
  for (let index = Math.max(0, last - DAYS_28 + 1); index <= last; index += 1) {
    if ((marks[index] ?? 0) & VISITED) visitDays28 += 1;
  }
  const { due, visitDays } = weekMarks(marks, week, HERE);
  const segment = usageSegment(own);
  const found = {
    memberId,
    due,
    active: visitDays > 0,
    promptsStarted: promptsHere[week] ?? 0,
    visitDays28,
    everActive: firstVisit <= last,
    segment: segment?.segment,
    window: segment?.window,
    segmentOf4Weeks: segment?.window === 4 ? segment.segment : usageSegment(own.slice(-4))?.segment,
  };
  member.known.set(week, found);
  return found;
}

/** The member's last 12 completed weeks with a scheduled day (M8), oldest first; the same as `weeksOfUse` of a ledger. */
function weeksUpTo(
  { marks, prompts }: MemberCount,
  week: number,
  keys: readonly WeekKey[],
): WeekOfUse[] {
  const weeks: WeekOfUse[] = [];
  for (let each = week; each >= 0 && weeks.length < SEGMENT_WEEKS; each -= 1) {
    const { due, visitDays } = weekMarks(marks, each, MEMBER);
    if (!due) continue;
    weeks.push({ week: keys[each] as WeekKey, visitDays, promptsStarted: prompts[each] ?? 0 });
  }
  return weeks.toReversed();
}

/** A week's scheduled days and visit-days, of the days with a mark. */
function weekMarks(
  marks: Uint8Array,
  week: number,
  where: typeof HERE | typeof MEMBER,
): { due: boolean; visitDays: number } {
  let due = false;
  let visitDays = 0;
  for (let index = week * WEEK_DAYS; index < (week + 1) * WEEK_DAYS; index += 1) {
    const mark = marks[index] ?? 0;
    if (!(mark & where)) continue;
    if (mark & SCHEDULED) due = true;
    if (mark & VISITED) visitDays += 1;
  }
  return { due, visitDays };
}
