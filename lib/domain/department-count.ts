import type { Calendar, DaysOff } from './calendar.ts';
import { dayOfEpoch, epochDay, weekOf, type DayKey, type WeekKey } from './day.ts';
import type { MeasuredDepartment, MemberWeek } from './department-facts.ts';
import { countsAsVisit } from './ledger.ts';
import { usageSegment, type WeekOfUse } from './segment.ts';
import { departmentInWeek, spansByMember, type Stay, type StaySpan } from './stay.ts';
import { mondayOfNumber, weekNumberOf } from './week-number.ts';

/** What one device counted for a member, tool and day, as the hub stores it; `day` is days since 1970-01-01. */
export interface UseRow {
  readonly memberId: string;
  readonly day: number;
  readonly visits: number;
  readonly promptsStarted: number;
  readonly selfReported: boolean;
}

/** What a department is counted from. */
export interface CountInput {
  readonly departmentId: string;
  /** Every stay, in any department, of everyone who ever belonged to this one. */
  readonly stays: readonly Stay[];
  /** Rows of these members in any order; rows of others, of days outside a stay and of days to come are passed over. */
  readonly use: Iterable<UseRow>;
  /** The department's working days without anybody's leave (`organisation-calendar.ts`). */
  readonly calendar: Calendar;
  /** Leave by member. */
  readonly leave?: ReadonlyMap<string, readonly DaysOff[]> | undefined;
  /** The organisation's day on which is counted. */
  readonly today: DayKey;
  /** M7's target, 0–1. */
  readonly target: number;
}

/** Marks of one member's day. */
const MEMBER = 1;
const HERE = 2;
const SCHEDULED = 4;
const VISITED = 8;

/** Segments look at the last 12 weeks with a scheduled day (M8). */
const SEGMENT_WEEKS = 12;

/** One member's marks and sums, by day and by week since the department's beginning. */
interface Counted {
  readonly memberId: string;
  readonly spans: readonly StaySpan[];
  readonly marks: Uint8Array;
  readonly prompts: Float64Array;
  /** The part of `prompts` started on days in this department. */
  readonly promptsHere: Float64Array;
}

/**
 * Counts a department once, member by day, for lines and for every week's numbers (METRICS.md M7–M10). A member's weeks
 * are judged by this department's calendar, those spent elsewhere too. Pure; 100 members × 1 year take a few milliseconds.
 * Only `measureDepartment` calls it: what comes out names people.
 */
export function countDepartment(input: CountInput): MeasuredDepartment {
  const spans = spansByMember(input.stays);
  const today = epochDay(input.today);
  let from = today;
  for (const own of spans.values()) for (const span of own) from = Math.min(from, span.from);
  const firstWeek = weekNumberOf(dayOfEpoch(from));
  from = mondayOfNumber(firstWeek);
  const length = mondayOfNumber(weekNumberOf(input.today)) + 7 - from;
  const working = Uint8Array.from({ length }, (_, index) =>
    input.calendar.isScheduled(dayOfEpoch(from + index)) ? 1 : 0,
  );
  const members = new Map<string, Counted>();
  for (const [memberId, own] of spans) {
    const marks = markDays({ own, leave: input.leave?.get(memberId) ?? [], working, from }, input);
    members.set(memberId, {
      memberId,
      spans: own,
      marks,
      prompts: new Float64Array(length / 7),
      promptsHere: new Float64Array(length / 7),
    });
  }
  for (const row of input.use) {
    const member = members.get(row.memberId);
    const index = row.day - from;
    if (!member || row.day > today || index < 0 || !((member.marks[index] ?? 0) & MEMBER)) continue;
    if (countsAsVisit(row)) member.marks[index] = (member.marks[index] ?? 0) | VISITED;
    const week = Math.floor(index / 7);
    member.prompts[week] = (member.prompts[week] ?? 0) + row.promptsStarted;
    if (!((member.marks[index] ?? 0) & HERE)) continue;
    member.promptsHere[week] = (member.promptsHere[week] ?? 0) + row.promptsStarted;
  }
  return measured(input, { members: [...members.values()], from, firstWeek, length });
}

/** Marks a member's days in the company, in the department, and due to work. */
function markDays(
  days: {
    readonly own: readonly StaySpan[];
    readonly leave: readonly DaysOff[];
    readonly working: Uint8Array;
    readonly from: number;
  },
  { departmentId }: CountInput,
): Uint8Array {
  const { own, leave, working, from } = days;
  const marks = new Uint8Array(working.length);
  for (const span of own) {
    const mark = span.departmentId === departmentId ? MEMBER | HERE : MEMBER;
    const end = Math.min(span.to - from, working.length - 1);
    for (let index = span.from - from; index <= end; index += 1) {
      marks[index] = (marks[index] ?? 0) | mark | (working[index] ? SCHEDULED : 0);
    }
  }
  for (const range of leave) {
    const end = Math.min(epochDay(range.to) - from, working.length - 1);
    for (let index = Math.max(0, epochDay(range.from) - from); index <= end; index += 1) {
      marks[index] = (marks[index] ?? 0) & ~SCHEDULED;
    }
  }
  return marks;
}

/** What was counted, seen by day and by week. */
function measured(
  { departmentId, today, target }: CountInput,
  counted: {
    readonly members: readonly Counted[];
    readonly from: number;
    readonly firstWeek: number;
    readonly length: number;
  },
): MeasuredDepartment {
  const { members, from, firstWeek, length } = counted;
  const scheduled = new Uint32Array(length);
  const visited = new Uint32Array(length);
  for (const { marks } of members) {
    for (let index = 0; index < length; index += 1) {
      const mark = marks[index] ?? 0;
      if (!(mark & HERE) || !(mark & SCHEDULED)) continue;
      scheduled[index] = (scheduled[index] ?? 0) + 1;
      if (mark & VISITED) visited[index] = (visited[index] ?? 0) + 1;
    }
  }
  const keys = Array.from({ length: length / 7 }, (_, index) =>
    weekOf(dayOfEpoch(from + index * 7)),
  );
  const weeks = new Map<number, readonly MemberWeek[]>();
  const schedules = new Map<number, ReadonlySet<string>>();
  const withMark = (index: number, mark: number): Counted[] =>
    members.filter(({ marks }) => ((marks[index] ?? 0) & mark) === mark);
  return {
    departmentId,
    today,
    target,
    days: { from: dayOfEpoch(from), scheduled, visited },
    membersOn: (day) => withMark(epochDay(day) - from, HERE).length,
    scheduledOn(day) {
      const known = schedules.get(day);
      if (known) return known;
      const people = withMark(day - from, HERE | SCHEDULED).map(({ memberId }) => memberId);
      const schedule = new Set(people);
      schedules.set(day, schedule);
      return schedule;
    },
    week(number) {
      const known = weeks.get(number);
      if (known) return known;
      const facts = members
        .filter(({ spans }) => departmentInWeek(spans, number) === departmentId)
        .map((member) => memberWeek(member, number - firstWeek, keys));
      weeks.set(number, facts);
      return facts;
    },
  };
}

/** One member's week; `week` is counted from the department's beginning. */
function memberWeek(member: Counted, week: number, keys: readonly WeekKey[]): MemberWeek {
  const { memberId, marks, promptsHere } = member;
  const own = weeksUpTo(member, week, keys);
  const last = week * 7 + 6;
  let visitDays28 = 0;
  let everActive = false;
  for (let index = 0; index <= last; index += 1) {
    if (!((marks[index] ?? 0) & VISITED)) continue;
    everActive = true;
    if (index > last - 28) visitDays28 += 1;
  }
  const { due, visitDays } = weekMarks(marks, week, HERE);
  const segment = usageSegment(own);
  return {
    memberId,
    due,
    active: visitDays > 0,
    promptsStarted: promptsHere[week] ?? 0,
    visitDays28,
    everActive,
    segment: segment?.segment,
    window: segment?.window,
    segmentOf4Weeks: usageSegment(own.slice(-4))?.segment,
  };
}

/** The member's last 12 completed weeks with a scheduled day (M8), oldest first; the same as `weeksOfUse` of a ledger. */
function weeksUpTo(
  { marks, prompts }: Counted,
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
  for (let index = week * 7; index < week * 7 + 7; index += 1) {
    const mark = marks[index] ?? 0;
    if (!(mark & where)) continue;
    if (mark & SCHEDULED) due = true;
    if (mark & VISITED) visitDays += 1;
  }
  return { due, visitDays };
}
