import type { EngagedMessage, EngagedReply } from '../../lib/contract/page-messages.ts';
import { ask, extension } from './extension.ts';

/** An hour of steady use; beyond it the oldest are let go. */
const MOST_WAITING = 240;
const RETRY_AFTER_MS = [250, 1000, 4000];

/** Keeps each message until the background has it for good. */
export interface Delivery {
  /** Queues a message and delivers what waits, oldest first. */
  send(message: EngagedMessage): void;
  /** Hands over everything at once without waiting for answers: the page is going away. */
  sendAllNow(): void;
  stop(): void;
}

/**
 * Delivers until acknowledged. A background that was stopped in the middle is asked again after 250 ms, 1 s and 4 s, then
 * with the next message; a repeated one counts nothing (`messageId`, and time is counted once). No timer runs while
 * nothing waits. `onReply` gets what the background answered; `onOrphaned` is called once the extension is gone.
 */
export function createDelivery(
  onReply: (reply: EngagedReply) => void,
  onOrphaned: () => void,
): Delivery {
  const waiting: EngagedMessage[] = [];
  let busy = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function deliver(): Promise<void> {
    if (busy) return;
    busy = true;
    clearTimeout(timer);
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const reply = await ask<EngagedReply>(next);
      if (reply?.settled !== true) {
        if (extension() === undefined) onOrphaned();
        else timer = setTimeout(() => void deliver(), RETRY_AFTER_MS[failures++]);
        if (failures > RETRY_AFTER_MS.length) clearTimeout(timer);
        break;
      }
      failures = 0;
      // Not `shift`: the oldest may have been let go meanwhile.
      const index = waiting.indexOf(next);
      if (index >= 0) waiting.splice(index, 1);
      onReply(reply);
    }
    busy = false;
  }

  return {
    send(message) {
      waiting.push(message);
      if (waiting.length > MOST_WAITING) waiting.shift();
      failures = 0;
      void deliver();
    },
    sendAllNow() {
      for (const message of waiting) void ask(message);
    },
    stop() {
      clearTimeout(timer);
      waiting.length = 0;
    },
  };
}
