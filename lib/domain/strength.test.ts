import { describe, expect, it } from 'vitest';
import { stepStrength, strengthAfter } from './strength.ts';

describe('habit strength (M6, Loop’s Score.kt)', () => {
  it.each([
    [0, 0],
    [10, 0.413],
    [13, 0.5],
    [20, 0.656],
    [40, 0.881],
    [60, 0.959],
  ])('after %i scheduled days, all kept: %f', (days, expected) => {
    expect(strengthAfter(Array.from({ length: days }, () => true))).toBeCloseTo(expected, 3);
  });

  it('starts at nothing and stays there without a visit-day', () => {
    expect(strengthAfter([false, false])).toBe(0);
  });

  it('loses half in 13 missed days, and one miss costs at most a twentieth', () => {
    const missed = Array.from({ length: 13 }, () => false);
    expect(missed.reduce(stepStrength, 0.9)).toBeCloseTo(0.45, 10);
    expect(stepStrength(1, false)).toBeGreaterThan(0.947);
  });

  it('comes back near its height two days after a miss', () => {
    const habit = strengthAfter(Array.from({ length: 60 }, () => true));
    const again = [false, true, true].reduce(stepStrength, habit);
    expect(habit - again).toBeLessThan(0.05);
  });
});
