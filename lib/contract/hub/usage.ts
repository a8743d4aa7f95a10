import { z } from 'zod';
import { dayKeySchema, toolIdSchema } from '../day.ts';
import { ledgerEntrySchema } from '../ledger.ts';

/** Most days in one delivery; a device that was away longer sends several. */
export const MAX_DAYS_PER_DELIVERY = 500;

/**
 * `PUT /v1/usage`: one device's totals, absolute and grow-only; the hub keeps the larger of each number, so sending twice
 * or late changes nothing. Nothing beyond these fields is accepted.
 */
export const usageRequestSchema = z.strictObject({
  deviceId: z.string().regex(/^[\w-]{1,64}$/),
  days: z
    .array(ledgerEntrySchema.extend({ day: dayKeySchema, tool: toolIdSchema }))
    .max(MAX_DAYS_PER_DELIVERY),
});

/** How many day rows were taken in, changed or not. */
export const usageReplySchema = z.strictObject({ accepted: z.int().nonnegative() });

export type UsageRequest = z.infer<typeof usageRequestSchema>;
