import {
  sponsorPageSchema,
  type SponsorMail,
  type SponsorPage,
} from '../../lib/contract/hub/sponsor.ts';
import { sponsor as strings } from '../../lib/i18n/sponsor.ts';
import { DeliveryError } from '../delivery/delivery-error.ts';
import { renderSponsorMonth } from '../delivery/sponsor-mail.ts';
import type { Hub } from '../hub.ts';
import { ownMailId, type MailReader } from '../repositories/channels.ts';
import type { Delivery } from '../repositories/deliveries.ts';
import { WHOLE_COMPANY, type SlotKey } from '../repositories/slots.ts';
import type { Authorized } from './authorize.ts';
import { stopUrlOf } from './channel-secrets.ts';
import { addOwnMail } from './channels.ts';
import { Refusal } from './refusal.ts';
import { mailHost } from './send-to-channel.ts';
import { buildSponsorPage } from './sponsor-page.ts';
import { messageKey } from './weekly-summary.ts';

/** Months that can be called up again. */
const MOST_MONTHS = 24;

/** A company's month as it is now, or with a month as it was sent. Refuses a month that was not sent with `notFound`. */
export async function readSponsorPage(
  hub: Hub,
  { caller: { organisationId } }: Authorized<'adviseOrganisation'>,
  month: string | undefined,
): Promise<SponsorPage> {
  if (month === undefined) return buildSponsorPage(hub, organisationId);
  const slot = await hub.sending.slots.byKey(slotOf(organisationId, month));
  const kept = slot?.content === undefined ? undefined : parseKept(slot.content);
  if (kept === undefined) throw new Refusal('notFound', 'This month was not sent.');
  return kept;
}

/** Whether the caller gets the month by mail, and which months were sent. */
export async function readSponsorMail(
  hub: Hub,
  { caller }: Authorized<'manageOrganisation'>,
): Promise<SponsorMail> {
  const { organisationId, id } = caller;
  const readers = await ensureSponsorMail(hub, organisationId);
  const channel = await hub.sending.channels.byId(organisationId, ownMailId(WHOLE_COMPANY, id));
  const key = { organisationId, departmentId: WHOLE_COMPANY, kind: 'sponsor' } as const;
  return {
    active: channel?.active ?? true,
    hasAddress: readers.some(({ memberId }) => memberId === id),
    sent: await hub.sending.slots.keptPeriods(key, MOST_MONTHS),
  };
}

/** Switches the caller's own monthly mail on or off. Refuses with `conflict` without an address. */
export async function changeSponsorMail(
  hub: Hub,
  proof: Authorized<'manageOrganisation'>,
  active: boolean,
): Promise<SponsorMail> {
  const { organisationId, id: memberId } = proof.caller;
  await ensureSponsorMail(hub, organisationId);
  const id = ownMailId(WHOLE_COMPANY, memberId);
  const key = { organisationId, departmentId: WHOLE_COMPANY, id };
  if (!(await hub.sending.channels.change(key, { active }))) {
    throw new Refusal('conflict', 'Leave a mail address first.');
  }
  return readSponsorMail(hub, proof);
}

/** Makes the owners' monthly mail without anybody setting it up; what exists stays as it is. */
export async function ensureSponsorMail(
  hub: Hub,
  organisationId: string,
): Promise<readonly MailReader[]> {
  const readers = await hub.sending.channels.sponsors(organisationId);
  return addOwnMail(hub, { organisationId, departmentId: WHOLE_COMPANY }, readers);
}

/**
 * Sends one delivery of a month: fixes its content if nobody has, and mails it. Every attempt and every sponsor gets the same
 * content. Throws `DeliveryError`.
 */
export async function sendSponsorMonth(
  hub: Hub,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<void> {
  const { organisationId } = delivery;
  const channel = await hub.sending.channels.byId(organisationId, delivery.channelId);
  const readers = await hub.sending.channels.sponsors(organisationId);
  const reader = readers.find(({ memberId }) => memberId === channel?.memberId);
  if (!channel?.active || reader === undefined) {
    throw new DeliveryError('nobody', 'no sponsor any more, or stopped', { lasting: true });
  }
  const page = await contentOf(hub, delivery);
  const { language } = reader;
  const stopUrl = stopUrlOf(hub, channel);
  const rendered = renderSponsorMonth(page, language, {
    occasion: hub.clock.rehearsal ? 'rehearsal' : 'real',
    foot: [strings[language].whyYou],
    stopUrl,
  });
  await hub.sending.mailer.send(
    {
      ...rendered,
      to: { name: reader.displayName, address: reader.email },
      page: () => rendered.html,
      messageId: `${messageKey(delivery)}@${mailHost(hub)}`,
      date: new Date(hub.clock.now()),
      stopUrl,
    },
    signal,
  );
}

async function contentOf(hub: Hub, delivery: Delivery): Promise<SponsorPage> {
  const slot = await hub.sending.slots.byKey(delivery);
  const held = slot?.content === undefined ? undefined : parseKept(slot.content);
  if (held !== undefined) return held;
  const built = await buildSponsorPage(hub, delivery.organisationId, delivery.period);
  const content = JSON.stringify(built);
  const kept = await hub.sending.slots.finalise(delivery, content, hub.clock.now());
  return parseKept(kept) ?? built;
}

/** The slot of a company's month. */
export function slotOf(organisationId: string, month: string): SlotKey {
  return { organisationId, departmentId: WHOLE_COMPANY, kind: 'sponsor', period: month };
}

/** What an older build kept may not be readable any more; then it is put together again. */
function parseKept(content: string): SponsorPage | undefined {
  return sponsorPageSchema.safeParse(JSON.parse(content)).data;
}
