import { expect, it } from 'vitest';
import { createMemoryStore } from '../../test/support/memory-store.ts';
import { healthItem, rememberedItem } from '../contract/stored-items.ts';
import { addHealth, keepRemembered, takeHealth } from './keep-page-notes.ts';
import { readItem } from './read-item.ts';

const DAY_MS = 86_400_000;
/** 2026-11-24 09:00 in Tokyo. */
const NINE_MS = Date.UTC(2026, 10, 24);

it('counts each selector once a day and tool, an insertion every time', async () => {
  const store = createMemoryStore();
  let nowMs = NINE_MS;
  const clock = { now: () => nowMs, utcOffsetMinutes: () => 540 };
  const deps = { store, session: createMemoryStore(), clock };
  await addHealth(deps, 'claude', { 'found:adapter:chat-input': 1, 'box:container': 1 });
  await addHealth(deps, 'claude', { 'send:none': 1, 'stop:stop': 1 });
  const { changes } = deps.session;
  await addHealth(deps, 'claude', { 'found:adapter:chat-input': 1, 'box:container': 1 });
  await addHealth(deps, 'claude', { 'send:none': 1, 'stop:stop': 1 });
  expect(deps.session.changes).toBe(changes);
  await addHealth(deps, 'gemini', { 'found:guess': 1 });
  await addHealth(deps, 'claude', { 'insert:quill:lines:ok': 1 });
  await addHealth(deps, 'claude', { 'insert:quill:lines:ok': 1 });
  await store.write(await takeHealth(deps));
  await addHealth(deps, 'claude', { 'insert:quill:lines:ok': 1, 'stop:stop': 1 });
  nowMs += DAY_MS;
  await addHealth(deps, 'claude', { 'found:adapter:chat-input': 1 });
  await addHealth(deps, 'claude', { 'send:send': 1 });
  await store.write(await takeHealth(deps));
  expect(await readItem(store, healthItem, nowMs)).toEqual({
    'claude:box:container': 1,
    'claude:found:adapter:chat-input': 2,
    'claude:insert:quill:lines:ok': 3,
    'claude:send:none': 1,
    'claude:send:send': 1,
    'claude:stop:stop': 1,
    'gemini:found:guess': 1,
  });
});

it('begins a new day at midnight where the person is', async () => {
  let nowMs = NINE_MS - 3_600_000;
  const clock = { now: () => nowMs, utcOffsetMinutes: () => 540 };
  const deps = { store: createMemoryStore(), session: createMemoryStore(), clock };
  await addHealth(deps, 'claude', { 'send:send': 1 });
  // Two hours later it is another day in UTC, and the same one in Tokyo.
  nowMs += 2 * 3_600_000;
  const { changes } = deps.session;
  await addHealth(deps, 'claude', { 'send:send': 1 });
  expect(deps.session.changes).toBe(changes);
});

it('costs no write of its own, and what was handed out is not handed out again', async () => {
  const store = createMemoryStore();
  const clock = { now: () => NINE_MS, utcOffsetMinutes: () => 540 };
  const deps = { store, session: createMemoryStore(), clock };
  expect(await takeHealth(deps)).toEqual({});
  await addHealth(deps, 'claude', { 'found:guess': 1 });
  expect(store.dump()).toEqual({});
  expect(Object.keys(await takeHealth(deps))).toEqual(['health']);
  expect(await takeHealth(deps)).toEqual({});
});

it('keeps no value under a name that every object has, and the others with it', async () => {
  const store = createMemoryStore();
  const deps = { store, clock: { now: () => NINE_MS, utcOffsetMinutes: () => 540 } };
  await keepRemembered(deps, 'p-1', { 会社名: 'みなと', constructor: 'x' });
  await keepRemembered(deps, 'p-1', { 担当: '佐藤' });
  expect(await readItem(store, rememberedItem('p-1'), NINE_MS)).toEqual({
    会社名: 'みなと',
    担当: '佐藤',
  });
});
