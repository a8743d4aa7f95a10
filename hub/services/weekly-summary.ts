import type { WeekKey } from '../../lib/domain/day.ts';
import type { DepartmentSummary, SummaryLine } from '../../lib/domain/department-summary.ts';
import { departmentSummarySchema } from '../../lib/contract/hub/summary.ts';
import type { Hub } from '../hub.ts';
import type { Delivery } from '../repositories/deliveries.ts';
import type { SlotKey } from '../repositories/slots.ts';
import type { Authorized } from './authorize.ts';
import { derivedId } from './derived-id.ts';
import { sendToChannel } from './send-to-channel.ts';
import { DeliveryError } from '../delivery/delivery-error.ts';
import { Refusal } from './refusal.ts';

/** The others' lines that are kept: as many as the mail draws. */
const KEPT_LINES = 6;

/** Computes a department's summary of a week from its days, as it stands now. Undefined without such a department. */
export async function buildWeeklySummary(
  hub: Pick<Hub, 'figures'>,
  slot: Pick<SlotKey, 'organisationId' | 'departmentId'> & { readonly week: WeekKey },
): Promise<DepartmentSummary | undefined> {
  return hub.figures.summary(slot);
}

/**
 * A department's summary as it is to be seen: what was sent once it was sent, computed afresh before. Refuses with
 * `notFound` when there is no such department.
 */
export async function previewWeeklySummary(
  hub: Pick<Hub, 'figures' | 'sending'>,
  { caller, departmentId }: Authorized<'seeDepartment'>,
  week: WeekKey,
): Promise<DepartmentSummary> {
  const { organisationId } = caller;
  const slot = await hub.sending.slots.byKey({
    organisationId,
    departmentId,
    kind: 'weekly',
    period: week,
  });
  const frozen = slot?.content === undefined ? undefined : parseKept(slot.content);
  const summary = frozen ?? (await buildWeeklySummary(hub, { organisationId, departmentId, week }));
  if (!summary) throw new Refusal('notFound', 'There is no such department.');
  return summary;
}

/**
 * Sends one delivery: fixes the content of its slot if nobody has, and hands it to the channel. Every channel and every
 * attempt gets the same content and the same id. Throws `DeliveryError`.
 */
export async function sendWeeklySummary(
  hub: Hub,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<void> {
  const summary = await contentOf(hub, delivery);
  const channel = await hub.sending.channels.byId(delivery.organisationId, delivery.channelId);
  if (!channel?.active) {
    throw new DeliveryError('nobody', 'the channel is gone or switched off', { lasting: true });
  }
  await sendToChannel(hub, channel, {
    summary,
    occasion: hub.clock.rehearsal ? 'rehearsal' : 'real',
    id: messageKey(delivery),
    signal,
  });
}

/** The same for every attempt at a delivery, different for every other; it goes into Message-ID and webhook-id. */
export function messageKey({
  organisationId,
  kind,
  id,
}: Pick<Delivery, 'organisationId' | 'kind' | 'id'>): string {
  return `${kind}.${derivedId(organisationId, id)}`;
}

async function contentOf(hub: Hub, delivery: Delivery): Promise<DepartmentSummary> {
  const slot = await hub.sending.slots.byKey(delivery);
  const held = slot?.content === undefined ? undefined : parseKept(slot.content);
  if (held) return held;
  const week = delivery.period as WeekKey;
  const built = await buildWeeklySummary(hub, { ...delivery, week });
  if (!built) throw new DeliveryError('nobody', 'the department is gone', { lasting: true });
  const content = JSON.stringify(forKeeping(built));
  const kept = await hub.sending.slots.finalise(delivery, content, hub.clock.now());
  return parseKept(kept) ?? built;
}

/** What an older build kept may not be readable any more; then the week is computed again. */
function parseKept(content: string): DepartmentSummary | undefined {
  const parsed = departmentSummarySchema.safeParse(JSON.parse(content));
  // It went through the floor before it was kept; the brand that says so cannot be written as JSON.
  return parsed.success ? (parsed.data as unknown as DepartmentSummary) : undefined;
}

/** A thousand departments keep a summary each a week: the others' lines are kept as far as they are drawn. */
function forKeeping(summary: DepartmentSummary): DepartmentSummary {
  return {
    ...summary,
    others: summary.others.map((other, index) => (index < KEPT_LINES ? other : withoutDays(other))),
  };
}

function withoutDays(line: SummaryLine): SummaryLine {
  return { ...line, line: { ...line.line, days: [] } };
}
