import { createHmac, randomBytes } from 'node:crypto';
import { expectStatus, type Outbound } from '../outbound.ts';
import { chatText, questionText, type ChatMessage, type ChatQuestion } from './chat-message.ts';

const OK = [200, 201, 202, 204];

/**
 * A plain webhook, signed as Standard Webhooks 1.0 says (github.com/standard-webhooks/standard-webhooks, read 2026-11):
 * `webhook-id` stays the same for every attempt, the signature is HMAC-SHA256 over `id.timestamp.body` with the base64 key
 * behind `whsec_`. The body holds the summary's or the question's data and its text, and whether it is the real thing.
 */
export async function sendToWebhook(
  outbound: Outbound,
  settings: { readonly url: string; readonly secret: string },
  message: ChatMessage | ChatQuestion,
): Promise<void> {
  const { occasion, subject } = message;
  const content =
    'question' in message
      ? { type: 'question', data: { text: questionText(message), question: message.question } }
      : { type: 'weekly-summary', data: { text: chatText(message), summary: message.summary } };
  const body = JSON.stringify({
    type: content.type,
    timestamp: message.sentAt.toISOString(),
    data: { occasion, subject, ...content.data },
  });
  const timestamp = String(Math.floor(message.sentAt.getTime() / 1000));
  const reply = await outbound.post({
    url: settings.url,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'webhook-id': message.id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signatureOf(settings.secret, [message.id, timestamp, body])}`,
    },
    body,
  });
  expectStatus(reply, OK);
}

/** A fresh signing secret of 256 bits. */
export function makeSigningSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

function signatureOf(secret: string, parts: readonly string[]): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(parts.join('.')).digest('base64');
}
