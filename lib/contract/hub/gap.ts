import { z } from 'zod';
import type { ReleasedReview } from '../../domain/released.ts';
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

/** The same in the domain's own types: both reviews are what the privacy floor let out, and nothing else can be drawn. */
export type GapReply = Omit<z.infer<typeof gapReplySchema>, 'now' | 'before'> & {
  readonly now: ReleasedReview;
  readonly before: ReleasedReview;
};
