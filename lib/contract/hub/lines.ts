import { z } from 'zod';
import { dayKeySchema, idSchema } from '../day.ts';

/** A line as it crosses to the popup (METRICS.md M5, M7): the last 84 days, oldest first. */
export const lineSchema = z.strictObject({
  days: z.array(
    z.strictObject({
      day: dayKeySchema,
      state: z.enum(['kept', 'open', 'missed', 'repaired', 'off', 'selfReported']),
    }),
  ),
  current: z.int().nonnegative(),
  longest: z.int().nonnegative(),
  weeks: z.strictObject({ current: z.int().nonnegative(), longest: z.int().nonnegative() }),
  /** 0–100; a person's only. */
  strength: z.number().min(0).max(100).optional(),
});

/** Why a department's line or numbers are not shown (METRICS.md P). */
export const hiddenBecauseSchema = z.enum(['fewerThanFloor', 'fewerThanThree', 'complementary']);

/** `GET /v1/lines?today=`: the caller's own line and every department's, side by side. */
export const linesReplySchema = z.strictObject({
  mine: lineSchema,
  departments: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      line: lineSchema,
      hiddenBecause: hiddenBecauseSchema.optional(),
    }),
  ),
});

export type LineDto = z.infer<typeof lineSchema>;
export type LinesReply = z.infer<typeof linesReplySchema>;
