import type { KeyValueStore, QuarantinedItem } from './ports.ts';

const PREFIX = 'quarantine/';

/** Something found damaged, with the value as it was. */
export interface Damaged {
  readonly key: string;
  readonly raw: unknown;
  readonly reason: string;
}

/**
 * Sets damaged values aside under `quarantine/<key>/<ms>`, in one write that also blanks their own keys with `null`, so
 * that a kill at any instant leaves each value in exactly one place. Throws what the store throws; then nothing moved.
 */
export async function quarantine(
  store: KeyValueStore,
  damaged: readonly Damaged[],
  nowMs: number,
): Promise<void> {
  if (damaged.length === 0) return;
  const taken = new Set(await store.keys());
  const moves: Record<string, unknown> = {};
  for (const { key, raw, reason } of damaged) {
    const aside = freeKey(key, nowMs, taken);
    moves[aside] = { v: 1, data: { foundAt: nowMs, reason, value: raw } };
    moves[key] = null;
  }
  await store.write(moves);
  await store.remove(damaged.map(({ key }) => key));
}

/** Whether a key is one that `quarantine` wrote. */
export function isQuarantineKey(key: string): boolean {
  return key.startsWith(PREFIX);
}

/** Reads what `quarantine` wrote; something damaged there is shown as it is rather than moved again. */
export function parseQuarantined(key: string, raw: unknown): QuarantinedItem {
  const lastSlash = key.lastIndexOf('/');
  const originalKey = key.slice(PREFIX.length, Math.max(PREFIX.length, lastSlash));
  const foundAt = Number(key.slice(lastSlash + 1)) || 0;
  if (isAside(raw)) return { key, originalKey, ...raw.data };
  return { key, originalKey, foundAt, reason: 'unreadable', value: raw };
}

/** The entry of a write that sets this item aside, as an import does with items that came in quarantine. */
export function quarantineEntry(item: QuarantinedItem): [key: string, stored: unknown] {
  const { foundAt, reason, value } = item;
  return [item.key, { v: 1, data: { foundAt, reason, value } }];
}

function freeKey(key: string, nowMs: number, taken: Set<string>): string {
  let aside = `${PREFIX}${key}/${nowMs}`;
  for (let later = 1; taken.has(aside); later += 1) aside = `${PREFIX}${key}/${nowMs + later}`;
  taken.add(aside);
  return aside;
}

function isAside(
  raw: unknown,
): raw is { data: Pick<QuarantinedItem, 'foundAt' | 'reason' | 'value'> } {
  const data = (raw as { data?: Partial<QuarantinedItem> } | null | undefined)?.data;
  return typeof data?.foundAt === 'number' && typeof data.reason === 'string' && 'value' in data;
}
