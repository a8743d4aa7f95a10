import type { LibraryPrompt } from '../contract/page-messages.ts';
import type { Candidate } from '../domain/suggestion.ts';

/** A library prompt as ranking sees it: the same in the background, for the row, and in the page, for the palette. */
export function candidateOf(prompt: LibraryPrompt): Candidate {
  return {
    id: prompt.id,
    workflowId: prompt.workflowId,
    due: prompt.due,
    tool: prompt.tool,
    registered: prompt.offeredBy === undefined,
    fromDepartment: prompt.source.kind === 'department',
    ofHome: prompt.ofHome,
    stageFit: prompt.stageFit,
    edited: prompt.edited,
    ranOnMs: prompt.ranOnMs,
    taste: prompt.taste,
  };
}
