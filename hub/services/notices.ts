import { noticeSchema, type Notice, type NoticeKind } from '../../lib/contract/hub/notice.ts';
import { noticeMail } from '../../lib/i18n/notice-mail.ts';
import { summaryMail } from '../../lib/i18n/summary-mail.ts';
import { DeliveryError } from '../delivery/delivery-error.ts';
import { meetingEvent } from '../delivery/meeting-calendar.ts';
import { renderNotice } from '../delivery/notice-mail.ts';
import type { Hub } from '../hub.ts';
import { ownMailId, type Channel, type MailReader } from '../repositories/channels.ts';
import { deliveryId, type Delivery } from '../repositories/deliveries.ts';
import type { DepartmentKey } from '../repositories/department-key.ts';
import { WHOLE_COMPANY, type SlotKey } from '../repositories/slots.ts';
import { stopUrlOf } from './channel-secrets.ts';
import { addOwnMail, ensureOwnMail } from './channels.ts';
import { mailHost } from './send-to-channel.ts';
import { ensureSponsorMail } from './sponsor-month.ts';
import { messageKey } from './weekly-summary.ts';

/** Whom a notice is for. */
export type NoticeReader = 'champion' | 'sponsor' | 'advisor';

/** A notice's slot: its period says what it is about, so that it is told once. */
export type NoticeKey = SlotKey & { readonly kind: NoticeKind };

/**
 * Puts a notice on its way: its words are frozen now, a delivery goes to every reader who did not stop these mails. Returns
 * how many they are; undefined when it is on its way already, whoever put it there. Without a reader it is opened and goes to nobody, so that it is asked
 * for once.
 */
export async function openNotice(
  hub: Hub,
  key: NoticeKey,
  { notice, to }: { readonly notice: Notice; readonly to: NoticeReader },
): Promise<number | undefined> {
  const now = hub.clock.now();
  const planned = (await channelsFor(hub, key, to)).map((id) => ({
    id: deliveryId(key, id),
    channelId: id,
  }));
  const slot = { ...key, dueAt: now, content: JSON.stringify(notice) };
  return (await hub.sending.slots.open(slot, planned, now)) ? planned.length : undefined;
}

/** Notices of a kind that are on their way or arrived, from a period on; what an older build kept may not be readable. */
export async function toldNotices(
  hub: Hub,
  key: NoticeKey,
): Promise<{ readonly period: string; readonly openedAt: number; readonly notice: Notice }[]> {
  return (await hub.sending.slots.keptSince(key)).flatMap(({ content, ...slot }) => {
    const notice = noticeSchema.safeParse(JSON.parse(content)).data;
    return notice === undefined ? [] : [{ ...slot, notice }];
  });
}

/** Sends one delivery of a notice. Every attempt gets the same words and the same id. Throws `DeliveryError`. */
export async function sendNotice(hub: Hub, delivery: Delivery, signal: AbortSignal): Promise<void> {
  const channel = await hub.sending.channels.byId(delivery.organisationId, delivery.channelId);
  const reader = channel && (await readerOf(hub, delivery, channel));
  if (!channel?.active || reader === undefined) {
    throw new DeliveryError('nobody', 'no reader any more, or stopped', { lasting: true });
  }
  const notice = await contentOf(hub, delivery);
  const { language } = reader;
  const stopUrl = stopUrlOf(hub, channel);
  const rendered = renderNotice(notice.words[language], language, {
    occasion: hub.clock.rehearsal ? 'rehearsal' : 'real',
    foot: [footOf(channel, reader, notice.department)],
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
      ...calendarOf(hub, notice, language),
    },
    signal,
  );
}

function footOf(
  { departmentId }: Channel,
  { as, language }: MailReader,
  department: string,
): string {
  if (departmentId === WHOLE_COMPANY) return noticeMail[language].whySponsor;
  if (as === 'advisor') return noticeMail[language].whyAdvisor(department);
  return summaryMail[language][as === 'owner' ? 'whyOwner' : 'whyYou'](department);
}

function calendarOf(hub: Hub, { event, department }: Notice, language: 'ja' | 'en') {
  if (event === undefined) return {};
  const organiser = /<([^<>]+)>\s*$/.exec(hub.config.mailFrom)?.[1] ?? hub.config.mailFrom.trim();
  return {
    calendar: meetingEvent(event, { department, language, organiser, nowMs: hub.clock.now() }),
  };
}

async function channelsFor(
  hub: Hub,
  { organisationId, departmentId }: SlotKey,
  to: NoticeReader,
): Promise<string[]> {
  const place = to === 'sponsor' ? WHOLE_COMPANY : departmentId;
  const readers = await readersOf(hub, { organisationId, departmentId }, to);
  const wanted = new Set(readers.map(({ memberId }) => ownMailId(place, memberId)));
  const channels = await hub.sending.channels.ofDepartment(organisationId, place);
  return channels.filter(({ id, active }) => active && wanted.has(id)).map(({ id }) => id);
}

/** Their own mail is made without anybody setting it up; who stopped it keeps it stopped. */
async function readersOf(
  hub: Hub,
  department: DepartmentKey,
  to: NoticeReader,
): Promise<readonly MailReader[]> {
  if (to === 'sponsor') return ensureSponsorMail(hub, department.organisationId);
  if (to === 'champion') return ensureOwnMail(hub, department);
  const advisors = await hub.sending.channels.advisors(department.organisationId);
  return addOwnMail(hub, department, advisors);
}

/** Whether a reader of this kind can be reached: left an address, and did not stop these mails. */
export async function canBeTold(
  hub: Hub,
  department: DepartmentKey,
  to: NoticeReader,
): Promise<boolean> {
  const key = { ...department, kind: 'question', period: '' } as const;
  return (await channelsFor(hub, key, to)).length > 0;
}

/** Looked up at the last moment: people move, leave, and change their address. */
async function readerOf(
  hub: Hub,
  { organisationId, departmentId }: Delivery,
  { memberId, departmentId: place }: Channel,
): Promise<MailReader | undefined> {
  const { channels } = hub.sending;
  const readers =
    place === WHOLE_COMPANY
      ? await channels.sponsors(organisationId)
      : [
          ...(await channels.mailReaders(organisationId, departmentId)),
          ...(await channels.advisors(organisationId)),
        ];
  return readers.find((each) => each.memberId === memberId);
}

async function contentOf(hub: Hub, delivery: Delivery): Promise<Notice> {
  const slot = await hub.sending.slots.byKey(delivery);
  const notice = noticeSchema.safeParse(JSON.parse(slot?.content ?? 'null')).data;
  // It cannot be put together again: what it told of may be over.
  if (notice === undefined) throw new DeliveryError('failed', 'not readable', { lasting: true });
  return notice;
}
