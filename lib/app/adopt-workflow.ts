import type { Pack, PackPrompt, PackVariable, PackWorkflow } from '../contract/pack.ts';
import type { PromptDraft, WorkflowDraft } from '../contract/workflow.ts';
import type { Language } from '../i18n/language.ts';

/**
 * A pack's workflow as the drafts to register, in one language; the prompts in the pack's order and without
 * `workflowId`, which exists only once the workflow is saved. Nothing of the pack is referred to afterwards except by `source`:
 * an update of the product never changes what a person adopted. The same input always gives the same drafts.
 */
export function adopt(
  pack: Pack,
  workflow: PackWorkflow,
  language: Language,
): { readonly workflow: WorkflowDraft; readonly prompts: readonly PromptDraft[] } {
  const from = (item: string) => ({ kind: 'pack' as const, pack: pack.id, item });
  return {
    workflow: {
      name: workflow.name[language],
      kind: pack.id,
      rhythm: workflow.rhythm,
      ...(workflow.tool === undefined ? {} : { tool: workflow.tool }),
      minutes: workflow.minutes,
      source: from(workflow.id),
    },
    prompts: workflow.prompts.map((prompt) => ({
      ...packPromptText(prompt, language),
      source: from(prompt.id),
    })),
  };
}

/** A pack's prompt in one language: what a preview shows and what adopting stores. */
export function packPromptText(
  prompt: PackPrompt,
  language: Language,
): Pick<PromptDraft, 'title' | 'body' | 'variables'> {
  return {
    title: prompt.title[language],
    body: prompt.body[language].join('\n'),
    variables: prompt.variables.map((variable) => inLanguage(variable, language)),
  };
}

function inLanguage(variable: PackVariable, language: Language): PromptDraft['variables'][number] {
  const { name, label, choices, default: start, example, ...rest } = variable;
  return {
    ...rest,
    name: name[language],
    label: label[language],
    ...(choices === undefined ? {} : { choices: choices[language] }),
    ...(start === undefined ? {} : { default: start[language] }),
    ...(example === undefined ? {} : { example: example[language] }),
  };
}
