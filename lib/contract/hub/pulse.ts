import { z } from 'zod';
import type { PulseAnswers } from '../../domain/pulse.ts';

/** A calendar month as `2026-11`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const points = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

/** One person's answers to the month's four questions. */
export const pulseAnswersSchema = z.strictObject({
  quality: points,
  effort: points,
  speed: points,
  productivity: points,
}) satisfies z.ZodType<PulseAnswers>;

/** `PUT /v1/pulse`: the caller's answers, once a month. What is kept is in docs/adr/0020-offers-and-pulse.md. */
export const newPulseSchema = z.strictObject({ month: monthSchema, answers: pulseAnswersSchema });

/** The month that is asked now, and whether the caller answered it. */
export const pulseStandSchema = z.strictObject({ month: monthSchema, answered: z.boolean() });

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

export type NewPulse = z.infer<typeof newPulseSchema>;
export type PulseReply = z.infer<typeof pulseReplySchema>;
