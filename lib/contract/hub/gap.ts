import { z } from 'zod';
import { dayKeySchema } from '../day.ts';
import { pulseStandSchema } from './pulse.ts';
import { reviewSchema } from './summary.ts';

/** An offer of ten minutes to a department's members; each device decides whether it concerns its own person. */
export const offerSchema = z.strictObject({
  /** By the company's calendar day; there is one a day at most, so that it names the offer too. */
  offeredOn: dayKeySchema,
  /** The last day on which it is shown. */
  until: dayKeySchema,
});

/**
 * `GET /v1/departments/{id}/gap` (METRICS.md M10): the last completed four weeks and the four before, as the weekly
 * summaries tell them, and how an offer stands.
 */
export const gapReplySchema = z.strictObject({
  now: reviewSchema,
  before: reviewSchema,
  /** The one that stands. */
  offer: offerSchema.optional(),
  mayOffer: z.enum(['yes', 'stands', 'tooSoon', 'notCalledFor']),
  /** The first day on which another may be made; absent without an earlier one. */
  nextOfferFrom: dayKeySchema.optional(),
});

/** `GET /v1/check-in`: what a member's own device may have to ask its person. The offer is the same for everybody of a department. */
export const checkInReplySchema = z.strictObject({
  offer: offerSchema.optional(),
  /** Absent on days on which nothing is asked, and for advisors. */
  pulse: pulseStandSchema.optional(),
});

export type Offer = z.infer<typeof offerSchema>;
export type GapReply = z.infer<typeof gapReplySchema>;
export type CheckInReply = z.infer<typeof checkInReplySchema>;
