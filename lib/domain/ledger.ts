import type { DayKey } from './day.ts';

/**
 * What one device counted for one tool on one local day (METRICS.md M1–M3). Every number only ever rises and
 * `selfReported` only ever turns on, so merging is the maximum of each part: lost, repeated, reordered and late
 * deliveries can neither lose nor invent anything.
 */
export interface LedgerEntry {
  /** Engaged visits (M1). */
  readonly visits: number;
  /** Whole engaged seconds (M1). */
  readonly engagedSeconds: number;
  /** Composer submits (M3). */
  readonly promptsStarted: number;
  /** Marked by hand because a phone or desktop app was used (M2). */
  readonly selfReported: boolean;
  /** Workflow runs (M3) by workflow id. */
  readonly runs: Readonly<Record<string, number>>;
}

/** Entries of one day by tool id. A tool nobody used has no entry. */
export type LedgerDay = Readonly<Record<string, LedgerEntry>>;

/** One device's days, oldest or newest first makes no difference. */
export type Ledger = Readonly<Record<DayKey, LedgerDay>>;

/** Nothing counted: the neutral element of `mergeEntries` and `addEntries`. */
export const EMPTY_ENTRY: LedgerEntry = {
  visits: 0,
  engagedSeconds: 0,
  promptsStarted: 0,
  selfReported: false,
  runs: {},
};

const SECONDS_PER_DAY = 86_400;

/** The larger of each part. Commutative, associative and idempotent. */
export function mergeEntries(a: LedgerEntry, b: LedgerEntry): LedgerEntry {
  return {
    visits: Math.max(a.visits, b.visits),
    engagedSeconds: Math.max(a.engagedSeconds, b.engagedSeconds),
    promptsStarted: Math.max(a.promptsStarted, b.promptsStarted),
    selfReported: a.selfReported || b.selfReported,
    runs: mergeRecords(a.runs, b.runs, Math.max),
  };
}

/** Two histories of the **same device** as one, entry by entry (`mergeEntries`). */
export function mergeLedgers(a: Ledger, b: Ledger): Ledger {
  return mergeRecords(a, b, (left, right) => mergeRecords(left, right, mergeEntries));
}

/**
 * What several devices of one person counted, as one entry per day and tool: different devices' numbers are added, and
 * a day's engaged seconds stay within the seconds of a day (M1).
 */
export function addLedgers(ledgers: readonly Ledger[]): Ledger {
  return ledgers.reduce<Ledger>(
    (sum, ledger) =>
      mergeRecords(sum, ledger, (left, right) => mergeRecords(left, right, addEntries)),
    {} as Ledger,
  );
}

/** An entry that is `added` larger: numbers are added, a self-report is kept. */
export function addEntries(entry: LedgerEntry, added: LedgerEntry): LedgerEntry {
  return {
    visits: entry.visits + added.visits,
    engagedSeconds: Math.min(SECONDS_PER_DAY, entry.engagedSeconds + added.engagedSeconds),
    promptsStarted: entry.promptsStarted + added.promptsStarted,
    selfReported: entry.selfReported || added.selfReported,
    runs: mergeRecords(entry.runs, added.runs, (left, right) => left + right),
  };
}

/** What an entry holds at the most of visits, prompts and runs of one workflow: far beyond a day, so that only a fault gets there. */
export const MOST_COUNTED = 1_000_000;

/** A day with something added to one tool's entry, each count up to `MOST_COUNTED`. */
export function addToDay(day: LedgerDay, tool: string, added: LedgerEntry): LedgerDay {
  const entry = Object.hasOwn(day, tool) ? day[tool] : undefined;
  return { ...day, [tool]: limited(addEntries(entry ?? EMPTY_ENTRY, added)) };
}

function limited(entry: LedgerEntry): LedgerEntry {
  const most = (count: number): number => Math.min(MOST_COUNTED, count);
  const runs = Object.entries(entry.runs).map(([id, count]) => [id, most(count)] as const);
  return {
    ...entry,
    visits: most(entry.visits),
    promptsStarted: most(entry.promptsStarted),
    runs: Object.fromEntries(runs),
  };
}

/** All tools of a day as one entry. */
export function dayTotal(day: LedgerDay): LedgerEntry {
  return Object.values(day).reduce(addEntries, EMPTY_ENTRY);
}

/** Whether a day is a visit-day (M2): at least one engaged visit, or marked by hand. */
export function isVisitDay(day: LedgerDay | undefined): boolean {
  return day !== undefined && Object.values(day).some(countsAsVisit);
}

/** Whether one entry alone makes its day a visit-day (M2). */
export function countsAsVisit(entry: Pick<LedgerEntry, 'visits' | 'selfReported'>): boolean {
  return entry.visits > 0 || entry.selfReported;
}

/** Whether a visit-day stands on a hand-made mark alone, which is always shown apart (M2). */
export function isSelfReportedOnly(day: LedgerDay | undefined): boolean {
  return isVisitDay(day) && Object.values(day ?? {}).every((entry) => entry.visits === 0);
}

function mergeRecords<K extends string, V>(
  a: Readonly<Record<K, V>>,
  b: Readonly<Record<K, V>>,
  merge: (left: V, right: V) => V,
): Record<K, V> {
  // A map, because ids come from files too and `__proto__` must stay an id like any other.
  const merged = new Map(Object.entries<V>(a));
  for (const [key, value] of Object.entries<V>(b)) {
    merged.set(key, merged.has(key) ? merge(merged.get(key) as V, value) : value);
  }
  return Object.fromEntries(merged) as Record<K, V>;
}
