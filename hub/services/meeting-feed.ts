import { DEFAULT_PLAN, meetingDays } from '../../lib/domain/meeting.ts';
import { feedId, feedSpan, meetingCalendar } from '../delivery/meeting-calendar.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import { workingTimeOf } from './department-clock.ts';
import { requireDepartment, requireOrganisation } from './manage-organisation.ts';
import { Refusal } from './refusal.ts';
import { parseCode } from './secret-codes.ts';

/** A department's meetings as iCalendar text, by the code of its link; `notFound` for a code that is none or ended. */
export async function readFeed(hub: Hub, feed: string): Promise<string> {
  const code = parseCode(feed);
  const key = code && (await hub.meetings.byFeed(code));
  if (key === undefined) {
    throw new Refusal(
      'notFound',
      'This link does not work any more. Ask your champion for a new one.',
    );
  }
  const organisation = await requireOrganisation(hub, key.organisationId);
  const department = await requireDepartment(hub, key.organisationId, key.departmentId);
  const { calendar } = workingTimeOf(organisation, department);
  const { plan = DEFAULT_PLAN } = await hub.meetings.plan(key);
  const nowMs = hub.clock.now();
  const span = feedSpan(dayKeyAt(nowMs, organisation.timeZone));
  return meetingCalendar({
    id: feedId(key.departmentId),
    department: department.name,
    language: organisation.locale,
    timeZone: organisation.timeZone,
    plan,
    days: meetingDays(plan, calendar, span),
    nowMs,
  });
}
