import { z } from 'zod';
import type { StoredItem } from './stored-items.ts';

const envelopeSchema = z.strictObject({ v: z.int().min(1), data: z.unknown() });

/** What is found where an item should be. */
export type Found<T> =
  | { readonly state: 'absent' }
  /** `migrated`: it was stored in an older version than this build writes. */
  | { readonly state: 'read'; readonly value: T; readonly migrated: boolean }
  /** Damaged. `reason` holds no content. */
  | { readonly state: 'unreadable'; readonly reason: string }
  /** Written by a newer build; to be left exactly as it is. */
  | { readonly state: 'newer'; readonly reason: string };

/** The version that this build writes. */
function versionOf(item: StoredItem<unknown>): number {
  return item.kind.steps.length + 1;
}

/** Reads a stored value of any version, in memory. `undefined` and `null` are absent; see `quarantine.ts` for `null`. */
export function parseStored<T>(item: StoredItem<T>, raw: unknown): Found<T> {
  if (raw === undefined || raw === null) return { state: 'absent' };
  const envelope = envelopeSchema.safeParse(raw);
  if (!envelope.success) return { state: 'unreadable', reason: 'not an envelope' };
  const { v, data } = envelope.data;
  const current = versionOf(item);
  if (v > current) {
    return { state: 'newer', reason: `version ${v}, this build reads up to ${current}` };
  }
  try {
    const lifted = item.kind.steps.slice(v - 1).reduce((older, step) => step(older), data);
    const parsed = item.kind.parse(lifted);
    return parsed.ok
      ? { state: 'read', value: parsed.value, migrated: v < current }
      : { state: 'unreadable', reason: parsed.reason };
  } catch {
    return { state: 'unreadable', reason: `version ${v} could not be migrated` };
  }
}

/** An item as one entry of a write: `store.write(Object.fromEntries([entryOf(settingsItem, settings)]))`. */
export function entryOf<T>(item: StoredItem<T>, value: T & {}): [key: string, stored: unknown] {
  return [item.key, { v: versionOf(item), data: value }];
}
