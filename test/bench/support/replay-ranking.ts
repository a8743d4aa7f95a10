import { finderFor } from '../../../entrypoints/panel/library.ts';
import { HOLIDAYS } from '../../../content/holidays.ts';
import { adopt } from '../../../lib/app/adopt-workflow.ts';
import { tastesAfter, type Tastes } from '../../../lib/app/record-taste.ts';
import { libraryFor, suggestForRow, type SuggestInput } from '../../../lib/app/suggest-prompts.ts';
import { outlineOf, type Pack } from '../../../lib/contract/pack.ts';
import type { LibraryPrompt } from '../../../lib/contract/page-messages.ts';
import { DEFAULT_CALENDAR, DEFAULT_SETTINGS } from '../../../lib/contract/settings.ts';
import { createCalendar } from '../../../lib/domain/calendar.ts';
import { addDays, dayAt, type DayKey } from '../../../lib/domain/day.ts';
import { addToDay, EMPTY_ENTRY, type Ledger } from '../../../lib/domain/ledger.ts';
import { parsePackPromptId } from '../../../lib/domain/pack-prompt.ts';
import { createSearchIndex } from '../../../lib/domain/search.ts';
import type { Level } from '../../../lib/domain/stage.ts';
import type { Moment } from '../../../lib/domain/suggestion.ts';
import { seeded } from '../prompt-corpus.ts';
import type { Person, Situation, Take } from './ranking-corpus.ts';

/** Ways to put a person's list in order. */
export const WAYS = ['banso', 'bm25', 'recent', 'random'] as const;
export type Way = (typeof WAYS)[number];

/** Where the needed work stood in each way's list of work, from 0; and whether the ranking showed it at the person's level. */
export interface Outcome {
  readonly situation: Situation;
  /** By seed for `random`, else one. */
  readonly places: Readonly<Record<Way, readonly number[]>>;
  readonly rightLevel: boolean;
}

const SEEDS = 20;
/** Weeks of use that make the stage which a level is for. */
const WEEKS_USED: Readonly<Record<Level, number>> = { first: 0, standard: 2, further: 12 };
const STARTED_ON = '2026-08-03' as DayKey;

/** A person's situations, each after all they did before it went through the product's own functions. */
export function replay(person: Person, packs: readonly Pack[]): Outcome[] {
  return person.situations.map((situation) => {
    const before = person.takes.filter(({ atMs }) => atMs < situation.atMs);
    const tastes = tastesFrom(person, packs, before);
    const input = inputAt(person, packs, { atMs: situation.atMs, before, tastes });
    const { prompts } = libraryFor(input, () => ({}));
    const orders = ordersOf(input, prompts, situation);
    const wanted = `${person.department}/${situation.needs}`;
    const best = orders.banso[0]?.find((each) => workOf(each) === wanted);
    return {
      situation,
      places: {
        banso: orders.banso.map((order) => placeOf(order, wanted)),
        bm25: orders.bm25.map((order) => placeOf(order, wanted)),
        recent: orders.recent.map((order) => placeOf(order, wanted)),
        random: orders.random.map((order) => placeOf(order, wanted)),
      },
      rightLevel: best !== undefined && levelOf(best, packs) === person.level,
    };
  });
}

function tastesFrom(person: Person, packs: readonly Pack[], takes: readonly Take[]): Tastes {
  return takes.reduce<Tastes>((tastes, take, index) => {
    const input = inputAt(person, packs, {
      atMs: take.atMs,
      before: takes.slice(0, index),
      tastes,
    });
    const moment = momentAt(take.atMs, 'chatgpt');
    const offered = suggestForRow(input, moment).map(({ promptId }) => promptId);
    const promptId = `${take.workflow}/${person.level}`;
    const passedOver = offered.filter((id) => id !== promptId);
    return tastesAfter(tastes, { promptId, passedOver, moment });
  }, {});
}

function inputAt(
  person: Person,
  packs: readonly Pack[],
  at: { readonly atMs: number; readonly before: readonly Take[]; readonly tastes: Tastes },
): SuggestInput {
  const { department, language, registered } = person;
  const stamps = { createdAt: 1, updatedAt: 1 };
  const pack = packs.find(({ id }) => id === department);
  const drafts = registered.flatMap((id) => {
    const workflow = pack?.workflows.find((each) => each.id === id);
    return pack && workflow ? [{ id, workflow, ...adoptedOf(pack, workflow, language) }] : [];
  });
  const today = dayAt(at.atMs, 540);
  return {
    state: {
      today,
      startedOn: STARTED_ON,
      settings: { ...DEFAULT_SETTINGS, department },
      calendar: DEFAULT_CALENDAR,
      ledger: ledgerOf(person.level, today, at.before),
      workflows: drafts.map(({ id, draft }) => ({ ...draft, ...stamps, id })),
      prompts: drafts.flatMap(({ id, workflow, prompts }) =>
        prompts.map((prompt, index) => ({
          ...prompt,
          ...stamps,
          id: `${id}/${workflow.prompts[index]?.level}`,
          workflowId: id,
          versions: [],
        })),
      ),
      quarantined: [],
      health: {},
    },
    calendar: createCalendar(DEFAULT_CALENDAR, HOLIDAYS),
    language,
    tastes: at.tastes,
    packs: packs.map(outlineOf),
  };
}

function adoptedOf(pack: Pack, workflow: Pack['workflows'][number], language: Person['language']) {
  const { workflow: draft, prompts } = adopt(pack, workflow, language);
  return { draft, prompts };
}

function ledgerOf(level: Level, today: DayKey, takes: readonly Take[]): Ledger {
  let ledger: Ledger = {};
  for (let week = 1; week <= WEEKS_USED[level]; week++) {
    const day = addDays(today, -7 * week);
    ledger = { ...ledger, [day]: addToDay({}, 'chatgpt', { ...EMPTY_ENTRY, visits: 1 }) };
  }
  for (const { workflow, atMs } of takes) {
    const day = dayAt(atMs, 540);
    const run = { ...EMPTY_ENTRY, visits: 1, runs: { [workflow]: 1 } };
    ledger = { ...ledger, [day]: addToDay(ledger[day] ?? {}, 'chatgpt', run) };
  }
  return ledger;
}

function momentAt(nowMs: number, tool: string): Moment {
  return { nowMs, utcOffsetMinutes: 540, tool };
}

type Order = readonly LibraryPrompt[];

function ordersOf(
  { language, state }: SuggestInput,
  prompts: Order,
  { draft, atMs, tool }: Situation,
): Record<Way, Order[]> {
  const reply = { language, today: state.today, prompts };
  const found = finderFor(reply, draft, momentAt(atMs, tool)).find('');
  // As it stands without any ranking: registered as registered, then the packs, the department's first.
  const own = new Map(state.prompts.map(({ id }, index) => [id, index]));
  const plain = prompts.toSorted((a, b) => (own.get(a.id) ?? 9999) - (own.get(b.id) ?? 9999));
  const shuffled = Array.from({ length: SEEDS }, (_, seed) => {
    const random = seeded(seed + atMs / 1000);
    const keyed = plain.map((prompt) => ({ prompt, key: random() }));
    return keyed.toSorted((a, b) => a.key - b.key).map(({ prompt }) => prompt);
  });
  return {
    banso: [found.map(({ prompt }) => prompt)],
    bm25: [byLikeness(plain, draft)],
    recent: [plain.toSorted((a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0))],
    random: shuffled,
  };
}

function byLikeness(prompts: Order, draft: string): Order {
  const index = createSearchIndex();
  index.add(
    prompts.map(({ title, workflowName = '', about, body }) => ({
      title,
      workflow: workflowName,
      body: about ?? body,
    })),
  );
  const { found, scores } = index.find(draft, { share: 0 });
  const points = new Map([...found].map((at) => [at, scores[at] ?? 0]));
  return prompts
    .map((prompt, at) => ({ prompt, points: points.get(at) ?? 0 }))
    .toSorted((a, b) => b.points - a.points)
    .map(({ prompt }) => prompt);
}

/** The place of a piece of work among different ones; Infinity when it is not in the list. */
function placeOf(order: Order, wanted: string): number {
  const place = [...new Set(order.map(workOf))].indexOf(wanted);
  return place < 0 ? Infinity : place;
}

function workOf({ id, source, workflowId }: LibraryPrompt): string {
  const path = parsePackPromptId(id);
  const pack = source.kind === 'pack' ? source.pack : '';
  return `${pack}/${path?.workflow ?? workflowId ?? ''}`;
}

function levelOf({ source }: LibraryPrompt, packs: readonly Pack[]): Level | undefined {
  if (source.kind !== 'pack') return undefined;
  return packs
    .find(({ id }) => id === source.pack)
    ?.workflows.flatMap(({ prompts }) => prompts)
    .find(({ id }) => id === source.item)?.level;
}
