import type { DeliveryDto } from '../../lib/contract/hub/channels.ts';
import type { Hub } from '../hub.ts';
import { WHOLE_COMPANY } from '../repositories/slots.ts';
import type { Authorized } from './authorize.ts';
import { requireDepartment } from './manage-organisation.ts';
import { Refusal } from './refusal.ts';

type Managed = Authorized<'manageDepartment'>;

const MOST_DELIVERIES = 100;
/** A year of months for one sponsor. */
const MOST_MONTHS = 12;

/**
 * How a department's deliveries stand, newest first, and those of the company's month: an owner whose address fails reads no mail of it, a
 * champion may.
 */
export async function listDeliveries(hub: Hub, proof: Managed): Promise<DeliveryDto[]> {
  const { departmentId } = proof;
  const { organisationId } = proof.caller;
  await requireDepartment(hub, organisationId, departmentId);
  const [weeks, months, own, sponsors] = await Promise.all([
    hub.sending.deliveries.ofDepartment(organisationId, departmentId, MOST_DELIVERIES),
    hub.sending.deliveries.ofDepartment(organisationId, WHOLE_COMPANY, MOST_MONTHS),
    hub.sending.channels.ofDepartment(organisationId, departmentId),
    hub.sending.channels.ofDepartment(organisationId, WHOLE_COMPANY),
  ]);
  const channels = [...own, ...sponsors];
  const deliveries = [...weeks, ...months].toSorted((a, b) => b.createdAt - a.createdAt);
  return deliveries.map((delivery) => ({
    id: delivery.id,
    kind: delivery.kind,
    week: delivery.period,
    channelId: delivery.channelId,
    channelLabel: channels.find(({ id }) => id === delivery.channelId)?.label ?? '',
    state: delivery.state === 'waiting' && delivery.attempts > 0 ? 'retrying' : delivery.state,
    attempts: delivery.attempts,
    createdAt: delivery.createdAt,
    ...(delivery.reason === undefined ? {} : { reason: delivery.reason }),
    ...(delivery.state === 'waiting' ? { nextAttemptAt: delivery.nextAt } : {}),
    ...(delivery.endedAt === undefined ? {} : { endedAt: delivery.endedAt }),
  }));
}

/** Tries a delivery that was given up once more, now; the department's own, or one of the company's month. */
export async function retryDelivery(hub: Hub, proof: Managed, id: string): Promise<void> {
  const { departmentId } = proof;
  const { organisationId } = proof.caller;
  await requireDepartment(hub, organisationId, departmentId);
  const { deliveries } = hub.sending;
  const now = hub.clock.now();
  const isRetried =
    (await deliveries.retry(organisationId, departmentId, id, now)) ||
    (await deliveries.retry(organisationId, WHOLE_COMPANY, id, now));
  if (!isRetried) {
    throw new Refusal('conflict', 'This delivery was not given up, so there is nothing to repeat.');
  }
}
