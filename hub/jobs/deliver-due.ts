import type { FailureReason } from '../../lib/contract/hub/channels.ts';
import { DeliveryError } from '../delivery/delivery-error.ts';
import type { Hub } from '../hub.ts';
import type { Delivery } from '../repositories/deliveries.ts';
import type { SlotKind } from '../repositories/slots.ts';
import { sendQuestion } from '../services/mirror-question.ts';
import { sendNotice } from '../services/notices.ts';
import { sendSponsorMonth } from '../services/sponsor-month.ts';
import { sendWeeklySummary } from '../services/weekly-summary.ts';
import { inLanes } from './in-lanes.ts';

/** How long a worker owns a delivery; a crash gives it back after this. */
export const LEASE_MS = 60_000;
/** An attempt ends well within its lease, so that nobody else can have begun another. */
const ATTEMPT_MS = 45_000;
const BATCH = 20;
const AT_ONCE = 4;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 4 * 3_600_000;
/** About 17 hours of trying: long enough for a mail server that is repaired the same day. */
const MOST_ATTEMPTS = 12;
/** What looks lasting is tried again twice: an address may just be being set up. */
const MOST_LASTING_ATTEMPTS = 3;

/** What a round of deliveries did. */
export interface DeliveryCounts {
  readonly sent: number;
  readonly failed: number;
}

/** What one worker sends by. */
export interface Worker {
  /** Different for every process. */
  readonly owner: string;
  /** Set when the hub stops: nothing new is begun, what is under way comes to its end. */
  readonly stopping: () => boolean;
  /** 0 to 1; spreads the attempts of many. */
  readonly random?: () => number;
}

/** Sends everything that is due now, a few at a time, until nothing is left or the hub stops. */
export async function deliverDue(hub: Hub, worker: Worker): Promise<DeliveryCounts> {
  let sent = 0;
  let failed = 0;
  for (const organisationId of await hub.sending.deliveries.dueOrganisations(hub.clock.now())) {
    for (;;) {
      if (worker.stopping()) return { sent, failed };
      const now = hub.clock.now();
      const batch = await hub.sending.deliveries.claim(
        organisationId,
        { owner: worker.owner, until: now + LEASE_MS },
        { now, limit: BATCH },
      );
      if (batch.length === 0) break;
      const outcomes = await sendBatch(hub, worker, batch);
      sent += outcomes.filter(Boolean).length;
      failed += outcomes.filter((arrived) => arrived === false).length;
    }
  }
  return { sent, failed };
}

/** A few lanes over one list. An entry is undefined when it was given back untouched. */
async function sendBatch(
  hub: Hub,
  worker: Worker,
  batch: readonly Delivery[],
): Promise<(boolean | undefined)[]> {
  const outcomes: (boolean | undefined)[] = [];
  const claimedAt = hub.clock.now();
  await inLanes(batch, AT_ONCE, async (delivery, index) => {
    const isLate = hub.clock.now() - claimedAt > LEASE_MS - ATTEMPT_MS;
    if (worker.stopping() || isLate) {
      await hub.sending.deliveries.release(delivery, worker.owner);
    } else {
      outcomes[index] = await attempt(hub, worker, delivery);
    }
  });
  return outcomes;
}

async function attempt(hub: Hub, worker: Worker, delivery: Delivery): Promise<boolean> {
  const { deliveries } = hub.sending;
  const facts = { department: delivery.departmentId, period: delivery.period };
  try {
    await sendOf(delivery.kind)(hub, delivery, AbortSignal.timeout(ATTEMPT_MS));
  } catch (error) {
    const failure = asFailure(error);
    const nextAt = nextAttemptAt(delivery, failure, {
      now: hub.clock.now(),
      random: worker.random ?? Math.random,
    });
    const { reason } = failure;
    await deliveries.markFailed(delivery, worker.owner, {
      reason,
      now: hub.clock.now(),
      ...(nextAt === undefined ? {} : { nextAt }),
    });
    const said = nextAt === undefined ? 'delivery given up' : 'delivery failed, tried again later';
    hub.log.warn(said, { ...facts, reason, detail: failure.message });
    return false;
  }
  if (await deliveries.markSent(delivery, worker.owner, hub.clock.now())) {
    hub.log.info('summary delivered', facts);
  } else {
    hub.log.warn('the lease of a delivery was lost while it was sent', facts);
  }
  return true;
}

function sendOf(kind: SlotKind): typeof sendWeeklySummary {
  if (kind === 'weekly') return sendWeeklySummary;
  if (kind === 'asked') return sendQuestion;
  return kind === 'sponsor' ? sendSponsorMonth : sendNotice;
}

function asFailure(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const name = error instanceof Error ? error.name : 'unknown';
  return new DeliveryError('failed' satisfies FailureReason, name);
}

/** When a failed delivery is tried again: doubling waits with jitter, or what the other side asked for; undefined gives up. */
export function nextAttemptAt(
  { attempts }: Pick<Delivery, 'attempts'>,
  { lasting, retryAfterMs }: Pick<DeliveryError, 'lasting' | 'retryAfterMs'>,
  { now, random }: { readonly now: number; readonly random: () => number },
): number | undefined {
  const failures = attempts + 1;
  if (failures >= (lasting ? MOST_LASTING_ATTEMPTS : MOST_ATTEMPTS)) return undefined;
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts);
  const jittered = Math.round(wait * (0.5 + random()));
  return now + Math.max(jittered, retryAfterMs ?? 0);
}
