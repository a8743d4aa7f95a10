import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { resetFakeStorage } from '../../test/support/fake-storage.ts';
import {
  createLocalStore,
  createSessionStore,
  restrictStorage,
  StorageFullError,
} from './storage.ts';

beforeEach(() => {
  vi.restoreAllMocks();
  resetFakeStorage();
});

describe.each([
  ['local', createLocalStore],
  ['session', createSessionStore],
] as const)('the %s store', (_, create) => {
  test('keeps what was written, by key, and forgets what was removed', async () => {
    const store = create();
    await store.write({ a: 1, b: { c: [null, '二'] } });
    expect(await store.read(['b', 'missing'])).toEqual({ b: { c: [null, '二'] } });
    expect((await store.keys()).toSorted()).toEqual(['a', 'b']);
    await store.remove(['a']);
    expect(await store.read()).toEqual({ b: { c: [null, '二'] } });
  });

  test('reads nothing when no keys are named', async () => {
    const store = create();
    await store.write({ a: 1 });
    expect(await store.read([])).toEqual({});
  });
});

test('the two stores do not see each other', async () => {
  await createSessionStore().write({ a: 1 });
  expect(await createLocalStore().read()).toEqual({});
});

test.each([
  'Resource::kQuotaBytes quota exceeded',
  'IO error: /p/000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 9::WritableFileAppend::8)',
  'QuotaExceededError: storage.local API call exceeded its quota limitations.',
])('a write refused with "%s" is a full storage', async (message) => {
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error(message));
  await expect(createLocalStore().write({ a: 1 })).rejects.toBeInstanceOf(StorageFullError);
});

test('another failure of a write stays what it was', async () => {
  const failure = new Error('Extension context invalidated.');
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(failure);
  await expect(createLocalStore().write({ a: 1 })).rejects.toBe(failure);
});

test('both areas are closed to content scripts, also when one of them cannot be', async () => {
  const level = { accessLevel: 'TRUSTED_CONTEXTS' } as const;
  const local = vi
    .spyOn(fakeBrowser.storage.local, 'setAccessLevel')
    .mockRejectedValue(new Error('not here'));
  const session = vi.spyOn(fakeBrowser.storage.session, 'setAccessLevel').mockResolvedValue();
  await restrictStorage();
  expect(local).toHaveBeenCalledWith(level);
  expect(session).toHaveBeenCalledWith(level);
});
