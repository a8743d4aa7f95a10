import type { DayKey } from './day.ts';
import type { DepartmentDays } from './department-line.ts';
import type { Segment } from './segment.ts';

/** One member's completed week, for the numbers of a group. It names a person, so only the privacy floor reads it. */
export interface MemberWeek {
  readonly memberId: string;
  /** Had a scheduled day (M4) while belonging to the department: the denominator of M9's weekly active rate. */
  readonly due: boolean;
  /** Had a visit-day (M2) while belonging to the department. */
  readonly active: boolean;
  /** Prompts started (M3) in the week while belonging to the department. */
  readonly promptsStarted: number;
  /** Visit-days in the 28 days that end with the week, in whichever department. */
  readonly visitDays28: number;
  /** Had a visit-day in this week or any before. */
  readonly everActive: boolean;
  /** M8 after this week; undefined before the member's fourth completed week with a scheduled day. */
  readonly segment?: Segment | undefined;
  /** Weeks that `segment` looked at. */
  readonly window?: 4 | 12 | undefined;
  /** M8 in its 4-week form, whatever the programme's age. */
  readonly segmentOf4Weeks?: Segment | undefined;
}

/** A department as counted: what every figure about it is made of. Exists outside the privacy floor only guarded. */
export interface MeasuredDepartment {
  readonly departmentId: string;
  /** The day of counting; weeks that are not over by it are not released. */
  readonly today: DayKey;
  /** The share of a day's scheduled members that keeps it (M7), 0–1. */
  readonly target: number;
  readonly days: DepartmentDays;
  /** Members on a day, scheduled or not. */
  membersOn(day: DayKey): number;
  /** Who of the department was scheduled on a day, as days since 1970-01-01. */
  scheduledOn(epochDay: number): ReadonlySet<string>;
  /** The members who count here in a numbered week (`week-number.ts`). */
  week(number: number): readonly MemberWeek[];
}
