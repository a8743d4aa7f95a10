import { z } from 'zod';
import { idSchema, toolIdSchema } from './day.ts';
import { workflowDraftSchema } from './workflow.ts';

/** A string in both languages; neither may be empty. */
const bothLanguages = z.strictObject({
  ja: z.string().trim().min(1),
  en: z.string().trim().min(1),
});
const bothLists = z.strictObject({
  ja: z.array(z.string().min(1)).min(1),
  en: z.array(z.string().min(1)).min(1),
});

const packVariableSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  label: bothLanguages,
  type: z.enum(['text', 'multiline', 'choice', 'date', 'number']),
  choices: bothLists.optional(),
  default: bothLanguages.optional(),
  example: bothLanguages.optional(),
  required: z.boolean().optional(),
  remember: z.boolean().optional(),
});

const packPromptSchema = z.strictObject({
  id: idSchema,
  /** For whom: the first step, the standard form, or one that goes further. */
  level: z.enum(['first', 'standard', 'further']),
  title: bothLanguages,
  body: bothLanguages,
  variables: z.array(packVariableSchema),
});

const packWorkflowSchema = z.strictObject({
  id: idSchema,
  name: bothLanguages,
  /** One sentence: what the person gets out of it. */
  about: bothLanguages,
  rhythm: workflowDraftSchema.shape.rhythm,
  tool: toolIdSchema.optional(),
  minutes: workflowDraftSchema.shape.minutes,
  prompts: z.array(packPromptSchema).min(1),
});

/** A starter pack: the workflows of one department, in both languages (`content/packs/<id>.json`). */
export const packSchema = z.strictObject({
  schema: z.literal(1),
  id: idSchema,
  version: z.int().min(1),
  reviewedOn: z.iso.date(),
  name: bothLanguages,
  workflows: z.array(packWorkflowSchema).min(1),
});

export type Pack = z.infer<typeof packSchema>;
export type PackWorkflow = z.infer<typeof packWorkflowSchema>;
export type PackPrompt = z.infer<typeof packPromptSchema>;
export type PackVariable = z.infer<typeof packVariableSchema>;
