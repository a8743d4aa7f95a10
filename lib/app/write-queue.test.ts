import { expect, test } from 'vitest';
import { createMemoryStore } from '../../test/support/memory-store.ts';
import { ensureDevice } from './device.ts';
import { createWriteQueue } from './write-queue.ts';

test('a hundred changes at once lose none', async () => {
  const store = createMemoryStore({ n: 0 });
  const queue = createWriteQueue();
  const rise = async (): Promise<void> => {
    const { n } = await store.read(['n']);
    await store.write({ n: Number(n) + 1 });
  };
  await Promise.all(Array.from({ length: 100 }, () => queue(rise)));
  expect(store.dump()).toEqual({ n: 100 });
});

test('a failure reaches its asker and nobody else', async () => {
  const queue = createWriteQueue();
  const failing = queue(() => Promise.reject(new Error('mine')));
  const next = queue(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('mine');
  expect(await next).toBe('done');
});

test('a device is named once, on the local day of the first start', async () => {
  const store = createMemoryStore();
  const queue = createWriteQueue();
  const nowMs = Date.UTC(2026, 10, 22, 16);
  const clock = { now: () => nowMs, utcOffsetMinutes: () => 540 };
  const [first, second] = await Promise.all([
    queue(() => ensureDevice({ store, clock })),
    queue(() => ensureDevice({ store, clock })),
  ]);
  expect(first).toEqual(second);
  expect(first).toMatchObject({ createdAt: nowMs, startedOn: '2026-11-23' });
  expect(store.changes).toBe(1);
});
