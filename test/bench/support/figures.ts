/** One measured figure with the bound it has to keep. */
export interface Figure {
  /** What was measured, as it stands in docs/benchmarks.md. */
  readonly name: string;
  readonly unit: 'ms' | 'KB' | 'MB' | 'ratio' | 'count';
  /** Median of the rounds, or the percentile that the name says. */
  readonly value: number;
  /** Largest value allowed; a figure without one is for comparison. */
  readonly bound?: number;
  /** Smallest value allowed. */
  readonly atLeast?: number;
  readonly rounds: number;
}

/** The middle of some numbers; of an even count, the mean of the middle two. NaN for none. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** A percentile by linear interpolation; `share` from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const low = sorted[Math.floor(position)] ?? Number.NaN;
  const high = sorted[Math.ceil(position)] ?? Number.NaN;
  return low + (high - low) * (position - Math.floor(position));
}
