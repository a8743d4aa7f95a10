import { describe, expect, test } from 'vitest';
import { entryOf } from '../contract/envelope.ts';
import { DEFAULT_SETTINGS } from '../contract/settings.ts';
import { calendarItem, promptItem, settingsItem, tasteItem } from '../contract/stored-items.ts';
import { createMemoryStore } from '../../test/support/memory-store.ts';
import { StorageFullError } from './storage-full-error.ts';
import { isQuarantineKey, parseQuarantined } from './quarantine.ts';
import { NewerItemError, readItem, readItems } from './read-item.ts';

const NOW_MS = 1_795_000_000_000;
const DAMAGED = { v: 1, data: { weeklyGoal: 'three' } };

test('an absent item is its default, and reading it writes nothing', async () => {
  const store = createMemoryStore();
  expect(await readItem(store, settingsItem, NOW_MS)).toEqual(DEFAULT_SETTINGS);
  expect(await readItem(store, promptItem('p'), NOW_MS)).toBeUndefined();
  expect(store.changes).toBe(0);
});

test('several items come in one read, in their order', async () => {
  const settings = { ...DEFAULT_SETTINGS, weeklyGoal: 5 };
  const store = createMemoryStore(Object.fromEntries([entryOf(settingsItem, settings)]));
  const [taste, held] = await readItems(store, [tasteItem, settingsItem], NOW_MS);
  expect([taste, held.weeklyGoal]).toEqual([{}, 5]);
});

describe('a damaged item', () => {
  const initial = { settings: DAMAGED, calendar: { v: 1, data: 'kept' }, unknown: [1] };

  test('is set aside as it was, and nothing else is touched', async () => {
    const store = createMemoryStore(initial);
    expect(await readItem(store, settingsItem, NOW_MS)).toEqual(DEFAULT_SETTINGS);
    const { [`quarantine/settings/${NOW_MS}`]: aside, ...rest } = store.dump();
    expect(rest).toEqual({ calendar: initial.calendar, unknown: [1] });
    expect(parseQuarantined(`quarantine/settings/${NOW_MS}`, aside)).toEqual({
      key: `quarantine/settings/${NOW_MS}`,
      originalKey: 'settings',
      foundAt: NOW_MS,
      reason: 'language: invalid_value',
      value: DAMAGED,
    });
  });

  test.each([0, 1, 2])(
    'is in exactly one place when the worker dies after %i changes',
    async (n) => {
      const store = createMemoryStore(initial);
      store.killAfter(n);
      await readItem(store, settingsItem, NOW_MS).catch(() => {});
      store.revive();
      expect(await readItem(store, settingsItem, NOW_MS + 1)).toEqual(DEFAULT_SETTINGS);
      const asides = Object.entries(store.dump()).filter(([key]) => isQuarantineKey(key));
      expect(asides.map(([key, raw]) => parseQuarantined(key, raw).value)).toEqual([DAMAGED]);
    },
  );

  test('a second one in the same millisecond finds another place', async () => {
    const store = createMemoryStore(initial);
    await readItem(store, settingsItem, NOW_MS);
    await store.write({ settings: 'damaged again' });
    await readItem(store, settingsItem, NOW_MS);
    const asides = Object.keys(store.dump()).filter(isQuarantineKey);
    expect(asides).toEqual([`quarantine/settings/${NOW_MS}`, `quarantine/settings/${NOW_MS + 1}`]);
  });

  test('stays where it is, and unread, when there is no room to set it aside', async () => {
    const store = createMemoryStore(initial);
    store.limitBytes(10);
    await expect(readItem(store, settingsItem, NOW_MS)).rejects.toBeInstanceOf(StorageFullError);
    expect(store.dump()).toEqual(initial);
  });
});

test('an item of a newer build is never written over', async () => {
  const initial = { settings: { v: 9, data: { shape: 'of tomorrow' } }, calendar: 'damaged' };
  const store = createMemoryStore(initial);
  const read = readItems(store, [calendarItem, settingsItem], NOW_MS);
  await expect(read).rejects.toBeInstanceOf(NewerItemError);
  expect(store.dump()).toEqual(initial);
});

test.each([null, 7, 'text', { data: { foundAt: 1 } }, { data: null }])(
  'a quarantine that is damaged itself (%j) is still shown',
  (raw) => {
    expect(parseQuarantined('quarantine/prompt/a/b/12', raw)).toEqual({
      key: 'quarantine/prompt/a/b/12',
      originalKey: 'prompt/a/b',
      foundAt: 12,
      reason: 'unreadable',
      value: raw,
    });
  },
);
