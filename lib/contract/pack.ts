import { z } from 'zod';
import type { Level } from '../domain/stage.ts';
import { idSchema, toolIdSchema } from './day.ts';
import { LIMITS, workflowDraftSchema } from './workflow.ts';

/** A string in both languages; neither may be empty. */
const bothLanguages = z.strictObject({
  ja: z.string().trim().min(1),
  en: z.string().trim().min(1),
});
const bothLists = z.strictObject({
  ja: z.array(z.string().min(1)).min(1),
  en: z.array(z.string().min(1)).min(1),
});

/**
 * A blank's name in each language's own words (`取引先`, `customer`), because the person who adopts the prompt reads and
 * edits its body.
 */
const variableName = z.strictObject({
  ja: z.string().regex(/^[\p{L}\p{N}_]{1,20}$/u),
  en: z.string().regex(/^[a-z][a-z0-9_]{0,29}$/),
});

/** As `Variable` of the domain, each text in both languages; choices stand in the same order in both. */
const packVariableSchema = z.strictObject({
  name: variableName,
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
  /**
   * For whom: `first` has every blank filled with an example, so that a beginner can try it in one tap; `standard` is the
   * daily form; `further` goes on from there.
   */
  level: z.enum(['first', 'standard', 'further']) satisfies z.ZodType<Level>,
  title: bothLanguages,
  variables: z.array(packVariableSchema).min(1).max(LIMITS.variables),
  /** The template line by line, so that a change of wording is a change of lines when it is reviewed. */
  body: z.strictObject({ ja: z.array(z.string()).min(1), en: z.array(z.string()).min(1) }),
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

/** A pack's prompt as lists and searches need it, without its text. */
export type PackPromptOutline = Pick<PackPrompt, 'id' | 'level' | 'title'>;

/** A pack's workflow with its prompts' outlines. */
export type PackWorkflowOutline = Omit<PackWorkflow, 'prompts'> & {
  /** The material its prompts ask for, by the labels and examples of their fields: what a draft for this work is made of. */
  readonly material: Pack['name'];
  readonly prompts: readonly PackPromptOutline[];
};

/** A pack without the texts of its prompts: a sixth of its size, so that all of them can be at hand. */
export interface PackOutline {
  readonly id: string;
  readonly name: Pack['name'];
  readonly workflows: readonly PackWorkflowOutline[];
}

/** The outline of a pack. */
export function outlineOf({ id, name, workflows }: Pack): PackOutline {
  return {
    id,
    name,
    workflows: workflows.map(({ prompts, ...workflow }) => ({
      ...workflow,
      material: { ja: materialOf(prompts, 'ja'), en: materialOf(prompts, 'en') },
      prompts: prompts.map(({ id: prompt, level, title }) => ({ id: prompt, level, title })),
    })),
  };
}

/** Where the beginning of an example is enough to be found by. */
const EXAMPLE_LENGTH = 60;

function materialOf(prompts: readonly PackPrompt[], language: 'ja' | 'en'): string {
  const words = prompts
    .flatMap(({ variables }) => variables)
    .flatMap(({ label, example }) => [
      label[language],
      (example?.[language] ?? '').slice(0, EXAMPLE_LENGTH),
    ]);
  return [...new Set(words)].join(' ');
}
