import type { FilePrompt } from './prompt-file.ts';

/** What a prompt of a file is beside the ones that are there: new, word for word the same, or much like one. */
export type Standing =
  | { readonly kind: 'new' }
  | { readonly kind: 'same' | 'alike'; readonly title: string };

/** Share of two-letter runs from which two texts are one with a few words changed. */
const ALIKE = 0.85;

/**
 * How each prompt stands to the ones held and to those before it in the file, in order. Case, width and white space make no
 * difference. Texts of very different length are not compared: they cannot be alike.
 */
export function findDuplicates(
  prompts: readonly FilePrompt[],
  held: readonly Pick<FilePrompt, 'title' | 'body'>[],
): Standing[] {
  const known = held.map(seenOf);
  return prompts.map((prompt): Standing => {
    const seen = seenOf(prompt);
    const same = known.find(({ text }) => text === seen.text);
    const alike = same ?? known.find((other) => likeness(seen.runs, other.runs) >= ALIKE);
    known.push(seen);
    if (alike === undefined) return { kind: 'new' };
    return { kind: same === undefined ? 'alike' : 'same', title: alike.title };
  });
}

interface Seen {
  readonly title: string;
  readonly text: string;
  readonly runs: ReadonlySet<string>;
}

function seenOf({ title, body }: Pick<FilePrompt, 'title' | 'body'>): Seen {
  const text = body.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
  return { title, text, runs: new Set(Array.from(text, (_, at) => text.slice(at, at + 2))) };
}

/** Shared runs ÷ all runs (Jaccard), 0–1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [less, more] = a.size < b.size ? [a, b] : [b, a];
  if (less.size < ALIKE * more.size) return 0;
  let shared = 0;
  for (const run of less) if (more.has(run)) shared += 1;
  return shared / (less.size + more.size - shared);
}
