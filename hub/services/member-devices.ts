import type { MemberDevice } from '../../lib/contract/hub/people.ts';
import type { Hub } from '../hub.ts';
import type { Authorized } from './authorize.ts';
import { requireMember } from './manage-people.ts';
import { Refusal } from './refusal.ts';

/** A person's devices that may speak for them, newest first: since when each may, never when or for what it was used. */
export async function listMemberDevices(
  hub: Hub,
  { caller }: Authorized<'manageOrganisation'>,
  memberId: string,
): Promise<MemberDevice[]> {
  const { organisationId } = caller;
  await requireMember(hub, organisationId, memberId);
  const tokens = await hub.tokens.ofMember(organisationId, memberId);
  return tokens.map(({ id, createdAt }) => ({ id, createdAt }));
}

/**
 * Ends a device that was lost, with any code it offered to a further one. The person stays, and so do their days; the owner
 * gets nothing that would let them in as that person. Refuses with `notFound`; ending twice changes nothing.
 */
export async function endMemberDevice(
  hub: Hub,
  { caller }: Authorized<'manageOrganisation'>,
  { memberId, tokenId }: { readonly memberId: string; readonly tokenId: string },
): Promise<void> {
  const { organisationId } = caller;
  await requireMember(hub, organisationId, memberId);
  if (!(await hub.tokens.revoke({ organisationId, memberId, tokenId }, hub.clock.now()))) {
    throw new Refusal('notFound', 'There is no such device.');
  }
}
