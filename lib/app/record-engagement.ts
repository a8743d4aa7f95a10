import {
  countingItem,
  unsavedCountingSchema,
  type StoredCounting,
  type UnsavedCounting,
} from '../contract/counting.ts';
import { entryOf } from '../contract/envelope.ts';
import type { EngagedReply } from '../contract/page-messages.ts';
import type { Settings } from '../contract/settings.ts';
import { ledgerItem, settingsItem } from '../contract/stored-items.ts';
import { dayAt, monthOf, type DayKey } from '../domain/day.ts';
import {
  addToDay,
  dayTotal,
  EMPTY_ENTRY,
  type Ledger,
  type LedgerEntry,
} from '../domain/ledger.ts';
import {
  advance,
  untilVisitMs,
  withMessageId,
  type Credit,
  type EngagedInterval,
} from '../domain/visit.ts';
import { nameDevice } from './device.ts';
import type { Clock, KeyValueStore } from './ports.ts';
import { readItem, readItems } from './read-item.ts';
import { startedRun } from './record-insertion.ts';
import type { WriteQueue } from './write-queue.ts';

/** Session storage: `UnsavedCounting`. */
export const UNSAVED_KEY = 'countingUnsaved';

/** Engaged time is in local storage after this long: what a killed browser can lose (ADR 0002). */
export const SAVE_WITHIN_MS = 15_000;
/** A page's timer may come a little early; that must not put a write off. */
const TIMER_SLACK_MS = 100;
/** The page's own flush comes first, so that one write saves both. */
const SAVE_GRACE_MS = 1_000;
/** A page tells every 20 s at the latest; a longer interval is a mistake. */
const LONGEST_INTERVAL_MS = 60_000;
const SECONDS_PER_DAY = 86_400;

/** What recording needs. */
export interface RecordEngagementDeps {
  readonly local: KeyValueStore;
  readonly session: KeyValueStore;
  readonly clock: Clock;
  readonly queue: WriteQueue;
  /** Asks for `save` after so many ms; a later wish replaces an earlier one. Need not outlive the worker. */
  saveAfter(delayMs: number): void;
  /** What else waits to be stored; it goes into the same write, whole or not at all. */
  alongside?(): Promise<Record<string, unknown>>;
}

/** Records engaged time; see `createEngagementRecorder`. */
export interface EngagementRecorder {
  /**
   * Counts an interval told by a tab. Settled once storage holds it; not settled when there was no room or it could not
   * be read, so that the page keeps it. A repeated one is settled and counts nothing. Never rejects.
   */
  record(interval: EngagedInterval, tabId: number): Promise<EngagedReply>;
  /** Writes what waits in session storage, if anything does. Called at every start of the worker. */
  save(): Promise<void>;
}

/**
 * Records engagement (METRICS.md M1–M3; ADR 0002). A visit that counts and a workflow run are written at once, other
 * time and prompts within `SAVE_WITHIN_MS`; until then it waits in session storage, which outlives the worker. Ledger and counting
 * state go in one write, so a crash at any instant neither repeats nor drops what was told.
 */
export function createEngagementRecorder(deps: RecordEngagementDeps): EngagementRecorder {
  const { local, session, clock, queue } = deps;

  /** A worker that was stopped between a write and the removal leaves an older one behind: `step` tells. */
  async function readUnsaved(stored: StoredCounting): Promise<UnsavedCounting | undefined> {
    const raw = (await session.read([UNSAVED_KEY]))[UNSAVED_KEY];
    const unsaved = unsavedCountingSchema.safeParse(raw).data;
    return unsaved !== undefined && unsaved.step > stored.step ? unsaved : undefined;
  }

  async function write({ step, state, credits }: UnsavedCounting): Promise<void> {
    const { device, entries: named } = await nameDevice({ store: local, clock });
    const months = [...new Set(credits.map(({ day }) => monthOf(day)))].map((month) =>
      ledgerItem(device.id, month),
    );
    const ledgers = await readItems(local, months, clock.now());
    const entries = months.map((item, index) => {
      const month = item.key.slice(-7);
      const ofMonth = credits.filter(({ day }) => monthOf(day) === month);
      return entryOf(item, credited(ledgers[index] ?? {}, ofMonth));
    });
    const counted = Object.fromEntries([...entries, entryOf(countingItem, { step, state })]);
    // An unreadable item of someone else's does not stop counting.
    const more = await deps.alongside?.().catch(() => ({}));
    await local.write({ ...more, ...named, ...counted });
    await session.remove([UNSAVED_KEY]);
  }

  async function count(told: EngagedInterval, tabId: number): Promise<EngagedReply> {
    const interval = { ...told, toMs: Math.min(told.toMs, told.fromMs + LONGEST_INTERVAL_MS) };
    const nowMs = clock.now();
    const day = dayAt(interval.toMs, interval.utcOffsetMinutes);
    const [settings, stored] = await readItems(local, [settingsItem, countingItem], nowMs);
    if (isOff(settings.paused, day)) return { settled: true, nextFlushMs: SAVE_WITHIN_MS };

    const unsaved = await readUnsaved(stored);
    const before = unsaved ?? stored;
    const step = advance(before.state, interval, nowMs);
    const { state, credits, promptsAreNew, creditedFromMs = interval.toMs } = step;
    const sinceMs = Math.min(unsaved?.sinceMs ?? creditedFromMs, creditedFromMs);
    const ageMs = Math.abs(nowMs - sinceMs);
    let unsavedForMs = unsaved === undefined ? 0 : ageMs;
    if (state !== before.state) {
      let next: UnsavedCounting = {
        step: before.step + 1,
        state,
        credits: addCredits(unsaved?.credits ?? [], credits),
        sinceMs,
      };
      if (promptsAreNew) next = await withRun(next, { ...interval, tabId, day });
      const isUrgent = next.credits.some(({ added }) => added.visits > 0 || hasRuns(added));
      if (isUrgent || ageMs >= SAVE_WITHIN_MS - TIMER_SLACK_MS) {
        await write(next);
        unsavedForMs = 0;
      } else {
        await session.write({ [UNSAVED_KEY]: next });
        deps.saveAfter(SAVE_WITHIN_MS - ageMs + SAVE_GRACE_MS);
        unsavedForMs = ageMs;
      }
    }
    const untilVisit = untilVisitMs(state, interval.tool, { day, atMs: interval.toMs });
    const nextFlushMs = Math.min(untilVisit, SAVE_WITHIN_MS - unsavedForMs);
    return { settled: true, nextFlushMs: Math.max(0, nextFlushMs) };
  }

  async function withRun(
    counting: UnsavedCounting,
    start: EngagedInterval & { readonly tabId: number; readonly day: DayKey },
  ): Promise<UnsavedCounting> {
    const { tool, day, toMs } = start;
    const run = await startedRun(deps, { tabId: start.tabId, tool, atMs: toMs });
    if (run === undefined || counting.state.messageIds.includes(run.insertionId)) return counting;
    const runs = Object.fromEntries(run.runIds.map((id) => [id, 1]));
    const added = { ...EMPTY_ENTRY, runs };
    return {
      ...counting,
      state: withMessageId(counting.state, run.insertionId),
      credits: addCredits(counting.credits, [{ day, tool, added }]),
    };
  }

  async function save(): Promise<void> {
    const unsaved = await readUnsaved(await readItem(local, countingItem, clock.now()));
    if (unsaved !== undefined) await write(unsaved);
  }

  return {
    record: (interval, tabId) =>
      queue(() => count(interval, tabId)).catch(() => ({
        settled: false,
        nextFlushMs: SAVE_WITHIN_MS,
      })),
    save: () => queue(save),
  };
}

/** Whether something a person may switch off (counting, the row) is off on a day. */
export function isOff(setting: Settings['paused'], day: DayKey): boolean {
  return setting === 'always' || (setting !== 'no' && day <= setting);
}

function hasRuns({ runs }: LedgerEntry): boolean {
  return Object.keys(runs).length > 0;
}

/** One credit per day and tool, so that many small ones stay small. */
function addCredits(credits: readonly Credit[], added: readonly Credit[]): Credit[] {
  let ledger: Ledger = {};
  for (const credit of [...credits, ...added]) {
    const day = addToDay(ledger[credit.day] ?? {}, credit.tool, credit.added);
    ledger = { ...ledger, [credit.day]: day };
  }
  return (Object.entries(ledger) as [DayKey, Ledger[DayKey]][]).flatMap(([day, tools]) =>
    Object.entries(tools).map(([tool, entry]) => ({ day, tool, added: entry })),
  );
}

/** A ledger that gained. A day never holds more engaged seconds than it has (M1), however its zone moved. */
function credited(before: Ledger, credits: readonly Credit[]): Ledger {
  let ledger = before;
  for (const { day, tool, added } of credits) {
    const tools = ledger[day] ?? {};
    const room = Math.max(0, SECONDS_PER_DAY - dayTotal(tools).engagedSeconds);
    const engagedSeconds = Math.min(added.engagedSeconds, room);
    ledger = { ...ledger, [day]: addToDay(tools, tool, { ...added, engagedSeconds }) };
  }
  return ledger;
}
