import { z } from 'zod';
import { monthSchema } from './check-in.ts';

/** Means in half points, as `lib/domain/pulse-disclosure.ts` tells them. */
const toldAnswersSchema = z.strictObject({
  low: z.number().min(1).max(5),
  high: z.number().min(1).max(5),
  good: z.enum(['few', 'half', 'most']).optional(),
});

/** A month of a department: told in coarse numbers, or hidden because fewer than the floor answered. */
export const pulseMonthSchema = z.discriminatedUnion('shown', [
  z.strictObject({
    shown: z.literal(true),
    atLeast: z.int().positive(),
    questions: z.strictObject({
      quality: toldAnswersSchema,
      effort: toldAnswersSchema,
      speed: toldAnswersSchema,
      productivity: toldAnswersSchema,
    }),
  }),
  z.strictObject({ shown: z.literal(false), because: z.literal('fewerThanFloor') }),
]);

/** `GET /v1/departments/{id}/pulse`: the last month whose days are over, and the one before. */
export const pulseReplySchema = z.strictObject({
  month: monthSchema,
  now: pulseMonthSchema,
  before: pulseMonthSchema,
});

export type PulseReply = z.infer<typeof pulseReplySchema>;
