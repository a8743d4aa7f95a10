import { z } from 'zod';
import { dayKeySchema, instantSchema } from './day.ts';
import { monthSchema, offerSchema, pulseStandSchema } from './hub/check-in.ts';
import { kind, type StoredItem } from './stored-items.ts';

// Not one of `ITEM_KINDS`: what was answered here is for this browser alone, and the rest is a copy of what the hub has.

/** Offers whose answer is remembered; one comes every four weeks at most. */
export const MOST_ANSWERED = 20;

const checkInSchema = z.strictObject({
  /** As the hub last told it: the department's, whoever it concerns. */
  offer: offerSchema.optional(),
  /** The month that is asked, as the hub last told it. */
  pulse: pulseStandSchema.optional(),
  /** The month that was answered or put away here. */
  passed: monthSchema.optional(),
  /** Days of offers that the person answered here, in the order of answering. */
  answered: z.array(dayKeySchema).max(MOST_ANSWERED),
  /** The latest visit-day on any of the person's devices, as the hub tells the person. */
  usedOn: dayKeySchema.optional(),
  /** When the hub was last asked. */
  fetchedAt: instantSchema.optional(),
});
export type CheckIn = z.infer<typeof checkInSchema>;

/** What this browser may ask its person; empty before the hub told anything. */
export const checkInItem: StoredItem<CheckIn> = {
  key: 'checkIn',
  kind: kind<CheckIn>('checkIn', checkInSchema, { answered: [] }),
};
