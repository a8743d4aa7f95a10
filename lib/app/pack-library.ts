import type { PackOutline, PackPrompt, PackWorkflowOutline } from '../contract/pack.ts';
import type { LibraryPrompt } from '../contract/page-messages.ts';
import { packPromptId, parsePackPromptId } from '../domain/pack-prompt.ts';
import type { Language } from '../i18n/language.ts';
import { packPromptText } from './adopt-workflow.ts';
import type { PackSource } from './ports.ts';

/** A pack's prompt in one language as lists show it, with what is known of its workflow. */
export interface PackOffer {
  /** `packPromptId`. */
  readonly id: string;
  readonly title: string;
  readonly level: PackPrompt['level'];
  readonly workflow: PackWorkflowOutline;
  readonly workflowName: string;
  readonly source: { readonly kind: 'pack'; readonly pack: string; readonly item: string };
}

/** Every prompt of a pack in one language, in the pack's order. */
export function packOffers(pack: PackOutline, language: Language): PackOffer[] {
  return pack.workflows.flatMap((workflow) =>
    workflow.prompts.map(({ id, level, title }) => ({
      id: packPromptId({ pack: pack.id, workflow: workflow.id, prompt: id }),
      title: title[language],
      level,
      workflow,
      workflowName: workflow.name[language],
      source: { kind: 'pack', pack: pack.id, item: id },
    })),
  );
}

/** The text and blanks of a pack's prompt in one language; undefined for an id that no pack has. Rejects as the source does. */
export async function packPromptById(
  packs: PackSource,
  id: string,
  language: Language,
): Promise<Pick<LibraryPrompt, 'body' | 'variables'> | undefined> {
  const path = parsePackPromptId(id);
  const pack = path && (await packs.pack(path.pack));
  const prompt = pack?.workflows
    .find((workflow) => workflow.id === path?.workflow)
    ?.prompts.find((each) => each.id === path?.prompt);
  if (prompt === undefined) return undefined;
  const { body, variables } = packPromptText(prompt, language);
  return { body, variables };
}
