import { randomUUID } from 'node:crypto';
import type { Invite, NewInviteRequest } from '../../lib/contract/hub/people.ts';
import type { Hub } from '../hub.ts';
import { authorize, type Authorized } from './authorize.ts';
import { requireDepartment } from './manage-organisation.ts';
import { Refusal } from './refusal.ts';
import { hashSecret, makeCode, parseCode } from './secret-codes.ts';

const MS_PER_DAY = 86_400_000;

/** Makes an invite to a department; the link is shown this once. Champions invite members, owners also the other roles. */
export async function makeInvite(
  hub: Hub,
  { caller, departmentId }: Authorized<'manageDepartment'>,
  request: NewInviteRequest,
): Promise<{ invite: Invite; link: string }> {
  if (request.role !== 'member') authorize(caller, { do: 'manageOrganisation' });
  await requireDepartment(hub, caller.organisationId, departmentId);
  const now = hub.clock.now();
  const code = makeCode(caller.organisationId);
  const invite = {
    id: randomUUID(),
    departmentId,
    role: request.role,
    expiresAt: now + request.expiresInDays * MS_PER_DAY,
    maxUses: request.maxUses,
  };
  await hub.invites.add({
    ...invite,
    organisationId: caller.organisationId,
    codeHash: parseCode(code)?.hash ?? hashSecret(code),
    createdBy: caller.id,
    createdAt: now,
  });
  return {
    invite: { ...invite, uses: 0, revoked: false },
    link: `${hub.config.publicUrl}/join#${code}`,
  };
}

/** A department's invites, newest first, without their codes. */
export async function listInvites(
  hub: Hub,
  { caller, departmentId }: Authorized<'manageDepartment'>,
): Promise<Invite[]> {
  await requireDepartment(hub, caller.organisationId, departmentId);
  return hub.invites.ofDepartment(caller.organisationId, departmentId);
}

/** Ends an invite. Refuses one of another department with `notFound`. */
export async function revokeInvite(
  hub: Hub,
  { caller, departmentId }: Authorized<'manageDepartment'>,
  inviteId: string,
): Promise<void> {
  const { organisationId } = caller;
  const isKnown = await hub.invites.revoke(
    { organisationId, departmentId, inviteId },
    hub.clock.now(),
  );
  if (!isKnown) throw new Refusal('notFound', 'There is no such invite.');
}
