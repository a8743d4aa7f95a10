import { z } from 'zod';
import { instantSchema } from '../day.ts';

/** What a department's champion, the sponsor or the advisor is told of by mail besides the sums of a week and a month. */
export const noticeKindSchema = z.enum([
  'standstill', // the programme stands still (METRICS.md M14)
  'passed', // the exit test was passed (METRICS.md M14)
  'alarm', // after that, the share was under the goal for two months
  'meeting', // a meeting is near, was moved or is off
  'minutes', // what a meeting agreed
  'question', // questions wait over a working day: the advisor’s, or the champion’s while none can be reached
]);

const noticeWordsSchema = z.strictObject({
  subject: z.string(),
  heading: z.string(),
  lead: z.string(),
  sections: z.array(
    z.strictObject({
      heading: z.string(),
      items: z.array(z.string()),
      /** Said where there is no item. */
      none: z.string(),
    }),
  ),
  /** The one thing to do. */
  action: z.strictObject({ title: z.string(), text: z.string() }).optional(),
});

/** A meeting as a calendar takes it in. */
const noticeEventSchema = z.strictObject({
  /** The feed's id of the same meeting, so that mail and feed are one event. */
  uid: z.string(),
  /** Counts what was told of this meeting, from 0 (RFC 5545, SEQUENCE). */
  sequence: z.int().nonnegative(),
  isOff: z.boolean(),
  startsAt: instantSchema,
  minutes: z.int().positive(),
});

/** A notice as it is frozen with its slot: in both languages, because each reader has one. */
export const noticeSchema = z.strictObject({
  department: z.string(),
  words: z.strictObject({ ja: noticeWordsSchema, en: noticeWordsSchema }),
  event: noticeEventSchema.optional(),
  /** Ids of the questions it tells of, so that none is told twice; never their words. */
  about: z.array(z.string()).optional(),
});

export type NoticeKind = z.infer<typeof noticeKindSchema>;
export type NoticeWords = z.infer<typeof noticeWordsSchema>;
export type NoticeEvent = z.infer<typeof noticeEventSchema>;
export type Notice = z.infer<typeof noticeSchema>;
