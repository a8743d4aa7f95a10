import type { Offer } from '../../lib/contract/hub/check-in.ts';
import type { GapReply } from '../../lib/contract/hub/gap.ts';
import { addDays, mondayOfWeek, weekOf, type DayKey } from '../../lib/domain/day.ts';
import { GAP_STEPS, gapPanelState } from '../../lib/domain/gap-panel.ts';
import { mayOffer, OFFER_EVERY_DAYS, offerUntil } from '../../lib/domain/offer.ts';
import type { ReleasedReview } from '../../lib/domain/released.ts';
import type { Hub } from '../hub.ts';
import type { Member } from '../repositories/people.ts';
import { authorize, type Authorized } from './authorize.ts';
import { organisationToday, requireDepartment } from './manage-organisation.ts';
import { Refusal } from './refusal.ts';
import { previewWeeklySummary } from './weekly-summary.ts';

/** A department's gap as its weekly summaries tell it, four weeks beside the four before, and how an offer stands. */
export async function readGap(
  hub: Hub,
  { caller, departmentId }: Authorized<'adviseDepartment'>,
): Promise<GapReply> {
  const today = await organisationToday(hub, caller.organisationId);
  await requireDepartment(hub, caller.organisationId, departmentId);
  const now = await reviewOn(hub, caller, { departmentId, day: addDays(today, -7) });
  const before = await reviewOn(hub, caller, {
    departmentId,
    day: addDays(mondayOfWeek(now.to), -28),
  });
  const lastOn = await hub.offers.last({ organisationId: caller.organisationId, departmentId });
  const may = mayOffer({ today, lastOn, isCalledFor: isCalledFor(now) });
  return {
    now,
    before,
    mayOffer: may,
    ...(may === 'stands' && lastOn !== undefined ? { offer: offerOf(lastOn) } : {}),
    ...(lastOn === undefined ? {} : { nextOfferFrom: addDays(lastOn, OFFER_EVERY_DAYS) }),
  };
}

/**
 * Offers a department's people ten minutes with the champion. The answer is the same whoever it concerns: that is decided
 * on each member's own device, and the hub neither computes nor stores it (docs/adr/0020-offers-and-pulse.md).
 */
export async function offerTenMinutes(
  hub: Hub,
  { caller, departmentId }: Authorized<'manageDepartment'>,
): Promise<Offer> {
  const { organisationId } = caller;
  const proof = authorize(caller, { do: 'adviseDepartment', departmentId });
  const today = await organisationToday(hub, caller.organisationId);
  const { mayOffer: may } = await readGap(hub, proof);
  if (may !== 'yes' || !(await hub.offers.put({ organisationId, departmentId }, today))) {
    throw new Refusal('conflict', 'No offer can be made now. Look at the page again.');
  }
  return offerOf(today);
}

/** The offer that stands in the caller's own department; the same for each of its members. */
export async function standingOffer(
  hub: Hub,
  { caller }: Authorized<'useOwnDays'>,
): Promise<Offer | undefined> {
  const { organisationId, departmentId, role } = caller;
  if (role === 'advisor') return undefined;
  const lastOn = await hub.offers.last({ organisationId, departmentId });
  if (
    lastOn === undefined ||
    (await organisationToday(hub, caller.organisationId)) > offerUntil(lastOn)
  )
    return undefined;
  return offerOf(lastOn);
}

function isCalledFor(review: ReleasedReview): boolean {
  return GAP_STEPS[gapPanelState(review)] === 'offer';
}

function offerOf(offeredOn: DayKey): Offer {
  return { offeredOn, until: offerUntil(offeredOn) };
}

async function reviewOn(
  hub: Hub,
  caller: Member,
  { departmentId, day }: { readonly departmentId: string; readonly day: DayKey },
): Promise<ReleasedReview> {
  const proof = authorize(caller, { do: 'seeDepartment', departmentId });
  return (await previewWeeklySummary(hub, proof, weekOf(day))).review;
}
