/**
 * Stretches of time that were already counted: `[from, to, from, to, …]` in milliseconds, ascending, disjoint, half
 * open. Flat, because it is stored with every count.
 */
export type Coverage = readonly number[];

/** A stretch of time in milliseconds, half open. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The parts of a stretch that are not covered yet, oldest first; none for an empty one. */
export function uncovered(coverage: Coverage, { fromMs, toMs }: Stretch): Stretch[] {
  const parts: Stretch[] = [];
  let start = fromMs;
  for (let index = firstEndingAfter(coverage, fromMs); start < toMs; index += 2) {
    const coveredFrom = coverage[index] ?? Infinity;
    const end = Math.min(coveredFrom, toMs);
    if (end > start) parts.push({ fromMs: start, toMs: end });
    start = Math.max(start, coverage[index + 1] ?? Infinity);
  }
  return parts;
}

/** The coverage with a stretch added; stretches that touch become one. */
export function cover(coverage: Coverage, { fromMs, toMs }: Stretch): Coverage {
  if (toMs <= fromMs) return coverage;
  const before = coverage.slice(0, firstEndingAfter(coverage, fromMs - 1));
  let from = fromMs;
  let to = toMs;
  let index = before.length;
  for (; (coverage[index] ?? Infinity) <= toMs; index += 2) {
    from = Math.min(from, coverage[index] as number);
    to = Math.max(to, coverage[index + 1] as number);
  }
  return [...before, from, to, ...coverage.slice(index)];
}

/** Where the first covered stretch that ends after an instant begins in the list. */
function firstEndingAfter(coverage: Coverage, instantMs: number): number {
  let low = 0;
  let high = coverage.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((coverage[middle * 2 + 1] as number) > instantMs) high = middle;
    else low = middle + 1;
  }
  return low * 2;
}
