import { randomUUID } from 'node:crypto';
import type {
  DepartmentChangeRequest,
  DepartmentDto,
  OrganisationChange,
  OrganisationReply,
  OrganisationSettings,
} from '../../lib/contract/hub/organisation.ts';
import { weekOf, type DayKey } from '../../lib/domain/day.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import type { Department, Organisation } from '../repositories/organisations.ts';
import type { Member } from '../repositories/people.ts';
import type { Authorized } from './authorize.ts';
import { keepTold } from './keep-told.ts';
import { Refusal } from './refusal.ts';
import { departmentSettings, organisationSettings } from './settings-of.ts';

/** The organisation as its members see it. */
export async function readOrganisation(hub: Hub, caller: Member): Promise<OrganisationReply> {
  return toReply(await requireOrganisation(hub, caller.organisationId));
}

/**
 * Changes the organisation. A new floor holds from the running week on, and what was told before is kept: the same week
 * under two floors could be subtracted.
 */
export async function changeOrganisation(
  hub: Hub,
  { caller }: Authorized<'manageOrganisation'>,
  change: OrganisationChange,
): Promise<OrganisationReply> {
  const { organisationId } = caller;
  const organisation = await requireOrganisation(hub, organisationId);
  const before = organisationSettings(organisation);
  const { name, timeZone, locale, country, ...settings } = change;
  let after: OrganisationSettings = { ...before, ...withoutAbsent(settings) };
  if (after.floor !== before.floor) {
    await keepTold(hub, organisationId);
    after = {
      ...after,
      floorSince: weekOf(dayKeyAt(hub.clock.now(), timeZone ?? organisation.timeZone)),
    };
  }
  await hub.organisations.change(organisationId, {
    ...withoutAbsent({ name, timeZone, locale, country }),
    settings: JSON.stringify(after),
  });
  return toReply(await requireOrganisation(hub, organisationId));
}

/** All departments; how many belong to one, and how many more its invites let in, is told to those who manage it. */
export async function listDepartments(hub: Hub, caller: Member): Promise<DepartmentDto[]> {
  const departments = await hub.organisations.departments(caller.organisationId);
  const manages = (id: string): boolean =>
    caller.role === 'owner' || caller.championOf.includes(id);
  if (!departments.some(({ id }) => manages(id))) return departments.map(toDto);
  const [members, places] = await Promise.all([
    hub.roster.counts(caller.organisationId),
    hub.invites.placesLeft(caller.organisationId, hub.clock.now()),
  ]);
  return departments.map((department) => {
    const { id } = department;
    const counts = { members: members.get(id) ?? 0, placesLeft: places.get(id) ?? 0 };
    return { ...toDto(department), ...(manages(id) ? counts : {}) };
  });
}

/** Makes a department. */
export async function addDepartment(
  hub: Hub,
  { caller }: Authorized<'manageOrganisation'>,
  name: string,
): Promise<DepartmentDto> {
  const id = randomUUID();
  await hub.organisations.addDepartment(caller.organisationId, {
    id,
    name,
    createdAt: hub.clock.now(),
  });
  return toDto(await requireDepartment(hub, caller.organisationId, id));
}

/** Changes a department's name, calendar, target or goals. */
export async function changeDepartment(
  hub: Hub,
  { caller, departmentId }: Authorized<'manageDepartment'>,
  { name, weekdays, ...change }: DepartmentChangeRequest,
): Promise<DepartmentDto> {
  const { organisationId } = caller;
  const department = await requireDepartment(hub, organisationId, departmentId);
  const { weekdays: weekdaysBefore, ...before } = departmentSettings(department);
  const weekdaysAfter = weekdays === undefined ? weekdaysBefore : (weekdays ?? undefined);
  const settings = {
    ...before,
    ...withoutAbsent(change),
    ...(weekdaysAfter === undefined ? {} : { weekdays: weekdaysAfter }),
  };
  await hub.organisations.changeDepartment(organisationId, departmentId, {
    ...(name === undefined ? {} : { name }),
    settings: JSON.stringify(settings),
  });
  return toDto(await requireDepartment(hub, organisationId, departmentId));
}

/** A department of this organisation, or `notFound`. */
export async function requireDepartment(
  hub: Hub,
  organisationId: string,
  departmentId: string,
): Promise<Department> {
  const departments = await hub.organisations.departments(organisationId);
  const department = departments.find(({ id }) => id === departmentId);
  if (!department) throw new Refusal('notFound', 'There is no such department.');
  return department;
}

/** The organisation, or `notFound`. */
export async function requireOrganisation(hub: Hub, organisationId: string): Promise<Organisation> {
  const organisation = await hub.organisations.byId(organisationId);
  if (!organisation) throw new Refusal('notFound', 'Your organisation is gone.');
  return organisation;
}

/** The day it is where an organisation is. Refuses with `notFound` when it is gone. */
export async function organisationToday(hub: Hub, organisationId: string): Promise<DayKey> {
  const { timeZone } = await requireOrganisation(hub, organisationId);
  return dayKeyAt(hub.clock.now(), timeZone);
}

function toReply(organisation: Organisation): OrganisationReply {
  const { id, name, timeZone, locale, country } = organisation;
  const { floorSince: _internal, ...settings } = organisationSettings(organisation);
  return { id, name, timeZone, locale, country, ...settings };
}

function toDto(department: Department): DepartmentDto {
  return { id: department.id, name: department.name, ...departmentSettings(department) };
}

function withoutAbsent<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
