import type { FoundPrompt } from '../../components/suggestions/prompt-list.tsx';
import { candidateOf } from '../../lib/app/library-candidate.ts';
import type { LibraryReply } from '../../lib/contract/page-messages.ts';
import { createFinder } from '../../lib/domain/finder.ts';
import type { Moment } from '../../lib/domain/suggestion.ts';

/** Answers that the list shows; further ones are a letter away. */
const SHOWN = 24;

/** The prompts of an answer, ready to be searched with a draft in mind. The draft is only compared, never kept. */
export function finderFor(
  library: LibraryReply,
  draft: string,
  moment: Moment,
): (query: string) => FoundPrompt[] {
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
  return (query) =>
    finder.find({ query, draft, limit: SHOWN }).flatMap(({ id, reason }) => {
      const prompt = byId.get(id);
      return prompt ? [{ prompt, reason }] : [];
    });
}
