import { z } from 'zod';
import { expect, test } from 'vitest';
import { entryOf, parseStored } from './envelope.ts';
import { kind, settingsItem, type StoredItem } from './stored-items.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

/** An item that has seen three shapes: a word, a list of words, a list with a count beside it. */
const WORDS = kind(
  'words',
  z.strictObject({ words: z.array(z.string()), count: z.int() }),
  { words: [] as string[], count: 0 },
  [
    (word) => [word],
    (words) => {
      if (!Array.isArray(words)) throw new Error('never a list');
      return { words, count: words.length };
    },
  ],
);
const wordsItem: StoredItem<{ words: string[]; count: number }> = { key: 'words', kind: WORDS };

test.each([
  [{ v: 1, data: 'one' }, true],
  [{ v: 2, data: ['one'] }, true],
  [{ v: 3, data: { words: ['one'], count: 1 } }, false],
])('every version that ever was is read: %j', (stored, migrated) => {
  const value = { words: ['one'], count: 1 };
  expect(parseStored(wordsItem, stored)).toEqual({ state: 'read', value, migrated });
});

test('a version from a newer build is recognised', () => {
  expect(parseStored(wordsItem, { v: 4, data: 'anything' }).state).toBe('newer');
});

test('a step that fails makes the item unreadable', () => {
  expect(parseStored(wordsItem, { v: 2, data: 5 }).state).toBe('unreadable');
});

test.each([undefined, null])('%s is absent', (raw) => {
  expect(parseStored(wordsItem, raw)).toEqual({ state: 'absent' });
});

test.each([
  0,
  '',
  'text',
  [],
  {},
  { v: 0, data: 'one' },
  { v: 1.5, data: 'one' },
  { v: '1', data: 'one' },
  { v: 3 },
  { v: 3, data: { words: ['one'], count: 1, more: 1 } },
  { v: 3, data: { words: 'one', count: 1 } },
  { v: 3, data: { words: [], count: 0 }, extra: true },
  { v: -1, data: 'one' },
])('%j is unreadable', (raw) => {
  expect(parseStored(wordsItem, raw).state).toBe('unreadable');
});

test('a reason names the place and never the content', () => {
  const stored = { v: 1, data: { ...DEFAULT_SETTINGS, weeklyGoal: 'a secret' } };
  const found = parseStored(settingsItem, stored);
  expect(found).toEqual({ state: 'unreadable', reason: 'weeklyGoal: invalid_type' });
});

test('what is written is read back', () => {
  const value = { words: ['一', '二'], count: 2 };
  const [key, stored] = entryOf(wordsItem, value);
  expect(key).toBe('words');
  expect(parseStored(wordsItem, stored)).toEqual({ state: 'read', value, migrated: false });
});
