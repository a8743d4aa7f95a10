import type { MemberChange, RosterEntry } from '../../lib/contract/hub/organisation.ts';
import type { Me, MeChange } from '../../lib/contract/hub/people.ts';
import { dayOfEpoch, epochDay, mondayOf } from '../../lib/domain/day.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt, dayNumberAt } from '../local-day.ts';
import type { Member } from '../repositories/people.ts';
import type { Authorized } from './authorize.ts';
import { eraseMember } from './keep-told.ts';
import { requireDepartment, requireOrganisation } from './manage-organisation.ts';
import { Refusal } from './refusal.ts';

/** A day less than METRICS.md's 30, because what is due goes within hours. */
const ERASE_AFTER_MS = 29 * 86_400_000;

/** Who the caller is and may do. */
export async function readMe(hub: Hub, caller: Member): Promise<Me> {
  const { id, name, timeZone, locale, country } = await requireOrganisation(
    hub,
    caller.organisationId,
  );
  const departments = await hub.organisations.departments(caller.organisationId);
  const refs = departments.map((department) => ({ id: department.id, name: department.name }));
  const department = refs.find((each) => each.id === caller.departmentId);
  if (!department) throw new Refusal('notFound', 'Your department is gone.');
  return {
    memberId: caller.id,
    displayName: caller.displayName,
    ...(caller.email === undefined ? {} : { email: caller.email }),
    role: caller.role,
    organisation: { id, name, timeZone, locale, country },
    department,
    championOf: refs.filter((each) => caller.championOf.includes(each.id)),
    joinedOn: dayOfEpoch(caller.fromDay),
    instance: hub.instance,
  };
}

/** Changes one's own name, address or language. */
export async function changeMe(
  hub: Hub,
  { caller }: Authorized<'useOwnDays'>,
  change: MeChange,
): Promise<Me> {
  await hub.roster.changePerson(keyOf(caller), change);
  return readMe(hub, await requireMember(hub, caller.organisationId, caller.id));
}

/** Everybody who is here, for the owner: names and roles, never anybody's days. */
export async function listMembers(
  hub: Hub,
  { caller }: Authorized<'manageOrganisation'>,
): Promise<RosterEntry[]> {
  const members = await hub.roster.ofOrganisation(caller.organisationId);
  return members.map(({ joinedDay, ...member }) => ({
    ...member,
    championOf: [...member.championOf],
    joinedOn: dayOfEpoch(joinedDay),
  }));
}

/** Gives somebody a role, departments to push forward, or a place in another department. */
export async function changeMember(
  hub: Hub,
  proof: Authorized<'manageOrganisation'>,
  { memberId, change }: { readonly memberId: string; readonly change: MemberChange },
): Promise<RosterEntry> {
  const { organisationId } = proof.caller;
  const member = await requireMember(hub, organisationId, memberId);
  if (change.move) await move(hub, member, change.move);
  if (change.role !== undefined || change.championOf !== undefined) {
    await setRole(hub, member, change);
  }
  const members = await listMembers(hub, proof);
  const changed = members.find(({ id }) => id === memberId);
  if (!changed) throw notHere();
  return changed;
}

async function setRole(hub: Hub, member: Member, change: MemberChange): Promise<void> {
  if (member.role === 'advisor') {
    throw new Refusal(
      'conflict',
      'An advisor counts in no department. Invite the person as a member instead.',
    );
  }
  const departments = await hub.organisations.departments(member.organisationId);
  const asked = [...new Set(change.championOf ?? member.championOf)];
  const index = asked.findIndex((id) => !departments.some((department) => department.id === id));
  if (index >= 0) {
    throw new Refusal('invalid', 'There is no such department.', { field: `championOf.${index}` });
  }
  const role =
    change.role ?? (member.role === 'owner' ? 'owner' : asked.length > 0 ? 'champion' : 'member');
  const championOf = role === 'member' ? [] : asked;
  if (role === 'champion' && championOf.length === 0) championOf.push(member.departmentId);
  if (!(await hub.roster.setRole(keyOf(member), role, championOf))) throw lastOwner();
}

async function move(
  hub: Hub,
  member: Member,
  { departmentId, fromDay }: NonNullable<MemberChange['move']>,
): Promise<void> {
  const { timeZone } = await requireOrganisation(hub, member.organisationId);
  await requireDepartment(hub, member.organisationId, departmentId);
  const today = dayKeyAt(hub.clock.now(), timeZone);
  const from = fromDay ?? today;
  // Earlier weeks were told already; a day to come would be a second stay that nobody is in yet.
  if (from < mondayOf(today) || from > today || epochDay(from) < member.fromDay) {
    throw new Refusal(
      'invalid',
      'A move begins on a day of this week, today at the latest, and not before the present stay.',
      {
        field: 'move.fromDay',
      },
    );
  }
  if (departmentId === member.departmentId) return;
  if (!(await hub.roster.move(keyOf(member), departmentId, epochDay(from)))) {
    throw new Refusal('notFound', 'There is no such department.');
  }
}

/** The caller leaves; the days go now or within 30 days. */
export async function leaveOrganisation(
  hub: Hub,
  { caller }: Authorized<'useOwnDays'>,
  rows: 'now' | 'later',
): Promise<void> {
  await removeMember(hub, caller, rows);
}

/** The owner takes out somebody who left the company. */
export async function dismissMember(
  hub: Hub,
  { caller }: Authorized<'manageOrganisation'>,
  { memberId, rows }: { readonly memberId: string; readonly rows: 'now' | 'later' },
): Promise<void> {
  await removeMember(hub, await requireMember(hub, caller.organisationId, memberId), rows);
}

async function removeMember(hub: Hub, member: Member, rows: 'now' | 'later'): Promise<void> {
  const { timeZone } = await requireOrganisation(hub, member.organisationId);
  const now = hub.clock.now();
  const hasLeft = await hub.roster.leave(keyOf(member), {
    lastDay: dayNumberAt(now, timeZone),
    now,
    // Due at once also when the process ends before the next line: tidying up then does it.
    eraseAfter: rows === 'now' ? now : now + ERASE_AFTER_MS,
  });
  if (!hasLeft) throw lastOwner();
  if (rows === 'now') await eraseMember(hub, keyOf(member));
}

/** Somebody who is here, or `notFound`. */
export async function requireMember(
  hub: Hub,
  organisationId: string,
  memberId: string,
): Promise<Member> {
  const member = await hub.people.byId(organisationId, memberId);
  if (!member) throw notHere();
  return member;
}

function keyOf(member: Member): { organisationId: string; memberId: string } {
  return { organisationId: member.organisationId, memberId: member.id };
}

function notHere(): Refusal {
  return new Refusal('notFound', 'There is no such member.');
}

function lastOwner(): Refusal {
  return new Refusal(
    'conflict',
    'Somebody has to own the organisation. Make another member owner first.',
  );
}
