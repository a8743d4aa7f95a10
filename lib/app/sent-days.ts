import { entryOf } from '../contract/envelope.ts';
import {
  monthOfSentKey,
  payloadsItem,
  sentItem,
  type SentPayload,
  type SentPayloads,
} from '../contract/team.ts';
import { monthOf, type DayKey } from '../domain/day.ts';
import { mergeLedgers } from '../domain/ledger.ts';
import { daysBefore, rowsByMonth, type OutboxRow } from './outbox.ts';
import type { KeyValueStore } from './ports.ts';
import { readItem, readItems } from './read-item.ts';

/** The entries of a write by which the hub is known to have these rows too. */
export async function acknowledgedEntries(
  store: KeyValueStore,
  rows: readonly OutboxRow[],
  nowMs: number,
): Promise<[string, unknown][]> {
  const months = [...rowsByMonth(rows)];
  const items = months.map(([month]) => sentItem(month));
  const known = await readItems(store, items, nowMs);
  return months.map(([month, added], index) =>
    entryOf(sentItem(month), mergeLedgers(known[index] ?? {}, added)),
  );
}

/** The entries of a write after which the days from `since` on count as not sent. */
export async function forgottenEntries(
  store: KeyValueStore,
  since: DayKey,
  nowMs: number,
): Promise<[string, unknown][]> {
  const months = (await sentMonths(store)).filter((month) => month >= monthOf(since));
  const known = await readItems(store, months.map(sentItem), nowMs);
  return months.map((month, index) =>
    entryOf(sentItem(month), daysBefore(known[index] ?? {}, since)),
  );
}

/** Lets go of months that ended before `oldest`: the hub let go of their days too. */
export async function pruneSent(store: KeyValueStore, oldest: DayKey): Promise<void> {
  const gone = (await sentMonths(store)).filter((month) => month < monthOf(oldest));
  if (gone.length > 0) await store.remove(gone.map((month) => sentItem(month).key));
}

/** The entry of a write that keeps what was sent, for 「送信データを見る」. */
export async function payloadEntry(
  store: KeyValueStore,
  kind: keyof SentPayloads,
  { at, method, path, body }: SentPayload,
): Promise<[string, unknown]> {
  const payloads = await readItem(store, payloadsItem, at);
  return entryOf(payloadsItem, { ...payloads, [kind]: { at, method, path, body } });
}

/** Keys by which the hub is known to have something. */
export async function sentKeys(store: KeyValueStore): Promise<string[]> {
  return (await store.keys()).filter((key) => monthOfSentKey(key) !== undefined);
}

async function sentMonths(store: KeyValueStore): Promise<string[]> {
  return (await store.keys()).flatMap((key) => monthOfSentKey(key) ?? []);
}
