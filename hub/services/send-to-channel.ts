import { channelSettingsSchema, type ChannelSettings } from '../../lib/contract/hub/channels.ts';
import { departmentSummaryInWords } from '../../lib/app/department-summary-words.ts';
import type { DepartmentSummary } from '../../lib/domain/department-summary.ts';
import { summaryMail as strings } from '../../lib/i18n/summary-mail.ts';
import type { ChatMessage, ChatQuestion } from '../delivery/chat/chat-message.ts';
import { sendToChatwork } from '../delivery/chat/chatwork.ts';
import { sendToGoogleChat } from '../delivery/chat/google-chat.ts';
import { sendToLineWorks } from '../delivery/chat/line-works.ts';
import { sendToSlack } from '../delivery/chat/slack.ts';
import { sendToTeams } from '../delivery/chat/teams.ts';
import { sendToWebhook } from '../delivery/chat/webhook.ts';
import { DeliveryError } from '../delivery/delivery-error.ts';
import type { Mail } from '../delivery/mailer.ts';
import { noteOf, prefixOf, renderSummary, type Occasion } from '../delivery/render-summary.ts';
import type { Hub } from '../hub.ts';
import type { Channel } from '../repositories/channels.ts';
import { sealPlace, stopUrlOf } from './channel-secrets.ts';
import { SealError } from './seal.ts';

/** What goes to a channel. */
export interface Outgoing {
  readonly summary: DepartmentSummary;
  readonly occasion: Occasion;
  /** The same for every attempt. */
  readonly id: string;
  readonly signal: AbortSignal;
}

/** Hands a summary to a channel, once. Throws `DeliveryError` when it did not arrive. */
export async function sendToChannel(hub: Hub, channel: Channel, outgoing: Outgoing): Promise<void> {
  if (channel.kind === 'mail') return sendMail(hub, channel, outgoing);
  const words = departmentSummaryInWords(outgoing.summary, channel.language);
  await sendToChat(hub, channel, {
    id: outgoing.id,
    // The real clock, also in a rehearsal: tokens and signatures are judged by it.
    sentAt: new Date(),
    occasion: outgoing.occasion,
    subject: `${prefixOf(outgoing.occasion, channel.language)}${words.subject}`,
    note: noteOf(outgoing.occasion, channel.language),
    words,
    summary: outgoing.summary,
  });
}

/** Hands a summary or a question to a chat, once. Throws `DeliveryError` when it did not arrive. */
export async function sendToChat(
  hub: Hub,
  channel: Channel,
  message: ChatMessage | ChatQuestion,
): Promise<void> {
  const settings = openSettings(hub, channel);
  const { outbound } = hub.sending;
  switch (settings.kind) {
    case 'slack':
      return sendToSlack(outbound, settings, message);
    case 'teams':
      return sendToTeams(outbound, settings, message);
    case 'googleChat':
      return sendToGoogleChat(outbound, settings, message);
    case 'chatwork':
      return sendToChatwork(outbound, settings, message);
    case 'lineWorks':
      return sendToLineWorks(outbound, settings, message);
    case 'webhook':
      return sendToWebhook(outbound, { url: settings.url, secret: settings.secret ?? '' }, message);
    case 'mail':
      throw new DeliveryError('failed', 'a mail is no chat', { lasting: true });
  }
}

async function sendMail(hub: Hub, channel: Channel, outgoing: Outgoing): Promise<void> {
  const reader = await mailReaderOf(hub, channel);
  const { summary, occasion, id, signal } = outgoing;
  const stopUrl = stopUrlOf(hub, channel);
  const foot = [strings[reader.language][reader.because](summary.department.name)];
  const options = { occasion, foot, stopUrl };
  const rendered = renderSummary(summary, reader.language, options);
  const mail: Mail = {
    ...rendered,
    to: { name: reader.name, address: reader.address },
    page: () => renderSummary(summary, reader.language, { ...options, pictures: 'inside' }).html,
    messageId: `${id}@${mailHost(hub)}`,
    date: new Date(hub.clock.now()),
    stopUrl,
  };
  await hub.sending.mailer.send(mail, signal);
}

interface Reader {
  readonly name?: string | undefined;
  readonly address: string;
  readonly language: 'ja' | 'en';
  readonly because: 'whyYou' | 'whyOwner' | 'whyAdded';
}

/** Looked up at the last moment: people move, leave, and change their address. */
async function mailReaderOf(hub: Hub, channel: Channel): Promise<Reader> {
  const { organisationId, departmentId, memberId, target, language } = channel;
  if (memberId === undefined) return { address: target, language, because: 'whyAdded' };
  const readers = await hub.sending.channels.mailReaders(organisationId, departmentId);
  const reader = readers.find((each) => each.memberId === memberId);
  if (!reader) throw new DeliveryError('nobody', 'no reader any more', { lasting: true });
  return {
    name: reader.displayName,
    address: reader.email,
    language: reader.language,
    because: reader.as === 'owner' ? 'whyOwner' : 'whyYou',
  };
}

function openSettings(hub: Hub, channel: Channel): ChannelSettings {
  try {
    const text = hub.sending.seal.open(channel.sealed, sealPlace(channel));
    return channelSettingsSchema.parse(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    hub.log.error('a channel’s secret cannot be opened', { reason: error.message });
    throw new DeliveryError('secretLost', error.name, { lasting: true });
  }
}

/** The right side of a Message-ID: the sender's domain. */
export function mailHost({ config }: Hub): string {
  return /@([A-Za-z0-9.-]+)>?\s*$/.exec(config.mailFrom)?.[1] ?? 'banso.invalid';
}
