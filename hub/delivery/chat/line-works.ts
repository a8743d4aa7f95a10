import { createPrivateKey, createSign } from 'node:crypto';
import { z } from 'zod';
import { DeliveryError } from '../delivery-error.ts';
import { expectStatus, type Outbound } from '../outbound.ts';
import {
  chatText,
  cutAtLine,
  questionText,
  type ChatMessage,
  type ChatQuestion,
} from './chat-message.ts';

/** Where tokens and messages go (developers.worksmobile.com, read 2026-11). */
export const LINE_WORKS_API = {
  token: 'https://auth.worksmobile.com/oauth2/v2.0/token',
  bots: 'https://www.worksapis.com/v1.0/bots',
};

/** A bot's place and its service account. */
export interface LineWorksSettings {
  readonly botId: string;
  readonly channelId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly serviceAccount: string;
  /** PEM, as the developer console gives it. */
  readonly privateKey: string;
  readonly api?: typeof LINE_WORKS_API;
}

const MOST_CHARACTERS = 2000;
const ASSERTION_SECONDS = 600;
const tokenSchema = z.object({ access_token: z.string().min(1) });

/**
 * LINE WORKS by its API 2.0: a JWT of the service account (RS256; iss, sub, iat, exp) is exchanged for a token of scope `bot`
 * (developers.worksmobile.com/jp/docs/auth-jwt), and the bot posts a text to the room
 * (…/docs/bot-channel-message-send; 2,000 characters at most), which answers 201. Both read 2026-11. A
 * text may hold `<m userId="all">` (…/docs/bot-mention, read 2026-11), so `<` is widened and no name calls everybody. The token
 * is not kept: it is needed a few times a week.
 */
export async function sendToLineWorks(
  outbound: Outbound,
  settings: LineWorksSettings,
  message: ChatMessage | ChatQuestion,
): Promise<void> {
  const api = settings.api ?? LINE_WORKS_API;
  const token = await fetchToken(outbound, settings, { url: api.token, now: message.sentAt });
  const whole = 'question' in message ? questionText(message) : chatText(message);
  const text = cutAtLine(whole.replaceAll('<', '＜'), MOST_CHARACTERS);
  const reply = await outbound.post({
    url: `${api.bots}/${settings.botId}/channels/${settings.channelId}/messages`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: { type: 'text', text } }),
  });
  expectStatus(reply, [201]);
}

async function fetchToken(
  outbound: Outbound,
  settings: LineWorksSettings,
  { url, now }: { readonly url: string; readonly now: Date },
): Promise<string> {
  const reply = await outbound.post({
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    body: new URLSearchParams({
      assertion: serviceAccountJwt(settings, now),
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      client_id: settings.clientId,
      client_secret: settings.clientSecret,
      scope: 'bot',
    }).toString(),
  });
  // The token end answers a wrong key with 400 as well as with 401.
  if (reply.status === 400) {
    throw new DeliveryError('signIn', 'token refused', { lasting: true });
  }
  expectStatus(reply, [200]);
  try {
    return tokenSchema.parse(JSON.parse(reply.body)).access_token;
  } catch {
    throw new DeliveryError('failed', 'no token in the answer');
  }
}

/** The signed assertion (RFC 7523). Throws `DeliveryError` when the private key cannot be read. */
export function serviceAccountJwt(
  { clientId, serviceAccount, privateKey }: LineWorksSettings,
  now: Date,
): string {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const head = jwtPart({ alg: 'RS256', typ: 'JWT' });
  const claims = jwtPart({
    iss: clientId,
    sub: serviceAccount,
    iat: issuedAt,
    exp: issuedAt + ASSERTION_SECONDS,
  });
  try {
    const key = createPrivateKey(privateKey);
    const signature = createSign('RSA-SHA256').update(`${head}.${claims}`).sign(key, 'base64url');
    return `${head}.${claims}.${signature}`;
  } catch {
    throw new DeliveryError('signIn', 'the private key cannot be read', { lasting: true });
  }
}

function jwtPart(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
