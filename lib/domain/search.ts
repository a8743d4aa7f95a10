/** What is searched of a prompt. Empty strings are fine. */
export interface SearchText {
  readonly title: string;
  readonly workflow: string;
  readonly body: string;
}

/** What a query found. The arrays belong to the index and are overwritten by its next query. */
export interface Matches {
  /** Positions of the texts found, in the order they were added to the index, not by score. */
  readonly found: Uint32Array;
  /** BM25 score by position; meaningful for `found` only, always above 0 there. */
  readonly scores: Float32Array;
}

/** How much of a query a text must hold to be found. */
export interface QueryRule {
  /** Share (0–1) of the query's grams; 1 finds only texts with all of them. */
  readonly share: number;
}

/** An index of texts by the pairs of characters in them, so that Japanese needs no dictionary. */
export interface SearchIndex {
  /** How many texts are in it. */
  readonly size: number;
  /** Adds texts behind those that are there; large collections are added in slices so that no slice is felt. */
  add(texts: readonly SearchText[]): void;
  /** The texts that hold enough of a query; all of nothing for a query without letters or digits. */
  find(query: string, rule: QueryRule): Matches;
}

/** Okapi BM25 (Robertson and Zaragoza 2009): saturation and length normalisation at their usual values. */
const K1 = 1.2;
const B = 0.75;
/** A gram in the title says more than one in the body. */
const WEIGHTS = { title: 4, workflow: 2, body: 1 } as const;
/** A draft can be long; its rarest grams say what it is about. */
const MOST_GRAMS = 64;

const HIRAGANA_OFFSET = 0x60;

/**
 * Text as it is compared: full-width and half-width alike (NFKC), lower case, カタカナ as ひらがな. Every function here
 * does this itself; callers do it only to compare on their own.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - HIRAGANA_OFFSET));
}

/** An empty index; see `SearchIndex`. Built and asked in one thread; holds no text. */
export function createSearchIndex(): SearchIndex {
  const grams = createGramTable();
  let size = 0;
  let lengths = new Float32Array(64);
  let totalLength = 0;
  // One posting per gram and text, in order of arrival; `seal` sorts them by gram before the next query.
  let count = 0;
  let postingGram = new Uint32Array(1024);
  let postingText = new Uint32Array(1024);
  let postingWeight = new Float32Array(1024);
  /** The gram's latest posting, so that a repeated gram in one text adds to it. */
  let latest = new Int32Array(1024);
  let sealed: Sealed | undefined;

  function addGram(key: number, weight: number): void {
    const gram = grams.idOf(key);
    if (gram >= latest.length) latest = grown(latest, gram + 1);
    const last = (latest[gram] as number) - 1;
    if (last >= 0 && postingText[last] === size) {
      postingWeight[last] = (postingWeight[last] as number) + weight;
      return;
    }
    if (count === postingGram.length) {
      postingGram = grown(postingGram, count + 1);
      postingText = grown(postingText, count + 1);
      postingWeight = grown(postingWeight, count + 1);
    }
    postingGram[count] = gram;
    postingText[count] = size;
    postingWeight[count] = weight;
    latest[gram] = ++count;
  }

  function addField(text: string, weight: number): number {
    let length = 0;
    eachGram(foldText(text), weight > 1, (key) => {
      addGram(key, weight);
      length += weight;
    });
    return length;
  }

  function seal(): Sealed {
    const starts = new Uint32Array(grams.size + 1);
    for (let at = 0; at < count; at++) starts[(postingGram[at] as number) + 1]!++;
    for (let gram = 0; gram < grams.size; gram++) starts[gram + 1]! += starts[gram] as number;
    const texts = new Uint32Array(count);
    const impacts = new Float32Array(count);
    const next = starts.slice();
    const average = totalLength / Math.max(1, size);
    for (let at = 0; at < count; at++) {
      const gram = postingGram[at] as number;
      const text = postingText[at] as number;
      const weight = postingWeight[at] as number;
      const frequency = (starts[gram + 1] as number) - (starts[gram] as number);
      const rarity = Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
      const room = K1 * (1 - B + (B * (lengths[text] as number)) / average);
      const slot = next[gram]!++;
      texts[slot] = text;
      impacts[slot] = (rarity * (weight * (K1 + 1))) / (weight + room);
    }
    return {
      starts,
      texts,
      impacts,
      scores: new Float32Array(size),
      hits: new Uint8Array(size),
      touched: new Uint32Array(size),
    };
  }

  return {
    get size() {
      return size;
    },
    add(texts) {
      for (const text of texts) {
        if (size === lengths.length) lengths = grown(lengths, size + 1);
        const length =
          addField(text.title, WEIGHTS.title) +
          addField(text.workflow, WEIGHTS.workflow) +
          addField(text.body, WEIGHTS.body);
        lengths[size] = length;
        totalLength += length;
        size++;
      }
      sealed = undefined;
    },
    find(query, rule) {
      sealed ??= seal();
      return findIn(sealed, queryGrams(query, grams, sealed.starts), rule);
    },
  };
}

interface Sealed {
  /** Where each gram's postings begin; one more at the end. */
  readonly starts: Uint32Array;
  readonly texts: Uint32Array;
  readonly impacts: Float32Array;
  readonly scores: Float32Array;
  readonly hits: Uint8Array;
  readonly touched: Uint32Array;
}

function findIn(sealed: Sealed, query: QueryGrams, rule: QueryRule): Matches {
  const { starts, texts, impacts, scores, hits, touched } = sealed;
  let reached = 0;
  hits.fill(0);
  for (const gram of query.known) {
    const end = starts[gram + 1] as number;
    for (let at = starts[gram] as number; at < end; at++) {
      const text = texts[at] as number;
      if (hits[text] === 0) {
        touched[reached++] = text;
        scores[text] = impacts[at] as number;
      } else {
        scores[text]! += impacts[at] as number;
      }
      hits[text]!++;
    }
  }
  const needed = Math.max(1, Math.ceil(query.total * rule.share));
  let kept = 0;
  for (let at = 0; at < reached; at++) {
    const text = touched[at] as number;
    if ((hits[text] as number) >= needed) touched[kept++] = text;
  }
  return { found: touched.subarray(0, kept), scores };
}

interface QueryGrams {
  /** Ids of the query's grams that the index holds, each once, rarest first. */
  readonly known: readonly number[];
  /** How many different grams the query has, held by the index or not, at most `MOST_GRAMS`. */
  readonly total: number;
}

function queryGrams(query: string, grams: GramTable, starts: Uint32Array): QueryGrams {
  const keys = new Set<number>();
  eachGram(foldText(query), true, (key, isAlone) => {
    // Single characters are in the index for one-letter queries; beside a pair they would only add noise.
    if (isAlone || key > 0xffff) keys.add(key);
  });
  const known = [...keys].map((key) => grams.find(key)).filter((gram) => gram >= 0);
  const frequency = (gram: number) => (starts[gram + 1] as number) - (starts[gram] as number);
  known.sort((a, b) => frequency(a) - frequency(b));
  return { known: known.slice(0, MOST_GRAMS), total: Math.min(MOST_GRAMS, keys.size) };
}

/**
 * Calls `use` for every gram of a folded text: each pair of neighbouring characters of a word, three in a row of ASCII
 * (a pair of Latin letters says little), each character beyond ASCII, and, where `initials` are wanted, the first letter of each word. `isAlone` tells that the word is that one
 * character. Characters are UTF-16 units; a pair of surrogates is a pair like any other.
 */
function eachGram(
  text: string,
  initials: boolean,
  use: (key: number, isAlone: boolean) => void,
): void {
  let previous = 0;
  let beforePrevious = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isGap(code)) {
      previous = beforePrevious = 0;
      continue;
    }
    const isFirst = previous === 0;
    if (code > 0x7f || (isFirst && initials)) {
      const isAlone = isFirst && (at + 1 === text.length || isGap(text.charCodeAt(at + 1)));
      use(code, isAlone);
    }
    if (!isFirst) use(((previous << 16) | code) >>> 0, false);
    if (beforePrevious !== 0 && beforePrevious < 0x80 && previous < 0x80 && code < 0x80) {
      use(threeOf(beforePrevious, previous, code), false);
    }
    beforePrevious = previous;
    previous = code;
  }
}

/** The key of three ASCII letters or digits, among keys that no pair has: its first half would be a control character. */
function threeOf(first: number, second: number, third: number): number {
  return 0x10000 + (digitOf(first) * 36 + digitOf(second)) * 36 + digitOf(third);
}

function digitOf(code: number): number {
  return code < 0x61 ? code - 0x30 : code - 0x61 + 10;
}

/** Whether a character parts words: anything but letters and digits, judged by block because this runs per character. */
function isGap(code: number): boolean {
  if (code < 0x80) {
    const isDigit = code >= 0x30 && code <= 0x39;
    const isLetter = code >= 0x61 && code <= 0x7a;
    return !isDigit && !isLetter;
  }
  if (code < 0xc0) return true;
  if (code >= 0x2000 && code <= 0x2bff) return true;
  // 々〆〇 are letters; ・ parts words; ー does not.
  if (code >= 0x3000 && code <= 0x303f) return code < 0x3005 || code > 0x3007;
  return code === 0x30fb || (code >= 0xff00 && code <= 0xff0f);
}

interface GramTable {
  readonly size: number;
  /** The gram's id, given out in order of first appearance. */
  idOf(key: number): number;
  /** The gram's id, or -1 when it never appeared. */
  find(key: number): number;
}

/** A map from gram to id without boxed keys; `Map` costs four times the build. */
function createGramTable(): GramTable {
  let mask = 4095;
  let keys = new Uint32Array(mask + 1);
  let ids = new Uint32Array(mask + 1);
  let size = 0;

  function slotOf(key: number): number {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  function widen(): void {
    const [oldKeys, oldIds] = [keys, ids];
    mask = mask * 2 + 1;
    keys = new Uint32Array(mask + 1);
    ids = new Uint32Array(mask + 1);
    for (let old = 0; old < oldKeys.length; old++) {
      const key = oldKeys[old] as number;
      if (key === 0) continue;
      const slot = slotOf(key);
      keys[slot] = key;
      ids[slot] = oldIds[old] as number;
    }
  }

  return {
    get size() {
      return size;
    },
    idOf(key) {
      const slot = slotOf(key);
      if (keys[slot] === key) return ids[slot] as number;
      keys[slot] = key;
      ids[slot] = size++;
      if (size * 2 > mask) widen();
      return size - 1;
    },
    find(key) {
      const slot = slotOf(key);
      return keys[slot] === key ? (ids[slot] as number) : -1;
    },
  };
}

function grown<T extends Uint32Array | Int32Array | Float32Array>(array: T, atLeast: number): T {
  const wider = new (array.constructor as new (length: number) => T)(
    Math.max(atLeast, array.length * 2),
  );
  wider.set(array);
  return wider;
}
