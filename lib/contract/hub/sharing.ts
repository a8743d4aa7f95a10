import { z } from 'zod';
import { idSchema, instantSchema, toolIdSchema } from '../day.ts';
import { promptTextSchema, workflowDraftSchema } from '../workflow.ts';
import { displayNameSchema } from './people.ts';

/**
 * Id of what a department shares. Whoever shares chooses it, so that sending again after a lost answer changes nothing and
 * runs counted before go on under it (docs/adr/0016-shared-ids.md). Shorter than other ids, because a prompt's runs are
 * counted under `prompt/<id>`.
 */
export const sharedIdSchema = z
  .string()
  .regex(/^[\w-]{1,80}$/)
  .pipe(idSchema);

/** Most characters of one prompt as JSON: ten times the longest that was ever written by hand. */
const MOST_CHARACTERS = 60_000;

const sharedTextSchema = promptTextSchema.refine(
  (text) => JSON.stringify(text).length <= MOST_CHARACTERS,
  'too long altogether',
);

/** Most prompts that come along with a workflow. */
export const MOST_OFFERED = 20;

/** A word to an author: several lines, no other control characters. */
const wordSchema = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^[^\p{Cc}]*(?:\r?\n[^\p{Cc}]*)*$/u);

const plainTextSchema = (most: number) => wordSchema.max(most);

/** Where a reader stands in a department's changes; only the hub reads it. One it does not know is answered with everything. */
export const cursorSchema = z.string().regex(/^[\w.-]{1,64}$/);

/** `?since=` of the three lists of changes. */
export const sinceSchema = z.strictObject({ since: cursorSchema.optional() });

/** What is the same in every list of changes. */
const changes = {
  /** To be sent as `since` next time. */
  cursor: cursorSchema,
  /** Everything there is, not only what changed: what is not in it is gone. Holds for all pages up to the last. */
  complete: z.boolean(),
  /** There is more: ask again at once with this cursor. */
  more: z.boolean(),
  /** Ids of what is not shared any more. */
  gone: z.array(sharedIdSchema),
};

/** At least so many people and runs in the last four completed weeks (`lib/domain/shared-use.ts`). */
export const sharedUseSchema = z.strictObject({
  people: z.int().positive(),
  runs: z.int().positive().optional(),
});

/** What is told of a shared workflow. `source` says which pack it was registered from. */
export const sharedWorkflowDraftSchema = workflowDraftSchema.omit({ source: true }).extend({
  source: z.strictObject({ pack: idSchema, item: idSchema }).optional(),
});

/** A workflow of a department as its members see it. */
export const sharedWorkflowSchema = sharedWorkflowDraftSchema.extend({
  id: sharedIdSchema,
  updatedAt: instantSchema,
});

/** `GET /v1/workflows?since=`: the caller's department's registered workflows. */
export const sharedWorkflowsReplySchema = z.strictObject({
  ...changes,
  workflows: z.array(sharedWorkflowSchema),
});

/**
 * `POST /v1/workflows`: registered at once by those who manage the department, proposed by everybody else. Sending the same
 * `id` again changes one's own.
 */
export const newWorkflowSchema = sharedWorkflowDraftSchema.extend({
  id: sharedIdSchema.optional(),
  /** The caller's own department when left out. */
  departmentId: idSchema.optional(),
});

/** `PUT /v1/workflows/{id}`. A proposer changes or withdraws their own proposal; all else is its managers'. */
export const workflowActSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('change'), workflow: sharedWorkflowDraftSchema }),
  z.strictObject({ do: z.enum(['retire', 'withdraw']) }),
  z.strictObject({
    do: z.literal('accept'),
    /**
     * Of the prompts that came along (`promptOfferSchema`), those to take over, in the version that was read. They are the
     * department's from then on. None when left out; one taken before is not taken twice.
     */
    prompts: z
      .array(z.strictObject({ id: sharedIdSchema, version: z.int().positive() }))
      .max(MOST_OFFERED)
      .optional(),
  }),
]);

/** A workflow as its review sees it. */
export const reviewedWorkflowSchema = sharedWorkflowSchema.extend({
  state: z.enum(['proposed', 'registered', 'retired']),
  use: sharedUseSchema.optional(),
});

/** The text in use of a prompt. `author` only when that person wants it. */
const inUseSchema = z.strictObject({
  version: z.int().positive(),
  text: promptTextSchema,
  approvedAt: instantSchema,
  author: displayNameSchema.optional(),
});

/** How the caller's own latest submission of a prompt stands; `word` is the champion's when it was returned. */
const submissionSchema = z.strictObject({
  version: z.int().positive(),
  state: z.enum(['submitted', 'returned', 'approved', 'retired']),
  named: z.boolean(),
  /** As it was sent. */
  text: promptTextSchema,
  word: wordSchema.optional(),
});

/** A prompt of a department as its members see it: in use, or one's own that is not yet. */
export const sharedPromptSchema = z.strictObject({
  id: sharedIdSchema,
  workflowId: sharedIdSchema.optional(),
  inUse: inUseSchema.optional(),
  mine: submissionSchema.optional(),
});

/** `GET /v1/prompts?since=`: the caller's department's prompts, and how much each is used. */
export const sharedPromptsReplySchema = z.strictObject({
  ...changes,
  prompts: z.array(sharedPromptSchema),
  /** Of all prompts in use that may be told, changed or not. */
  use: z.array(sharedUseSchema.extend({ id: sharedIdSchema })),
});

/**
 * `POST /v1/prompts`: submits a prompt to a department. `improves` submits a better text for one that is in use. The
 * workflow it serves is the department's (`workflowId`) or proposed along with it.
 */
export const newPromptSchema = z
  .strictObject({
    id: sharedIdSchema.optional(),
    improves: sharedIdSchema.optional(),
    departmentId: idSchema.optional(),
    text: sharedTextSchema,
    named: z.boolean().default(false),
    workflowId: sharedIdSchema.optional(),
    workflow: sharedWorkflowDraftSchema.extend({ id: sharedIdSchema.optional() }).optional(),
  })
  .refine(({ id, improves }) => id === undefined || improves === undefined, {
    message: 'a new one or a better one',
    path: ['improves'],
  })
  .refine(({ workflowId, workflow }) => workflowId === undefined || workflow === undefined, {
    message: 'one workflow',
    path: ['workflow'],
  });

/**
 * `PUT /v1/prompts/{id}`. `revise` and `withdraw` are the author's; the others its department's managers'. `approve` and
 * `return` name the version that was read: another one meanwhile is a `conflict`.
 */
export const promptActSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('revise'),
    text: sharedTextSchema,
    named: z.boolean().default(false),
  }),
  z.strictObject({ do: z.literal('withdraw') }),
  z.strictObject({ do: z.enum(['keep', 'retire']) }),
  z.strictObject({
    do: z.literal('approve'),
    version: z.int().positive(),
    /** The department's workflow it serves; the one it was submitted with when left out, `null` for none. */
    workflowId: sharedIdSchema.nullable().optional(),
  }),
  z.strictObject({ do: z.literal('return'), version: z.int().positive(), word: wordSchema }),
  z.strictObject({ do: z.literal('reuse'), version: z.int().positive() }),
  z.strictObject({ do: z.literal('attach'), workflowId: sharedIdSchema.nullable() }),
]);

/** Answer of `PUT /v1/prompts/{id}`: the prompt as the caller sees it now; absent when it is nothing to them any more. */
export const promptActReplySchema = z.strictObject({ prompt: sharedPromptSchema.optional() });

/** A prompt as its review sees it. */
export const reviewedPromptSchema = z.strictObject({
  id: sharedIdSchema,
  workflowId: sharedIdSchema.optional(),
  state: z.enum(['waiting', 'inUse', 'retired']),
  inUse: inUseSchema.optional(),
  open: z
    .strictObject({
      version: z.int().positive(),
      state: z.enum(['submitted', 'returned']),
      text: promptTextSchema,
      author: displayNameSchema.optional(),
      word: wordSchema.optional(),
      submittedAt: instantSchema,
    })
    .optional(),
  reviewedAt: instantSchema.optional(),
  /** Why it should be looked at again. */
  stale: z.enum(['age', 'tool']).optional(),
  use: sharedUseSchema.optional(),
  /** Name of the department it was taken over from. */
  from: z.string().optional(),
});

/**
 * Prompts that come along with a workflow proposed by another department (拡大), to be read before it is accepted: texts
 * alone, the oldest first. Nothing is told of their use there, of who wrote them or when.
 */
export const promptOfferSchema = z.strictObject({
  /** The proposal here. */
  workflowId: sharedIdSchema,
  /** Name of the department that proposed it. */
  from: z.string(),
  prompts: z
    .array(
      z.strictObject({
        id: sharedIdSchema,
        version: z.int().positive(),
        text: promptTextSchema,
      }),
    )
    .min(1)
    .max(MOST_OFFERED),
});

/** `GET /v1/departments/{id}/prompts/{promptId}/versions`: every text that was in use, newest first. */
export const promptVersionsReplySchema = z.strictObject({ versions: z.array(inUseSchema) });

/** A month as `2026-11`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** What is new in a tool this month, and what it means for the department's work. */
const noteTextSchema = z.strictObject({
  tool: toolIdSchema,
  month: monthSchema,
  title: displayNameSchema,
  changed: plainTextSchema(500),
  meaning: plainTextSchema(500),
  /** A prompt of the department to try; it must be in use. */
  promptId: sharedIdSchema.optional(),
});

/** A note as its readers get it. */
export const noteSchema = noteTextSchema.extend({
  id: sharedIdSchema,
  publishedAt: instantSchema,
  by: z.enum(['owner', 'champion', 'advisor']),
});

/** `GET /v1/notes?since=`: the caller's department's notes of the last twelve months. */
export const notesReplySchema = z.strictObject({ ...changes, notes: z.array(noteSchema) });

/** `POST /v1/notes`: one a tool and month; the champions', owners' and advisors'. */
export const newNoteSchema = noteTextSchema.extend({
  id: sharedIdSchema.optional(),
  departmentId: idSchema.optional(),
  /** The change is such that the department's prompts for this tool should be looked at again. */
  asksReview: z.boolean().default(false),
});

/** `PUT /v1/notes/{id}`: another text, or taken back. */
export const noteActSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('change'),
    note: noteTextSchema.omit({ tool: true, month: true }),
  }),
  z.strictObject({ do: z.literal('withdraw') }),
]);

/** `GET /v1/departments/{id}/library`: all that a department shares, for those who manage or advise it. */
export const departmentLibrarySchema = z.strictObject({
  workflows: z.array(reviewedWorkflowSchema),
  prompts: z.array(reviewedPromptSchema),
  notes: z.array(noteSchema),
  /** What comes along with proposals. */
  offers: z.array(promptOfferSchema),
});

export type SharedText = z.infer<typeof promptTextSchema>;
export type SharedWorkflowDraft = z.infer<typeof sharedWorkflowDraftSchema>;
export type SharedWorkflow = z.infer<typeof sharedWorkflowSchema>;
export type SharedWorkflowsReply = z.infer<typeof sharedWorkflowsReplySchema>;
export type NewSharedWorkflow = z.infer<typeof newWorkflowSchema>;
export type WorkflowAct = z.infer<typeof workflowActSchema>;
export type ReviewedWorkflow = z.infer<typeof reviewedWorkflowSchema>;
export type SharedPrompt = z.infer<typeof sharedPromptSchema>;
export type SharedPromptsReply = z.infer<typeof sharedPromptsReplySchema>;
export type NewSharedPrompt = z.infer<typeof newPromptSchema>;
export type PromptAct = z.infer<typeof promptActSchema>;
export type ReviewedPrompt = z.infer<typeof reviewedPromptSchema>;
export type PromptOffer = z.infer<typeof promptOfferSchema>;
export type PromptVersionsReply = z.infer<typeof promptVersionsReplySchema>;
export type Note = z.infer<typeof noteSchema>;
export type NotesReply = z.infer<typeof notesReplySchema>;
export type NewNote = z.infer<typeof newNoteSchema>;
export type NoteAct = z.infer<typeof noteActSchema>;
export type DepartmentLibrary = z.infer<typeof departmentLibrarySchema>;
