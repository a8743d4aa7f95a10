import { HOLIDAYS } from '../../content/holidays.ts';
import {
  attachmentOf,
  attachmentWeeks,
  type Attachment,
  type WeekOfRuns,
} from '../../lib/domain/attachment.ts';
import { createCalendar } from '../../lib/domain/calendar.ts';
import { dayOfEpoch } from '../../lib/domain/day.ts';
import { calendarRulesOf } from '../../lib/domain/organisation-calendar.ts';
import { departmentInWeek, spansByMember, type StaySpan } from '../../lib/domain/stay.ts';
import { mondayOfNumber } from '../../lib/domain/week-number.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt, dayNumberAt } from '../local-day.ts';
import type { Department } from '../repositories/organisations.ts';
import type { Membership } from '../repositories/people.ts';
import type { DepartmentKey } from '../repositories/help.ts';
import { requireOrganisation } from './manage-organisation.ts';
import { departmentSettings, organisationCalendar, organisationSettings } from './settings-of.ts';

/**
 * How firmly each of these workflows is attached in a department (METRICS.md M11), by id; undefined when the department
 * has fewer people than the floor today (METRICS.md P; three by everybody's agreement is not enough here, because half of
 * three would be told). Weeks that are over only, and none of a week in which fewer belonged to it: two newcomers would
 * else uncover what the three before them did. A run counts where its member counted that week, so that joining, moving
 * and leaving change nothing that was told.
 */
export async function attachmentStates(
  hub: Hub,
  {
    organisationId,
    id: departmentId,
    settings,
  }: Department & Pick<DepartmentKey, 'organisationId'>,
  workflowIds: readonly string[],
): Promise<ReadonlyMap<string, Attachment> | undefined> {
  const organisation = await requireOrganisation(hub, organisationId);
  const now = hub.clock.now();
  const rules = calendarRulesOf(
    organisationCalendar(organisation),
    departmentSettings({ settings }),
  );
  const weeks = attachmentWeeks(
    createCalendar(rules, HOLIDAYS),
    dayKeyAt(now, organisation.timeZone),
  );
  const today = dayNumberAt(now, organisation.timeZone);
  const stays = await hub.people.membershipsAround(
    { organisationId, departmentId },
    mondayOfNumber(weeks[0] ?? 0),
    today,
  );
  const members = stays.filter(
    (stay) => stay.departmentId === departmentId && stay.toDay === undefined,
  ).length;
  const { floor } = organisationSettings(organisation);
  if (members < floor) return undefined;
  const spans = spansByMember(stays.map(stayOf));
  const found = await hub.weekRunners.ofWeeks({ organisationId, departmentId }, workflowIds, weeks);
  const people = weeks.map((week) => membersIn(spans, week, departmentId));
  const weeklyOf = (id: string): WeekOfRuns[] =>
    found.map((runners, index) => {
      const here = people[index] ?? new Set();
      return here.size < floor ? new Set() : here.intersection(runners.get(id) ?? new Set());
    });
  return new Map(workflowIds.map((id) => [id, attachmentOf(weeklyOf(id), members)]));
}

function stayOf({ memberId, departmentId, fromDay, toDay }: Membership) {
  return {
    memberId,
    departmentId,
    fromDay: dayOfEpoch(fromDay),
    toDay: toDay === undefined ? undefined : dayOfEpoch(toDay),
  };
}

/** Who counts in a department in a week. */
function membersIn(
  spans: ReadonlyMap<string, readonly StaySpan[]>,
  week: number,
  departmentId: string,
): Set<string> {
  return new Set(
    [...spans].flatMap(([memberId, own]) =>
      departmentInWeek(own, week) === departmentId ? [memberId] : [],
    ),
  );
}
