import { z } from 'zod';
import { NOTHING_COUNTED, type CountingState, type Credit } from '../domain/visit.ts';
import { dayKeySchema, idSchema, instantSchema, toolIdSchema } from './day.ts';
import { ledgerEntrySchema } from './ledger.ts';
import { kind, type StoredItem } from './stored-items.ts';

const countingStateSchema = z.strictObject({
  coverage: z.array(instantSchema).max(1000),
  forgottenBeforeMs: instantSchema,
  visits: z
    .array(
      z.strictObject({
        tool: toolIdSchema,
        day: dayKeySchema,
        fromMs: instantSchema,
        toMs: instantSchema,
        engagedMs: z.int().nonnegative(),
      }),
    )
    .max(100),
  carried: z.array(z.tuple([z.string(), z.int().min(0).max(999)])).max(100),
  messageIds: z.array(z.string()).max(1000),
}) satisfies z.ZodType<CountingState>;

/** What counting remembers, written together with the ledger months it counted into (local storage). */
export interface StoredCounting {
  /** Rises with every change, so that the newer of this and the unsaved one is known. */
  readonly step: number;
  readonly state: CountingState;
}

const storedCountingSchema = z.strictObject({
  step: z.int().nonnegative(),
  state: countingStateSchema,
}) satisfies z.ZodType<StoredCounting>;

/** Not one of `ITEM_KINDS`: it is about this browser's last hours and would be wrong in an export. */
export const countingItem: StoredItem<StoredCounting> = {
  key: 'counting',
  kind: kind<StoredCounting>('counting', storedCountingSchema, { step: 0, state: NOTHING_COUNTED }),
};

/** What was counted since the last write, waiting for the next one (session storage). */
export interface UnsavedCounting extends StoredCounting {
  readonly credits: readonly Credit[];
  /** Beginning of the oldest engaged time that is not in local storage yet. */
  readonly sinceMs: number;
}

/** Reads `UnsavedCounting`. */
export const unsavedCountingSchema: z.ZodType<UnsavedCounting> = storedCountingSchema.extend({
  credits: z.array(
    z.strictObject({ day: dayKeySchema, tool: toolIdSchema, added: ledgerEntrySchema }),
  ),
  sinceMs: instantSchema,
});

/** The prompt last put into each tab's composer, by tab id (session storage; M3). */
export const insertionsSchema = z.record(
  z.string(),
  z.strictObject({ promptId: idSchema, tool: toolIdSchema, atMs: instantSchema }),
);

export type Insertions = z.infer<typeof insertionsSchema>;
