import { rankOne, type Candidate, type Moment, type Ranked } from './suggestion.ts';
import { createSearchIndex, foldText, type Matches, type SearchText } from './search.ts';

/** A prompt as the finder takes it in. */
export interface Findable {
  readonly candidate: Candidate;
  readonly text: SearchText;
}

/** What to look for: words typed into the search, and the draft that stands in the composer. Either may be empty. */
export interface Wanted {
  readonly query: string;
  readonly draft: string;
  /** At most this many answers. */
  readonly limit: number;
}

/** Search and suggestion as one list: what is typed decides what may show, everything else decides the order. */
export interface Finder {
  readonly size: number;
  /** Adds prompts behind those that are there. Quick: their texts are indexed later. */
  add(prompts: readonly Findable[]): void;
  /** Indexes the texts added since; the first `find` that compares texts does it otherwise. */
  prepare(): void;
  /** The best answers, best first; without query and draft simply the best suggestions. */
  find(wanted: Wanted): Ranked[];
}

/** Short queries must be there whole; in longer ones a typing slip is forgiven. */
const STRICT_LENGTH = 4;
const STRICT = { share: 1 };
const LENIENT = { share: 0.7 };
/** A draft is a sentence: most of it is in no prompt. */
const ANY = { share: 0 };
/** The end of a long draft says what it is about to become. */
const LONGEST_DRAFT = 1200;
/** BM25 points at which the best prompt plainly is what the draft asks for; below it every likeness is scaled down. */
const PLAIN_MATCH = 14;
/** Likeness below this share (0–1) is chance. */
const LEAST_LIKENESS = 0.1;
/** What is typed weighs more than anything that was known before. */
const QUERY_WEIGHT = 20;
const TITLE_STARTS = 6;
const TITLE_HOLDS = 3;

/**
 * A finder for one opening of the palette: `moment` is fixed, so that the order does not shift while a person types. An
 * answer takes time by the matches, not by the prompts, and reads no text but the titles of the best ones. Without query and
 * draft it needs no index, so that the first list is there before one.
 */
export function createFinder(moment: Moment): Finder {
  const index = createSearchIndex();
  const candidates: Candidate[] = [];
  const titles: string[] = [];
  let unread: SearchText[] = [];
  /** Scores by position: everything that is known before something is typed, without and with the draft. */
  let priors = new Float32Array(64);
  let standing = priors;
  let draftNow: string | undefined;
  let likeness = new Float32Array(0);

  function prepare(): void {
    if (unread.length === 0) return;
    index.add(unread);
    for (const { title } of unread) titles.push(foldText(title));
    unread = [];
  }

  /** Once for a draft, not at every key: most prompts share a few characters with it. */
  function compareWith(draft: string): void {
    const end = draft.slice(-LONGEST_DRAFT);
    if (end === draftNow) return;
    draftNow = end;
    likeness = new Float32Array(candidates.length);
    standing = priors.slice();
    if (end.trim() === '') return;
    prepare();
    const matches = index.find(end, ANY);
    const best = strongest(matches);
    for (const position of matches.found) {
      const points = matches.scores[position] as number;
      // Relative to the best; a draft that is like nothing lifts nothing.
      const share = (points / best) * Math.min(1, best / PLAIN_MATCH);
      if (share < LEAST_LIKENESS) continue;
      likeness[position] = share;
      standing[position] = rankAt(position).score;
    }
  }

  function rankAt(position: number): Ranked {
    return rankOne(candidates[position] as Candidate, moment, likeness[position] as number);
  }

  return {
    get size() {
      return candidates.length;
    },
    add(prompts) {
      if (candidates.length + prompts.length > priors.length) {
        const wider = new Float32Array((candidates.length + prompts.length) * 2);
        wider.set(priors);
        priors = wider;
      }
      for (const { candidate, text } of prompts) {
        priors[candidates.length] = rankOne(candidate, moment, 0).score;
        candidates.push(candidate);
        unread.push(text);
      }
      draftNow = undefined;
    },
    prepare,
    find({ query, draft, limit }) {
      compareWith(draft);
      const words = foldText(query).trim();
      if (words === '') {
        const score = (position: number) => standing[position] as number;
        return topOf(candidates.keys(), score, limit).map(({ position }) => rankAt(position));
      }
      prepare();
      const matches = index.find(words, words.length <= STRICT_LENGTH ? STRICT : LENIENT);
      const best = strongest(matches);
      const points = (position: number) =>
        (QUERY_WEIGHT * (matches.scores[position] as number)) / best +
        (standing[position] as number);
      // Twice as many as wanted, so that a title that begins with the query is among them before it is lifted.
      return topOf(matches.found, points, limit * 2)
        .map((top) => ({
          position: top.position,
          score: top.points + titlePoints(titles[top.position] as string, words),
        }))
        .toSorted((a, b) => b.score - a.score)
        .slice(0, limit)
        .map(({ position, score }) => ({ ...rankAt(position), score }));
    },
  };
}

function strongest({ found, scores }: Matches): number {
  let best = Number.MIN_VALUE;
  for (const position of found) best = Math.max(best, scores[position] as number);
  return best;
}

function titlePoints(title: string, words: string): number {
  if (title.startsWith(words)) return TITLE_STARTS;
  return title.includes(words) ? TITLE_HOLDS : 0;
}

interface Top {
  readonly position: number;
  readonly points: number;
}

/** The positions with the most points, best first, equal ones in their order, without sorting all of them. */
function topOf(
  positions: Iterable<number>,
  pointsOf: (position: number) => number,
  limit: number,
): Top[] {
  const top: Top[] = [];
  for (const position of positions) {
    const points = pointsOf(position);
    if (top.length === limit && points <= (top[limit - 1] as Top).points) continue;
    let at = top.length;
    while (at > 0 && (top[at - 1] as Top).points < points) at--;
    top.splice(at, 0, { position, points });
    if (top.length > limit) top.pop();
  }
  return top;
}
