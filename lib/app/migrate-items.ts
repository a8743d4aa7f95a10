import { entryOf, parseStored } from '../contract/envelope.ts';
import { itemAtKey, type StoredItem } from '../contract/stored-items.ts';
import type { KeyValueStore } from './ports.ts';

/**
 * Writes every item of an older version among `raw` in the present one, in one write: killed before it, all are old and
 * still read (`parseStored` lifts them in memory); after it, all are new. What cannot be lifted is damaged and left for
 * `setDamagedAside`, as it was. `itemAt` is there for tests, because no item has an older version yet.
 */
export async function migrateItems(
  store: KeyValueStore,
  raw: Readonly<Record<string, unknown>>,
  itemAt: (key: string) => StoredItem<unknown> | undefined = itemAtKey,
): Promise<void> {
  const lifted = Object.keys(raw).flatMap((key) => {
    const item = itemAt(key);
    const found = item && parseStored(item, raw[key]);
    const isOlder = item !== undefined && found?.state === 'read' && found.migrated;
    return isOlder ? [entryOf(item, found.value ?? {})] : [];
  });
  if (lifted.length > 0) await store.write(Object.fromEntries(lifted));
}
