import { randomUUID } from 'node:crypto';
import type { Hub } from '../hub.ts';
import { deliverDue, type DeliveryCounts } from './deliver-due.ts';
import { enqueueDue } from './enqueue-due.ts';
import { enqueueSponsorMonths } from './enqueue-sponsor-month.ts';

/** What a hub does by itself. */
export interface Jobs {
  /** Runs a tick now and every minute from then on. */
  start(): void;
  /** Begins nothing new and resolves when what is under way has ended. */
  stop(): Promise<void>;
  /** One tick: opens what is due and delivers what waits. Two at once share the work and double nothing. */
  tick(): Promise<DeliveryCounts & { readonly opened: number }>;
}

const TICK_MS = 60_000;

/**
 * The hub's jobs. Everything that has to happen is in the database before it is begun, so a hub that is killed at any point
 * goes on after its next start, and several hubs on one database take turns by key and lease.
 */
export function createJobs(hub: Hub, options: { readonly tickMs?: number } = {}): Jobs {
  const owner = randomUUID();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  async function tick() {
    const now = hub.clock.now();
    const opened = (await enqueueDue(hub, now)) + (await enqueueSponsorMonths(hub, now));
    const counts = await deliverDue(hub, { owner, stopping: () => stopped });
    return { opened, ...counts };
  }

  async function round(): Promise<void> {
    try {
      await tick();
    } catch (error) {
      // A database that is away comes back; the next minute tries again.
      hub.log.error('jobs failed', { error: error instanceof Error ? error.name : 'unknown' });
    }
    // Counted from the end: a slow round is not overtaken by the next one.
    if (!stopped) timer = setTimeout(next, options.tickMs ?? TICK_MS);
  }

  function next(): void {
    running = round();
  }

  return {
    tick,
    start() {
      if (!hub.sending.mailer.sends) {
        hub.log.info('mails are written to the outbox folder', { smtp: false });
      }
      next();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
