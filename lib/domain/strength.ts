/**
 * Habit strength (METRICS.md M6), the score of Loop Habit Tracker (uhabits, `core/models/Score.kt`): with
 * `m = 0.5^(sqrt(f)/13)` a step is `s' = s·m + c·(1−m)`. A daily habit has `f = 1`, so 13 scheduled days take half of the
 * way to full strength, and half of it away.
 */
const HALF_LIFE_DAYS = 13;
const MULTIPLIER = 0.5 ** (1 / HALF_LIFE_DAYS);

/** Strength (0–1) after one more scheduled day that had a visit-day or not. Days off are not stepped. */
export function stepStrength(strength: number, kept: boolean): number {
  return strength * MULTIPLIER + (kept ? 1 - MULTIPLIER : 0);
}

/** Strength (0–1) after scheduled days in order, oldest first, `true` for a visit-day. Starts at 0; empty gives 0. */
export function strengthAfter(scheduledDays: Iterable<boolean>): number {
  let strength = 0;
  for (const kept of scheduledDays) strength = stepStrength(strength, kept);
  return strength;
}
