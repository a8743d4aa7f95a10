import { createStore, type StoreApi } from 'zustand/vanilla';
import { advisedOf } from '../app/advised-companies.ts';
import { questionFor } from '../app/ask-about-prompt.ts';
import { helpViewOf } from '../app/help-questions.ts';
import { NO_ROOM_KEY } from '../app/note-room.ts';
import type { PersonState } from '../app/person-state.ts';
import type { Clock, KeyValueStore } from '../app/ports.ts';
import { personOf } from '../app/read-person.ts';
import { teamViewOf } from '../app/team-view.ts';
import { checkInItem } from '../contract/check-in.ts';
import { parseStored } from '../contract/envelope.ts';
import { nudgeItem } from '../contract/nudge.ts';
import { monthOfLedgerKey, tasteItem } from '../contract/stored-items.ts';
import { monthOfSentKey } from '../contract/team.ts';
import { addDays, dayAt, monthOf, nextMidnightMs } from '../domain/day.ts';
import { createClock, type DeviceClock } from '../platform/clock.ts';
import { createLocalStore, createSessionStore, watchStorage } from '../platform/storage.ts';

/** What a page shows: nothing yet, the person, or that storage could not be read at all. */
export type PersonView =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly person: PersonState }
  | { readonly status: 'failed'; readonly message: string };

/** A view of storage that keeps itself fresh until `stop`. */
export interface PersonStore extends StoreApi<PersonView> {
  /** Ends listening and timers; for tests and for pages that live on without it. */
  stop(): void;
}

/** What the view needs. */
export interface PersonStoreDeps {
  readonly store: KeyValueStore;
  /** Session storage, where the background notes that there is no room. */
  readonly session: KeyValueStore;
  readonly clock: Pick<DeviceClock, keyof Clock | 'ready'>;
  /** Calls back after every change of storage; returns how to end that. */
  readonly watch: (changed: () => void) => () => void;
}

/**
 * Months of days that the first view is drawn from; older ones follow once it is painted. Reading five years takes the
 * browser tens of milliseconds (docs/benchmarks.md), and what a popup shows first, four weeks, never needs them. Until they are there, a line
 * or a longest line that reaches further back shows shorter.
 */
const RECENT_MONTHS = 4;
/** Changes that arrive together are read together: a counted minute is one write of several keys. */
const BATCH_MS = 30;
/** Longest wait of a browser's timer. */
const MAX_TIMER_MS = 2_147_483_647;

/** The view over this browser's storage; use it with zustand's `useStore`. */
export function openPersonStore(): PersonStore {
  return createPersonStore({
    store: createLocalStore(),
    session: createSessionStore(),
    clock: createClock(),
    watch: watchStorage,
  });
}

/**
 * Loads the person, the recent months first, and again after every change of storage (`BATCH_MS` later, never twice at once), at
 * local midnight and when the page is shown again after one passed. A reading that fails is shown as failed until the
 * next one.
 */
export function createPersonStore(deps: PersonStoreDeps): PersonStore {
  const { store, clock, watch } = deps;
  const view = createStore<PersonView>(() => ({ status: 'loading' }));
  let batch: ReturnType<typeof setTimeout> | undefined;
  let midnight: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let reading = false;
  let changedWhileReading = false;

  const today = () => dayAt(clock.now(), clock.utcOffsetMinutes(clock.now()));

  const load = async (): Promise<void> => {
    if (reading) {
      changedWhileReading = true;
      return;
    }
    reading = true;
    changedWhileReading = false;
    const next = await readView(deps);
    reading = false;
    if (stopped) return;
    view.setState(next, true);
    if (changedWhileReading) await load();
    else waitForMidnight();
  };
  const waitForMidnight = (): void => {
    clearTimeout(midnight);
    const nowMs = clock.now();
    const waitMs = nextMidnightMs(nowMs, clock.utcOffsetMinutes(nowMs)) - nowMs + 1;
    midnight = setTimeout(() => void load(), Math.min(waitMs, MAX_TIMER_MS));
  };
  const changed = (): void => {
    batch ??= setTimeout(() => {
      batch = undefined;
      void load();
    }, BATCH_MS);
  };
  /** A timer does not run while the machine sleeps. */
  const shown = (): void => {
    const current = view.getState();
    if (current.status === 'ready' && current.person.today !== today()) void load();
  };

  const start = async (): Promise<void> => {
    const recent = await recentKeys(store, clock);
    if (recent !== undefined) {
      view.setState(await readView(deps, recent), true);
      await painted();
    }
    if (!stopped) await load();
  };

  const unwatch = watch(changed);
  globalThis.document?.addEventListener('visibilitychange', shown);
  void start();

  return {
    ...view,
    stop() {
      stopped = true;
      unwatch();
      clearTimeout(batch);
      clearTimeout(midnight);
      globalThis.document?.removeEventListener('visibilitychange', shown);
    },
  };
}

/** All keys but those of older months; undefined when there are none of those, or nothing can be read at all. */
async function recentKeys(
  store: KeyValueStore,
  clock: PersonStoreDeps['clock'],
): Promise<string[] | undefined> {
  const keys = await Promise.all([store.keys(), clock.ready]).then(
    ([all]) => all,
    () => [],
  );
  const nowMs = clock.now();
  const today = dayAt(nowMs, clock.utcOffsetMinutes(nowMs));
  const since = monthOf(addDays(today, -RECENT_MONTHS * 31));
  const recent = keys.filter(
    (key) => (monthOfLedgerKey(key) ?? monthOfSentKey(key) ?? since) >= since,
  );
  return recent.length < keys.length ? recent : undefined;
}

/** Settles after the browser had a chance to paint. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    // Under Node, in tests, there are no frames.
    const nextFrame = 'requestAnimationFrame' in globalThis ? requestAnimationFrame : setTimeout;
    nextFrame(() => setTimeout(resolve));
  });
}

async function readView(
  { store, session, clock }: PersonStoreDeps,
  keys?: readonly string[],
): Promise<PersonView> {
  try {
    const [raw, running] = await Promise.all([
      store.read(keys),
      session.read([NO_ROOM_KEY]),
      clock.ready,
    ]);
    const nowMs = clock.now();
    const today = dayAt(nowMs, clock.utcOffsetMinutes(nowMs));
    const nudges = parseStored(nudgeItem, raw[nudgeItem.key]);
    const taste = parseStored(tasteItem, raw[tasteItem.key]);
    const known = personOf(raw, { nowMs, today });
    const team = teamViewOf(raw, nowMs);
    const checkIn = parseStored(checkInItem, raw[checkInItem.key]);
    const person: PersonState = {
      ...known,
      question: taste.state === 'read' ? questionFor(known, taste.value, nowMs) : undefined,
      nudges: nudges.state === 'read' ? nudges.value : undefined,
      noRoom: running[NO_ROOM_KEY] === true,
      team,
      advised: advisedOf(raw),
      help: team && helpViewOf(raw),
      checkIn: team && checkIn.state === 'read' ? checkIn.value : undefined,
    };
    return { status: 'ready', person };
  } catch (cause) {
    return { status: 'failed', message: String(cause) };
  }
}
