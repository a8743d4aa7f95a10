import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { packSchema, type Pack } from '../../lib/contract/pack.ts';
import type { Figure } from './support/figures.ts';
import { readCorpus, type Person } from './support/ranking-corpus.ts';
import { replay, WAYS, type Outcome, type Way } from './support/replay-ranking.ts';

const CORPUS = 'test/bench/corpus';
const DOCUMENT = 'docs/ranking.md';
const START = '<!-- figures -->';
const END = '<!-- /figures -->';
/** Another folder of packs, to judge texts before they are in use. */
const PACKS = process.env['RANKING_PACKS'] ?? 'content/packs';

/**
 * How often the ranking shows the work that a person really needs, against plain BM25 on the draft, the most recently used
 * and chance (docs/ranking.md, which `--write` renews). Situations of work that no pack here has are left out.
 */
export function run(): Promise<Figure[]> {
  const packs = readPacks();
  const people = readCorpus(CORPUS).map((person) => withKnownWork(person, packs));
  const halves = { tune: outcomes(people, packs, 'tune'), held: outcomes(people, packs, 'held') };
  if (process.argv.includes('--write')) write(describe(halves));
  else console.log(describe(halves));
  const figure = (top: number): Figure => ({
    name: `Ranking: needed work among the first ${top}, held-out half`,
    unit: 'ratio',
    value: hitRate(halves.held, 'banso', top),
    atLeast: Math.max(...WAYS.slice(1).map((way) => hitRate(halves.held, way, top))),
    rounds: halves.held.length,
  });
  return Promise.resolve([figure(1), figure(3)]);
}

function readPacks(): Pack[] {
  return readdirSync(PACKS).map((name) =>
    packSchema.parse(JSON.parse(readFileSync(`${PACKS}/${name}`, 'utf8'))),
  );
}

function withKnownWork(person: Person, packs: readonly Pack[]): Person {
  const pack = packs.find(({ id }) => id === person.department);
  const known = new Set(pack?.workflows.map(({ id }) => id));
  return {
    ...person,
    registered: person.registered.filter((id) => known.has(id)),
    takes: person.takes.filter(({ workflow }) => known.has(workflow)),
    situations: person.situations.filter(({ needs }) => known.has(needs)),
  };
}

function outcomes(people: readonly Person[], packs: Pack[], half: Person['half']): Outcome[] {
  return people.filter((person) => person.half === half).flatMap((person) => replay(person, packs));
}

const KINDS: readonly (readonly [string, (draft: string) => boolean])[] = [
  ['nothing typed', (draft) => draft === ''],
  ['a pasted table', (draft) => draft.includes('\t')],
  ['one to four characters', (draft) => draft.length <= 4],
  ['Japanese with Latin words', (draft) => /[a-z]{2}/i.test(draft) && /[ぁ-ん]/.test(draft)],
  ['Japanese', (draft) => /[ぁ-んァ-ヶ一-龠]/.test(draft)],
  ['English', () => true],
];

function describe({ tune, held }: Record<'tune' | 'held', Outcome[]>): string {
  const kindOf = ({ situation }: Outcome) => KINDS.find(([, is]) => is(situation.draft))?.[0];
  const groups: [string, Outcome[]][] = [
    ...KINDS.map(([name]): [string, Outcome[]] => [
      name,
      held.filter((each) => kindOf(each) === name),
    ]),
    ['**all, held-out half**', held],
    ['all, half used for tuning', tune],
  ];
  const head = ['what is typed', 'situations', ...WAYS.map((way) => `${NAMES[way]} @1 / @3`)];
  const rows = groups
    .filter(([, group]) => group.length > 0)
    .map(([name, group]) => [
      name,
      String(group.length),
      ...WAYS.map(
        (way) => `${percent(hitRate(group, way, 1))} / ${percent(hitRate(group, way, 3))}`,
      ),
    ]);
  const shown = held.filter(({ places }) => (places.banso[0] ?? Infinity) < 3);
  const level = shown.filter(({ rightLevel }) => rightLevel).length / shown.length;
  const table = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return `${table.join('\n')}\n\nWhere the needed work was among the first three, its prompt was of the level that suits the person in ${percent(level)}.`;
}

const NAMES: Readonly<Record<Way, string>> = {
  banso: 'Banso',
  bm25: 'plain BM25',
  recent: 'most recent',
  random: 'random',
};

function hitRate(group: readonly Outcome[], way: Way, top: number): number {
  const share = ({ places }: Outcome): number =>
    places[way].filter((place) => place < top).length / places[way].length;
  return group.reduce((sum, each) => sum + share(each), 0) / group.length;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function write(figures: string): void {
  const text = readFileSync(DOCUMENT, 'utf8');
  const before = text.slice(0, text.indexOf(START) + START.length);
  writeFileSync(DOCUMENT, `${before}\n\n${figures}\n\n${text.slice(text.indexOf(END))}`);
}
