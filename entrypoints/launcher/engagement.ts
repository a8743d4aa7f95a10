import type { EngagedMessage, EngagedReply } from '../../lib/contract/page-messages.ts';
import { createDelivery } from './delivery.ts';
import { createListeners } from './listeners.ts';

/** Input keeps a person engaged this long (METRICS.md M1). */
const IDLE_MS = 60_000;
const FLUSH_MS = 15_000;
/** While engaged, input that follows sooner is not looked at: typing costs one comparison a key, and a minute ends this much early at most. */
const MOMENT_MS = 500;
/** A timer that comes this much too late slept. */
const LATE_MS = 5_000;
/** The two clocks part by more than this only when the machine slept or its clock was set. */
const CLOCK_TOLERANCE_MS = 2_000;

/** A stretch of engagement that is still running: where it began on the day's clock and on the steady one. */
interface Segment {
  readonly wallMs: number;
  readonly steadyMs: number;
}

export interface Engagement {
  /** Input by key, which its own listeners do not hear: the launcher has one for all of its parts. */
  noteInput(event: Event): void;
  /** A prompt was started (M3); told at once. */
  promptStarted(): void;
  /** Takes every listener and timer away; tells what was still running. */
  stop(): void;
}

/**
 * Watches engagement (METRICS.md M1): the page is visible, its window has focus, input came within 60 s. Nothing of the
 * page is read and its content has no part in it. Listeners store one number; a timer runs only while engaged, and what
 * ends engagement is listened for from the first input on. Time is told as intervals of the page's clock, at least every 15 s and when engagement ends. An interval's length is the
 * steady clock's, and of one in which the machine slept or its clock was set only what lies before the last input counts. `onOrphaned`: the extension was updated or
 * removed under this page.
 */
export function watchEngagement(onOrphaned: () => void): Engagement {
  const listeners = createListeners(true);
  const delivery = createDelivery(onReply, onOrphaned);
  let lastInputMs = -Infinity;
  let segment: Segment | undefined;
  let isFollowing = false;
  let dueMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flushAfter(delayMs: number): void {
    clearTimeout(timer);
    dueMs = performance.now() + delayMs;
    timer = setTimeout(() => flush(), delayMs);
  }

  /** The background knows when a visit is complete and when unsaved time is due; the page does not. */
  function onReply({ nextFlushMs }: EngagedReply): void {
    if (segment !== undefined && performance.now() + nextFlushMs < dueMs) flushAfter(nextFlushMs);
  }

  function begin(nowMs: number): void {
    if (segment !== undefined || !isPresent()) return;
    if (nowMs - lastInputMs >= IDLE_MS) return;
    segment = { wallMs: Date.now(), steadyMs: nowMs };
    flushAfter(FLUSH_MS);
    // Empty: it asks the background when it wants to hear from this page.
    tell(segment.wallMs, segment.wallMs, 0);
  }

  function flush(promptsStarted = 0): void {
    clearTimeout(timer);
    if (segment === undefined) {
      if (promptsStarted > 0) tell(Date.now(), Date.now(), promptsStarted);
      return;
    }
    const { wallMs, steadyMs } = segment;
    const nowMs = performance.now();
    const elapsedMs = nowMs - steadyMs;
    const isSteady =
      nowMs <= dueMs + LATE_MS && Math.abs(Date.now() - wallMs - elapsedMs) <= CLOCK_TOLERANCE_MS;
    // Who knows when it fell asleep: only the time up to the last input is sure.
    const engagedMs = lastInputMs - steadyMs + (isSteady ? IDLE_MS : 0);
    const lengthMs = Math.max(0, Math.round(Math.min(elapsedMs, engagedMs)));
    if (!isSteady) lastInputMs = -Infinity;
    if (isSteady && engagedMs > elapsedMs && isPresent()) {
      // Joined to the last one without a gap, so that the background keeps one stretch and not hundreds.
      segment = { wallMs: wallMs + lengthMs, steadyMs: steadyMs + lengthMs };
      flushAfter(FLUSH_MS);
    } else segment = undefined;
    if (lengthMs + promptsStarted > 0) tell(wallMs, wallMs + lengthMs, promptsStarted);
  }

  function tell(fromMs: number, toMs: number, promptsStarted: number): void {
    delivery.send({
      type: 'engaged',
      fromMs,
      toMs,
      utcOffsetMinutes: 0 - new Date(toMs).getTimezoneOffset(),
      promptsStarted,
      messageId: crypto.randomUUID(),
    } satisfies EngagedMessage);
  }

  function noteInput(event: Event): void {
    // The steady clock as well, and without asking for it at every key.
    const nowMs = event.timeStamp;
    if ((segment && nowMs - lastInputMs < MOMENT_MS) || !event.isTrusted) return;
    // Input wakes before timers do; it must not vouch for the time slept.
    if (segment !== undefined && nowMs > dueMs + LATE_MS) flush();
    lastInputMs = nowMs;
    if (segment === undefined) {
      // Input waits its turn in a busy page; the minute it is good for begins when it is heard.
      lastInputMs = performance.now();
      begin(lastInputMs);
    }
    if (!isFollowing) followPresence();
  }

  function followPresence(): void {
    isFollowing = true;
    // The document's own pass the window on their way down.
    listeners.add(window, 'focus blur pageshow visibilitychange', onPresence);
    listeners.add(window, 'pagehide freeze', onLeave);
  }

  function onPresence(): void {
    if (isPresent()) begin(performance.now());
    else flush();
  }

  function onLeave(): void {
    flush();
    segment = undefined;
    clearTimeout(timer);
    delivery.sendAllNow();
  }

  listeners.add(window, 'pointerdown wheel touchstart', noteInput);

  return {
    noteInput,
    promptStarted: () => flush(1),
    stop() {
      listeners.removeAll();
      onLeave();
      delivery.stop();
    },
  };
}

function isPresent(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}
