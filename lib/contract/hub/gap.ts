import { z } from 'zod';
import { dayKeySchema } from '../day.ts';
import { offerSchema } from './check-in.ts';
import { reviewSchema } from './summary.ts';

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

export type GapReply = z.infer<typeof gapReplySchema>;
