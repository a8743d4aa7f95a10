import type { Agreement } from '../../lib/contract/hub/people.ts';
import { epochDay, mondayOf, weekOf } from '../../lib/domain/day.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import type { Authorized } from './authorize.ts';
import { keepTold } from './keep-told.ts';
import { requireOrganisation } from './manage-organisation.ts';
import { Refusal } from './refusal.ts';
import { organisationSettings } from './settings-of.ts';

/** A day after every stay that ended: who is here now. */
const PRESENT = 4_000_000;

type Own = Authorized<'useOwnDays'>;

/** Whether the caller agreed to be shown in groups of three, and whether it holds (METRICS.md P). */
export async function readAgreement(hub: Hub, { caller }: Own): Promise<Agreement> {
  const { organisationId, id: memberId } = caller;
  const organisation = await requireOrganisation(hub, organisationId);
  const holds =
    organisationSettings(organisation).agreedToThree &&
    (await hub.agreements.everybodySince(organisationId, PRESENT));
  return { agreed: await hub.agreements.of({ organisationId, memberId }), holds };
}

/** The caller's own act: agrees, or takes it back. Nobody can do it for another; an advisor counts nowhere and is not asked. */
export async function setAgreement(hub: Hub, own: Own, agreed: boolean): Promise<Agreement> {
  const { organisationId, id: memberId, role } = own.caller;
  if (role === 'advisor') {
    throw new Refusal(
      'conflict',
      'An advisor counts in no department, so there is nothing to agree to.',
    );
  }
  await hub.agreements.set({ organisationId, memberId }, agreed ? hub.clock.now() : null);
  await settleAgreement(hub, organisationId);
  return readAgreement(hub, own);
}

/**
 * Brings an organisation's floor to what its members agreed to, after an act, a newcomer, and every hour. It begins once
 * everybody who counts in the running week agreed, a leaver of this week included, and ends as soon as somebody who is here
 * did not. What was told before is kept and the floor holds from the running week on, as with every change of it. Until
 * it is settled the larger floor is in force already (`hub/services/department-figures.ts`).
 */
export async function settleAgreement(hub: Hub, organisationId: string): Promise<void> {
  const organisation = await requireOrganisation(hub, organisationId);
  const settings = organisationSettings(organisation);
  const today = dayKeyAt(hub.clock.now(), organisation.timeZone);
  const since = settings.agreedToThree ? PRESENT : epochDay(mondayOf(today));
  const agreedToThree = await hub.agreements.everybodySince(organisationId, since);
  if (agreedToThree === settings.agreedToThree) return;
  await keepTold(hub, organisationId);
  await hub.organisations.change(organisationId, {
    settings: JSON.stringify({ ...settings, agreedToThree, floorSince: weekOf(today) }),
  });
}

/** Settles after somebody came in, whose joining must not fail by it: the hourly round settles what could not be now. */
export async function heedNewcomer(hub: Hub, organisationId: string): Promise<void> {
  try {
    await settleAgreement(hub, organisationId);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    hub.log.error('an agreement could not be settled', { error: name });
  }
}
