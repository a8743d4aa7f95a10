import { z } from 'zod';
import { dayKeySchema, instantSchema } from './day.ts';
import {
  cursorSchema,
  noteSchema,
  sharedIdSchema,
  sharedPromptSchema,
  sharedUseSchema,
  sharedWorkflowSchema,
  type Note,
  type SharedPrompt,
  type SharedWorkflow,
} from './hub/sharing.ts';
import { kind, type StoredItem } from './stored-items.ts';

// None of these is one of `ITEM_KINDS`: they are a copy of what the hub has, which an export must not carry to another browser.

/** A prompt of the department, or one's own submission, as the hub last told it. */
export const sharedPromptItem = (id: string): StoredItem<SharedPrompt | undefined> => ({
  key: `sharedPrompt/${id}`,
  kind: kind<SharedPrompt | undefined>('sharedPrompt', sharedPromptSchema, undefined),
});

/** A registered workflow of the department. */
export const sharedWorkflowItem = (id: string): StoredItem<SharedWorkflow | undefined> => ({
  key: `sharedWorkflow/${id}`,
  kind: kind<SharedWorkflow | undefined>('sharedWorkflow', sharedWorkflowSchema, undefined),
});

/** What is new in a tool. */
export const sharedNoteItem = (id: string): StoredItem<Note | undefined> => ({
  key: `sharedNote/${id}`,
  kind: kind<Note | undefined>('sharedNote', noteSchema, undefined),
});

const sharingSchema = z.strictObject({
  /** Where this browser stands in each list; absent asks for everything. */
  cursors: z.strictObject({
    prompts: cursorSchema.optional(),
    workflows: cursorSchema.optional(),
    notes: cursorSchema.optional(),
  }),
  /** When all three were last fetched. */
  fetchedAt: instantSchema.optional(),
  /** When everything was last asked for, and not only what changed. */
  completeOn: dayKeySchema.optional(),
  /** Things of the last fetch that this build could not read. */
  setAside: z.int().nonnegative(),
  use: z.array(sharedUseSchema.extend({ id: sharedIdSchema })),
  /** Notes that were shown: on which day first, or `done` once the person put one away. */
  notesSeen: z.record(sharedIdSchema, z.union([z.literal('done'), dayKeySchema])),
});
export type Sharing = z.infer<typeof sharingSchema>;

/** How this browser stands with what its department shares. */
export const sharingItem: StoredItem<Sharing> = {
  key: 'sharing',
  kind: kind<Sharing>('sharing', sharingSchema, {
    cursors: {},
    setAside: 0,
    use: [],
    notesSeen: {},
  }),
};

/** The kind and id of a copy's key; undefined for every other key. */
export function parseSharedKey(
  key: string,
): { readonly kind: 'prompt' | 'workflow' | 'note'; readonly id: string } | undefined {
  const [, name, id] = /^shared(Prompt|Workflow|Note)\/(.+)$/.exec(key) ?? [];
  if (name === undefined || !sharedIdSchema.safeParse(id).success) return undefined;
  return { kind: name.toLowerCase() as 'prompt' | 'workflow' | 'note', id: id as string };
}
