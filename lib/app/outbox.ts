import { MAX_DAYS_PER_DELIVERY, type UsageRequest } from '../contract/hub/usage.ts';
import { monthOf, type DayKey } from '../domain/day.ts';
import { countsAsVisit, mergeEntries, mergeLedgers, type Ledger } from '../domain/ledger.ts';
import { sameJson } from './same-json.ts';

/** One tool on one day, as it goes to the hub. */
export type OutboxRow = UsageRequest['days'][number];

/** The contract's body limit is 1 MB; a delivery stays well below whatever its rows hold. */
const MAX_BATCH_CHARS = 300_000;

/**
 * What the ledger has beyond what the hub is known to have, newest day first (today's line is what people look at), of days
 * from `since` on. Both only grow, so a row that was sent and not acknowledged is simply there again.
 */
export function unsentRows(ledger: Ledger, sent: Ledger, since: DayKey): OutboxRow[] {
  const days = (Object.keys(ledger) as DayKey[]).filter((day) => day >= since);
  return days
    .toSorted((a, b) => (a < b ? 1 : -1))
    .flatMap((day) =>
      Object.entries(ledger[day] ?? {}).flatMap(([tool, entry]) => {
        const known = Object.hasOwn(sent, day) ? sent[day] : undefined;
        const before = known && Object.hasOwn(known, tool) ? known[tool] : undefined;
        const isKnown = before !== undefined && sameJson(mergeEntries(before, entry), before);
        return isKnown ? [] : [{ day, tool, ...entry, runs: { ...entry.runs } }];
      }),
    );
}

/** The rows that go first, as many as one delivery takes. */
export function nextBatch(
  rows: readonly OutboxRow[],
  most: number = MAX_DAYS_PER_DELIVERY,
): OutboxRow[] {
  let chars = 0;
  let count = 0;
  for (const row of rows) {
    chars += JSON.stringify(row).length;
    if (count > 0 && (count >= most || chars > MAX_BATCH_CHARS)) break;
    count += 1;
  }
  return rows.slice(0, count);
}

/** Whether the hub is yet to hear of a visit-day it does not have; such news goes at once. */
export function hasNewVisitDay(rows: readonly OutboxRow[], sent: Ledger): boolean {
  return rows.some(
    (row) =>
      countsAsVisit(row) &&
      !Object.values((Object.hasOwn(sent, row.day) ? sent[row.day] : undefined) ?? {}).some(
        countsAsVisit,
      ),
  );
}

/** Rows as a ledger by month, to be merged into what the hub is known to have. */
export function rowsByMonth(rows: readonly OutboxRow[]): Map<string, Ledger> {
  const months = new Map<string, Ledger>();
  for (const { day, tool, ...entry } of rows) {
    const month = monthOf(day);
    const one = { [day]: { [tool]: entry } } as Ledger;
    months.set(month, mergeLedgers(months.get(month) ?? {}, one));
  }
  return months;
}

/** A ledger without the days from `since` on. */
export function daysBefore(ledger: Ledger, since: DayKey): Ledger {
  return Object.fromEntries(Object.entries(ledger).filter(([day]) => day < since));
}
