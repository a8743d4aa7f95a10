import type { CalendarRules, DaysOff } from './calendar.ts';
import type { Weekday } from './day.ts';

/** What a whole organisation keeps (METRICS.md M4). */
export interface OrganisationCalendar {
  readonly country: string;
  /** Monday to Friday unless said. */
  readonly weekdays: readonly Weekday[];
  /** お盆, 年末年始, and holidays imported from a calendar file. */
  readonly closures: readonly DaysOff[];
}

/** What a department does otherwise. */
export interface DepartmentCalendar {
  /** Replace the organisation's: a shop's Tuesday to Saturday. */
  readonly weekdays?: readonly Weekday[] | undefined;
  /** Added to the organisation's. */
  readonly closures?: readonly DaysOff[] | undefined;
}

/**
 * The rules in force for a member (METRICS.md M4): national holidays of the organisation's country, the department's
 * weekdays or else the organisation's, both closures, and the member's leave. Without leave these are the department's
 * own working days.
 */
export function calendarRulesOf(
  organisation: OrganisationCalendar,
  department: DepartmentCalendar = {},
  leave: readonly DaysOff[] = [],
): CalendarRules {
  return {
    country: organisation.country,
    weekdays: department.weekdays ?? organisation.weekdays,
    closures: [...organisation.closures, ...(department.closures ?? [])],
    leave,
  };
}
