import { parseStored } from '../contract/envelope.ts';
import type { StoredItem } from '../contract/stored-items.ts';
import type { KeyValueStore } from './ports.ts';
import { quarantine, type Damaged } from './quarantine.ts';

/** An item was written by a newer build. Whoever meant to change it must not, and says so. */
export class NewerItemError extends Error {
  override readonly name = 'NewerItemError';
}

type Values<Items extends readonly StoredItem<unknown>[]> = {
  [Index in keyof Items]: Items[Index] extends StoredItem<infer T> ? T : never;
};

/**
 * The value of an item, for the background, which may write afterwards. Absent: the kind's `absent`. Damaged: moved to
 * quarantine first, then as if absent. Written by a newer build: throws `NewerItemError`, nothing is touched. No room to
 * move a damaged one: throws `StorageFullError`, so that no default is written over it. Call it inside the write queue.
 */
export async function readItem<T>(
  store: KeyValueStore,
  item: StoredItem<T>,
  nowMs: number,
): Promise<T> {
  return (await readItems(store, [item], nowMs))[0];
}

/** Several items in one read; see `readItem`. One from a newer build makes the whole read throw. */
export async function readItems<const Items extends readonly StoredItem<unknown>[]>(
  store: KeyValueStore,
  items: Items,
  nowMs: number,
): Promise<Values<Items>> {
  const raws = await store.read(items.map(({ key }) => key));
  const damaged: Damaged[] = [];
  const values = items.map((item) => {
    const raw = raws[item.key];
    const found = parseStored(item, raw);
    if (found.state === 'newer') throw new NewerItemError(`${item.key}: ${found.reason}`);
    if (found.state === 'unreadable') damaged.push({ key: item.key, raw, reason: found.reason });
    return found.state === 'read' ? found.value : item.kind.absent;
  });
  await quarantine(store, damaged, nowMs);
  return values as Values<Items>;
}
