import type { ComposerSearch } from '../../../lib/sites/find-composer.ts';
import type { InsertionResult } from '../../../lib/sites/insertion/insert-prompt.ts';

/** What a test asks the probe: to insert a text, or only how things stand. */
export interface ProbeQuestion {
  readonly insert?: string;
}

/** How the composer was found, the submits counted since the page loaded, what controls were seen with them, and how the insertion went. */
export interface ProbeAnswer {
  readonly how: ComposerSearch['how'];
  readonly submits: number;
  readonly seen: readonly string[];
  readonly insertion?: InsertionResult;
}
