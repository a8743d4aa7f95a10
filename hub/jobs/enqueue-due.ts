import { HOLIDAYS } from '../../content/holidays.ts';
import { createCalendar } from '../../lib/domain/calendar.ts';
import { epochDay, mondayOfWeek } from '../../lib/domain/day.ts';
import { calendarRulesOf } from '../../lib/domain/organisation-calendar.ts';
import type { Hub } from '../hub.ts';
import { dayNumberAt } from '../local-day.ts';
import { deliveryId } from '../repositories/deliveries.ts';
import type { Department, Organisation } from '../repositories/organisations.ts';
import type { SlotKey } from '../repositories/slots.ts';
import { ensureOwnMail } from '../services/channels.ts';
import {
  departmentSettings,
  organisationCalendar,
  organisationSettings,
} from '../services/settings-of.ts';
import { inLanes } from './in-lanes.ts';
import { latestDue, type DueWeek } from './latest-due.ts';

/** Departments opened at once: enough for a database's syncs to be shared, few enough to leave connections for others. */
const AT_ONCE = 4;

/**
 * Opens every summary that is due now and is not open yet, with a delivery for each of its channels; returns how many. Run
 * every minute by every hub of a database: the slot's key lets one of them open it. A week in which a department had nobody
 * is opened without deliveries, so that it is asked for once.
 */
export async function enqueueDue(hub: Hub, now: number): Promise<number> {
  let opened = 0;
  for (const organisationId of await hub.organisations.ids()) {
    const organisation = await hub.organisations.byId(organisationId);
    if (organisation) opened += await enqueueOrganisation(hub, organisation, now);
  }
  return opened;
}

interface DueDepartment {
  readonly department: Department;
  readonly due: DueWeek;
}

async function enqueueOrganisation(
  hub: Hub,
  organisation: Organisation,
  now: number,
): Promise<number> {
  const departments = await hub.organisations.departments(organisation.id);
  const pending = await notYetOpen(hub, organisation, dueOf(organisation, departments, now));
  if (pending.length === 0) return 0;
  const peopled = await departmentsWithPeople(hub, organisation.id, pending);
  let opened = 0;
  await inLanes(pending, AT_ONCE, async ({ department, due }) => {
    const slot: SlotKey = {
      organisationId: organisation.id,
      departmentId: department.id,
      kind: 'weekly',
      period: due.week,
    };
    const key = `${department.id} ${due.week}`;
    const channelIds = peopled.has(key) ? await channelIdsOf(hub, slot) : [];
    const planned = channelIds.map((channelId) => ({
      id: deliveryId(slot, channelId),
      channelId,
    }));
    if (await hub.sending.slots.open({ ...slot, dueAt: due.dueAt }, planned, now)) opened += 1;
  });
  return opened;
}

function dueOf(
  organisation: Organisation,
  departments: readonly Department[],
  now: number,
): DueDepartment[] {
  const { summaryHour } = organisationSettings(organisation);
  const rules = organisationCalendar(organisation);
  const { timeZone } = organisation;
  const foundedOn = dayNumberAt(organisation.createdAt, timeZone);
  return departments.flatMap((department) => {
    const calendar = createCalendar(
      calendarRulesOf(rules, departmentSettings(department)),
      HOLIDAYS,
    );
    const due = latestDue(now, { timeZone, hour: summaryHour, calendar });
    // A company that was founded after the week has nothing to be told about it.
    const isOurs = due !== undefined && epochDay(mondayOfWeek(due.week)) + 6 >= foundedOn;
    return isOurs ? [{ department, due }] : [];
  });
}

async function notYetOpen(
  hub: Hub,
  organisation: Organisation,
  due: readonly DueDepartment[],
): Promise<DueDepartment[]> {
  const open = new Set<string>();
  for (const week of new Set(due.map((each) => each.due.week))) {
    const ids = await hub.sending.slots.openDepartments(organisation.id, 'weekly', week);
    for (const id of ids) open.add(`${id} ${week}`);
  }
  return due.filter(({ department, due: { week } }) => !open.has(`${department.id} ${week}`));
}

/** `department week` of those where somebody belonged to the department in the week. */
async function departmentsWithPeople(
  hub: Hub,
  organisationId: string,
  pending: readonly DueDepartment[],
): Promise<Set<string>> {
  const peopled = new Set<string>();
  for (const week of new Set(pending.map(({ due }) => due.week))) {
    const monday = epochDay(mondayOfWeek(week));
    for (const stay of await hub.people.memberships(organisationId, monday, monday + 6)) {
      peopled.add(`${stay.departmentId} ${week}`);
    }
  }
  return peopled;
}

async function channelIdsOf(hub: Hub, slot: SlotKey): Promise<string[]> {
  const readers = await ensureOwnMail(hub, slot);
  const channels = await hub.sending.channels.ofDepartment(slot.organisationId, slot.departmentId);
  return channels
    .filter(({ active, memberId }) => {
      const isForReader = readers.some((reader) => reader.memberId === memberId);
      return active && (memberId === undefined || isForReader);
    })
    .map(({ id }) => id);
}
