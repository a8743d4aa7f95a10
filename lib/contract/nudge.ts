import { z } from 'zod';
import { HOURS_LEARNED, NO_NUDGES, type NudgeHistory } from '../domain/nudge.ts';
import { dayKeySchema, idSchema, instantSchema } from './day.ts';
import { kind, type StoredItem } from './stored-items.ts';

const nudgeHistorySchema = z.strictObject({
  lastOn: dayKeySchema.optional(),
  workflowId: idSchema.optional(),
  copy: z.int().min(0).optional(),
  waiting: z.boolean(),
  ignored: z.int().min(0),
  snoozedUntilMs: instantSchema.optional(),
  offOn: dayKeySchema.optional(),
  firstHours: z.array(z.int().min(0).max(23)).max(HOURS_LEARNED),
  learnedOn: dayKeySchema.optional(),
}) satisfies z.ZodType<NudgeHistory>;

/** What this browser remembers of its nudges. Not one of `ITEM_KINDS`: it says nothing on another browser. */
export const nudgeItem: StoredItem<NudgeHistory> = {
  key: 'nudge',
  kind: kind<NudgeHistory>('nudge', nudgeHistorySchema, NO_NUDGES),
};
