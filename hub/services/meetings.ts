import { randomUUID } from 'node:crypto';
import type {
  ActionAct,
  ActionDto,
  MeetingPlanDto,
  MeetingsReply,
  NewAction,
} from '../../lib/contract/hub/meetings.ts';
import { addDays, type DayKey } from '../../lib/domain/day.ts';
import { agendaDay, DEFAULT_PLAN, nextMeeting } from '../../lib/domain/meeting.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import type { DepartmentKey } from '../repositories/department-key.ts';
import type { StoredAction } from '../repositories/meetings.ts';
import type { Authorized } from './authorize.ts';
import { workingTimeOf } from './department-clock.ts';
import { requireDepartment, requireOrganisation } from './manage-organisation.ts';
import { recentActions } from './meeting-actions.ts';
import { Refusal } from './refusal.ts';
import { makeCode, parseCode } from './secret-codes.ts';
import { meetingsOutside, readerOf } from './seen-from-outside.ts';

const HELD_DAYS = 366;
/** More open than a department can carry; each further one is refused until some are done. */
const MOST_OPEN = 200;

type Reads = Authorized<'adviseDepartment'>;
type Manages = Authorized<'manageDepartment'>;

/** A department's plan, its next meeting, those that were held, and what was agreed. */
export async function readMeetings(
  hub: Hub,
  { caller, departmentId }: Reads,
): Promise<MeetingsReply> {
  const key = { organisationId: caller.organisationId, departmentId };
  const organisation = await requireOrganisation(hub, key.organisationId);
  const department = await requireDepartment(hub, key.organisationId, departmentId);
  const { calendar } = workingTimeOf(organisation, department);
  const today = dayKeyAt(hub.clock.now(), organisation.timeZone);
  const { plan = DEFAULT_PLAN, hasFeed } = await hub.meetings.plan(key);
  const oldest = addDays(today, -HELD_DAYS);
  const sent = await minutesSent(hub, key, oldest);
  const held = (await hub.meetings.held(key, oldest)).map((meeting) => {
    const minutesSentAt = sent.get(meeting.day);
    return minutesSentAt === undefined ? meeting : { ...meeting, minutesSentAt };
  });
  const isHeldToday = held.some(({ day }) => day === today);
  const next = nextMeeting(plan, calendar, isHeldToday ? addDays(today, 1) : today);
  const reply = {
    plan,
    hasFeed,
    ...(next === undefined ? {} : { next: { day: next, agendaOn: agendaDay(calendar, next) } }),
    held,
    actions: await recentActions(hub, key),
  };
  return caller.role === 'advisor' ? meetingsOutside(reply, await readerOf(hub, caller)) : reply;
}

async function minutesSent(
  hub: Hub,
  key: DepartmentKey,
  since: DayKey,
): Promise<ReadonlyMap<string, number>> {
  const slots = await hub.sending.slots.keptSince({ ...key, kind: 'minutes', period: since });
  return new Map(slots.map(({ period, openedAt }) => [period, openedAt]));
}

/** Says when a department meets. */
export async function changePlan(
  hub: Hub,
  { caller, departmentId }: Manages,
  plan: MeetingPlanDto,
): Promise<void> {
  const { organisationId } = caller;
  await requireDepartment(hub, organisationId, departmentId);
  await hub.meetings.putPlan({ organisationId, departmentId }, plan);
}

/** Makes a calendar feed's link, said this once; an earlier one ends. */
export async function makeFeed(
  hub: Hub,
  { caller, departmentId }: Manages,
): Promise<{ link: string }> {
  const { organisationId } = caller;
  await requireDepartment(hub, organisationId, departmentId);
  const key = { organisationId, departmentId };
  const code = makeCode(organisationId);
  const { plan = DEFAULT_PLAN } = await hub.meetings.plan(key);
  await hub.meetings.putFeed(key, parseCode(code)?.hash ?? '', plan);
  return { link: `${hub.config.publicUrl}/v1/meetings.ics?feed=${code}` };
}

/** Notes that a meeting was held on a day, today at the latest. */
export async function holdMeeting(
  hub: Hub,
  { caller, departmentId }: Manages,
  { day, notes }: { readonly day: DayKey; readonly notes: string },
): Promise<void> {
  const { organisationId } = caller;
  await requireDepartment(hub, organisationId, departmentId);
  const { timeZone } = await requireOrganisation(hub, organisationId);
  const heldAt = hub.clock.now();
  const today = dayKeyAt(heldAt, timeZone);
  if (day > today || day < addDays(today, -HELD_DAYS)) {
    throw new Refusal('invalid', 'A meeting is noted on its day or after it.', { field: 'day' });
  }
  await hub.meetings.putHeld({ organisationId, departmentId }, { day, notes, heldAt });
}

/** Adds what was agreed. The same id again changes it. */
export async function addAction(
  hub: Hub,
  { caller, departmentId }: Manages,
  { id = randomUUID(), ...written }: NewAction,
): Promise<ActionDto> {
  const { organisationId } = caller;
  await requireDepartment(hub, organisationId, departmentId);
  const key = { organisationId, departmentId };
  const held = await hub.meetings.action(key, id);
  if (held === undefined) {
    if (await hub.meetings.hasAction(organisationId, id)) {
      throw new Refusal('conflict', 'This id belongs to another action.', { field: 'id' });
    }
    if ((await hub.meetings.actions(key, Number.MAX_SAFE_INTEGER)).length >= MOST_OPEN) {
      throw new Refusal('conflict', 'Too many actions are open. Finish some first.');
    }
  }
  const action: StoredAction = {
    ...written,
    id,
    madeAt: held?.madeAt ?? hub.clock.now(),
    ...(held?.doneAt === undefined ? {} : { doneAt: held.doneAt }),
  };
  await hub.meetings.putAction(key, action);
  return action;
}

/** Changes, finishes, reopens or removes an action of a department. */
export async function actOnAction(
  hub: Hub,
  { caller, departmentId }: Manages,
  { id, act }: { readonly id: string; readonly act: ActionAct },
): Promise<void> {
  const key = { organisationId: caller.organisationId, departmentId };
  const held = await hub.meetings.action(key, id);
  if (held === undefined) throw new Refusal('notFound', 'There is no such action.');
  if (act.do === 'remove') return hub.meetings.removeAction(key, id);
  await hub.meetings.putAction(key, afterAct(held, act, hub.clock.now()));
}

function afterAct(
  { doneAt, ...open }: StoredAction,
  act: Exclude<ActionAct, { do: 'remove' }>,
  now: number,
): StoredAction {
  switch (act.do) {
    case 'finish':
      return { ...open, doneAt: doneAt ?? now };
    case 'reopen':
      return open;
    case 'change':
      return {
        ...act.action,
        id: open.id,
        madeAt: open.madeAt,
        ...(doneAt === undefined ? {} : { doneAt }),
      };
  }
}
