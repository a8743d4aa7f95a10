import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines } from './diff-lines.ts';

const short = (before: string, after: string) =>
  diffLines(before, after).map(
    ({ kind, text }) => ({ same: ' ', removed: '-', added: '+' })[kind] + text,
  );

const long = (letter: string) =>
  Array.from({ length: 5000 }, (_, index) => `${letter}${index}`).join('\n');

describe('diffLines', () => {
  it.each([
    ['a\nb\nc', 'a\nb\nc', [' a', ' b', ' c']],
    ['a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
    ['a\nb', 'b\na', ['-a', ' b', '+a']],
    ['', 'a', ['-', '+a']],
    ['a\na\nb', 'a\nb', [' a', '-a', ' b']],
  ])('compares %j with %j', (before, after, expected) => {
    expect(short(before, after)).toEqual(expected);
  });

  it('gives back both texts, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        const side = (other: string) =>
          lines
            .filter(({ kind }) => kind !== other)
            .map((line) => line.text)
            .join('\n');
        expect(side('added')).toBe(before);
        expect(side('removed')).toBe(after);
      }),
    );
  });

  it('stays quick on long texts that share nothing', () => {
    const lines = diffLines(long('a'), long('b'));
    expect(lines).toHaveLength(10_000);
  });
});
