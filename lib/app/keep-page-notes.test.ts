import { expect, it } from 'vitest';
import { createMemoryStore } from '../../test/support/memory-store.ts';
import { healthItem } from '../contract/stored-items.ts';
import { addHealth } from './keep-page-notes.ts';
import { readItem } from './read-item.ts';

const DAY_MS = 86_400_000;
/** 2026-11-24 09:00 in Tokyo. */
const NINE_MS = Date.UTC(2026, 10, 24);

it('counts how a composer was found once a day and tool, an insertion every time', async () => {
  const store = createMemoryStore();
  let nowMs = NINE_MS;
  const clock = { now: () => nowMs, utcOffsetMinutes: () => 540 };
  const deps = { store, session: createMemoryStore(), clock };
  await addHealth(deps, 'claude', { 'found:adapter:chat-input': 1 });
  const { changes } = store;
  await addHealth(deps, 'claude', { 'found:adapter:chat-input': 1 });
  expect(store.changes).toBe(changes);
  await addHealth(deps, 'gemini', { 'found:guess': 1 });
  await addHealth(deps, 'claude', { 'insert:quill:lines:ok': 1 });
  await addHealth(deps, 'claude', { 'insert:quill:lines:ok': 1 });
  nowMs += DAY_MS;
  await addHealth(deps, 'claude', { 'found:adapter:chat-input': 1 });
  expect(await readItem(store, healthItem, nowMs)).toEqual({
    'claude:found:adapter:chat-input': 2,
    'claude:insert:quill:lines:ok': 2,
    'gemini:found:guess': 1,
  });
});
