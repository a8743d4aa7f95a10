import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cover, uncovered, type Coverage, type Stretch } from './coverage.ts';

const stretches = fc.array(
  fc
    .tuple(fc.nat(300), fc.nat(40))
    .map(([fromMs, lengthMs]): Stretch => ({ fromMs, toMs: fromMs + lengthMs })),
  { maxLength: 30 },
);

function millisOf(all: readonly Stretch[]): Set<number> {
  const seen = new Set<number>();
  for (const { fromMs, toMs } of all) for (let ms = fromMs; ms < toMs; ms += 1) seen.add(ms);
  return seen;
}

function toStretches(coverage: Coverage): Stretch[] {
  return Array.from({ length: coverage.length / 2 }, (_, index) => ({
    fromMs: coverage[index * 2] as number,
    toMs: coverage[index * 2 + 1] as number,
  }));
}

describe('cover', () => {
  it('holds exactly the milliseconds that were added, ascending, disjoint, joined where they touch', () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const coverage = all.reduce(cover, [] as Coverage);
        expect(millisOf(toStretches(coverage))).toEqual(millisOf(all));
        for (let index = 1; index < coverage.length; index += 1) {
          expect(coverage[index]).toBeGreaterThan(coverage[index - 1] as number);
        }
      }),
    );
  });

  it.each([
    [[], { fromMs: 5, toMs: 5 }, []],
    [[0, 10], { fromMs: 10, toMs: 20 }, [0, 20]],
    [[10, 20], { fromMs: 0, toMs: 10 }, [0, 20]],
    [[0, 10, 20, 30], { fromMs: 10, toMs: 20 }, [0, 30]],
    [[0, 10, 20, 30], { fromMs: 12, toMs: 14 }, [0, 10, 12, 14, 20, 30]],
    [[0, 10], { fromMs: 2, toMs: 3 }, [0, 10]],
  ])('%j with %j is %j', (before, stretch, after) => {
    expect(cover(before, stretch)).toEqual(after);
  });
});

describe('uncovered', () => {
  it('is what is not held yet, oldest first', () => {
    fc.assert(
      fc.property(stretches, stretches, (held, [asked = { fromMs: 0, toMs: 300 }]) => {
        const coverage = held.reduce(cover, [] as Coverage);
        const parts = uncovered(coverage, asked);
        const expected = millisOf([asked]);
        for (const ms of millisOf(held)) expected.delete(ms);
        expect([...millisOf(parts)]).toEqual([...expected]);
        expect(parts.every(({ fromMs, toMs }) => fromMs < toMs)).toBe(true);
      }),
    );
  });
});
