import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHowTos } from './find-how-to.ts';

const TABLE = {
  title: '表を崩さずに貼る',
  text: 'CSV の形にしてから貼り付けます。',
  workflowId: 'closing',
};
const SHORT = {
  title: '返信を短くする',
  text: '最後に「三行で」と書き足します。',
  workflowId: 'quotes',
};
const POLITE = { title: '敬語を直す', text: '相手との関係を先に書くと、丁寧さが合います。' };
const ALL = [TABLE, SHORT, POLITE];

describe('how-tos for a question', () => {
  it.each([
    ['表を貼ると崩れてしまいます', undefined, [TABLE]],
    ['メールの返信が長くなりすぎます。短くするには？', undefined, [SHORT]],
    ['表が崩れてしまいます', undefined, [TABLE]],
    ['敬語がおかしくなります', undefined, [POLITE]],
    ['ＣＳＶに するには', undefined, [TABLE]],
    ['どうすればよいですか', undefined, []],
    ['会議の日程を調整したい', undefined, []],
    ['', undefined, []],
    ['表', undefined, []],
    ['まったく別の話', undefined, []],
    ['', 'quotes', [SHORT]],
    ['まったく別の話', 'closing', [TABLE]],
  ])('“%s” about %s', (text, workflowId, expected) => {
    expect(findHowTos(ALL, { text, workflowId })).toEqual(expected);
  });

  it.each([
    [
      'Columns fall apart when I paste a table. How should I ask?',
      ['Paste a table that stays whole'],
    ],
    ['My replies are too long', ['Keep a reply short']],
    ['How do I translate a contract?', []],
  ])('“%s”', (text, titles) => {
    const howTos = [
      { title: 'Paste a table that stays whole', text: 'Paste it as CSV. Write one line first.' },
      { title: 'Keep a reply short', text: 'Add at the end: three lines, one of greeting.' },
    ];
    expect(findHowTos(howTos, { text }).map(({ title }) => title)).toEqual(titles);
  });

  it('of the same piece of work come first among the alike', () => {
    const [one, two] = [
      { ...SHORT, workflowId: 'other' },
      { ...SHORT, workflowId: 'quotes' },
    ];
    expect(findHowTos([one, two], { text: '返信を短く', workflowId: 'quotes' })).toEqual([
      two,
      one,
    ]);
  });

  it('are at most three, each once, and only those there are', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.option(fc.constantFrom('quotes', 'none'), { nil: undefined }),
        (text, workflowId) => {
          const many = [...ALL, ...ALL.map((each) => ({ ...each }))];
          const found = findHowTos(many, { text, workflowId });
          expect(found.length).toBeLessThanOrEqual(3);
          expect(new Set(found).size).toBe(found.length);
          expect(found.every((each) => many.includes(each))).toBe(true);
        },
      ),
    );
  });
});
