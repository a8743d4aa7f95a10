import type { KeyValueStore } from '../../lib/app/ports.ts';
import { StorageFullError } from '../../lib/app/storage-full-error.ts';

/** What a killed worker's storage answers: nothing more happens. */
class KilledError extends Error {
  override readonly name = 'KilledError';
}

/** A store in memory that behaves as the browser's: it copies what goes in and out, and a write is one transaction. */
export interface MemoryStore extends KeyValueStore {
  /** All that is stored, as it would be found by the next worker. */
  dump(): Record<string, unknown>;
  /** How many writes and removals were carried out. */
  readonly changes: number;
  /** From now on, this many more writes or removals happen; the next one, and all after it, throw `KilledError`. */
  killAfter(changes: number): void;
  /** The next worker starts: writes happen again. */
  revive(): void;
  /** Writes that would leave more than this many bytes of JSON throw `StorageFullError`. */
  limitBytes(bytes: number): void;
}

/** A store that holds `initial`. Every call settles in a later turn, as the browser's do. */
export function createMemoryStore(initial: Record<string, unknown> = {}): MemoryStore {
  let values = new Map<string, string>(
    Object.entries(initial).map(([key, value]) => [key, JSON.stringify(value)]),
  );
  let changes = 0;
  let changesLeft = Number.POSITIVE_INFINITY;
  let maxBytes = Number.POSITIVE_INFINITY;

  const read = (key: string): [string, unknown][] => {
    const text = values.get(key);
    return text === undefined ? [] : [[key, JSON.parse(text)]];
  };
  const dump = (): Record<string, unknown> => Object.fromEntries([...values.keys()].flatMap(read));
  const commit = (next: Map<string, string>): void => {
    if (changesLeft <= 0) throw new KilledError('the worker was killed');
    const bytes = [...next].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    if (bytes > maxBytes && next.size >= values.size) throw new StorageFullError('full');
    changesLeft -= 1;
    changes += 1;
    values = next;
  };

  return {
    dump,
    get changes() {
      return changes;
    },
    killAfter(count) {
      changesLeft = count;
    },
    revive() {
      changesLeft = Number.POSITIVE_INFINITY;
    },
    limitBytes(bytes) {
      maxBytes = bytes;
    },
    async read(keys) {
      await Promise.resolve();
      return keys === undefined ? dump() : Object.fromEntries(keys.flatMap(read));
    },
    async keys() {
      await Promise.resolve();
      return [...values.keys()];
    },
    async write(added) {
      await Promise.resolve();
      const texts = Object.entries(added).map(([key, value]): [string, string] => [
        key,
        JSON.stringify(value),
      ]);
      commit(new Map([...values, ...texts]));
    },
    async remove(keys) {
      await Promise.resolve();
      commit(new Map([...values].filter(([key]) => !keys.includes(key))));
    },
  };
}
