import { z } from 'zod';
import type { ChipHistory } from '../domain/chip.ts';
import { dayKeySchema, idSchema } from './day.ts';
import { kind, type StoredItem } from './stored-items.ts';

const chipHistorySchema = z.record(
  idSchema,
  z.strictObject({ on: dayKeySchema, passed: z.int().min(0) }),
) satisfies z.ZodType<ChipHistory>;

/** Which chips this browser showed. Not one of `ITEM_KINDS`: it says nothing on another browser. */
export const chipsItem: StoredItem<ChipHistory> = {
  key: 'chips',
  kind: kind<ChipHistory>('chips', chipHistorySchema, {}),
};
