/** Everybody's use of one day in one text: `member use;member use`, in no particular order. */
export interface DayUses {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly text: string;
}

/** A member had an engaged visit that day. */
export const VISITED = 1;
/** A member marked the day by hand. */
export const SELF_REPORTED = 2;
/** What one prompt adds to a use; the two flags stand below it. */
export const PROMPT = 4;

const SEMICOLON = 59;
const ZERO = 48;

/**
 * Reads a day's text, entry by entry: where the member's id begins and ends, and the number that holds the flags and the
 * prompts. A year of a company of 100,000 is twenty million entries; as rows each would be an object with five names, and ids
 * cut out of the text twenty million texts more.
 */
export function eachUse(
  text: string,
  take: (idFrom: number, idTo: number, use: number) => void,
): void {
  let from = 0;
  while (from < text.length) {
    const space = text.indexOf(' ', from);
    if (space < 0) return;
    let use = 0;
    let at = space + 1;
    for (; at < text.length && text.charCodeAt(at) !== SEMICOLON; at += 1) {
      use = use * 10 + (text.charCodeAt(at) - ZERO);
    }
    take(from, space, use);
    from = at + 1;
  }
}

/** Who ran one workflow on a day, as text: members' ids with a semicolon between them. */
export interface DayRunners {
  /** Of the workflow. */
  readonly id: string;
  readonly text: string;
}

/** Calls back with where each member's id stands in the text (from, to before). */
export function eachRunner(text: string, found: (from: number, to: number) => void): void {
  for (let from = 0; from < text.length;) {
    const next = text.indexOf(';', from);
    const to = next < 0 ? text.length : next;
    found(from, to);
    from = to + 1;
  }
}
