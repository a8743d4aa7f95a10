import { isAttached, type Attachment } from '../../lib/domain/attachment.ts';
import type { ProgrammeReply } from '../../lib/contract/hub/programme.ts';
import { addDays, dayOfEpoch, epochDay, weekOf, type DayKey } from '../../lib/domain/day.ts';
import type { LineDay } from '../../lib/domain/line.ts';
import { mondayOfProgramme, PROGRAMME_WEEKS, type Shares } from '../../lib/domain/programme.ts';
import { programmeView, type WorkSoFar } from '../../lib/domain/programme-view.ts';
import type { Hub } from '../hub.ts';
import type { Department } from '../repositories/organisations.ts';
import { attachmentStates } from './attachment-states.ts';
import { authorize, type Authorized } from './authorize.ts';
import { requireDepartment } from './manage-organisation.ts';
import { readProgrammeEvents } from './programme-events.ts';
import { missingOf, refuseWithout, settingOf } from './programme-setting.ts';
import { Refusal } from './refusal.ts';
import { departmentSettings } from './settings-of.ts';

/** A year of months after the sixteen weeks, and the half year a programme may begin late. */
const MOST_WEEKS = 100;
const LINE_DAYS = 84;

/** Where a department's programme stands, or what is missing before it can begin. */
export async function readProgramme(
  hub: Hub,
  { caller, departmentId }: Authorized<'adviseDepartment'>,
): Promise<ProgrammeReply> {
  const { organisationId } = caller;
  const department = await requireDepartment(hub, organisationId, departmentId);
  const reply = await programmeOf(hub, organisationId, department);
  if (caller.role !== 'advisor' || reply.champion === undefined) return reply;
  // That there is one is the programme's; who it is, is not for somebody outside.
  return { ...reply, champion: { appointedAt: reply.champion.appointedAt } };
}

/**
 * Where a department's programme stands, for whoever may read it. Without the line, its sixteen weeks are not judged, which
 * is most of the work where many departments are read at once.
 */
export async function programmeOf(
  hub: Hub,
  organisationId: string,
  department: Department,
  { line = true }: { readonly line?: boolean } = {},
): Promise<ProgrammeReply> {
  const departmentId = department.id;
  const setting = await settingOf(hub, organisationId, department);
  const { today, goal, stored, champion, workflowIds } = setting;
  const startedOn = stored?.startDay === undefined ? undefined : dayOfEpoch(stored.startDay);
  const reply: ProgrammeReply = {
    department: { id: department.id, name: department.name },
    today,
    missing: missingOf(setting),
    ...(goal === undefined ? {} : { goal }),
    ...(champion === undefined ? {} : { champion }),
  };
  if (startedOn === undefined) return reply;
  const states = await attachmentStates(hub, { ...department, organisationId }, workflowIds);
  const view = programmeView({
    ...(await readProgrammeEvents(hub, { ...department, organisationId }, startedOn)),
    startedOn,
    today,
    goal,
    noGoalSince: goal === undefined ? startedOn : undefined,
    shares: await sharesOf(hub, { organisationId, departmentId }, startedOn, today),
    work: states && workOf([...states.values()]),
    days: line ? await daysOf(hub, { organisationId, departmentId }, startedOn, today) : [],
    weeklyGoal: departmentSettings(department).weeklyGoal,
  });
  return { ...reply, startedOn, programme: view };
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
  refuseWithout(['goal', 'workflow'], await settingOf(hub, organisationId, department));
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
  const setting = await settingOf(hub, organisationId, department);
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

interface Key {
  readonly organisationId: string;
  readonly departmentId: string;
}

async function sharesOf(hub: Hub, key: Key, startedOn: DayKey, today: DayKey): Promise<Shares> {
  const from = addDays(startedOn, -7);
  const oldest = addDays(today, -7 * MOST_WEEKS);
  const weeks = await hub.figures.weeks({
    ...key,
    from: weekOf(from < oldest ? oldest : from),
    to: weekOf(today),
  });
  return new Map(weeks.map(({ week, habitual }) => [week, habitual]));
}

/** The department's line over the sixteen weeks; a released line holds 84 days, so it is read in steps of that. */
async function daysOf(
  hub: Hub,
  key: Key,
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
