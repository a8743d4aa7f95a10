import type { Pack, PackPrompt, PackWorkflow } from '../contract/pack.ts';
import { packPromptId } from '../domain/pack-prompt.ts';
import type { Prompt, Source } from '../domain/workflow.ts';
import type { Language } from '../i18n/language.ts';
import { packPromptText } from './adopt-workflow.ts';

/** A pack's prompt in one language, with what is known of its workflow. */
export interface PackOffer {
  /** `packPromptId`. */
  readonly id: string;
  readonly workflow: PackWorkflow;
  readonly workflowName: string;
  readonly level: PackPrompt['level'];
  readonly prompt: Pick<Prompt, 'title' | 'body' | 'variables'>;
  readonly source: Extract<Source, { kind: 'pack' }>;
}

/** Every prompt of a pack in one language, in the pack's order. */
export function packOffers(pack: Pack, language: Language): PackOffer[] {
  return pack.workflows.flatMap((workflow) =>
    workflow.prompts.map((prompt) => ({
      id: packPromptId({ pack: pack.id, workflow: workflow.id, prompt: prompt.id }),
      workflow,
      workflowName: workflow.name[language],
      level: prompt.level,
      prompt: packPromptText(prompt, language),
      source: { kind: 'pack', pack: pack.id, item: prompt.id },
    })),
  );
}
