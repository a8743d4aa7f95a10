import { createSearchIndex } from './search.ts';

/** What is searched of a how-to. */
interface Searchable {
  readonly title: string;
  readonly text: string;
  readonly workflowId?: string | undefined;
}

/** A question as it is being written; the piece of work it is about counts like words. */
export interface AskedAbout {
  readonly text: string;
  readonly workflowId?: string | undefined;
}

/** A question is a sentence: most of what it is about may be in no how-to. */
const SHARE = 0.35;
/** Of English, three letters in a row count too, and fewer of those come again in other words. */
const ASCII_SHARE = 0.25;
/** Fewer letters say nothing yet. */
const FEWEST_LETTERS = 3;
const SHOWN = 3;
/** As much as the best match of words: a how-to of the same piece of work comes first among the alike. */
const SAME_WORK = 1;

/**
 * How-tos that may answer a question, best first, at most three (METRICS.md M12: the question that need not be asked is
 * answered soonest). Found by the words; without three letters none, unless it is about a piece of work that has some.
 */
export function findHowTos<T extends Searchable>(
  howTos: readonly T[],
  { text, workflowId }: AskedAbout,
): T[] {
  const index = createSearchIndex();
  index.add(howTos.map((each) => ({ title: each.title, workflow: '', body: each.text })));
  const points = new Map<T, number>();
  if ([...text.trim()].length >= FEWEST_LETTERS) {
    const { found, scores } = index.find(contentOf(text), {
      share: /^[\0-\x7F]*$/.test(text) ? ASCII_SHARE : SHARE,
    });
    const best = Math.max(...[...found].map((at) => scores[at] ?? 0));
    for (const at of found) {
      const howTo = howTos[at];
      if (howTo !== undefined) points.set(howTo, (scores[at] ?? 0) / best);
    }
  }
  for (const howTo of howTos) {
    if (workflowId === undefined || howTo.workflowId !== workflowId) continue;
    points.set(howTo, (points.get(howTo) ?? 0) + SAME_WORK);
  }
  return [...points.keys()]
    .toSorted((a, b) => (points.get(b) ?? 0) - (points.get(a) ?? 0))
    .slice(0, SHOWN);
}

/**
 * What a question is about: kanji, カタカナ and longer words. Hiragana bends with the sentence (崩れる, 崩さず) and short English
 * words are in all of them, so both are left out where anything else is there; a kanji that stood in hiragana is then
 * searched alone.
 */
function contentOf(text: string): string {
  const content = text
    .normalize('NFKC')
    .replaceAll(/\p{Script=Hiragana}+|\b[A-Za-z][a-z']{0,2}\b/gu, ' ');
  return /[\p{L}\p{N}]/u.test(content) ? content : text;
}
