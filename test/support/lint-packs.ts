import { packPromptText } from '../../lib/app/adopt-workflow.ts';
import {
  packSchema,
  type Pack,
  type PackPrompt,
  type PackVariable,
} from '../../lib/contract/pack.ts';
import { promptDraftSchema } from '../../lib/contract/workflow.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import {
  defaultValues,
  fillTemplate,
  parseTemplate,
  templateVariables,
} from '../../lib/domain/template.ts';
import type { Language } from '../../lib/i18n/language.ts';

const LANGUAGES = ['ja', 'en'] as const;
const LEVELS = ['first', 'standard', 'further'] as const;
const LEAST_WORKFLOWS = 8;
const TODAY = '2026-11-23' as DayKey;
const BODY_CHARACTERS = { least: 200, most: 4000 };
/** Lines that say something; a prompt longer than this is not read in the preview. */
const BODY_LINES = { least: 8, most: 28 };
const TITLE_WIDTH = 40;
/** Share of character runs two bodies may have in common. The nearest pair had 0.15 in November 2026. */
const MOST_ALIKE = 0.3;
/** Long enough that only wording counts, not the letters of a language. */
const RUN_CHARACTERS = { ja: 4, en: 10 };

/** What every prompt says, and by what it is recognised. */
const PARTS: readonly { part: string; at: 'opening' | 'anywhere'; ja: RegExp; en: RegExp }[] = [
  { part: 'role', at: 'opening', ja: /あなた|として|つもりで/, en: /\b(you|yourself|your)\b/i },
  {
    part: 'steps',
    at: 'anywhere',
    ja: /(^\s*(\d+\.|[①-⑳]).*\n[^]*?){3}/m,
    en: /(^\s*(\d+\.|\([a-z]\)).*\n[^]*?){3}/m,
  },
  {
    part: 'form of the answer',
    at: 'anywhere',
    ja: /形式|書式|体裁|様式|構成|出し方|書き方|まとめ方|出力|仕上が|仕上げ|割りつけ|一件の形|文書の形/,
    en: /\bformat|\blayout/i,
  },
  { part: 'what to check', at: 'anywhere', ja: /確認|確かめ/, en: /\bcheck/i },
  { part: 'what not to paste', at: 'anywhere', ja: /伏せ字/, en: /square brackets|in brackets/i },
];

/** A chat's composer may turn these into its own formatting; then what goes in is not what was previewed. */
const MARKDOWN = /^\s*(#+ |> |-{3}|```|[-*+] )/m;

/** The voice of UX.md, and nothing that could be somebody's own data. */
const FORBIDDEN: readonly RegExp[] = [
  /[!！]/,
  /AIを使いましょう|失敗|サボ|怠け|遅れています/,
  /\buse AI\b|\bfail(ed|ure|ing)?\b|\blazy\b|\bunlock\b|\bsupercharge|\bgame.chang/i,
  /\p{Extended_Pictographic}/u,
  /@|https?:/,
  /\d{2,4}-\d{2,4}-\d{4}/,
];

/**
 * Everything wrong with a set of starter packs, one sentence a fault with the place first; empty when they hold. A pack
 * that is not of the schema is reported for that alone. Faults of a set (an id twice, two prompts alike) are reported at
 * the later of the two.
 */
export function lintPacks(packs: readonly unknown[]): string[] {
  const read = packs.map((pack) => packSchema.safeParse(pack));
  const broken = read.flatMap(({ error }, index) =>
    (error?.issues ?? []).map(
      (issue) => `pack ${index}: ${issue.path.join('.')} is not of the schema: ${issue.message}`,
    ),
  );
  const sound = read.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return [...broken, ...lintSet(sound), ...sound.flatMap(lintPack)];
}

function lintSet(packs: readonly Pack[]): string[] {
  const workflows = packs.flatMap((pack) => pack.workflows.map((each) => ({ pack, each })));
  const prompts = workflows.flatMap(({ each }) => each.prompts);
  const ids = [
    ...packs.map(({ id }) => id),
    ...workflows.map(({ each }) => each.id),
    ...prompts.map(({ id }) => id),
  ];
  return [
    ...repeated(packs.map(({ id }) => id)).map((id) => `${id}: the id of two packs`),
    ...repeated(workflows.map(({ each }) => each.id)).map((id) => `${id}: the id of two workflows`),
    ...repeated(prompts.map(({ id }) => id)).map((id) => `${id}: the id of two prompts`),
    ...ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id)).map((id) => `${id}: is not a slug`),
    ...LANGUAGES.flatMap((language) => [
      ...repeated(workflows.map(({ each }) => each.name[language])).map(
        (name) => `${name}: the name of two workflows`,
      ),
      ...repeated(prompts.map(({ title }) => title[language])).map(
        (title) => `${title}: the title of two prompts`,
      ),
      ...alikeBodies(prompts, language),
    ]),
  ];
}

function lintPack(pack: Pack): string[] {
  return [
    ...(pack.workflows.length < LEAST_WORKFLOWS
      ? [`${pack.id}: fewer than ${LEAST_WORKFLOWS} workflows`]
      : []),
    ...pack.workflows.flatMap(({ id, prompts }) =>
      LEVELS.filter((level) => !prompts.some((prompt) => prompt.level === level)).map(
        (level) => `${pack.id}/${id}: no prompt of the level ${level}`,
      ),
    ),
    ...strings(pack).flatMap((text) =>
      FORBIDDEN.filter((pattern) => pattern.test(text)).map(
        (pattern) => `${pack.id}: ${pattern} in "${text.slice(0, 40)}"`,
      ),
    ),
    ...pack.workflows.flatMap((workflow) =>
      workflow.prompts.flatMap((prompt) =>
        lintPrompt(prompt).map((fault) => `${pack.id}/${workflow.id}/${prompt.id}: ${fault}`),
      ),
    ),
  ];
}

function lintPrompt(prompt: PackPrompt): string[] {
  return [
    ...prompt.variables.flatMap((variable) => lintVariable(variable, prompt)),
    ...LANGUAGES.flatMap((language) =>
      [
        ...lintBody(prompt, language),
        ...lintBlanks(prompt, language),
        ...lintFilled(prompt, language),
      ].map((fault) => `${language}: ${fault}`),
    ),
  ];
}

function lintVariable(variable: PackVariable, { level }: PackPrompt): string[] {
  const { choices, required, example, type } = variable;
  const starts = LANGUAGES.map((language) => variable.default?.[language]);
  const rules: [boolean, string][] = [
    [(type === 'choice') === (choices === undefined), 'choices belong to a choice and only there'],
    [choices?.ja.length !== choices?.en.length, 'its choices differ in number'],
    [
      LANGUAGES.some((language) => repeated(choices?.[language] ?? []).length > 0),
      'has a choice twice',
    ],
    [
      required === true && example === undefined && starts[0] === undefined,
      'is required without an example',
    ],
    [
      type === 'choice' &&
        LANGUAGES.some(
          (language, at) =>
            !(choices?.[language] ?? []).includes(starts[at] ?? choices?.[language][0] ?? ''),
        ),
      'its default is no choice',
    ],
    [
      type === 'number' && starts.some((start) => Number.isNaN(Number(start ?? 0))),
      'its default is no number',
    ],
    [
      type === 'date' && starts.some((start) => startOf(variable, start) === ''),
      'its default is no day',
    ],
    [
      level === 'first' && starts.includes(undefined) && type !== 'choice',
      'a first step needs a default',
    ],
  ];
  return rules.flatMap(([isWrong, fault]) => (isWrong ? [`${variable.name.en}: ${fault}`] : []));
}

function startOf({ name }: PackVariable, start: string | undefined): string | undefined {
  const variable = { name: name.en, type: 'date' as const, default: start };
  return start === undefined ? undefined : defaultValues([variable], {}, TODAY)[name.en];
}

function lintBody(prompt: PackPrompt, language: Language): string[] {
  const { title, body } = packPromptText(prompt, language);
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const opening = lines.slice(0, 2).join('\n');
  const foreign = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
  return [
    ...(width(title) > TITLE_WIDTH ? ['its title is too long'] : []),
    ...(outside(body.length, BODY_CHARACTERS) ? [`has ${body.length} characters`] : []),
    ...(outside(lines.length, BODY_LINES) ? [`has ${lines.length} lines`] : []),
    ...(body === body.trim() && !/\n{3}| $/m.test(body) ? [] : ['has stray spaces or empty lines']),
    ...(MARKDOWN.test(body) ? ['has Markdown at the start of a line'] : []),
    ...(foreign.test(title + body) === (language === 'ja') ? [] : ['is in the wrong language']),
    ...PARTS.filter(
      (part) => !part[language].test(part.at === 'opening' ? opening : `${body}\n`),
    ).map(({ part }) => `does not say: ${part}`),
  ];
}

function lintBlanks(prompt: PackPrompt, language: Language): string[] {
  const { body, variables } = packPromptText(prompt, language);
  const used = templateVariables(body);
  const defined = variables.map(({ name }) => name);
  const optional = variables.filter(({ required, type }) => required !== true && type !== 'choice');
  const braces = parseTemplate(body).some(
    (part) => part.kind === 'text' && /[{}｛｝]/.test(part.text),
  );
  return [
    ...repeated(defined).map((name) => `${name} is defined twice`),
    ...used.filter((name) => !defined.includes(name)).map((name) => `${name} is not defined`),
    ...defined.filter((name) => !used.includes(name)).map((name) => `${name} is not used`),
    ...(braces ? ['has a brace that belongs to no blank'] : []),
    ...optional.flatMap(({ name }) => lintOptional(name, body)),
  ];
}

function lintFilled(prompt: PackPrompt, language: Language): string[] {
  const draft = packPromptText(prompt, language);
  const { body, variables } = draft;
  const starts = defaultValues(variables, {}, TODAY);
  const values = Object.fromEntries(
    variables.map(({ name, example }) => [name, starts[name] || (example ?? '')]),
  );
  const filled = fillTemplate(body, values, variables);
  const isStorable = promptDraftSchema.safeParse({
    ...draft,
    source: { kind: 'pack', pack: 'any', item: prompt.id },
  }).success;
  return [
    ...(isStorable ? [] : ['cannot be stored as a prompt']),
    ...filled.missing.map((name) => `${name} stays empty when filled with its example`),
    ...(/\{\{|\}\}/.test(filled.text) ? ['shows braces when filled'] : []),
  ];
}

/** Left empty, an optional blank must take its line along, and no heading may be left with nothing under it. */
function lintOptional(name: string, body: string): string[] {
  const lines = body.split('\n');
  const variables = [{ name, type: 'text' as const }];
  return lines.flatMap((line, at) => {
    if (!templateVariables(line).includes(name)) return [];
    if (fillTemplate(line, {}, variables).text !== '') return [`${name} is optional amid a line`];
    const isBare = line.trim().startsWith('{{') && (lines[at - 1] ?? '').trim() !== '';
    return isBare ? [`${name} is optional under a heading`] : [];
  });
}

/** Pairs are counted by the runs they share, because comparing each prompt with each other takes half a minute at three hundred. */
function alikeBodies(prompts: readonly PackPrompt[], language: Language): string[] {
  const runs = prompts.map((prompt) => {
    const body = prompt.body[language].join('\n');
    return new Set(Array.from(body, (_, at) => body.slice(at, at + RUN_CHARACTERS[language])));
  });
  const holders = new Map<string, number[]>();
  return prompts.flatMap((prompt, at) => {
    const shared = new Map<number, number>();
    for (const run of runs[at] ?? []) {
      const earlier = holders.get(run) ?? [];
      for (const index of earlier) shared.set(index, (shared.get(index) ?? 0) + 1);
      holders.set(run, [...earlier, at]);
    }
    return [...shared].flatMap(([index, count]) => {
      const share = count / Math.min(runs[index]?.size ?? 1, runs[at]?.size ?? 1);
      return share > MOST_ALIKE
        ? [`${prompt.id}: ${language}: ${Math.round(share * 100)} % as ${prompts[index]?.id}`]
        : [];
    });
  });
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, at) => texts.indexOf(text) < at);
}

function outside(count: number, { least, most }: { least: number; most: number }): boolean {
  return count < least || count > most;
}

/** Full-width characters count one, others a half. */
function width(text: string): number {
  return Array.from(text).reduce(
    (sum, character) => sum + (/[\0-\xff]/.test(character) ? 0.5 : 1),
    0,
  );
}
