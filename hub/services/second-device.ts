import { randomUUID } from 'node:crypto';
import type { JoinReply } from '../../lib/contract/hub/people.ts';
import type { Hub } from '../hub.ts';
import type { Authorized } from './authorize.ts';
import { readMe } from './manage-people.ts';
import { Refusal } from './refusal.ts';
import { makeDeviceCode, makeToken, parseDeviceCode, parseToken } from './secret-codes.ts';

const CODE_LIVES_MS = 10 * 60_000;

/** A code for the caller's second device, in place of an earlier one. Works once, for ten minutes. */
export async function offerDeviceCode(
  hub: Hub,
  { caller }: Authorized<'useOwnDays'>,
): Promise<{ code: string; expiresAt: number }> {
  const code = makeDeviceCode();
  const expiresAt = hub.clock.now() + CODE_LIVES_MS;
  await hub.tokens.offerDeviceCode({
    organisationId: caller.organisationId,
    memberId: caller.id,
    hash: parseDeviceCode(code) ?? '',
    expiresAt,
  });
  return { code, expiresAt };
}

/** Brings the same person in on a second device. Every code that does not work is refused alike. */
export async function joinDevice(hub: Hub, typed: string): Promise<JoinReply> {
  const hash = parseDeviceCode(typed);
  const now = hub.clock.now();
  const owner = hash === undefined ? undefined : await hub.tokens.redeemDeviceCode(hash, now);
  const member = owner && (await hub.people.byId(owner.organisationId, owner.memberId));
  if (!member) {
    throw new Refusal(
      'inviteInvalid',
      'This code does not work any more. Make a new one on your first device.',
    );
  }
  const memberToken = makeToken(member.organisationId);
  await hub.tokens.add(member.organisationId, member.id, {
    id: randomUUID(),
    hash: parseToken(memberToken)?.hash ?? '',
    label: 'device',
    createdAt: now,
  });
  const { memberId, role, organisation, department } = await readMe(hub, member);
  return { memberToken, memberId, role, organisation, department };
}
