import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Pack, PackPrompt, PackVariable } from '../lib/contract/pack.ts';
import { lintPacks } from '../test/support/lint-packs.ts';
import { PACK_NAMES, packName } from './packs.ts';
import { readPacks } from './read-packs.ts';

const PACKS = readPacks();

describe('the starter packs', () => {
  it('hold every rule of the linter', () => {
    expect(lintPacks(PACKS)).toEqual([]);
  });

  it('cover twelve departments and three trades, eight workflows each, in three levels', () => {
    expect(PACKS).toHaveLength(15);
    expect(PACKS.filter(({ workflows }) => workflows.length < 8)).toEqual([]);
    expect(PACKS.flatMap(({ workflows }) => workflows).length).toBeGreaterThanOrEqual(120);
  });

  it('are all named, in the words of the files', () => {
    const files = readdirSync(new URL('./packs/', import.meta.url));
    expect(files.toSorted()).toEqual(PACK_NAMES.map(({ id }) => `${id}.json`).toSorted());
    expect(PACKS.map(({ id, name }) => ({ id, name }))).toEqual(PACK_NAMES);
    expect(packName('hr')?.ja).toBe('人事・労務');
    expect(packName('other')).toBeUndefined();
  });
});

/** What a planted fault may change: the first pack, its first workflow, that one's first prompt and first blank. */
interface Planted {
  readonly pack: Pack;
  readonly workflow: Pack['workflows'][number];
  readonly prompt: PackPrompt;
  readonly variable: PackVariable;
  readonly second: PackPrompt;
}

const faults: [string, (planted: Planted) => void, RegExp][] = [
  ['an unknown field', ({ pack }) => Object.assign(pack, { note: 'x' }), /not of the schema/],
  ['an empty translation', ({ workflow }) => (workflow.name.en = ' '), /not of the schema/],
  ['a pack id twice', ({ pack }) => (pack.id = 'hr'), /id of two packs/],
  ['a workflow id twice', ({ workflow }) => (workflow.id = 'onboarding'), /id of two workflows/],
  ['a prompt id twice', ({ prompt, second }) => (second.id = prompt.id), /id of two prompts/],
  ['an id with capitals', ({ prompt }) => (prompt.id = 'Reply'), /Reply: is not a slug/],
  ['a workflow name twice', ({ workflow }) => (workflow.name.ja = '求人票の作成'), /name of two/],
  ['a title twice', ({ prompt, second }) => (second.title.en = prompt.title.en), /title of two/],
  ['seven workflows only', ({ pack }) => (pack.workflows.length = 7), /fewer than 8/],
  ['no first step', ({ prompt }) => (prompt.level = 'standard'), /no prompt of the level first/],
  [
    'a first step with an empty blank',
    ({ variable }) => delete variable.default,
    /needs a default/,
  ],
  ['a shout', ({ workflow }) => (workflow.about.ja = 'すぐできます！'), /"すぐできます！"/],
  ['a word of shame', ({ workflow }) => (workflow.about.ja = '失敗しません。'), /失敗/],
  ['an e-mail address', ({ variable }) => (variable.example!.en = 'a@b.example'), /a@b\.example/],
  ['a telephone number', ({ variable }) => (variable.example!.ja = '03-1234-5678'), /03-1234/],
  ['a picture', ({ prompt }) => (prompt.title.ja += '🎉'), /🎉/],
  [
    'a blank without definition',
    ({ prompt }) => prompt.body.en.push('{{other}}'),
    /en: other is not defined/,
  ],
  [
    'a definition without blank',
    ({ variable }) => (variable.name.ja = '別名'),
    /ja: 別名 is not used/,
  ],
  [
    'a definition twice',
    ({ prompt, variable }) => prompt.variables.push(variable),
    /is defined twice/,
  ],
  ['a lone brace', ({ prompt }) => prompt.body.ja.push('{{依頼文'), /ja: has a brace/],
  ['an escaped blank', ({ prompt }) => prompt.body.ja.push('\\{{依頼文}}'), /ja: shows braces/],
  [
    'an optional blank amid a line',
    ({ prompt, variable }) => {
      delete variable.required;
      prompt.body.en.push('Look at {{request}} again.');
    },
    /en: request is optional amid a line/,
  ],
  [
    'an optional blank under a heading',
    ({ variable }) => delete variable.required,
    /ja: 依頼文 is optional under a heading/,
  ],
  [
    'a required blank without example',
    ({ second }) => delete second.variables[0]!.example,
    /without an example/,
  ],
  [
    'an example of spaces',
    ({ second }) => (second.variables[0]!.example!.ja = ' 　'),
    /not of the schema/,
  ],
  [
    'choices of different number',
    ({ second }) => second.variables[3]!.choices!.en.pop(),
    /differ in number/,
  ],
  [
    'a choice twice',
    ({ second }) => (second.variables[3]!.choices!.ja[1] = 'はじめての取引'),
    /a choice twice/,
  ],
  [
    'choices of a text',
    ({ variable }) => (variable.choices = { ja: ['あ'], en: ['a'] }),
    /choices belong/,
  ],
  [
    'a choice without choices',
    ({ second }) => delete second.variables[3]!.choices,
    /choices belong/,
  ],
  [
    'a default that is no choice',
    ({ second }) => (second.variables[3]!.default = { ja: 'あ', en: 'a' }),
    /is no choice/,
  ],
  [
    'a default that is no day',
    ({ second }) => (second.variables[2]!.default = { ja: '来週', en: 'today' }),
    /is no day/,
  ],
  [
    'a default that is no number',
    ({ second }) =>
      Object.assign(second.variables[4]!, { type: 'number', default: { ja: '五', en: '5' } }),
    /is no number/,
  ],
  [
    'a long title',
    ({ prompt }) => (prompt.title.ja = '見積もり'.repeat(11)),
    /ja: its title is too long/,
  ],
  [
    'a long English title',
    ({ prompt }) => (prompt.title.en = 'x'.repeat(81)),
    /en: its title is too long/,
  ],
  ['a short body', ({ prompt }) => (prompt.body.ja = ['{{依頼文}}']), /ja: has \d+ characters/],
  [
    'a long body',
    ({ prompt }) => prompt.body.en.push('word '.repeat(900)),
    /en: has \d+ characters/,
  ],
  [
    'too many lines',
    ({ prompt }) => prompt.body.ja.push(...Array<string>(20).fill('・あ')),
    /ja: has \d+ lines/,
  ],
  ['stray spaces', ({ prompt }) => (prompt.body.ja[0] += ' '), /ja: has stray spaces/],
  [
    'Japanese in the English body',
    ({ prompt }) => prompt.body.en.push('以上'),
    /en: is in the wrong language/,
  ],
  [
    'an untranslated body',
    ({ prompt, variable }) => {
      variable.name.ja = 'request';
      prompt.title.ja = prompt.title.en;
      prompt.body.ja = prompt.body.en;
    },
    /ja: is in the wrong language/,
  ],
  ['Markdown', ({ prompt }) => prompt.body.en.push('# End'), /en: has Markdown/],
  [
    'no role',
    ({ prompt }) => (prompt.body.en[0] = 'Read the request below.'),
    /en: does not say: role/,
  ],
  ['no steps', (planted) => drop(planted, 'ja', /^\d\. /), /ja: does not say: steps/],
  ['no form of the answer', (planted) => drop(planted, 'en', /FORMAT/), /en: does not say: form/],
  ['nothing to check', (planted) => drop(planted, 'ja', /確認/), /ja: does not say: what to check/],
  [
    'nothing on what not to paste',
    (planted) => drop(planted, 'en', /square brackets/),
    /en: does not say: what not to paste/,
  ],
  [
    'a copied body',
    ({ prompt, second }) => {
      second.variables = prompt.variables;
      second.body.ja = prompt.body.ja.with(
        0,
        'あなたは経理の担当です。次の見積もり依頼を読んでください。',
      );
    },
    /quote-reply-email: ja: \d+ % as quote-request-reading/,
  ],
  [
    'too long to be stored',
    ({ second }) => (second.variables[3]!.choices = { ja: ['あ'.repeat(201)], en: ['a'] }),
    /ja: cannot be stored/,
  ],
];

function drop({ prompt }: Planted, language: 'ja' | 'en', pattern: RegExp): void {
  prompt.body[language] = prompt.body[language].filter((line) => !pattern.test(line));
}

describe('the linter', () => {
  it.each(faults)('sees %s', (_, plant, expected) => {
    const packs = structuredClone(PACKS.filter(({ id }) => id === 'sales' || id === 'hr'));
    const pack = packs[0]!;
    const workflow = pack.workflows[0]!;
    const prompt = workflow.prompts[0]!;
    plant({ pack, workflow, prompt, variable: prompt.variables[0]!, second: workflow.prompts[1]! });
    expect(lintPacks(packs).join('\n')).toMatch(expected);
  });
});
