import { describe, expect, it } from 'vitest';
import { HOLIDAYS } from '../../content/holidays.ts';
import type { PersonState } from '../../lib/app/person-state.ts';
import { DEFAULT_CALENDAR, DEFAULT_SETTINGS } from '../../lib/contract/settings.ts';
import { createCalendar } from '../../lib/domain/calendar.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import { EMPTY_ENTRY } from '../../lib/domain/ledger.ts';
import type { Prompt, Rhythm, Workflow } from '../../lib/domain/workflow.ts';
import { viewPopup } from './popup-view.ts';

const WEDNESDAY = '2026-11-25' as DayKey;
const TUESDAY = '2026-11-24' as DayKey;
const visited = { chatgpt: { ...EMPTY_ENTRY, visits: 1 } };

function workflow(id: string, rhythm: Rhythm, deletedAt?: number): Workflow {
  return {
    id,
    name: id,
    kind: 'other',
    rhythm,
    minutes: 10,
    source: { kind: 'own' },
    createdAt: 0,
    updatedAt: 0,
    deletedAt,
  };
}

function prompt(workflowId: string, deletedAt?: number): Prompt {
  return {
    id: `${workflowId}-prompt`,
    workflowId,
    title: workflowId,
    body: 'x',
    variables: [],
    source: { kind: 'own' },
    createdAt: 0,
    updatedAt: 0,
    versions: [],
    deletedAt,
  };
}

function view(change: Partial<PersonState>) {
  const state: PersonState = {
    today: WEDNESDAY,
    startedOn: '2026-11-16' as DayKey,
    settings: DEFAULT_SETTINGS,
    calendar: DEFAULT_CALENDAR,
    ledger: {},
    workflows: [],
    prompts: [],
    quarantined: [],
    health: {},
    ...change,
  };
  return viewPopup(state, createCalendar(state.calendar, HOLIDAYS));
}

function pausedUntil(paused: PersonState['settings']['paused']): Partial<PersonState> {
  return { settings: { ...DEFAULT_SETTINGS, paused } };
}

const daily = { kind: 'everyWorkday' } as const;
const onDemand = { kind: 'onDemand' } as const;

describe('today', () => {
  it.each([
    ['open', {}],
    ['kept', visited],
    ['selfReported', { gemini: { ...EMPTY_ENTRY, selfReported: true } }],
  ] as const)('is %s', (state, entries) => {
    expect(view({ ledger: { [WEDNESDAY]: entries } }).today.state).toBe(state);
  });

  it('is a day off even when it was used, and says why', () => {
    const { today } = view({
      today: '2026-11-23' as DayKey,
      ledger: { ['2026-11-23' as DayKey]: visited },
    });
    expect(today).toMatchObject({ state: 'off', visits: 1, off: { kind: 'holiday' } });
  });

  it('names a tool of a newer build by its id', () => {
    const { today } = view({
      ledger: { [WEDNESDAY]: { ...visited, newtool: { ...EMPTY_ENTRY, visits: 5 } } },
    });
    expect(today.tools).toEqual([
      { tool: 'newtool', visits: 5 },
      { tool: 'ChatGPT', visits: 1 },
    ]);
    expect(today.visits).toBe(6);
  });

  it('is paused only on the day it was paused for', () => {
    expect(view(pausedUntil(WEDNESDAY)).paused).toBe('today');
    expect(view(pausedUntil(TUESDAY)).paused).toBe('no');
    expect(view(pausedUntil('always')).paused).toBe('always');
  });
});

describe('this week', () => {
  it('asks for no more days than the week has', () => {
    // Monday is a holiday; Wednesday to Friday are leave: one scheduled day is left.
    const calendar = {
      ...DEFAULT_CALENDAR,
      leave: [{ from: WEDNESDAY, to: '2026-11-27' as DayKey }],
    };
    expect(view({ calendar, ledger: { [TUESDAY]: visited } }).week).toEqual({ kept: 1, goal: 1 });
  });

  it('counts from the first day of someone new', () => {
    expect(view({ startedOn: '2026-11-27' as DayKey }).week.goal).toBe(1);
  });
});

describe('next work', () => {
  it('is at most three due ones with their first living prompt', () => {
    const names = ['a', 'b', 'c', 'd'];
    const { next } = view({
      workflows: names.map((name) => workflow(name, daily)),
      prompts: [prompt('a', 1), { ...prompt('a'), id: 'a-living' }],
    });
    expect(next).toHaveLength(3);
    expect(next.find((work) => work.workflow.id === 'a')?.prompt?.id).toBe('a-living');
    expect(next.find((work) => work.workflow.id === 'b')?.prompt).toBeUndefined();
  });

  it('leaves out what was deleted and what was run', () => {
    const { next, doneToday, registered } = view({
      workflows: [workflow('gone', daily, 1), workflow('done', daily)],
      ledger: { [WEDNESDAY]: { chatgpt: { ...EMPTY_ENTRY, runs: { done: 1 } } } },
    });
    expect(next).toEqual([]);
    expect(doneToday).toBe(true);
    expect(registered).toBe(1);
  });

  it('offers on-demand work only where nothing is due, it has a prompt and was not run', () => {
    const workflows = ['ready', 'bare', 'run'].map((name) => workflow(name, onDemand));
    const prompts = [prompt('ready'), prompt('run')];
    const ledger = { [WEDNESDAY]: { chatgpt: { ...EMPTY_ENTRY, runs: { run: 1 } } } };
    const ids = (change: Partial<PersonState>) =>
      view({ workflows, prompts, ledger, ...change }).anytime.map((work) => work.workflow.id);
    expect(ids({})).toEqual(['ready']);
    expect(ids({ workflows: [...workflows, workflow('due', daily)] })).toEqual([]);
    expect(ids({ today: '2026-11-28' as DayKey })).toEqual([]);
  });
});
