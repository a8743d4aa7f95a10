import { array, assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearchIndex, foldText, type SearchText } from './search.ts';

const texts: SearchText[] = [
  { title: '見積依頼への返信', workflow: '見積対応', body: '次の依頼に返信してください。' },
  { title: '議事録を整える', workflow: '会議', body: '見積の話も出た会議のメモです。' },
  { title: 'Reply to a quote', workflow: 'Sales', body: 'Write a short reply to the client.' },
  { title: 'カタログの紹介文', workflow: '広報', body: '商品のよさを三つ書いてください。' },
];

function find(query: string, share = 1): number[] {
  const index = createSearchIndex();
  index.add(texts);
  const { found, scores } = index.find(query, { share });
  return [...found].toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
}

describe('finding texts', () => {
  it.each([
    ['見積', [0, 1], 'a title before a body'],
    ['見', [0, 1], 'one character'],
    ['ＱＵＯＴＥ', [2], 'full width and capitals'],
    ['かたろぐ', [3], 'hiragana for katakana'],
    ['ｶﾀﾛｸﾞ', [3], 'half-width katakana'],
    ['quo', [2], 'the beginning of a word'],
    ['r', [2], 'the first letter of a word'],
    ['会議のメモ', [1], 'a phrase of the body'],
    ['返信 見積', [0], 'words in any order'],
    ['宇宙', [], 'what is nowhere'],
    ['…！？', [], 'what has neither letter nor digit'],
  ])('finds %s: %j (%s)', (query, expected) => {
    expect(find(query)).toEqual(expected);
  });

  it('forgives a slip when only a share of the query has to be there', () => {
    expect(find('見積依頼への変信')).toEqual([]);
    expect(find('見積依頼への変信', 0.7)).toEqual([0]);
  });

  it('finds the same whether texts came at once or one by one, between queries', () => {
    const atOnce = createSearchIndex();
    atOnce.add(texts);
    const oneByOne = createSearchIndex();
    for (const text of texts) {
      oneByOne.add([text]);
      oneByOne.find('見積', { share: 1 });
    }
    for (const query of ['見積', 'reply', '会議', 'き']) {
      const a = atOnce.find(query, { share: 0.5 });
      const b = oneByOne.find(query, { share: 0.5 });
      expect([...a.found]).toEqual([...b.found]);
      expect([...a.found].map((at) => a.scores[at])).toEqual(
        [...b.found].map((at) => b.scores[at]),
      );
    }
  });

  it('leaves nothing of one query in the next', () => {
    const index = createSearchIndex();
    index.add(texts);
    const first = [...index.find('見積', { share: 1 }).found];
    index.find('reply client sales', { share: 0 });
    expect([...index.find('見積', { share: 1 }).found]).toEqual(first);
  });

  it('answers an empty index', () => {
    expect([...createSearchIndex().find('見積', { share: 1 }).found]).toEqual([]);
  });

  it('finds every text by any two neighbouring letters of its title, and throws at nothing', () => {
    assert(
      property(array(string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 8 }), (titles) => {
        const index = createSearchIndex();
        index.add(titles.map((title) => ({ title, workflow: '', body: '' })));
        titles.forEach((title, position) => {
          for (const [pair] of foldText(title).matchAll(/[a-z0-9\u3041-\u3096\u4e00-\u9fff]{2}/g)) {
            expect([...index.find(pair, { share: 1 }).found]).toContain(position);
          }
        });
      }),
    );
  });
});
