import { z } from 'zod';
import { MOST_COUNTED, type LedgerDay, type LedgerEntry } from '../domain/ledger.ts';
import { dayKeySchema, idSchema, toolIdSchema } from './day.ts';

const count = z.int().min(0).max(MOST_COUNTED);

/** One tool on one day (M1–M3); the same fields cross to the hub. */
export const ledgerEntrySchema = z.strictObject({
  visits: count,
  engagedSeconds: z.int().min(0).max(86_400),
  promptsStarted: count,
  selfReported: z.boolean(),
  runs: z.record(idSchema, count),
}) satisfies z.ZodType<LedgerEntry>;

/** One day by tool. */
export const ledgerDaySchema = z.record(
  toolIdSchema,
  ledgerEntrySchema,
) satisfies z.ZodType<LedgerDay>;

/** Days by key; one stored item holds one month of one device. */
export const ledgerSchema = z.record(dayKeySchema, ledgerDaySchema);
