import { parseStored } from '../contract/envelope.ts';
import { itemAtKey } from '../contract/stored-items.ts';
import type { KeyValueStore } from './ports.ts';
import { quarantine } from './quarantine.ts';

/** Sets every damaged item among `raw` aside; see `quarantine`. */
export async function setDamagedAside(
  store: KeyValueStore,
  raw: Readonly<Record<string, unknown>>,
  nowMs: number,
): Promise<void> {
  const damaged = Object.keys(raw).flatMap((key) => {
    const item = itemAtKey(key);
    const found = item && parseStored(item, raw[key]);
    return found?.state === 'unreadable' ? [{ key, raw: raw[key], reason: found.reason }] : [];
  });
  await quarantine(store, damaged, nowMs);
}
