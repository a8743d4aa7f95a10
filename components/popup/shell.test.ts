import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const colours = (css: string) => css.match(/light-dark\([^)]*\)/g) ?? [];

describe("the popup's first paint", () => {
  it('has no colour that is not a token', () => {
    const shell = colours(read('../../entrypoints/popup/index.html'));
    const tokens = colours(read('../ui/tokens.css'));
    expect(shell).toHaveLength(4);
    expect(tokens).toEqual(expect.arrayContaining(shell));
  });
});
