import { expect, test } from 'vitest';
import { createCommandWorld, NOON_MS } from '../../test/support/command-world.ts';
import { note, storedShared } from '../../test/support/fake-shared.ts';
import { noteToShow } from './see-note.ts';

const DAY_MS = 86_400_000;
const fresh = note('fresh', { publishedAt: NOON_MS - DAY_MS });
const old = note('old', { publishedAt: NOON_MS - 60 * DAY_MS });

function world() {
  const created = createCommandWorld(storedShared({ notes: [fresh, old] }));
  const shown = () =>
    noteToShow(created.person().shared, {
      today: created.person().today,
      nowMs: created.clock.nowMs,
    })?.id;
  return { ...created, shown };
}

test('a new note is shown for the day on which it was first seen, and then not again', async () => {
  const { done, shown, clock } = world();
  expect(shown()).toBe('fresh');
  await done({ type: 'seeNote', id: 'fresh', done: false });
  expect(shown()).toBe('fresh');
  clock.nowMs += DAY_MS;
  expect(shown()).toBeUndefined();
});

test('one that was put away is away at once, and stays so', async () => {
  const { done, shown, person, store } = world();
  await done({ type: 'seeNote', id: 'fresh', done: true });
  expect(shown()).toBeUndefined();
  const { changes } = store;
  await done({ type: 'seeNote', id: 'fresh', done: false });
  expect(store.changes).toBe(changes);
  // It can still be found.
  expect(person().shared?.notes.map(({ id }) => id)).toEqual(['fresh', 'old']);
});

test('old news are not put before anybody', async () => {
  const { shown, clock } = world();
  clock.nowMs += 50 * DAY_MS;
  expect(shown()).toBeUndefined();
  expect(noteToShow(undefined, { today: '2026-11-24' as never, nowMs: 1 })).toBeUndefined();
});
