import { setImmediate as nextTurn } from 'node:timers/promises';
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

const WEEK_DAYS = 7;

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
  const stays = await hub.people.memberships(organisationId, mondayOfNumber(weeks[0] ?? 0), today);
  const members = stays.filter(
    (stay) => stay.departmentId === departmentId && stay.toDay === undefined,
  ).length;
  const { floor } = organisationSettings(organisation);
  if (members < floor) return undefined;
  const belonged = new Set(
    stays.filter((stay) => stay.departmentId === departmentId).map(({ memberId }) => memberId),
  );
  const spans = spansByMember(stays.filter(({ memberId }) => belonged.has(memberId)).map(stayOf));
  const runs = new Map(workflowIds.map((id) => [id, [] as WeekOfRuns[]]));
  for (const week of weeks) {
    const fromDay = mondayOfNumber(week);
    const runners = await hub.usage.runnersOfDays({
      organisationId,
      departmentId,
      ids: workflowIds,
      fromDay,
      toDay: fromDay + WEEK_DAYS - 1,
    });
    const people = membersIn(spans, week, departmentId);
    const here = Map.groupBy(
      people.size < floor ? [] : runners.filter(({ memberId }) => people.has(memberId)),
      ({ id }) => id,
    );
    for (const [id, weekly] of runs) {
      weekly.push(new Set((here.get(id) ?? []).map(({ memberId }) => memberId)));
    }
    await nextTurn();
  }
  return new Map([...runs].map(([id, weekly]) => [id, attachmentOf(weekly, members)]));
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
