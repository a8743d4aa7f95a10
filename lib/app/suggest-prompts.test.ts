import { describe, expect, it } from 'vitest';
import { HOLIDAYS } from '../../content/holidays.ts';
import { readPacks } from '../../content/read-packs.ts';
import { outlineOf, type PackOutline } from '../contract/pack.ts';
import { DEFAULT_CALENDAR, DEFAULT_SETTINGS } from '../contract/settings.ts';
import { createCalendar } from '../domain/calendar.ts';
import type { DayKey } from '../domain/day.ts';
import { EMPTY_ENTRY, type Ledger } from '../domain/ledger.ts';
import { rankPrompts, type Moment } from '../domain/suggestion.ts';
import type { Prompt, Workflow } from '../domain/workflow.ts';
import { candidateOf } from './library-candidate.ts';
import type { PersonState } from './person-state.ts';
import { tastesAfter } from './record-taste.ts';
import { libraryFor, suggestForRow, type SuggestInput } from './suggest-prompts.ts';

const OUTLINES = readPacks().map(outlineOf);
/** A Wednesday. */
const TODAY = '2026-12-02' as DayKey;
const moment: Moment = {
  nowMs: Date.parse('2026-12-02T01:00:00Z'),
  utcOffsetMinutes: 540,
  tool: 'chatgpt',
};
const stamps = { createdAt: 1, updatedAt: 1, source: { kind: 'own' } } as const;

function workflow(id: string, rhythm: Workflow['rhythm'], rest: Partial<Workflow> = {}): Workflow {
  return { ...stamps, id, name: `業務 ${id}`, kind: 'sales', rhythm, minutes: 10, ...rest };
}

function promptOf(id: string, workflowId?: string, rest: Partial<Prompt> = {}): Prompt {
  return {
    ...stamps,
    id,
    workflowId,
    title: `題名 ${id}`,
    body: '{{材料}}',
    variables: [],
    versions: [],
    ...rest,
  };
}

function input(state: Partial<PersonState>, rest: Partial<SuggestInput> = {}): SuggestInput {
  return {
    state: {
      today: TODAY,
      startedOn: TODAY,
      settings: DEFAULT_SETTINGS,
      calendar: DEFAULT_CALENDAR,
      ledger: {},
      workflows: [],
      prompts: [],
      quarantined: [],
      health: {},
      ...state,
    },
    calendar: createCalendar(DEFAULT_CALENDAR, HOLIDAYS),
    language: 'ja',
    tastes: {},
    packs: OUTLINES,
    ...rest,
  };
}

/** The first pack with a prompt of each level in each workflow. */
const threeLevels: PackOutline = {
  ...OUTLINES[0]!,
  workflows: OUTLINES[0]!.workflows.map((each) => ({
    ...each,
    prompts: (['further', 'standard', 'first'] as const).map((level) => ({
      ...each.prompts[0]!,
      id: `${each.id}-${level}`,
      level,
    })),
  })),
};
const startedOn = '2026-11-02' as DayKey;
const twoWeeks: Ledger = Object.fromEntries(
  ['2026-11-18', '2026-11-25'].map((day) => [day, { chatgpt: { ...EMPTY_ENTRY, visits: 1 } }]),
);

describe('a person who registered nothing', () => {
  it('is offered three of the department’s pack, each of another workflow', () => {
    const settings = { ...DEFAULT_SETTINGS, department: 'sales' };
    const row = suggestForRow(input({ settings }), moment);
    expect(row).toHaveLength(3);
    expect(row.every(({ promptId }) => promptId.startsWith('pack/sales/'))).toBe(true);
    expect(new Set(row.map(({ promptId }) => promptId.split('/')[2])).size).toBe(3);
    expect(row[0]).toMatchObject({ reason: 'はじめの一歩に', isPlain: true });
  });

  it('is offered something without a department, and in English', () => {
    const row = suggestForRow(input({}, { language: 'en' }), moment);
    expect(row).toHaveLength(3);
    expect(row[0]?.title).toMatch(/^[\x20-\x7E]+$/);
  });

  it.each([
    ['who never used a tool: first steps', {}, 'first'],
    ['who came in two of the last weeks: the daily form', twoWeeks, 'standard'],
  ])('%s', (_, ledger, level) => {
    const settings = { ...DEFAULT_SETTINGS, department: 'sales' };
    const given = input({ settings, ledger, startedOn }, { packs: [threeLevels] });
    const levels = suggestForRow(given, moment).map(({ promptId }) => promptId.split('-').at(-1));
    expect(levels).toEqual([level, level, level]);
  });

  it('gets nothing only when there is nothing', () => {
    expect(suggestForRow(input({}, { packs: [] }), moment)).toEqual([]);
  });
});

describe('a person with workflows', () => {
  const workflows = [
    workflow('daily', { kind: 'everyWorkday' }),
    workflow('monthly', { kind: 'monthlyDay', day: 2 }),
    workflow('rare', { kind: 'onDemand' }),
    workflow('gone', { kind: 'everyWorkday' }, { deletedAt: 5 }),
  ];
  const prompts = [
    promptOf('d', 'daily'),
    promptOf('m', 'monthly'),
    promptOf('r', 'rare'),
    promptOf('g', 'gone'),
    promptOf('deleted', 'daily', { deletedAt: 5 }),
  ];

  it('sees what is due first, the rarest leading, and why', () => {
    const row = suggestForRow(input({ workflows, prompts }), moment);
    expect(row.map(({ promptId }) => promptId).slice(0, 2)).toEqual(['m', 'd']);
    expect(row[0]?.reason).toBe('今日の業務');
  });

  it('is not asked again for what was run today', () => {
    const ledger = {
      [TODAY]: { claude: { ...EMPTY_ENTRY, runs: { monthly: 1 } } },
    } as unknown as Ledger;
    const row = suggestForRow(input({ workflows, prompts, ledger }), moment);
    expect(row[0]?.promptId).toBe('d');
  });

  it('sees of one workflow their own version first, then the level that suits them', () => {
    const source = { kind: 'pack', pack: 'sales' } as const;
    const [quote] = threeLevels.workflows;
    const items = quote!.prompts.map(({ id, level }) =>
      promptOf(level, 'w', { source: { ...source, item: id } }),
    );
    const versions = [{ title: '前', body: '文', variables: [], replacedAt: 2 }];
    const own = promptOf('edited', 'w', { source: { ...source, item: 'gone' }, versions });
    const order = (ledger: Ledger): string[] => {
      const only = workflow('w', { kind: 'onDemand' });
      const state = { workflows: [only], prompts: [...items, own], ledger, startedOn };
      const given = input(state, { packs: [threeLevels] });
      const candidates = libraryFor(given, () => ({}))
        .prompts.slice(0, 4)
        .map(candidateOf);
      return rankPrompts({ candidates, moment }).map(({ id }) => id);
    };
    expect(order({}).slice(0, 2).toSorted()).toEqual(['edited', 'first']);
    expect(order(twoWeeks).slice(0, 2).toSorted()).toEqual(['edited', 'standard']);
    expect(order({}).at(-1)).toBe('further');
  });

  it('keeps the prompts of a deleted workflow without it, and no deleted prompt', () => {
    const library = libraryFor(input({ workflows, prompts }, { packs: [] }), () => ({}));
    expect(library.prompts.map(({ id }) => id).toSorted()).toEqual(['d', 'g', 'm', 'r']);
    expect(library.prompts.find(({ id }) => id === 'g')).toMatchObject({ due: false });
    expect(library.prompts.find(({ id }) => id === 'g')?.workflowId).toBeUndefined();
  });

  it('is not offered a pack’s workflow that is registered already', () => {
    const [pack] = OUTLINES;
    const [offered] = pack!.workflows;
    const adopted = workflow(
      'mine',
      { kind: 'onDemand' },
      {
        source: { kind: 'pack', pack: pack!.id, item: offered!.id },
      },
    );
    const library = libraryFor(input({ workflows: [adopted] }), () => ({}));
    const ids = library.prompts.map(({ id }) => id);
    expect(ids.some((id) => id.startsWith(`pack/${pack!.id}/${offered!.id}/`))).toBe(false);
    expect(ids.some((id) => id.startsWith(`pack/${pack!.id}/`))).toBe(true);
  });

  it('finds remembered values and tastes with their prompt', () => {
    const tastes = tastesAfter({}, { promptId: 'r', passedOver: ['d', 'r'], moment });
    const library = libraryFor(input({ workflows, prompts }, { packs: [], tastes }), (id) =>
      id === 'r' ? { 材料: '前回の値' } : {},
    );
    const used = library.prompts.find(({ id }) => id === 'r');
    expect(used).toMatchObject({
      uses: 1,
      lastUsedAt: moment.nowMs,
      remembered: { 材料: '前回の値' },
    });
    expect(tastes['d']?.passedOver).toBe(1);
    expect(tastes['r']?.passedOver).toBe(0);
  });
});

describe('what the department shares', () => {
  const offered = {
    ...promptOf('dept', 'shared'),
    source: { kind: 'department', department: '営業部', version: 1 },
  } as const;
  const shared = (workflows: readonly Workflow[] = []) => ({
    prompts: [promptOf('own', 'w'), offered],
    workflows: [workflow('w', { kind: 'onDemand' }), ...workflows],
    shared: {
      department: '営業部',
      workflows: [
        {
          id: 'shared',
          name: '部署の業務',
          kind: 'sales',
          rhythm: { kind: 'everyWorkday' as const },
          minutes: 5,
          updatedAt: 1,
        },
      ],
      prompts: [],
      notes: [],
      use: new Map(),
      notesSeen: {},
      setAside: 0,
      offered: new Set(['dept']),
    },
  });

  it('is offered behind one’s own and before the packs', () => {
    const row = suggestForRow(input(shared()), moment);
    expect(row.map(({ promptId }) => promptId.split('/')[0])).toEqual(['own', 'dept', 'pack']);
    expect(row[1]?.reason).toBe('部署で使っている');
    const found = libraryFor(input(shared()), () => ({})).prompts.find(({ id }) => id === 'dept');
    expect(found).toMatchObject({
      offeredBy: 'department',
      workflowName: '部署の業務',
      due: false,
    });
  });

  it('is like one’s own registered work once the person took the workflow over', () => {
    const taken = workflow('shared', { kind: 'everyWorkday' });
    const row = suggestForRow(input(shared([taken])), moment);
    expect(row.map(({ promptId }) => promptId).slice(0, 2)).toEqual(['dept', 'own']);
    expect(row[0]?.reason).toBe('今日の業務');
  });
});
