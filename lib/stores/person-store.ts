import { createStore, type StoreApi } from 'zustand/vanilla';
import { parseHeld, personStateOf } from '../app/held.ts';
import type { PersonState } from '../app/person-state.ts';
import type { Clock, KeyValueStore } from '../app/ports.ts';
import { dayAt, nextMidnightMs } from '../domain/day.ts';
import { createClock, type DeviceClock } from '../platform/clock.ts';
import { createLocalStore, watchStorage } from '../platform/storage.ts';

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
  readonly clock: Pick<DeviceClock, keyof Clock | 'ready'>;
  /** Calls back after every change of storage; returns how to end that. */
  readonly watch: (changed: () => void) => () => void;
}

/** Changes that arrive together are read together: a counted minute is one write of several keys. */
const BATCH_MS = 30;
/** Longest wait of a browser's timer. */
const MAX_TIMER_MS = 2_147_483_647;

/** The view over this browser's storage; use it with zustand's `useStore`. */
export function openPersonStore(): PersonStore {
  return createPersonStore({
    store: createLocalStore(),
    clock: createClock(),
    watch: watchStorage,
  });
}

/**
 * Loads the person in one read, and again after every change of storage (`BATCH_MS` later, never twice at once), at
 * local midnight and when the page is shown again after one passed. A reading that fails is shown as failed until the
 * next one.
 */
export function createPersonStore({ store, clock, watch }: PersonStoreDeps): PersonStore {
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
    const next = await readView(store, clock);
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

  const unwatch = watch(changed);
  globalThis.document?.addEventListener('visibilitychange', shown);
  void load();

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

async function readView(
  store: KeyValueStore,
  clock: PersonStoreDeps['clock'],
): Promise<PersonView> {
  try {
    const [raw] = await Promise.all([store.read(), clock.ready]);
    const nowMs = clock.now();
    const today = dayAt(nowMs, clock.utcOffsetMinutes(nowMs));
    return { status: 'ready', person: personStateOf(parseHeld(raw, nowMs), today) };
  } catch (cause) {
    return { status: 'failed', message: String(cause) };
  }
}
