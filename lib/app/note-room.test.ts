import { expect, test } from 'vitest';
import { createMemoryStore } from '../../test/support/memory-store.ts';
import { NO_ROOM_KEY, noteRoom } from './note-room.ts';
import { StorageFullError } from './storage-full-error.ts';

test('a full store is noted until a write finds room again', async () => {
  const local = createMemoryStore();
  const session = createMemoryStore();
  const store = noteRoom(local, session);
  await store.write({ a: 1 });
  expect(session.dump()).toEqual({});

  local.limitBytes(10);
  await expect(store.write({ b: 'much too long to fit' })).rejects.toBeInstanceOf(StorageFullError);
  expect(session.dump()).toEqual({ [NO_ROOM_KEY]: true });

  local.limitBytes(10_000);
  await store.write({ b: 2 });
  expect(session.dump()).toEqual({});
  expect(local.dump()).toEqual({ a: 1, b: 2 });
});

test('what a worker before left behind goes with the first write that succeeds', async () => {
  const session = createMemoryStore({ [NO_ROOM_KEY]: true });
  await noteRoom(createMemoryStore(), session).write({ a: 1 });
  expect(session.dump()).toEqual({});
});

test('a note that cannot be made leaves the write as it was', async () => {
  const local = createMemoryStore();
  const session = createMemoryStore();
  const store = noteRoom(local, session);
  local.limitBytes(1);
  session.limitBytes(1);
  await expect(store.write({ a: 1 })).rejects.toBeInstanceOf(StorageFullError);
  local.limitBytes(1000);
  await store.write({ a: 1 });
  expect(local.dump()).toEqual({ a: 1 });
});
