import type { Calendar, DaysOff } from './calendar.ts';
import { dayOfEpoch, epochDay, weekOf, type DayKey } from './day.ts';
import type { MeasuredDepartment, MemberWeek } from './department-facts.ts';
import { countsAsVisit } from './ledger.ts';
import {
  beginMember,
  HERE,
  MEMBER,
  memberWeek,
  SCHEDULED,
  VISITED,
  type CountedTime,
  type MemberCount,
} from './member-count.ts';
import { departmentInWeek, spansByMember, type Stay } from './stay.ts';
import { mondayOfNumber, weekNumberOf } from './week-number.ts';

/** What one device counted for a member, tool and day, as the hub stores it; `day` is days since 1970-01-01. */
export interface UseRow {
  readonly memberId: string;
  readonly day: number;
  readonly visits: number;
  readonly promptsStarted: number;
  readonly selfReported: boolean;
}

/** What a department is counted by; two that are alike give the same figures for the same days of use. */
export interface CountBasis {
  readonly departmentId: string;
  /** Every stay, in any department, of everyone who ever belonged to this one. */
  readonly stays: readonly Stay[];
  /** The department's working days without anybody's leave (`organisation-calendar.ts`). */
  readonly calendar: Calendar;
  /** Leave by member. */
  readonly leave?: ReadonlyMap<string, readonly DaysOff[]> | undefined;
  /** The organisation's day on which is counted. */
  readonly today: DayKey;
  /** M7's target, 0–1. */
  readonly target: number;
}

/** A department that is counted again whenever some of its people's days changed. */
export interface DepartmentCount {
  /**
   * Counts these members anew, everybody unless said, and keeps the others as they were counted before. Rows of these
   * members in any order; rows of others, of days outside a stay and of days to come are passed over. What was counted before
   * stays as it is.
   */
  count(use: Iterable<UseRow>, anew?: Iterable<string>): MeasuredDepartment;
}

/**
 * Counts a department, member by day, for lines and for every week's numbers (METRICS.md M7–M10). A member's weeks are
 * judged by this department's calendar, those spent elsewhere too. 100 members × 1 year take a few milliseconds. Only
 * `department-measure.ts` calls it: what comes out names people.
 */
export function createDepartmentCount(basis: CountBasis): DepartmentCount {
  const spans = spansByMember(basis.stays);
  const time = timeOf(basis, [...spans.values()].flat());
  const today = epochDay(basis.today);
  /** Who is scheduled on which day: no use changes it. */
  const schedules = new Map<number, ReadonlySet<string>>();
  let members = new Map<string, MemberCount>();

  function begin(memberId: string): void {
    const own = spans.get(memberId);
    if (!own) return;
    const leave = basis.leave?.get(memberId) ?? [];
    const { departmentId } = basis;
    members.set(memberId, beginMember({ memberId, spans: own, departmentId, leave }, time));
  }

  return {
    count(use, anew = spans.keys()) {
      members = new Map(members);
      const counting = new Set(anew);
      for (const memberId of counting) begin(memberId);
      for (const row of use) {
        const member = members.get(row.memberId);
        const index = row.day - time.from;
        if (!member || !counting.has(row.memberId) || row.day > today || index < 0) continue;
        const mark = member.marks[index] ?? 0;
        if (!(mark & MEMBER)) continue;
        if (countsAsVisit(row)) {
          member.marks[index] = mark | VISITED;
          member.firstVisit = Math.min(member.firstVisit, index);
        }
        const week = Math.floor(index / 7);
        member.prompts[week] = (member.prompts[week] ?? 0) + row.promptsStarted;
        if (!(mark & HERE)) continue;
        member.promptsHere[week] = (member.promptsHere[week] ?? 0) + row.promptsStarted;
      }
      return measured(basis, { members: [...members.values()], time, schedules });
    },
  };
}

function timeOf({ today, calendar }: CountBasis, spans: readonly { from: number }[]): CountedTime {
  const first = spans.reduce((least, { from }) => Math.min(least, from), epochDay(today));
  const from = mondayOfNumber(weekNumberOf(dayOfEpoch(first)));
  const length = mondayOfNumber(weekNumberOf(today)) + 7 - from;
  return {
    from,
    weeks: Array.from({ length: length / 7 }, (_, index) => weekOf(dayOfEpoch(from + index * 7))),
    working: Uint8Array.from({ length }, (_, index) =>
      calendar.isScheduled(dayOfEpoch(from + index)) ? 1 : 0,
    ),
  };
}

/** What was counted, seen by day and by week. */
function measured(
  { departmentId, today, target }: CountBasis,
  counted: {
    readonly members: readonly MemberCount[];
    readonly time: CountedTime;
    readonly schedules: Map<number, ReadonlySet<string>>;
  },
): MeasuredDepartment {
  const { members, time, schedules } = counted;
  const { from } = time;
  const { length } = time.working;
  const firstWeek = weekNumberOf(dayOfEpoch(from));
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
  const weeks = new Map<number, readonly MemberWeek[]>();
  const withMark = (index: number, mark: number): MemberCount[] =>
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
        .map((member) => memberWeek(member, number - firstWeek, time.weeks));
      weeks.set(number, facts);
      return facts;
    },
  };
}
