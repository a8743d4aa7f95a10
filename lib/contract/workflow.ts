import { z } from 'zod';
import type { Prompt, PromptText, Rhythm, Source, Variable, Workflow } from '../domain/workflow.ts';
import { idSchema, instantSchema, toolIdSchema, weekdaySchema } from './day.ts';
import { originSchema } from './settings.ts';

/** Limits of what a person can register; generous for a human, small enough that storage stays quick. */
export const LIMITS = {
  nameLength: 80,
  bodyLength: 20_000,
  variables: 30,
  choices: 50,
  versions: 50,
} as const;

const rhythmSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyWorkday') }),
  z.strictObject({ kind: z.literal('weekdays'), weekdays: z.array(weekdaySchema).min(1).max(7) }),
  z.strictObject({ kind: z.literal('monthlyDay'), day: z.int().min(1).max(31) }),
  z.strictObject({ kind: z.literal('monthlyLastWorkday'), nth: z.int().min(1).max(20) }),
  z.strictObject({ kind: z.literal('onDemand') }),
]) satisfies z.ZodType<Rhythm>;

const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('own') }),
  z.strictObject({ kind: z.literal('pack'), pack: idSchema, item: idSchema }),
  z.strictObject({
    kind: z.literal('department'),
    department: z.string().max(LIMITS.nameLength),
    version: z.int().positive().optional(),
    author: z.string().max(LIMITS.nameLength).optional(),
  }),
]) satisfies z.ZodType<Source>;

const variableSchema = z.strictObject({
  name: z.string().regex(/^[\p{L}\p{N}_]{1,40}$/u),
  label: z.string().max(LIMITS.nameLength).optional(),
  type: z.enum(['text', 'multiline', 'choice', 'date', 'number']),
  choices: z.array(z.string().min(1).max(200)).min(1).max(LIMITS.choices).optional(),
  default: z.string().max(LIMITS.bodyLength).optional(),
  example: z.string().max(LIMITS.bodyLength).optional(),
  required: z.boolean().optional(),
  remember: z.boolean().optional(),
}) satisfies z.ZodType<Variable>;

/** What a person fills in to register a workflow. */
export const workflowDraftSchema = z.strictObject({
  name: z.string().trim().min(1).max(LIMITS.nameLength),
  kind: idSchema,
  rhythm: rhythmSchema,
  site: originSchema.optional(),
  tool: toolIdSchema.optional(),
  minutes: z.int().min(1).max(480),
  source: sourceSchema,
});

/** A stored workflow. */
export const workflowSchema = workflowDraftSchema.extend({
  id: idSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: instantSchema.optional(),
}) satisfies z.ZodType<Workflow>;

const promptText = {
  title: z.string().trim().min(1).max(LIMITS.nameLength),
  body: z.string().trim().min(1).max(LIMITS.bodyLength),
  variables: z.array(variableSchema).max(LIMITS.variables),
};

/** The parts of a prompt that an edit replaces together. */
export const promptTextSchema = z.strictObject(promptText) satisfies z.ZodType<PromptText>;

/** What a person fills in to write a prompt. */
export const promptDraftSchema = z.strictObject({
  ...promptText,
  workflowId: idSchema.optional(),
  source: sourceSchema,
});

/** A stored prompt with its earlier versions. */
export const promptSchema = promptDraftSchema.extend({
  id: idSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: instantSchema.optional(),
  versions: z
    .array(z.strictObject({ ...promptText, replacedAt: instantSchema }))
    .max(LIMITS.versions),
}) satisfies z.ZodType<Prompt>;

export type WorkflowDraft = z.infer<typeof workflowDraftSchema>;
export type PromptDraft = z.infer<typeof promptDraftSchema>;
