import { describe, expect, test } from 'vitest';
import { entryOf } from '../contract/envelope.ts';
import { DEFAULT_SETTINGS } from '../contract/settings.ts';
import {
  deviceItem,
  ledgerItem,
  promptItem,
  rememberedItem,
  settingsItem,
  workflowItem,
} from '../contract/stored-items.ts';
import type { DayKey } from '../domain/day.ts';
import { EMPTY_ENTRY, type Ledger } from '../domain/ledger.ts';
import { NOTHING_HELD, parseHeld, personStateOf } from './held.ts';

const NOW_MS = 1_795_000_000_000;
const TODAY = '2026-11-22' as DayKey;
const days = (...list: [day: string, visits: number][]): Ledger =>
  Object.fromEntries(
    list.map(([day, visits]) => [day, { chatgpt: { ...EMPTY_ENTRY, visits, engagedSeconds: 60 } }]),
  );
const workflow = {
  id: 'sales/quote',
  name: '見積もり',
  kind: 'sales',
  rhythm: { kind: 'everyWorkday' as const },
  minutes: 10,
  source: { kind: 'own' as const },
  createdAt: 1,
  updatedAt: 1,
};

test('a browser that was never used holds the defaults', () => {
  expect(parseHeld({}, NOW_MS)).toEqual(NOTHING_HELD);
  expect(personStateOf(NOTHING_HELD, TODAY)).toMatchObject({ startedOn: TODAY, ledger: {} });
});

test('every kind of item is found at its key', () => {
  const device = { id: crypto.randomUUID(), createdAt: 1, startedOn: '2026-11-02' as DayKey };
  const held = parseHeld(
    Object.fromEntries([
      entryOf(deviceItem, device),
      entryOf(settingsItem, { ...DEFAULT_SETTINGS, weeklyGoal: 5 }),
      entryOf(ledgerItem('a', '2026-10'), days(['2026-10-30', 1])),
      entryOf(ledgerItem('a', '2026-11'), days(['2026-11-20', 2])),
      entryOf(ledgerItem('b', '2026-11'), days(['2026-11-20', 3])),
      entryOf(workflowItem('sales/quote'), workflow),
      entryOf(rememberedItem('p/1'), { 相手: 'A 社' }),
      ['hub/outbox', { v: 7 }],
    ]),
    NOW_MS,
  );
  expect(held).toEqual({
    ...NOTHING_HELD,
    device,
    settings: { ...DEFAULT_SETTINGS, weeklyGoal: 5 },
    ledgers: { a: days(['2026-10-30', 1], ['2026-11-20', 2]), b: days(['2026-11-20', 3]) },
    workflows: [workflow],
    remembered: { 'p/1': { 相手: 'A 社' } },
  });
  const person = personStateOf(held, TODAY);
  expect(person.startedOn).toBe('2026-10-30');
  expect(person.ledger[TODAY]).toBeUndefined();
  expect(person.ledger['2026-11-20' as DayKey]?.['chatgpt']).toMatchObject({ visits: 5 });
});

test('a day that two months of a device hold counts once', () => {
  const held = parseHeld(
    Object.fromEntries([
      entryOf(ledgerItem('a', '2026-10'), days(['2026-11-01', 2])),
      entryOf(ledgerItem('a', '2026-11'), days(['2026-11-01', 3])),
    ]),
    NOW_MS,
  );
  expect(held.ledgers).toEqual({ a: days(['2026-11-01', 3]) });
});

describe('what cannot be read', () => {
  test('is listed where it lies, and the rest is read', () => {
    const raw = {
      settings: { v: 1, data: { weeklyGoal: 99 } },
      'prompt/x': { v: 5, data: 'of tomorrow' },
      'ledger/a/2026-11': 'torn',
      'quarantine/workflow/w/12': { v: 1, data: { foundAt: 12, reason: 'name', value: 'w' } },
      ...Object.fromEntries([entryOf(workflowItem('sales/quote'), workflow)]),
    };
    const held = parseHeld(raw, NOW_MS);
    expect(held.workflows).toEqual([workflow]);
    expect(held.settings).toEqual(DEFAULT_SETTINGS);
    expect(
      held.quarantined.map(({ key, originalKey, value }) => [key, originalKey, value]),
    ).toEqual([
      ['prompt/x', 'prompt/x', raw['prompt/x']],
      ['ledger/a/2026-11', 'ledger/a/2026-11', 'torn'],
      ['quarantine/workflow/w/12', 'workflow/w', 'w'],
      ['settings', 'settings', raw.settings],
    ]);
  });

  test.each(['', '/', 'ledger/', 'ledger//', 'workflow/', '__proto__', 'prompt', 'quarantine/'])(
    'a key as odd as "%s" stops nothing',
    (key) => {
      const raw = Object.fromEntries([
        [key, { v: 1, data: {} }],
        entryOf(settingsItem, DEFAULT_SETTINGS),
      ]);
      expect(parseHeld(raw, NOW_MS).settings).toEqual(DEFAULT_SETTINGS);
    },
  );

  test('a device id cannot reach the prototype', () => {
    const raw = Object.fromEntries([entryOf(ledgerItem('__proto__', '2026-11'), days([TODAY, 1]))]);
    const person = personStateOf(parseHeld(raw, NOW_MS), TODAY);
    expect(person.ledger).toEqual({});
    expect(({} as Record<string, unknown>)[TODAY]).toBeUndefined();
  });
});

test('a prompt that is blanked is absent', () => {
  expect(parseHeld({ [promptItem('p').key]: null }, NOW_MS)).toEqual(NOTHING_HELD);
});
