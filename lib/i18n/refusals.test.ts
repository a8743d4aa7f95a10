import { describe, expect, it } from 'vitest';
import { refusalWords } from './refusals.ts';
import { troubles } from './team.ts';

describe('why a hub did not make a change', () => {
  it.each([
    ['forbidden', /責任者/],
    ['notFound', /もうありません/],
    ['conflict', /いまの様子/],
    ['invalid', /見直して/],
  ])('has words for %s', (code, words) => {
    expect(refusalWords({ kind: 'refused', code }, 'ja')).toMatch(words);
    expect(refusalWords({ kind: 'refused', code }, 'en')).not.toBe(troubles.en.refused);
  });

  it('tells by its kind whatever else it is, names of an object’s own methods included', () => {
    for (const code of [undefined, 'tooLarge', 'toString', 'constructor']) {
      expect(refusalWords({ kind: 'refused', code }, 'ja')).toBe(troubles.ja.refused);
    }
    expect(refusalWords({ kind: 'unreachable' }, 'en')).toBe(troubles.en.unreachable);
    expect(refusalWords({ kind: 'busy', code: 'tooMany' }, 'ja')).toBe(troubles.ja.busy);
  });
});
