import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOfPath, placeOfSyntaxError } from './locate-json.ts';

test.each([
  ['', 1, 1],
  ['{', 1, 2],
  ['{"a":1,}', 1, 8],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
  ['[1, 2', 1, 6],
  ['[1 2]', 1, 4],
  ['{"a" 1}', 1, 6],
  ["{'a': 1}", 1, 2],
  ['{"a": tru}', 1, 7],
  ['{"a": 01}', 1, 8],
  ['{"a": "x\ny"}', 1, 9],
  ['{"a": "\\x"}', 1, 8],
  ['{"a": "\\u12g4"}', 1, 8],
  ['{"a": "open', 1, 12],
  ['{}\n}', 2, 1],
  ['[1]]', 1, 4],
  ['// no', 1, 1],
])('%j stops being JSON at %i:%i', (text, line, column) => {
  expect(placeOfSyntaxError(text)).toEqual({ line, column });
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('finds a fault exactly where JSON.parse does not agree', () => {
  const damaged = fc
    .tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '}', ']', '"', ':', '\\', '1', ' ', '\n', '-', 'x'),
      fc.nat(1),
    )
    .map(([text, at, added, cut]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + added + text.slice(place + cut);
    });
  fc.assert(
    fc.property(fc.oneof(fc.json(), damaged), (text) => {
      expect(placeOfSyntaxError(text) === undefined).toBe(isJson(text));
    }),
    { numRuns: 5000 },
  );
});

const TEXT = `{
  "a": [
    { "b": 1 },
    { "b": 2, "c": {} }
  ],
  "d": 1, "d": "\\u0061"
}`;

test.each([
  [[], 1, 1],
  [['a'], 2, 8],
  [['a', 1], 4, 5],
  [['a', 1, 'b'], 4, 12],
  [['a', 1, 'c', 'missing'], 4, 20],
  [['a', 7], 2, 8],
  [['d'], 6, 16],
  [['nowhere', 'b'], 1, 1],
])('the value at %j stands at %i:%i', (path, line, column) => {
  expect(placeOfPath(TEXT, path)).toEqual({ line, column });
});

test('a million brackets are no harm', () => {
  expect(placeOfSyntaxError('['.repeat(1_000_000))).toEqual({ line: 1, column: 1_000_001 });
});
