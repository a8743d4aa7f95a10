import { z } from 'zod';
import type { WeekKey } from '../domain/day.ts';
import { kind, type StoredItem } from './stored-items.ts';

/** Which notifications were given. */
export interface Notices {
  /** The last week whose summary was notified. */
  readonly weekly?: WeekKey | undefined;
}

const noticesSchema = z.strictObject({
  weekly: z
    .string()
    .regex(/^\d{4}-W\d{2}$/)
    .transform((text) => text as WeekKey)
    .optional(),
});

/** Not one of `ITEM_KINDS`: what this browser has shown says nothing on another. */
export const noticesItem: StoredItem<Notices> = {
  key: 'notices',
  kind: kind<Notices>('notices', noticesSchema, {}),
};
