import type { HubTrouble, SyncState } from '../contract/team.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A new visit-day is news; it goes within a minute, spread so that an office that starts at nine does not knock at once. */
const SOON_MS = { least: 15_000, spread: 30_000 } as const;
/** Anything else waits for company. */
const UNHURRIED_MS = 15 * MINUTE_MS;
/** With nothing to send, the lines are still looked at now and then. */
const IDLE_MS = 6 * HOUR_MS;
const LONGEST_PAUSE_MS = 24 * HOUR_MS;
const LONGEST_BACK_OFF_MS = 6 * HOUR_MS;

/** What waits to be sent. */
export type Waiting = 'nothing' | 'rows' | 'newVisitDay';

/**
 * The instant of the next attempt; undefined when there is to be none, because the token is not known any more. `random` is 0–1. A
 * clock that was moved back cannot put it off by more than a day.
 */
export function nextAttemptAt(input: {
  readonly nowMs: number;
  readonly sync: SyncState;
  readonly waiting: Waiting;
  readonly random: number;
}): number | undefined {
  const { nowMs, sync, waiting, random } = input;
  if (sync.trouble?.kind === 'revoked') return undefined;
  const lastMs = Math.min(sync.attemptedAt ?? 0, nowMs);
  const wanted = {
    nothing: lastMs + IDLE_MS,
    rows: lastMs + UNHURRIED_MS,
    newVisitDay: nowMs + SOON_MS.least + random * SOON_MS.spread,
  }[waiting];
  const soonest = nowMs + SOON_MS.least;
  return Math.round(Math.max(wanted, soonest, pausedUntil(sync, nowMs)));
}

/** Whether an attempt nobody asked for may be made now. */
export function mayAttempt(sync: SyncState, nowMs: number): boolean {
  return sync.trouble?.kind !== 'revoked' && pausedUntil(sync, nowMs) <= nowMs;
}

/**
 * The state after a failed attempt: waits twice as long each time, a random half of it less so that devices part ways, never less than
 * the hub asked for. What waiting cannot cure (an answer that is no hub's, a refusal) is tried at the unhurried pace at most.
 */
export function afterFailure(
  sync: SyncState,
  failure: { readonly trouble: HubTrouble; readonly retryAfterMs?: number | undefined },
  now: { readonly nowMs: number; readonly random: number },
): SyncState {
  const { trouble, retryAfterMs = 0 } = failure;
  const doubled = Math.min(LONGEST_BACK_OFF_MS, MINUTE_MS * 2 ** Math.min(sync.failures, 20));
  const isPatient = trouble.kind !== 'unreachable' && trouble.kind !== 'busy';
  const backOff = Math.max(doubled, isPatient ? UNHURRIED_MS : 0) * (0.5 + now.random / 2);
  return {
    ...sync,
    failures: sync.failures + 1,
    attemptedAt: now.nowMs,
    notBeforeMs: Math.round(now.nowMs + Math.max(backOff, retryAfterMs)),
    trouble,
  };
}

/** The state after an attempt in which the hub took and answered everything, except for what `trouble` says. */
export function afterSuccess(sync: SyncState, nowMs: number, trouble?: HubTrouble): SyncState {
  const { trouble: _, ...rest } = sync;
  return {
    ...rest,
    failures: 0,
    notBeforeMs: 0,
    attemptedAt: nowMs,
    succeededAt: nowMs,
    ...(trouble === undefined ? {} : { trouble }),
  };
}

function pausedUntil({ notBeforeMs }: SyncState, nowMs: number): number {
  return notBeforeMs - nowMs > LONGEST_PAUSE_MS ? nowMs : notBeforeMs;
}
