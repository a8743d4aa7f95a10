import { z } from 'zod';
import { expect, test } from 'vitest';
import { parseStored } from '../contract/envelope.ts';
import { itemAtKey, kind, type StoredItem } from '../contract/stored-items.ts';
import { createMemoryStore } from '../../test/support/memory-store.ts';
import { migrateItems } from './migrate-items.ts';

/** A count that was once a word, then a number, and is now a number with its unit. */
const COUNT = kind(
  'count',
  z.strictObject({ value: z.int(), unit: z.string() }),
  { value: 0, unit: '' },
  [(word) => ({ one: 1, two: 2 })[String(word)], (value) => ({ value, unit: 'visits' })],
);
const itemAt = (key: string): StoredItem<unknown> | undefined =>
  key.startsWith('count/') ? { key, kind: COUNT } : itemAtKey(key);
const initial = {
  'count/a': { v: 1, data: 'one' },
  'count/b': { v: 2, data: 2 },
  'count/c': { v: 3, data: { value: 3, unit: 'runs' } },
  'count/d': { v: 1, data: 'many' },
  'count/e': { v: 4, data: 'of tomorrow' },
  settings: 'torn',
  unknown: { v: 1 },
};
const migrated = {
  ...initial,
  'count/a': { v: 3, data: { value: 1, unit: 'visits' } },
  'count/b': { v: 3, data: { value: 2, unit: 'visits' } },
};

test('older items are written in the present version, and nothing else is touched', async () => {
  const store = createMemoryStore(initial);
  await migrateItems(store, store.dump(), itemAt);
  expect(store.dump()).toEqual(migrated);
  await migrateItems(store, store.dump(), itemAt);
  expect(store.changes).toBe(1);
});

test.each([0, 1])(
  'killed after %i writes, all is readable and the next start finishes',
  async (n) => {
    const store = createMemoryStore(initial);
    store.killAfter(n);
    await migrateItems(store, store.dump(), itemAt).catch(() => {});
    const values = ['count/a', 'count/b'].map((key) =>
      parseStored({ key, kind: COUNT }, store.dump()[key]),
    );
    expect(values).toMatchObject([{ value: { value: 1 } }, { value: { value: 2 } }]);
    store.revive();
    await migrateItems(store, store.dump(), itemAt);
    expect(store.dump()).toEqual(migrated);
  },
);

test('without room nothing is lost', async () => {
  const store = createMemoryStore(initial);
  store.limitBytes(1);
  await expect(migrateItems(store, store.dump(), itemAt)).rejects.toThrow('full');
  expect(store.dump()).toEqual(initial);
});
