import { z } from 'zod';
import { instantSchema } from '../day.ts';
import { chatKindSchema } from './chat-kind.ts';
import { displayNameSchema, roleSchema } from './people.ts';
import { sharedIdSchema } from './sharing.ts';
import { workingHoursSchema } from './working-hours.ts';

/** Text of several lines, no other control characters. */
const proseSchema = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*(?:\r?\n[^\p{Cc}]*)*$/u);

/** Most characters a person may write. */
export const HELP_LIMITS = { question: 1000, answer: 2000, title: 80, howTo: 2000 } as const;

/**
 * What a device knows a question without a name by: 43 characters of 256 random bits. Only its hash is stored, so that
 * nobody, the hub included, can tell whose the question is.
 */
export const helpKeySchema = z.string().regex(/^[\w-]{43}$/);

/** Questions without a name that a device keeps at most. */
export const MOST_KEYS = 50;

/** Kinds of chat, each once. */
export const chatsSchema = z.array(chatKindSchema).max(chatKindSchema.options.length);

/** `POST /v1/help`: a question to one's champion. With `key` it has no name; without, the asker's. */
export const newQuestionSchema = z.strictObject({
  /** The device's choice; sending it again changes nothing. */
  id: sharedIdSchema,
  /** What the person wrote for this; never a chat's text. */
  text: proseSchema(HELP_LIMITS.question),
  /** The piece of work it is about: a workflow of the department. */
  workflowId: sharedIdSchema.optional(),
  key: helpKeySchema.optional(),
  /** Chats that the asker was told it goes to as well, before sending; to no other it goes. */
  toChat: chatsSchema.optional(),
});

/** `POST /v1/help/own`: one's own questions: those with a name, and those without whose keys this device holds. */
export const ownQuestionsSchema = z.strictObject({ keys: z.array(helpKeySchema).max(MOST_KEYS) });

/** How a question stands. Closed without an answer: it was talked over. */
const questionStateSchema = z.enum(['open', 'answered', 'closed']);

/** A first answer; written again, its text changes and `at` stays. */
const answerSchema = z.strictObject({
  text: proseSchema(HELP_LIMITS.answer),
  at: instantSchema,
  by: roleSchema,
});

/** A question as its asker sees it. */
export const ownQuestionSchema = z.strictObject({
  id: sharedIdSchema,
  text: z.string(),
  workflowId: sharedIdSchema.optional(),
  named: z.boolean(),
  askedAt: instantSchema,
  state: questionStateSchema,
  answer: answerSchema.optional(),
});

/** Answer to `POST /v1/help/own`. */
export const ownQuestionsReplySchema = z.strictObject({
  questions: z.array(ownQuestionSchema),
  /** Chats that a new question of one's department goes to as well; absent when to none. */
  chats: chatsSchema.optional(),
  /** Open questions that this caller is to answer; absent for those who answer none. */
  waiting: z.int().nonnegative().optional(),
});

/** `PUT /v1/help/{id}`: `settle` and `withdraw` are the asker's, the others of those who answer. */
export const helpActSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('answer'), text: proseSchema(HELP_LIMITS.answer) }),
  /** Talked over, or answered elsewhere. */
  z.strictObject({ do: z.literal('close') }),
  /** The asker is helped. */
  z.strictObject({ do: z.literal('settle'), key: helpKeySchema.optional() }),
  /** Takes the question away, with its answer. */
  z.strictObject({ do: z.literal('withdraw'), key: helpKeySchema.optional() }),
]);

/** A question as those who answer see it. */
export const askedQuestionSchema = ownQuestionSchema.omit({ named: true }).extend({
  /** Only of those who asked with their name, and never for an advisor. */
  name: displayNameSchema.optional(),
  /** Name of its piece of work. */
  workflowName: z.string().optional(),
  /** Working minutes to the first answer, or until now (METRICS.md M12). */
  waitedMinutes: z.int().nonnegative(),
  /** Over 8 working hours: the advisor sees it too. */
  late: z.boolean(),
});

/** A how-to of a department: a good answer, written for everybody. */
export const howToSchema = z.strictObject({
  id: sharedIdSchema,
  title: displayNameSchema,
  text: proseSchema(HELP_LIMITS.howTo),
  workflowId: sharedIdSchema.optional(),
  publishedAt: instantSchema,
});

/** `GET /v1/howtos`: the caller's department's, newest first. */
export const howTosReplySchema = z.strictObject({ howTos: z.array(howToSchema) });

/** How fast a department's questions are answered (METRICS.md M12). */
const helpClockSchema = z.strictObject({
  answered: z.int().nonnegative(),
  medianMinutes: z.int().nonnegative().optional(),
  late: z.int().nonnegative(),
  open: z.int().nonnegative(),
});

/** `GET /v1/departments/{id}/help`: what waits and what was answered, oldest open question first; an advisor's are the late ones. */
export const helpQueueSchema = z.strictObject({
  questions: z.array(askedQuestionSchema),
  /** Of the questions of the last 28 days. */
  clock: helpClockSchema,
  /** What counts as waiting. */
  workingHours: workingHoursSchema,
  howTos: z.array(howToSchema),
});

/** `POST /v1/departments/{id}/howtos`. */
export const newHowToSchema = z.strictObject({
  id: sharedIdSchema.optional(),
  title: displayNameSchema,
  text: proseSchema(HELP_LIMITS.howTo),
  workflowId: sharedIdSchema.optional(),
});

/** `PUT /v1/departments/{id}/howtos/{howToId}`: another text, or taken back. */
export const howToActSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('change'),
    howTo: newHowToSchema.omit({ id: true }),
  }),
  z.strictObject({ do: z.literal('withdraw') }),
]);

export type NewQuestion = z.infer<typeof newQuestionSchema>;
export type OwnQuestion = z.infer<typeof ownQuestionSchema>;
export type OwnQuestionsReply = z.infer<typeof ownQuestionsReplySchema>;
export type HelpAct = z.infer<typeof helpActSchema>;
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;
export type HowTo = z.infer<typeof howToSchema>;
export type HowTosReply = z.infer<typeof howTosReplySchema>;
export type HelpQueue = z.infer<typeof helpQueueSchema>;
export type NewHowTo = z.infer<typeof newHowToSchema>;
export type HowToAct = z.infer<typeof howToActSchema>;
