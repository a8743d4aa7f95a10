import { z } from 'zod';
import type { PulseAnswers } from '../../domain/pulse.ts';
import { dayKeySchema } from '../day.ts';

// What every member's browser asks and says. Apart from what the board is told, so that a popup does not load that.

/** An offer of ten minutes to a department's members; each device decides whether it concerns its own person. */
export const offerSchema = z.strictObject({
  /** By the company's calendar day; there is one a day at most, so that it names the offer too. */
  offeredOn: dayKeySchema,
  /** The last day on which it is shown. */
  until: dayKeySchema,
});

/** A calendar month as `2026-11`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** The month that is asked now, and whether the caller answered it. */
export const pulseStandSchema = z.strictObject({ month: monthSchema, answered: z.boolean() });

/** `GET /v1/check-in`: what a member's own device may have to ask its person. The offer is the same for everybody of a department. */
export const checkInReplySchema = z.strictObject({
  offer: offerSchema.optional(),
  /** Absent on days on which nothing is asked, and for advisors. */
  pulse: pulseStandSchema.optional(),
});

const points = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

/** `PUT /v1/pulse`: the caller's answers, once a month. What is kept is in docs/adr/0020-offers-and-pulse.md. */
export const newPulseSchema = z.strictObject({
  month: monthSchema,
  answers: z.strictObject({
    quality: points,
    effort: points,
    speed: points,
    productivity: points,
  }) satisfies z.ZodType<PulseAnswers>,
});

export type Offer = z.infer<typeof offerSchema>;
export type CheckInReply = z.infer<typeof checkInReplySchema>;
export type NewPulse = z.infer<typeof newPulseSchema>;
