import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameJson } from './same-json.ts';

test('agrees with the text, once keys are in one order', () => {
  const small = fc.jsonValue({ maxDepth: 2 });
  fc.assert(
    fc.property(small, small, (a, b) => {
      expect(sameJson(a, b)).toBe(ordered(a) === ordered(b));
      expect(sameJson(a, JSON.parse(ordered(a)))).toBe(true);
    }),
  );
});

test.each([
  [{ a: undefined }, {}, true],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [{}, null, false],
  [0, -0, true],
  [{ constructor: 1 }, {}, false],
  [{}, { toString: undefined }, true],
  ['1', 1, false],
])('%j and %j: %s', (a, b, same) => {
  expect(sameJson(a, b)).toBe(same);
});

function ordered(value: unknown): string {
  return JSON.stringify(reordered(value));
}

function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, reordered(part)]));
}
