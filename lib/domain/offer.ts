import { addDays, daysBetween, type DayKey } from './day.ts';

/** Days that an offer stands, the first included. */
export const OFFER_DAYS = 14;
/** From one offer of a department to the next. */
export const OFFER_EVERY_DAYS = 28;
/** M9: dormant is who was active before and not in these many days. */
const DORMANT_DAYS = 28;
/** A newcomer finds the way without being asked. */
const SETTLING_DAYS = 7;

/** Whether a department may be offered ten minutes now, and what stands against it. */
export type MayOffer = 'yes' | 'stands' | 'tooSoon' | 'notCalledFor';

/** The last day of an offer made on a day. */
export function offerUntil(offeredOn: DayKey): DayKey {
  return addDays(offeredOn, OFFER_DAYS - 1);
}

/**
 * At most one offer at a time, one every four weeks, and only where the gap asks for it. It looks at days and the released
 * state alone, so that it says nothing of whom an offer would concern.
 */
export function mayOffer(input: {
  readonly today: DayKey;
  /** The department's latest offer. */
  readonly lastOn: DayKey | undefined;
  readonly isCalledFor: boolean;
}): MayOffer {
  const { today, lastOn, isCalledFor } = input;
  if (lastOn !== undefined && today <= offerUntil(lastOn)) return 'stands';
  if (lastOn !== undefined && daysBetween(lastOn, today) < OFFER_EVERY_DAYS) return 'tooSoon';
  return isCalledFor ? 'yes' : 'notCalledFor';
}

/** What a device knows of its own person. */
export interface OwnUse {
  readonly today: DayKey;
  /** The person's latest visit-day on any device; undefined without one. */
  readonly lastUsedOn: DayKey | undefined;
  readonly joinedOn: DayKey;
}

/**
 * Whether an offer concerns this person (METRICS.md M9: never or dormant). Decided on the person's own device and
 * nowhere else, so that nobody else can know (docs/adr/0020-offers-and-pulse.md).
 */
export function offerConcerns({ today, lastUsedOn, joinedOn }: OwnUse): boolean {
  if (daysBetween(joinedOn, today) < SETTLING_DAYS) return false;
  return lastUsedOn === undefined || daysBetween(lastUsedOn, today) >= DORMANT_DAYS;
}

/** The later of two days; the other where one is not known. */
export function later(a: DayKey | undefined, b: DayKey | undefined): DayKey | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}
