import { NO_ROOM_KEY } from '../app/note-room.ts';
import type { KeyValueStore } from '../app/ports.ts';
import { StorageFullError } from '../app/storage-full-error.ts';
import { CLOCK_OFFSET_KEY } from '../contract/stored-items.ts';
import { browser } from './browser.ts';

export { StorageFullError };

type AreaName = 'local' | 'session';

/**
 * What the browsers say when a write does not fit (seen 2026-11): Chromium's `Resource::kQuotaBytes quota exceeded` and,
 * when the disk itself is full, LevelDB's `FILE_ERROR_NO_SPACE`; Firefox's `QuotaExceededError` and
 * `NS_ERROR_FILE_NO_DEVICE_SPACE`.
 */
const NO_ROOM = /quota|no.?space|no.?device.?space|disk.{0,12}full|ENOSPC/i;

/** Storage that lives until the person deletes it (`storage.local`). */
export function createLocalStore(): KeyValueStore {
  return createAreaStore('local');
}

/** Storage that outlives the worker but not the browser (`storage.session`). */
export function createSessionStore(): KeyValueStore {
  return createAreaStore('session');
}

/**
 * Closes both areas to content scripts, so that a page that took over our script could read nothing. Called at every
 * start of the worker. A browser that cannot close an area is left as it is (Firefox 153 has no such call for either).
 */
export async function restrictStorage(): Promise<void> {
  const areas: AreaName[] = ['local', 'session'];
  await Promise.allSettled(
    areas.map(async (name) => {
      const area = browser.storage[name] as { setAccessLevel?: (level: object) => Promise<void> };
      await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
    }),
  );
}

/**
 * Calls back after every change of what lives until deleted, of whether there is room for more, and of the rehearsal clock; returns how to end that. Says
 * not what changed: whoever listens reads again, so that no change can be applied twice or out of order.
 */
export function watchStorage(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    const isSessions = CLOCK_OFFSET_KEY in changes || NO_ROOM_KEY in changes;
    if (area === 'local' || (area === 'session' && isSessions)) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

function createAreaStore(name: AreaName): KeyValueStore {
  const area = browser.storage[name];
  return {
    read: (keys) => area.get(keys === undefined ? null : [...keys]),
    keys: () => area.getKeys(),
    async write(values) {
      try {
        // One `set` is one LevelDB batch in Chromium and one transaction in Firefox: all of it or nothing.
        await area.set({ ...values });
      } catch (cause) {
        if (isNoRoom(cause)) throw new StorageFullError('no room to store', { cause });
        throw cause;
      }
    },
    remove: (keys) => area.remove([...keys]),
  };
}

function isNoRoom(cause: unknown): boolean {
  return cause instanceof Error && NO_ROOM.test(`${cause.name} ${cause.message}`);
}
