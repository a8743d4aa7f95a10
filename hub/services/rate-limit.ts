/** How much of something is allowed within a time. */
export interface Allowance {
  readonly most: number;
  readonly withinMs: number;
}

/** Counts by key in memory, each hub for itself. A bucket fills at an even pace, so nobody gains by waiting for a full hour. */
export interface RateLimit {
  /** Takes one; returns 0, or the whole seconds until one is there again, and then takes nothing. */
  take(key: string): number;
  /** As `take`, without taking. */
  look(key: string): number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Keys remembered at most; the ones that have been quiet longest are full again and go first. */
const MOST_KEYS = 50_000;

/** A limit for `allowance`, per key. */
export function createRateLimit({ most, withinMs }: Allowance, now: () => number): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMs = most / withinMs;

  function filled(key: string): Bucket {
    const at = now();
    const held = buckets.get(key) ?? { left: most, at };
    const left = Math.min(most, held.left + Math.max(0, at - held.at) * perMs);
    return { left, at };
  }

  function remember(key: string, bucket: Bucket): void {
    buckets.delete(key);
    buckets.set(key, bucket);
    const oldest = buckets.keys().next().value;
    if (buckets.size > MOST_KEYS && oldest !== undefined) buckets.delete(oldest);
  }

  const waitSeconds = ({ left }: Bucket): number =>
    left >= 1 ? 0 : Math.max(1, Math.ceil((1 - left) / perMs / 1000));

  return {
    look: (key) => waitSeconds(filled(key)),
    take(key) {
      const bucket = filled(key);
      const wait = waitSeconds(bucket);
      if (wait === 0) remember(key, { ...bucket, left: bucket.left - 1 });
      return wait;
    },
  };
}
