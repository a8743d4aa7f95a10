import type { CountRange } from './gap.ts';
import type { Tally } from './reach.ts';

/** One who knows the own day must still not know everybody else's; see `discloseCount`. */
const MARGIN = 2;
/** Below five the same margin would leave nothing to say; such a group is shown by everybody's consent only. */
const MARGIN_OF_FEW = 1;
const FEW = 5;
/** How far off the largest part of a sum must stay for whoever holds the second largest. */
const LEAST_REST = 0.2;

/** What everybody can work out beforehand about a count, from what is shown elsewhere. */
export interface PublicBounds {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/**
 * A count as it may be told (METRICS.md P): as it is, or as a range of three at either end. "Nobody" told as "nobody"
 * would say something of each; told as "at most one" it would still say so to the one. So 0, 1 and 2 read the same, and
 * so do the three highest. The ends are those of the public bounds: what is known to be at least five cannot hide
 * between nought and two. Bounds so close that the ends meet give one range; a count outside them (the bounds were
 * wrong) is not told at all, which is the range of everything.
 */
export function discloseCount({ count, of }: Tally, bounds: PublicBounds = {}): CountRange {
  const low = Math.max(0, bounds.low ?? 0);
  const high = Math.min(of, bounds.high ?? of);
  if (count < low || count > high) return { low: 0, high: of, of };
  const margin = of < FEW ? MARGIN_OF_FEW : MARGIN;
  if (low + margin >= high - margin) return { low, high, of };
  if (count <= low + margin) return { low, high: low + margin, of };
  if (count >= high - margin) return { low: high - margin, high, of };
  return { low: count, high: count, of };
}

/**
 * A mean as it may be told, in whole numbers, or undefined (METRICS.md P). It is told only when three or more people
 * hold a part and, after the two largest parts, at least a fifth of the largest is left: otherwise the holder of the
 * second largest could subtract the own part and have the largest. Below one it is told as 0–1.
 */
export function discloseMean(parts: readonly number[]): CountRange | undefined {
  const [largest = 0, second = 0] = parts.toSorted((a, b) => b - a);
  const sum = parts.reduce((total, part) => total + part, 0);
  const rest = sum - largest - second;
  if (rest <= 0 || rest < largest * LEAST_REST) return undefined;
  const mean = sum / parts.length;
  const whole = Math.round(mean);
  return mean < 1
    ? { low: 0, high: 1, of: parts.length }
    : { low: whole, high: whole, of: parts.length };
}

/**
 * The share of the most active fifth as it may be told, 0–1: in steps of 0.05, and from 0.9 on as 0.9–1, because the
 * whole of it would say that four fifths did nothing.
 */
export function discloseTopShare(share: number): { readonly low: number; readonly high: number } {
  const rounded = Math.round(share * 20) / 20;
  return rounded >= 0.9 ? { low: 0.9, high: 1 } : { low: rounded, high: rounded };
}

/** The sum of told counts: computed from what is shown and so never more exact than it. */
export function addRanges(ranges: readonly CountRange[]): CountRange {
  const sum = (part: keyof CountRange): number =>
    ranges.reduce((total, range) => total + range[part], 0);
  return { low: sum('low'), high: sum('high'), of: sum('of') };
}

/** The mean over groups of told means, weighted by their members. */
export function addMeans(means: readonly CountRange[]): CountRange {
  const of = means.reduce((total, mean) => total + mean.of, 0);
  const weighted = (part: 'low' | 'high'): number =>
    Math.round(means.reduce((total, mean) => total + mean[part] * mean.of, 0) / Math.max(1, of));
  return { low: weighted('low'), high: weighted('high'), of };
}
