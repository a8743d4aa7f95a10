import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates } from './find-duplicates.ts';
import type { FilePrompt, PromptFormat } from './prompt-file.ts';
import { readPrompts } from './read-prompts.ts';
import { writePrompts } from './write-prompts.ts';

const titles = (name: string, text: string): readonly string[] | string => {
  const read = readPrompts(name, text);
  return read.ok ? read.prompts.map(({ title }) => title) : read.reason;
};

describe('reading what other programs wrote', () => {
  it.each([
    [
      'a list of act and prompt',
      'prompts.csv',
      'act,prompt\n"編集者","次の文を直して"\n',
      ['編集者'],
    ],
    ['Japanese headings', 'x.csv', '題名,本文,分類\n返信,"一行目\n二行目",営業\n', ['返信']],
    ['a CSV that Excel saved', 'x.csv', '\uFEFFtitle,body\r\nA,one\r\n', ['A']],
    [
      'a JSON list',
      'x.json',
      '[{"name":"A","content":"one"},{"title":"B","text":"two"}]',
      ['A', 'B'],
    ],
    [
      'folders within folders',
      'x.json',
      '{"version":3,"folders":[{"name":"営業","prompts":[{"title":"A","prompt":"one"}]}]}',
      ['A'],
    ],
    ['a map by id', 'x.json', '{"prompts":{"k1":{"title":"A","body":"one"}}}', ['A']],
    ['front matter', 'a.md', '---\ntitle: 週報\nworkflow: 報告\n---\n\n本文です。\n', ['週報']],
    [
      'several after each other',
      'a.md',
      '---\ntitle: A\n---\none\n\n---\ntitle: B\n---\n\ntwo\n',
      ['A', 'B'],
    ],
    ['headings alone', 'a.md', '# A\none\n\n# B\ntwo\n', ['A', 'B']],
    ['no ending, JSON inside', 'download', '[{"title":"A","body":"one"}]', ['A']],
    ['a body without a title', 'x.json', '[{"prompt":"最初の一行\\n次"}]', ['最初の一行']],
    ['broken JSON', 'x.json', '[{"title":', 'unreadable'],
    ['a table of something else', 'x.csv', 'date,amount\n1,2\n', 'unreadable'],
    ['nothing', 'x.json', '[]', 'noPrompts'],
    ['front matter that is no YAML', 'a.md', '---\ntitle: [\n---\none\n', ['one']],
  ])('%s', (_, name, text, expected) => {
    expect(titles(name, text)).toEqual(expected);
  });

  it('keeps folders as the group and turns other blanks into ours', () => {
    const text =
      '[{"name":"営業","items":[{"title":"A","prompt":"${会社名} と [[商品]] と {{数量}} と [角]"}]}]';
    expect(readPrompts('x.json', text)).toMatchObject({
      prompts: [{ group: '営業', body: '{{会社名}} と {{商品}} と {{数量}} と [角]' }],
    });
  });

  it('names what it cannot take by its place, and takes the rest', () => {
    const long = 'あ'.repeat(20_001);
    const text = JSON.stringify([
      { title: 'A', body: 'one' },
      { title: 'B', body: long },
    ]);
    expect(readPrompts('x.json', text)).toMatchObject({
      prompts: [{ title: 'A' }],
      refused: [{ at: 2, reason: 'tooLong' }],
    });
  });

  it('stands any text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a.csv', 'a.json', 'a.md', 'a'),
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string({ unit: fc.constantFrom('-', '\n', 'a', ':', '#', ' ') }),
        ),
        (name, text) => {
          expect(readPrompts(name, text)).toHaveProperty('ok');
        },
      ),
    );
  });
});

/** Words a person could write; front matter within a body is the one thing Markdown cannot carry. */
const words = fc
  .string({
    unit: fc.constantFrom('あ', 'い', 'a', ' ', '\n', '"', ',', ':', '#', '{{名前}}', '|'),
    minLength: 1,
  })
  .map((text) => text.trim())
  .filter((text) => text !== '' && !/^# /m.test(text));
const title = words.map((text) => text.replaceAll(/\s+/g, ' ').slice(0, 40).trim());
const filePrompt: fc.Arbitrary<FilePrompt> = fc.record({
  title: title.filter((text) => text !== ''),
  body: words,
  group: fc.constantFrom(undefined, '営業', 'a: b'),
});

describe('a file written and read again', () => {
  it.each(['csv', 'json', 'md'] as const)('is the same as %s', (format: PromptFormat) => {
    fc.assert(
      fc.property(fc.array(filePrompt, { minLength: 1, maxLength: 5 }), (prompts) => {
        const read = readPrompts(`x.${format}`, writePrompts(format, prompts));
        expect(read).toEqual({ ok: true, prompts, refused: [] });
      }),
    );
  });

  it('opens in a spreadsheet without becoming a formula', () => {
    const text = writePrompts('csv', [{ title: '=1+1', body: '@SUM(A1)' }]);
    expect(text).toContain("'=1+1");
    expect(readPrompts('x.csv', text)).toMatchObject({
      prompts: [{ title: '=1+1', body: '@SUM(A1)' }],
    });
  });
});

describe('duplicates', () => {
  const held = [
    {
      title: '返信',
      body: 'お世話になっております。納期についてお答えします。よろしくお願いします。',
    },
  ];

  it.each([
    [
      'the same but for spaces and width',
      'お世話になっております。\n納期についてお答えします。よろしくお願いします。',
      'same',
    ],
    [
      'one word changed',
      'お世話になっております。納期についてお答えします。よろしくお願いいたします。',
      'alike',
    ],
    ['another text', '議事録を作ってください。', 'new'],
  ] as const)('%s', (_, body, kind) => {
    expect(findDuplicates([{ title: 'x', body }], held)[0]?.kind).toBe(kind);
  });

  it('are found within the file as well', () => {
    const twice = [
      { title: 'A', body: '同じ文です' },
      { title: 'B', body: '同じ文です' },
    ];
    expect(findDuplicates(twice, [])).toEqual([{ kind: 'new' }, { kind: 'same', title: 'A' }]);
  });
});
