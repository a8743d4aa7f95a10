import { HOLIDAYS } from '../../content/holidays.ts';
import { createCalendar } from '../../lib/domain/calendar.ts';
import { calendarRulesOf } from '../../lib/domain/organisation-calendar.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import { deliveryId } from '../repositories/deliveries.ts';
import type { Organisation } from '../repositories/organisations.ts';
import { WHOLE_COMPANY } from '../repositories/slots.ts';
import { organisationCalendar, organisationSettings } from '../services/settings-of.ts';
import { ensureSponsorMail, slotOf } from '../services/sponsor-month.ts';
import { latestMonthDue } from './latest-due.ts';

/**
 * Opens every company's month that is due now and is not open yet, with a delivery for each of its sponsors; returns how
 * many. Run every minute by every hub of a database, as `enqueueDue`: the slot's key lets one of them open it. Where no goal
 * is set there is no sponsor yet, and the month is opened without deliveries, so that it is asked for once.
 */
export async function enqueueSponsorMonths(hub: Hub, now: number): Promise<number> {
  let opened = 0;
  for (const organisationId of await hub.organisations.ids()) {
    const organisation = await hub.organisations.byId(organisationId);
    if (organisation && (await enqueueMonth(hub, organisation, now))) opened += 1;
  }
  return opened;
}

async function enqueueMonth(hub: Hub, organisation: Organisation, now: number): Promise<boolean> {
  const { id: organisationId, timeZone, createdAt } = organisation;
  const due = latestMonthDue(now, {
    timeZone,
    hour: organisationSettings(organisation).summaryHour,
    calendar: createCalendar(calendarRulesOf(organisationCalendar(organisation)), HOLIDAYS),
  });
  // A company that was founded after the month has nothing to be told about it.
  if (due === undefined || due.month < dayKeyAt(createdAt, timeZone).slice(0, 7)) return false;
  const slot = slotOf(organisationId, due.month);
  if ((await hub.sending.slots.byKey(slot)) !== undefined) return false;
  const hasGoal = (await hub.programmes.goal(organisationId)) !== undefined;
  const sponsors = hasGoal ? await ensureSponsorMail(hub, organisationId) : [];
  const channels = await hub.sending.channels.ofDepartment(organisationId, WHOLE_COMPANY);
  const planned = channels
    .filter(({ active, memberId }) => active && sponsors.some((each) => each.memberId === memberId))
    .map(({ id }) => ({ id: deliveryId(slot, id), channelId: id }));
  return hub.sending.slots.open({ ...slot, dueAt: due.dueAt }, planned, now);
}
