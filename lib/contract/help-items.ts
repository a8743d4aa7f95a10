import { z } from 'zod';
import { idSchema, instantSchema } from './day.ts';
import {
  chatsSchema,
  HELP_LIMITS,
  helpKeySchema,
  howToSchema,
  ownQuestionSchema,
  type HowTo,
} from './hub/help.ts';
import { sharedIdSchema } from './hub/sharing.ts';
import { kind, type StoredItem } from './stored-items.ts';

// Neither is one of `ITEM_KINDS`: keys open answers that are for this browser alone, and the rest is a copy of what the hub has.

/** A question written in this browser. */
const writtenQuestionSchema = z.strictObject({
  id: sharedIdSchema,
  text: z.string().min(1).max(HELP_LIMITS.question),
  workflowId: idSchema.optional(),
  /** What this browser alone knows a question without a name by; absent of one with it. */
  key: helpKeySchema.optional(),
  /** Chats that the page said it goes to as well; absent when to none. */
  toChat: chatsSchema.optional(),
  writtenAt: instantSchema,
  /**
   * `waiting` until it is sent for the first time; `sending` from just before that until the hub answered, so that the hub
   * may have it; `refused` when the hub will not take it; `withdrawn` when it was taken back while it was `sending`, until
   * the hub was told.
   */
  state: z.enum(['waiting', 'sending', 'sent', 'refused', 'withdrawn']),
});
export type WrittenQuestion = z.infer<typeof writtenQuestionSchema>;

/** Questions written here and kept at most; settled ones go first. */
export const MOST_WRITTEN = 50;

const helpSchema = z.strictObject({
  /** In the order of writing. */
  written: z.array(writtenQuestionSchema).max(MOST_WRITTEN),
  /** As the hub last told them, newest first. */
  questions: z.array(ownQuestionSchema),
  /** Ids of answers that the person has looked at. */
  seen: z.array(sharedIdSchema),
  /** Chats that a new question goes to as well; absent when to none. */
  chats: chatsSchema.optional(),
  /** Questions that wait for this person's answer; absent for those who answer none. */
  waiting: z.int().nonnegative().optional(),
  /** When the hub was last asked. */
  fetchedAt: instantSchema.optional(),
  /** Which database took what was sent; with another, what it lacks is sent again. */
  instance: z.string().max(100).optional(),
});
export type HelpState = z.infer<typeof helpSchema>;

/** The person's questions; empty before the first. */
export const helpItem: StoredItem<HelpState> = {
  key: 'help',
  kind: kind<HelpState>('help', helpSchema, { written: [], questions: [], seen: [] }),
};

/** How-tos of the department as they were last fetched, so that words of a question find them without leaving this browser. */
export const howTosItem: StoredItem<{ readonly howTos: readonly HowTo[] }> = {
  key: 'howTos',
  kind: kind<{ readonly howTos: readonly HowTo[] }>(
    'howTos',
    z.strictObject({ howTos: z.array(howToSchema) }),
    { howTos: [] },
  ),
};
