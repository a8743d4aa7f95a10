import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { entryOf } from '../contract/envelope.ts';
import { DEFAULT_SETTINGS } from '../contract/settings.ts';
import { ledgerItem, settingsItem } from '../contract/stored-items.ts';
import { monthOf, type DayKey } from '../domain/day.ts';
import { createMemoryStore } from '../../test/support/memory-store.ts';
import { NO_ROOM_KEY } from '../app/note-room.ts';
import type { KeyValueStore } from '../app/ports.ts';
import { createPersonStore, type PersonStore, type PersonView } from './person-store.ts';

const EVENING_MS = Date.UTC(2026, 10, 22, 14, 59);
const clock = { now: () => Date.now(), utcOffsetMinutes: () => 540, ready: Promise.resolve() };
let opened: PersonStore | undefined;

/** A page's view over a store, with the browser's notice of a change in our hands. */
function open(
  store: KeyValueStore,
  session: KeyValueStore = createMemoryStore(),
): { view: () => PersonView; changed: () => void } {
  const listeners = new Set<() => void>();
  opened = createPersonStore({
    store,
    session,
    clock,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  return { view: opened.getState, changed: () => listeners.forEach((listener) => listener()) };
}
const goalOf = (view: PersonView): number | undefined =>
  view.status === 'ready' ? view.person.settings.weeklyGoal : undefined;
const todayOf = (view: PersonView): string | undefined =>
  view.status === 'ready' ? view.person.today : undefined;
const settingGoal = (weeklyGoal: number): Record<string, unknown> =>
  Object.fromEntries([entryOf(settingsItem, { ...DEFAULT_SETTINGS, weeklyGoal })]);

beforeEach(() => {
  vi.useFakeTimers({ now: EVENING_MS });
});
afterEach(() => {
  opened?.stop();
  vi.useRealTimers();
});

test('is loading, then shows what is stored', async () => {
  const { view } = open(createMemoryStore(settingGoal(4)));
  expect(view()).toEqual({ status: 'loading' });
  await vi.advanceTimersByTimeAsync(0);
  expect(goalOf(view())).toBe(4);
});

test('changes that come together are read once', async () => {
  const store = createMemoryStore(settingGoal(4));
  const read = vi.spyOn(store, 'read');
  const { view, changed } = open(store);
  await vi.advanceTimersByTimeAsync(0);
  await store.write(settingGoal(5));
  changed();
  changed();
  await vi.advanceTimersByTimeAsync(100);
  expect(goalOf(view())).toBe(5);
  expect(read).toHaveBeenCalledTimes(2);
});

test('a change during a read is read afterwards', async () => {
  const store = createMemoryStore(settingGoal(4));
  const slow = Promise.withResolvers<void>();
  const slowStore: KeyValueStore = {
    ...store,
    read: async (keys) => {
      const values = await store.read(keys);
      await slow.promise;
      return values;
    },
  };
  const { view, changed } = open(slowStore);
  await vi.advanceTimersByTimeAsync(0);
  await store.write(settingGoal(6));
  changed();
  await vi.advanceTimersByTimeAsync(100);
  slow.resolve();
  await vi.advanceTimersByTimeAsync(100);
  expect(goalOf(view())).toBe(6);
});

test('recent months are shown first, all of them after the first paint', async () => {
  const entry = { visits: 1, engagedSeconds: 60, promptsStarted: 0, selfReported: false, runs: {} };
  const days = ['2021-11-22', '2026-06-30', '2026-07-21', '2026-11-20'] as DayKey[];
  const store = createMemoryStore(
    Object.fromEntries([
      ...Object.entries(settingGoal(4)),
      ...days.map((day) => entryOf(ledgerItem('d', monthOf(day)), { [day]: { chatgpt: entry } })),
    ]),
  );
  const { view } = open(store);
  const shown: [number | undefined, string[]][] = [];
  opened?.subscribe((next) => {
    if (next.status === 'ready') shown.push([goalOf(next), Object.keys(next.person.ledger)]);
  });
  await vi.advanceTimersByTimeAsync(100);
  expect(shown).toEqual([
    [4, days.slice(2)],
    [4, days],
  ]);
  expect(view().status).toBe('ready');
});

test('a new day begins at local midnight, and the next one too', async () => {
  const { view } = open(createMemoryStore());
  await vi.advanceTimersByTimeAsync(0);
  expect(todayOf(view())).toBe('2026-11-22');
  await vi.advanceTimersByTimeAsync(60_100);
  expect(todayOf(view())).toBe('2026-11-23');
  await vi.advanceTimersByTimeAsync(86_400_000);
  expect(todayOf(view())).toBe('2026-11-24');
});

test('says so when storage cannot be read, and recovers', async () => {
  const store = createMemoryStore();
  const read = vi.spyOn(store, 'read').mockRejectedValueOnce(new Error('torn'));
  const { view, changed } = open(store);
  await vi.advanceTimersByTimeAsync(0);
  expect(view()).toEqual({ status: 'failed', message: 'Error: torn' });
  changed();
  await vi.advanceTimersByTimeAsync(100);
  expect(view().status).toBe('ready');
  expect(read).toHaveBeenCalledTimes(2);
});

test('nothing happens after it was stopped', async () => {
  const store = createMemoryStore();
  const { changed } = open(store);
  await vi.advanceTimersByTimeAsync(0);
  const read = vi.spyOn(store, 'read');
  opened?.stop();
  changed();
  await vi.advanceTimersByTimeAsync(200_000_000);
  expect(read).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test('says that there is no room, and stops when there is', async () => {
  const session = createMemoryStore({ [NO_ROOM_KEY]: true });
  const { view, changed } = open(createMemoryStore(), session);
  await vi.advanceTimersByTimeAsync(0);
  expect(view()).toMatchObject({ person: { noRoom: true } });
  await session.remove([NO_ROOM_KEY]);
  changed();
  await vi.advanceTimersByTimeAsync(100);
  expect(view()).toMatchObject({ person: { noRoom: false } });
});
