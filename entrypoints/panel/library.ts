import type { FoundPrompt } from '../../components/suggestions/prompt-list.tsx';
import { candidateOf } from '../../lib/app/library-candidate.ts';
import type { LibraryReply } from '../../lib/contract/page-messages.ts';
import { createFinder } from '../../lib/domain/finder.ts';
import type { Moment } from '../../lib/domain/suggestion.ts';

/** Answers that the list shows; further ones are a letter away. */
const SHOWN = 24;

/** The prompts of an answer, searched with a draft in mind. */
export interface LibraryFinder {
  /** The best answers to a query, best first; to an empty one the best suggestions. */
  find(query: string): FoundPrompt[];
  /** Gets ready for typing; the first letter waits for it otherwise. */
  prepare(): void;
}

/** Makes the prompts of an answer searchable. The draft is only compared, never kept. */
export function finderFor(
  library: Omit<LibraryReply, 'canAsk'>,
  draft: string,
  moment: Moment,
): LibraryFinder {
  const finder = createFinder(moment);
  finder.add(
    library.prompts.map((prompt) => ({
      candidate: candidateOf(prompt),
      text: {
        title: prompt.title,
        workflow: prompt.workflowName ?? '',
        body: prompt.about ?? prompt.body,
      },
    })),
  );
  const byId = new Map(library.prompts.map((prompt) => [prompt.id, prompt]));
  return {
    find: (query) =>
      finder.find({ query, draft, limit: SHOWN }).flatMap(({ id, reason }) => {
        const prompt = byId.get(id);
        return prompt ? [{ prompt, reason }] : [];
      }),
    prepare: () => finder.prepare(),
  };
}
