import { z } from 'zod';
import { idSchema } from './day.ts';
import type { Language } from './settings.ts';

/**
 * What the script on a registered work site may tell the background. The site is never a field: the background takes it
 * from the sender's origin. Nothing of the page is in it.
 */
export const workMessageSchema = z.discriminatedUnion('type', [
  /** Whether there is a chip to show; answered by `ChipReply` or nothing. */
  z.strictObject({ type: z.literal('workHello') }),
  /** What became of the chip. `shown` is told when it is in sight, not before. */
  z.strictObject({
    type: z.literal('chip'),
    workflowId: idSchema,
    act: z.enum(['shown', 'taken', 'notToday', 'muteSite', 'muteWork', 'off']),
  }),
]);

export type WorkMessage = z.infer<typeof workMessageSchema>;

/** Strings of the chip in the person's language; the page's script holds none. */
export interface ChipStrings {
  readonly label: string;
  readonly draft: string;
  readonly more: string;
  readonly close: string;
  readonly notToday: string;
  readonly muteSite: string;
  readonly muteWork: string;
  readonly off: string;
}

/** One chip: the person's own work, at the site where it is done. */
export interface ChipReply {
  readonly workflowId: string;
  readonly name: string;
  readonly language: Language;
  readonly strings: ChipStrings;
}
