import { isAttached, type Attachment } from '../../lib/domain/attachment.ts';
import type { ProgrammeReply } from '../../lib/contract/hub/programme.ts';
import {
  addDays,
  dayOfEpoch,
  epochDay,
  weekOf,
  type DayKey,
  type WeekKey,
} from '../../lib/domain/day.ts';
import type { LineDay } from '../../lib/domain/line.ts';
import { mondayOfProgramme, PROGRAMME_WEEKS, type Shares } from '../../lib/domain/programme.ts';
import { programmeView, type WorkSoFar } from '../../lib/domain/programme-view.ts';
import type { ReleasedFigures } from '../../lib/domain/released.ts';
import type { Hub } from '../hub.ts';
import type { DepartmentKey } from '../repositories/department-key.ts';
import type { Department, Organisation } from '../repositories/organisations.ts';
import { attachmentOfAll } from './attachment-states.ts';
import { authorize, type Authorized } from './authorize.ts';
import { requireDepartment, requireOrganisation } from './manage-organisation.ts';
import { readProgrammeEvents } from './programme-events.ts';
import {
  judgingGoal,
  missingOf,
  refuseWithout,
  settingOf,
  settingsOf,
  type ProgrammeSetting,
} from './programme-setting.ts';
import { Refusal } from './refusal.ts';
import { departmentSettings } from './settings-of.ts';

/** A year of months after the sixteen weeks, and the half year a programme may begin late. */
const MOST_WEEKS = 100;
const LINE_DAYS = 84;
const NOTHING_HAPPENED = {
  meetings: [],
  planned: [],
  noOpenActionSince: undefined,
  slowHelpSince: undefined,
} as const;

/** Where a department's programme stands, or what is missing before it can begin. */
export async function readProgramme(
  hub: Hub,
  { caller, departmentId }: Authorized<'adviseDepartment'>,
): Promise<ProgrammeReply> {
  const { organisationId } = caller;
  const department = await requireDepartment(hub, organisationId, departmentId);
  const organisation = await requireOrganisation(hub, organisationId);
  const reply = await programmeOf(hub, organisation, department);
  if (caller.role !== 'advisor' || reply.champion === undefined) return reply;
  // That there is one is the programme's; who it is, is not for somebody outside.
  return { ...reply, champion: { appointedAt: reply.champion.appointedAt } };
}

/** Where a department's programme stands, for whoever may read it. */
export async function programmeOf(
  hub: Hub,
  organisation: Organisation,
  department: Department,
  options?: { readonly line?: boolean },
): Promise<ProgrammeReply> {
  const [reply] = await programmesOf(hub, organisation, [department], options);
  if (reply === undefined) throw new Error('A department has a programme or what it lacks.');
  return reply;
}

/**
 * The same of several departments, in their order. Each thing is read of all of them at once: one after the other, fifty
 * departments are a thousand queries. Without the line, the sixteen weeks are not judged, which is most of the work where
 * many are read.
 */
export async function programmesOf(
  hub: Hub,
  organisation: Organisation,
  departments: readonly Department[],
  { line = true }: { readonly line?: boolean } = {},
): Promise<ProgrammeReply[]> {
  const organisationId = organisation.id;
  const settings = await settingsOf(hub, organisation, departments);
  const begun = departments.flatMap((department, index) => {
    const setting = settings[index];
    const startDay = setting?.stored?.startDay;
    if (setting === undefined || startDay === undefined) return [];
    return [{ department, setting, startedOn: dayOfEpoch(startDay) }];
  });
  const states = await attachmentOfAll(
    hub,
    organisation,
    begun.map(({ department, setting }) => ({ department, workflowIds: setting.workflowIds })),
  );
  const events = await readProgrammeEvents(hub, organisation, begun);
  const weeks = await hub.figures.weeksOfAll(
    organisationId,
    begun.map(({ department, setting, startedOn }) => ({
      departmentId: department.id,
      ...weeksSince(startedOn, setting.today),
    })),
  );
  const views = new Map<string, ProgrammeReply['programme']>();
  for (const [index, { department, setting, startedOn }] of begun.entries()) {
    const { today } = setting;
    const goal = judgingGoal(setting);
    const key = { organisationId, departmentId: department.id };
    const own = states.get(department.id);
    const view = programmeView({
      ...(events[index] ?? NOTHING_HAPPENED),
      startedOn,
      today,
      goal,
      noGoalSince: goal === undefined ? startedOn : undefined,
      shares: sharesOf(weeks[index] ?? []),
      work: own && workOf([...own.values()]),
      // oxlint-disable-next-line no-await-in-loop -- from memory, as the weeks above brought it up to date
      days: line ? await daysOf(hub, key, startedOn, today) : [],
      weeklyGoal: departmentSettings(department).weeklyGoal,
    });
    views.set(department.id, view);
  }
  return departments.flatMap((department, index) => {
    const setting = settings[index];
    return setting === undefined ? [] : [replyOf(department, setting, views.get(department.id))];
  });
}

function replyOf(
  { id, name }: Department,
  setting: ProgrammeSetting,
  programme: ProgrammeReply['programme'],
): ProgrammeReply {
  const { today, stored, champion } = setting;
  const goal = judgingGoal(setting);
  return {
    department: { id, name },
    today,
    missing: missingOf(setting),
    ...(goal === undefined ? {} : { goal }),
    ...(champion === undefined ? {} : { champion }),
    ...(stored?.startDay === undefined ? {} : { startedOn: dayOfEpoch(stored.startDay) }),
    ...(programme === undefined ? {} : { programme }),
  };
}

/**
 * Appoints the champion of a department's programme, who gets the rights of a champion there if they had none. Refused
 * while there is no goal that names the department or no workflow to carry it (docs/adr/0019-programme.md).
 */
export async function appointChampion(
  hub: Hub,
  { caller }: Authorized<'manageOrganisation'>,
  { departmentId, memberId }: { readonly departmentId: string; readonly memberId: string },
): Promise<void> {
  const { organisationId } = caller;
  const department = await requireDepartment(hub, organisationId, departmentId);
  const organisation = await requireOrganisation(hub, organisationId);
  refuseWithout(['goal', 'workflow'], await settingOf(hub, organisation, department));
  const member = await hub.people.byId(organisationId, memberId);
  if (member === undefined || member.role === 'advisor') {
    throw new Refusal('invalid', 'There is no such member.', { field: 'memberId' });
  }
  if (!member.championOf.includes(departmentId)) {
    const role = member.role === 'owner' ? 'owner' : 'champion';
    await hub.roster.setRole({ organisationId, memberId }, role, [
      ...member.championOf,
      departmentId,
    ]);
  }
  await hub.programmes.appoint({ organisationId, departmentId }, memberId, hub.clock.now());
}

/** Begins a department's programme, or moves its beginning. */
export async function startProgramme(
  hub: Hub,
  { caller, departmentId }: Authorized<'manageDepartment'>,
  startedOn: DayKey,
): Promise<ProgrammeReply> {
  const { organisationId } = caller;
  const department = await requireDepartment(hub, organisationId, departmentId);
  const organisation = await requireOrganisation(hub, organisationId);
  const setting = await settingOf(hub, organisation, department);
  refuseWithout(['goal', 'workflow', 'champion'], setting);
  const oldest = addDays(setting.today, -PROGRAMME_WEEKS * 7);
  if (startedOn < oldest || startedOn > addDays(setting.today, 92)) {
    throw new Refusal('invalid', 'A programme begins within the next three months.', {
      field: 'startedOn',
    });
  }
  await hub.programmes.start({ organisationId, departmentId }, epochDay(startedOn));
  return readProgramme(hub, authorize(caller, { do: 'adviseDepartment', departmentId }));
}

function weeksSince(startedOn: DayKey, today: DayKey): { from: WeekKey; to: WeekKey } {
  const from = addDays(startedOn, -7);
  const oldest = addDays(today, -7 * MOST_WEEKS);
  return { from: weekOf(from < oldest ? oldest : from), to: weekOf(today) };
}

function sharesOf(weeks: readonly ReleasedFigures[]): Shares {
  return new Map(weeks.map(({ week, habitual }) => [week, habitual]));
}

/** The department's line over the sixteen weeks; a released line holds 84 days, so it is read in steps of that. */
async function daysOf(
  hub: Hub,
  key: DepartmentKey,
  startedOn: DayKey,
  today: DayKey,
): Promise<readonly LineDay[]> {
  const first = mondayOfProgramme(startedOn, 1);
  const end = addDays(mondayOfProgramme(startedOn, PROGRAMME_WEEKS), 6);
  const days: LineDay[] = [];
  for (let asOf = end < today ? end : today; asOf >= first; asOf = addDays(asOf, -LINE_DAYS)) {
    days.push(...((await hub.figures.line({ ...key, asOf }))?.line.days ?? []));
  }
  return days;
}

function workOf(states: readonly Attachment[]): WorkSoFar {
  return {
    tried: states.filter(({ state }) => state !== 'proposed').length,
    attached: states.filter(({ state }) => isAttached(state)).length,
    registered: states.length,
  };
}
