import { randomUUID } from 'node:crypto';
import type {
  ChannelChangeRequest,
  ChannelDto,
  ChannelKind,
  ChannelMade,
  ChannelSettings,
  ChannelsReply,
  NewChannel,
  TestSendReply,
} from '../../lib/contract/hub/channels.ts';
import { addDays, weekOf } from '../../lib/domain/day.ts';
import { makeSigningSecret } from '../delivery/chat/webhook.ts';
import { DeliveryError } from '../delivery/delivery-error.ts';
import type { Hub } from '../hub.ts';
import type { DepartmentKey } from '../repositories/department-key.ts';
import { dayKeyAt } from '../local-day.ts';
import { ownMailId, type Channel, type MailReader } from '../repositories/channels.ts';
import type { Authorized } from './authorize.ts';
import { parseStopToken, sealPlace } from './channel-secrets.ts';
import { requireDepartment, requireOrganisation } from './manage-organisation.ts';
import { createRateLimit } from './rate-limit.ts';
import { Refusal } from './refusal.ts';
import { sendToChannel } from './send-to-channel.ts';
import { buildWeeklySummary } from './weekly-summary.ts';

type Managed = Authorized<'manageDepartment'>;

const MOST_CHANNELS = 20;
const TEST_MS = 30_000;
const TESTS = { most: 5, withinMs: 60_000 };

/** Whose webhooks may be entered as whose: a Slack link is a Slack host's, so that no chat is a way to other places. */
const HOSTS: Readonly<Partial<Record<ChannelKind, RegExp>>> = {
  slack: /^hooks\.slack(-gov)?\.com$/,
  teams: /(^|\.)(logic\.azure\.com|api\.powerplatform\.com|webhook\.office\.com)$/,
  googleChat: /^chat\.googleapis\.com$/,
};

/** Makes the mail channels that readers have without anybody setting them up; those that exist stay as they are. */
export async function ensureOwnMail(
  hub: Hub,
  place: DepartmentKey,
): Promise<readonly MailReader[]> {
  const { organisationId, departmentId } = place;
  const readers = await hub.sending.channels.mailReaders(organisationId, departmentId);
  return addOwnMail(hub, place, readers);
}

/** The same for readers who are known already; hands them back. A sponsor's place is the whole company. */
export async function addOwnMail(
  hub: Hub,
  { organisationId, departmentId }: DepartmentKey,
  readers: readonly MailReader[],
): Promise<readonly MailReader[]> {
  await hub.sending.channels.add(
    readers.map(({ memberId, displayName, language }) => ({
      organisationId,
      id: ownMailId(departmentId, memberId),
      departmentId,
      kind: 'mail',
      label: displayName,
      language,
      target: '',
      sealed: '',
      memberId,
      active: true,
      questions: false,
      createdAt: hub.clock.now(),
    })),
  );
  return readers;
}

/** The channels that a department's summary goes to, those switched off included. */
export async function listChannels(hub: Hub, proof: Managed): Promise<ChannelsReply> {
  await departmentOf(hub, proof);
  const readers = await ensureOwnMail(hub, keyOf(proof));
  const channels = await channelsOf(hub, proof);
  return {
    channels: channels
      .filter(({ memberId }) => memberId === undefined || isReader(readers, memberId))
      // People's own mail first; it is there before anybody sets anything up.
      .toSorted((a, b) => Number(b.memberId !== undefined) - Number(a.memberId !== undefined))
      .map((channel) => toDto(channel, readers)),
    mailIsSent: hub.sending.mailer.sends,
  };
}

/** Adds a channel. A webhook's signing secret, when it was left out, is made and shown this once. */
export async function addChannel(
  hub: Hub,
  proof: Managed,
  { label, language, settings }: NewChannel,
): Promise<ChannelMade> {
  await departmentOf(hub, proof);
  if ((await channelsOf(hub, proof)).length >= MOST_CHANNELS) {
    throw new Refusal('conflict', 'This department has 20 channels already. Remove one first.');
  }
  const id = randomUUID();
  const { organisationId, departmentId } = keyOf(proof);
  const { stored, signingSecret } = storedForm(hub, { organisationId, id }, settings);
  const channel: Channel = {
    organisationId,
    id,
    departmentId,
    label,
    language,
    ...stored,
    memberId: undefined,
    active: true,
    questions: false,
    createdAt: hub.clock.now(),
  };
  await hub.sending.channels.add([channel]);
  return {
    channel: toDto(channel, []),
    ...(signingSecret === undefined ? {} : { signingSecret }),
  };
}

/** Changes a channel; a champion's own mail can only be switched on and off. */
export async function changeChannel(
  hub: Hub,
  proof: Managed,
  { id, change }: { readonly id: string; readonly change: ChannelChangeRequest },
): Promise<ChannelMade> {
  const channel = await requireChannel(hub, proof, id);
  const { settings, ...rest } = change;
  if (channel.memberId !== undefined && Object.keys(change).some((name) => name !== 'active')) {
    throw new Refusal('invalid', 'A person’s own mail can only be switched on and off.', {
      field: 'settings',
    });
  }
  if (settings !== undefined && settings.kind !== channel.kind) {
    throw new Refusal('invalid', 'A channel stays of its kind. Add another one instead.', {
      field: 'settings.kind',
    });
  }
  if (change.questions === true && channel.kind === 'mail') {
    throw new Refusal('invalid', 'Questions go to a chat, not to a mail.', { field: 'questions' });
  }
  const renewed = settings && storedForm(hub, channel, settings);
  await hub.sending.channels.change(channel, {
    ...withoutAbsent(rest),
    ...(renewed === undefined
      ? {}
      : { target: renewed.stored.target, sealed: renewed.stored.sealed }),
  });
  const readers = await hub.sending.channels.mailReaders(
    channel.organisationId,
    channel.departmentId,
  );
  return {
    channel: toDto(await requireChannel(hub, proof, id), readers),
    ...(renewed?.signingSecret === undefined ? {} : { signingSecret: renewed.signingSecret }),
  };
}

/** Removes a channel for good; a person's own mail is switched off instead. */
export async function removeChannel(hub: Hub, proof: Managed, id: string): Promise<void> {
  const channel = await requireChannel(hub, proof, id);
  if (channel.memberId !== undefined) {
    await hub.sending.channels.change(channel, { active: false });
    return;
  }
  await hub.sending.channels.remove(channel);
}

/** Sends last week's summary, marked as a test, at once, and says whether it arrived. Limited in number. */
export function createTestSend(hub: Hub): (proof: Managed, id: string) => Promise<TestSendReply> {
  const limit = createRateLimit(TESTS, () => hub.clock.now());
  return async (proof, id) => {
    const channel = await requireChannel(hub, proof, id);
    const wait = limit.take(`${channel.organisationId}/${channel.departmentId}`);
    if (wait > 0) {
      throw new Refusal('tooMany', 'That was a lot of tests. Try again in a moment.', {
        retryAfterSeconds: wait,
      });
    }
    const { timeZone } = await requireOrganisation(hub, channel.organisationId);
    const now = hub.clock.now();
    const week = weekOf(addDays(dayKeyAt(now, timeZone), -7));
    const summary = await buildWeeklySummary(hub, { ...keyOf(proof), week });
    if (!summary) throw new Refusal('notFound', 'There is no such department.');
    try {
      await sendToChannel(hub, channel, {
        summary,
        occasion: 'test',
        id: `test.${randomUUID()}`,
        signal: AbortSignal.timeout(TEST_MS),
      });
      return { arrived: true };
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      return { arrived: false, reason: error.reason };
    }
  };
}

/** Switches a mail off by the link in it; false for a link that this hub did not make. */
export async function stopMail(hub: Hub, token: string): Promise<boolean> {
  const place = parseStopToken(hub, token);
  const channel = place && (await hub.sending.channels.byId(place.organisationId, place.id));
  if (!channel) return false;
  return hub.sending.channels.change(channel, { active: false });
}

function keyOf({ caller, departmentId }: Managed) {
  return { organisationId: caller.organisationId, departmentId };
}

async function departmentOf(hub: Hub, proof: Managed) {
  const { organisationId, departmentId } = keyOf(proof);
  return requireDepartment(hub, organisationId, departmentId);
}

async function channelsOf(hub: Hub, proof: Managed): Promise<Channel[]> {
  const { organisationId, departmentId } = keyOf(proof);
  return hub.sending.channels.ofDepartment(organisationId, departmentId);
}

async function requireChannel(hub: Hub, proof: Managed, id: string): Promise<Channel> {
  const { organisationId, departmentId } = keyOf(proof);
  const channel = await hub.sending.channels.byId(organisationId, id);
  if (channel?.departmentId !== departmentId) {
    throw new Refusal('notFound', 'There is no such channel in this department.');
  }
  return channel;
}

/** How settings are kept: what may be shown, and the rest sealed. */
function storedForm(
  hub: Hub,
  channel: Pick<Channel, 'organisationId' | 'id'>,
  settings: ChannelSettings,
): {
  readonly stored: Pick<Channel, 'kind' | 'target' | 'sealed'>;
  readonly signingSecret: string | undefined;
} {
  const { kind } = settings;
  if (kind === 'mail') {
    const stored = { kind, target: settings.address, sealed: '' };
    return { stored, signingSecret: undefined };
  }
  if ('url' in settings) requireTarget(hub, kind, settings.url);
  const signingSecret =
    kind === 'webhook' && settings.secret === undefined ? makeSigningSecret() : undefined;
  const whole = signingSecret === undefined ? settings : { ...settings, secret: signingSecret };
  const sealed = hub.sending.seal.close(JSON.stringify(whole), sealPlace(channel));
  return { stored: { kind, target: targetOf(settings), sealed }, signingSecret };
}

function targetOf(settings: Exclude<ChannelSettings, { kind: 'mail' }>): string {
  if (settings.kind === 'chatwork') return settings.roomId;
  if (settings.kind === 'lineWorks') return settings.channelId;
  return new URL(settings.url).hostname;
}

/** Said when it is entered; `hub/delivery/outbound.ts` judges again by address whenever something is sent. */
function requireTarget(hub: Hub, kind: ChannelKind, url: string): void {
  const { protocol, hostname } = new URL(url);
  if (hub.config.webhookPrivateHosts.includes(hostname.replace(/^\[|\]$/g, ''))) return;
  const isItsHost = HOSTS[kind]?.test(hostname) ?? true;
  if (protocol === 'https:' && isItsHost) return;
  throw new Refusal('invalid', 'This address is not one of the service’s own https addresses.', {
    field: 'settings.url',
  });
}

function isReader(readers: readonly MailReader[], memberId: string): boolean {
  return readers.some((reader) => reader.memberId === memberId);
}

function toDto(channel: Channel, readers: readonly MailReader[]): ChannelDto {
  const { id, kind, label, language, target, sealed, memberId, active, questions } = channel;
  const reader = readers.find((each) => each.memberId === memberId);
  return {
    id,
    kind,
    label: reader?.displayName ?? label,
    language: reader?.language ?? language,
    target: memberId === undefined ? target : (reader?.displayName ?? label),
    secret: sealed === '' ? 'none' : 'set',
    active,
    questions,
    own: memberId !== undefined,
  };
}

function withoutAbsent<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
