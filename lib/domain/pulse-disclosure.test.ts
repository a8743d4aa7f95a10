import { describe, expect, it } from 'vitest';
import { disclosePulse, toldAnswers } from './pulse-disclosure.ts';
import type { PulseCounts } from './pulse.ts';

const alike = (given: PulseCounts['quality']): PulseCounts => ({
  quality: given,
  effort: given,
  speed: given,
  productivity: given,
});

/** Every way in which so many people can answer one question. */
function* everyAnswer(people: number): Generator<number[]> {
  for (let a = 0; a <= people; a += 1)
    for (let b = 0; a + b <= people; b += 1)
      for (let c = 0; a + b + c <= people; c += 1)
        for (let d = 0; a + b + c + d <= people; d += 1) yield [a, b, c, d, people - a - b - c - d];
}

describe('what is told of a pulse', () => {
  it.each([
    [4, undefined],
    [5, 5],
    [9, 5],
    [10, 10],
    [14, 10],
  ])('of %i people is told as at least %s', (people, atLeast) => {
    expect(disclosePulse(alike([0, 0, people, 0, 0]), 5)?.atLeast).toBe(atLeast);
  });

  it('waits for a floor that was raised', () => {
    expect(disclosePulse(alike([0, 0, 9, 0, 0]), 10)).toBeUndefined();
    expect(disclosePulse(alike([0, 0, 10, 0, 0]), 10)).toBeDefined();
  });

  it.each([
    ['everybody gave 5', [0, 0, 0, 0, 5], { low: 3.5, high: 5 }],
    ['everybody gave 1', [5, 0, 0, 0, 0], { low: 1, high: 2.5 }],
    ['everybody gave 3', [0, 0, 5, 0, 0], { low: 3, high: 3 }],
    ['twelve are of two minds', [3, 0, 3, 0, 6], { low: 3.5, high: 3.5 }],
    ['twenty are rather content', [0, 2, 6, 10, 2], { low: 3.5, high: 3.5, good: 'half' }],
  ])('where %s is %o as %o', (_, given, told) => {
    expect(toldAnswers(given)).toEqual(told);
  });

  // The attacker answered, knows the own points, how many answered, and every rule.
  it.each([5, 6, 7, 8, 9, 10, 12, 15, 18])(
    'leaves every answer of every other of %i people possible, whatever one gave oneself',
    (people) => {
      const possible = new Map<string, Set<number>>();
      for (const given of everyAnswer(people)) {
        const told = JSON.stringify(toldAnswers(given));
        for (let own = 1; own <= 5; own += 1) {
          const rest = given.map((count, index) => (index + 1 === own ? count - 1 : count));
          if (rest.some((count) => count < 0)) continue;
          const key = `${own} ${told}`;
          const others = possible.get(key) ?? new Set<number>();
          for (const [index, count] of rest.entries()) if (count > 0) others.add(index + 1);
          possible.set(key, others);
        }
      }
      const pinned = [...possible].filter(([, others]) => others.size < 5);
      expect(pinned).toEqual([]);
    },
  );

  it.each([25, 40, 77, 150, 400])('says no more of a mean of %i people', (people) => {
    const possible = new Map<string, Set<number>>();
    for (let points = people; points <= people * 5; points += 1) {
      const { low, high } = toldAnswers(answersOf(people, points));
      for (let own = 1; own <= 5; own += 1) {
        for (let another = 1; another <= 5; another += 1) {
          const rest = points - own - another;
          if (rest < people - 2 || rest > (people - 2) * 5) continue;
          const key = `${own} ${low} ${high}`;
          possible.set(key, (possible.get(key) ?? new Set()).add(another));
        }
      }
    }
    expect([...possible].filter(([, others]) => others.size < 5)).toEqual([]);
  });
});

/** Some answers of so many people that add up to so many points. */
function answersOf(people: number, points: number): number[] {
  const given = [0, 0, 0, 0, 0];
  const each = Math.min(4, Math.floor(points / people));
  const more = points - each * people;
  given[each - 1] = people - more;
  given[each] = more;
  return given;
}
