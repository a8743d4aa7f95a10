import { z } from 'zod';
import { idSchema, instantSchema } from '../day.ts';
import { chatKindSchema } from './chat-kind.ts';
import { noticeKindSchema } from './notice.ts';
import { displayNameSchema } from './people.ts';

/** Ways in which a weekly summary reaches people. Mail is the default; the others are added by a champion. */
export const channelKindSchema = z.enum(['mail', ...chatKindSchema.options]);

/** A secret as people paste it: one line, or a PEM block. */
const secretText = z.string().trim().min(1).max(8000);
const webhookUrl = z.url({ protocol: /^https?$/ }).max(2000);

/** What each kind needs. All of it but a mail address is write-only: it is sealed, and no answer holds it again. */
export const channelSettingsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mail'), address: z.email().max(254) }),
  z.strictObject({ kind: z.literal('slack'), url: webhookUrl }),
  z.strictObject({ kind: z.literal('teams'), url: webhookUrl }),
  z.strictObject({ kind: z.literal('googleChat'), url: webhookUrl }),
  z.strictObject({
    kind: z.literal('chatwork'),
    roomId: z.string().regex(/^\d{1,20}$/),
    token: secretText.regex(/^[\x21-\x7e]+$/),
  }),
  z.strictObject({
    kind: z.literal('lineWorks'),
    botId: z.string().regex(/^\d{1,20}$/),
    channelId: z.string().regex(/^[\w-]{1,80}$/),
    clientId: secretText,
    clientSecret: secretText,
    serviceAccount: secretText,
    privateKey: secretText,
  }),
  z.strictObject({
    kind: z.literal('webhook'),
    url: webhookUrl,
    /** Signs each delivery; made and shown once when left out. */
    secret: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/)
      .optional(),
  }),
]);

const languageSchema = z.enum(['ja', 'en']);

/** `POST /v1/departments/{id}/channels`. */
export const newChannelSchema = z.strictObject({
  label: displayNameSchema,
  language: languageSchema,
  settings: channelSettingsSchema,
});

/** `PUT /v1/departments/{id}/channels/{channelId}`: what is left out stays; `settings` replaces all of a channel's secrets. */
export const channelChangeSchema = z.strictObject({
  label: displayNameSchema.optional(),
  language: languageSchema.optional(),
  active: z.boolean().optional(),
  /** Whether new questions go there too; a chat's only. */
  questions: z.boolean().optional(),
  settings: channelSettingsSchema.optional(),
});

/** A channel as its managers see it. `target` is an address, a host or a room, and for a champion's own mail the name. */
export const channelSchema = z.strictObject({
  id: idSchema,
  kind: channelKindSchema,
  label: z.string(),
  language: languageSchema,
  target: z.string(),
  secret: z.enum(['set', 'none']),
  active: z.boolean(),
  /** New questions of the department go there too, as far as their askers were told so. */
  questions: z.boolean(),
  /** The mail that a champion gets without anybody setting it up. */
  own: z.boolean(),
});

/** Answer of making a channel; `signingSecret` is shown this once. */
export const channelMadeSchema = z.strictObject({
  channel: channelSchema,
  signingSecret: z.string().optional(),
});

/** Why a delivery failed. */
export const failureReasonSchema = z.enum([
  'recipientRefused', // the server does not know the address, or the room is gone
  'contentRefused', // the message was not accepted as it is
  'signIn', // wrong password, token or key
  'tls', // no secure connection
  'unreachable', // no connection, or it broke
  'busy', // the server asked to come later
  'timeout',
  'targetNotAllowed', // an address inside the network, or not https
  'secretLost', // the key file is gone or another one
  'nobody', // the champion left, or has no address any more
  'overtaken', // a question was answered or taken back, or the chat was switched off, before it went out
  'failed', // anything else
]);

/** How a delivery stands. `retrying` waits for its next attempt after a failure. */
export const deliverySchema = z.strictObject({
  id: z.string(),
  /**
   * `weekly`, the company's month for its `sponsor`, a new question in a chat (`asked`), or what the department was told of
   * (`noticeKindSchema`).
   */
  kind: z.enum(['weekly', 'sponsor', 'asked', ...noticeKindSchema.options]),
  /** The week or month that is summed up, `2026-W47`, `2026-10`; of a notice or a question, what it is about. */
  week: z.string(),
  channelId: idSchema,
  channelLabel: z.string(),
  state: z.enum(['waiting', 'retrying', 'sent', 'failed']),
  attempts: z.int().nonnegative(),
  reason: failureReasonSchema.optional(),
  createdAt: instantSchema,
  nextAttemptAt: instantSchema.optional(),
  endedAt: instantSchema.optional(),
});

/** `GET /v1/departments/{id}/channels`. `mailIsSent` is false while the hub only writes mails to its outbox folder. */
export const channelsReplySchema = z.strictObject({
  channels: z.array(channelSchema),
  mailIsSent: z.boolean(),
});

/** `GET /v1/departments/{id}/deliveries`: newest first, the last weeks, with those of the company's month among them. */
export const deliveriesReplySchema = z.strictObject({ deliveries: z.array(deliverySchema) });

/**
 * The same as an extension reads it, whose hub may be newer: a kind that is not known here is any `notice`, a reason `failed`,
 * so that one such delivery does not take the list away. Apart from the reply, which a hub describes as it is.
 */
export const deliveriesOfAnyHubSchema = z.strictObject({
  deliveries: z.array(
    deliverySchema.extend({
      kind: z.enum([...deliverySchema.shape.kind.options, 'notice']).catch('notice'),
      reason: failureReasonSchema.optional().catch('failed'),
    }),
  ),
});

/** `POST /v1/departments/{id}/channels/{channelId}/test`. */
export const testSendReplySchema = z.strictObject({
  arrived: z.boolean(),
  reason: failureReasonSchema.optional(),
});

/**
 * `GET /v1/departments/{id}/own-mail`: whether a department's mails go to the caller, an advisor. `isReader` is false
 * without an address: then nothing is sent, whatever `active` says.
 */
export const ownMailSchema = z.strictObject({ active: z.boolean(), isReader: z.boolean() });

/** `PUT /v1/departments/{id}/own-mail`. */
export const ownMailChangeSchema = z.strictObject({ active: z.boolean() });

export type OwnMail = z.infer<typeof ownMailSchema>;
export type ChannelKind = z.infer<typeof channelKindSchema>;
export type ChannelSettings = z.infer<typeof channelSettingsSchema>;
export type NewChannel = z.infer<typeof newChannelSchema>;
export type ChannelChangeRequest = z.infer<typeof channelChangeSchema>;
export type ChannelDto = z.infer<typeof channelSchema>;
export type ChannelMade = z.infer<typeof channelMadeSchema>;
export type FailureReason = z.infer<typeof failureReasonSchema>;
export type DeliveryDto = z.infer<typeof deliveriesOfAnyHubSchema>['deliveries'][number];
export type ChannelsReply = z.infer<typeof channelsReplySchema>;
export type TestSendReply = z.infer<typeof testSendReplySchema>;
