import { z } from 'zod';
import { dayKeySchema, instantSchema, weekdaySchema } from '../day.ts';
import { displayNameSchema } from './people.ts';
import { sharedIdSchema } from './sharing.ts';

/** Minutes of a meeting at most, as the person writes them. */
export const MOST_MINUTES_CHARACTERS = 5000;

/** When a department meets (`lib/domain/meeting.ts`). */
export const meetingPlanSchema = z.strictObject({
  weekday: weekdaySchema,
  weeks: z.enum(['firstAndThird', 'secondAndFourth']),
  /** Minutes from midnight. */
  startsAt: z.int().min(0).max(1435),
  minutes: z.int().min(10).max(240),
});

/** Something agreed in a meeting: who it was given to is a word, not a member. */
const actionTextSchema = z.strictObject({
  text: displayNameSchema.max(200),
  assignee: displayNameSchema.max(40).optional(),
  dueDay: dayKeySchema.optional(),
});

/** An action as the board shows it. */
export const actionSchema = actionTextSchema.extend({
  id: sharedIdSchema,
  madeAt: instantSchema,
  doneAt: instantSchema.optional(),
});

/** A meeting that was held. */
const heldMeetingSchema = z.strictObject({
  day: dayKeySchema,
  /** What was written down; empty when nothing was. */
  notes: z.string(),
  heldAt: instantSchema,
  /** When its minutes were sent, as they were then; absent before. */
  minutesSentAt: instantSchema.optional(),
});

/** `GET /v1/departments/{id}/meetings`. */
export const meetingsReplySchema = z.strictObject({
  plan: meetingPlanSchema,
  /** Whether a calendar feed's link was made and still works. */
  hasFeed: z.boolean(),
  /** Absent where the calendar has no working days. */
  next: z.strictObject({ day: dayKeySchema, agendaOn: dayKeySchema }).optional(),
  /** Of the last twelve months, newest first. */
  held: z.array(heldMeetingSchema),
  /** Open ones first, most pressing first; done ones of the last 60 days, which an agenda tells once (`actionsOfMeeting`). */
  actions: z.array(actionSchema),
});

/** `PUT /v1/departments/{id}/meetings/{day}`: a meeting was held, with what was written down. Written again it is changed. */
export const meetingHeldSchema = z.strictObject({
  notes: z
    .string()
    .trim()
    .max(MOST_MINUTES_CHARACTERS)
    .regex(/^[^\p{Cc}]*(?:\r?\n[^\p{Cc}]*)*$/u),
});

/** `POST /v1/departments/{id}/actions`. */
export const newActionSchema = actionTextSchema.extend({ id: sharedIdSchema.optional() });

/** `PUT /v1/departments/{id}/actions/{actionId}`. */
export const actionActSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('change'), action: actionTextSchema }),
  z.strictObject({ do: z.enum(['finish', 'reopen']) }),
  z.strictObject({ do: z.literal('remove') }),
]);

/** `POST /v1/departments/{id}/meetings/feed`: a new link; an earlier one ends. Said this once. */
export const feedMadeSchema = z.strictObject({ link: z.string() });

/** `POST /v1/departments/{id}/meetings/{day}/minutes`: to how many the minutes go; nobody, while no champion left an address. */
export const minutesSentSchema = z.strictObject({ readers: z.int().nonnegative() });

export type MinutesSent = z.infer<typeof minutesSentSchema>;
export type MeetingPlanDto = z.infer<typeof meetingPlanSchema>;
export type ActionDto = z.infer<typeof actionSchema>;
export type MeetingsReply = z.infer<typeof meetingsReplySchema>;
export type NewAction = z.infer<typeof newActionSchema>;
export type ActionAct = z.infer<typeof actionActSchema>;
