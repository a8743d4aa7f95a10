import { HOLIDAYS } from '../../content/holidays.ts';
import { createCalendar } from '../../lib/domain/calendar.ts';
import {
  workingMinutesBetween,
  type Waited,
  type WorkingTime,
} from '../../lib/domain/help-clock.ts';
import { calendarRulesOf } from '../../lib/domain/organisation-calendar.ts';
import { momentAt } from '../local-day.ts';
import type { StoredQuestion } from '../repositories/help.ts';
import type { Department, Organisation } from '../repositories/organisations.ts';
import { departmentSettings, organisationCalendar, organisationSettings } from './settings-of.ts';

/** By the organisation as it was read, and by a department's settings: most departments work alike, and calendars remember. */
const known = new WeakMap<Organisation, Map<string, WorkingTime>>();

/** The working hours of a department, without anybody's leave. */
export function workingTimeOf(organisation: Organisation, department: Department): WorkingTime {
  const times = known.get(organisation) ?? new Map<string, WorkingTime>();
  known.set(organisation, times);
  const before = times.get(department.settings);
  if (before !== undefined) return before;
  const rules = calendarRulesOf(organisationCalendar(organisation), departmentSettings(department));
  const time = {
    calendar: createCalendar(rules, HOLIDAYS),
    spans: organisationSettings(organisation).workingHours,
  };
  times.set(department.settings, time);
  return time;
}

/** How long a question waited for its first answer, or has waited until now (METRICS.md M12). */
export function waitedOf(
  { askedAt, answeredAt }: Pick<StoredQuestion, 'askedAt' | 'answeredAt'>,
  working: WorkingTime,
  now: { readonly nowMs: number; readonly timeZone: string },
): Waited {
  const from = momentAt(askedAt, now.timeZone);
  const to = momentAt(answeredAt ?? now.nowMs, now.timeZone);
  return {
    minutes: workingMinutesBetween(from, to, working),
    isAnswered: answeredAt !== undefined,
  };
}
