import { createHmac, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { googleChatSchema, slackSchema, teamsSchema } from '../../../test/support/chat-shapes.ts';
import { lineOf, summaryOf } from '../../../test/support/department-summaries.ts';
import { departmentSummaryInWords } from '../../../lib/app/department-summary-words.ts';
import { createOutbound } from '../outbound.ts';
import type { ChatMessage, ChatQuestion } from './chat-message.ts';
import { sendToChatwork } from './chatwork.ts';
import { sendToGoogleChat } from './google-chat.ts';
import { sendToLineWorks, type LineWorksSettings } from './line-works.ts';
import { sendToSlack } from './slack.ts';
import { sendToTeams } from './teams.ts';
import { makeSigningSecret, sendToWebhook } from './webhook.ts';

interface Seen {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const HOSTILE = '<!channel> [toall] [x](https://evil.example) *b* <users/all> & "q"';
const outbound = createOutbound({ privateHosts: ['127.0.0.1'] });
let server: Server;
let base = '';
let seen: Seen[] = [];
let answers: { status: number; body?: string; headers?: Record<string, string> }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      seen.push({
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(parts).toString('utf8'),
      });
      const { status, body = '', headers = {} } = answers.shift() ?? { status: 200 };
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  seen = [];
  answers = [];
});

function message(name = '営業部'): ChatMessage {
  const summary = summaryOf({
    department: { id: 'd1', name },
    line: { ...lineOf(name, 'kkkkkxx'), id: 'd1' },
    others: [lineOf(name, 'kkkkkxx')],
  });
  const words = departmentSummaryInWords(summary, 'ja');
  return {
    id: 'weekly.0123',
    sentAt: new Date('2026-11-24T00:00:00Z'),
    occasion: 'test',
    subject: `【テスト】${words.subject}`,
    note: 'これはテストです。',
    words,
    summary,
  };
}

const HOSTILE_QUESTION = `${HOSTILE} <m userId="all"> @channel <https://evil.example|x>\n[To:1]`;

function question(text = HOSTILE_QUESTION): ChatQuestion {
  return {
    id: 'asked.0123',
    sentAt: new Date('2026-11-24T00:00:00Z'),
    occasion: 'real',
    subject: `${HOSTILE}：質問が届きました`,
    note: undefined,
    language: 'ja',
    question: {
      heading: `${HOSTILE}：質問が届きました`,
      text,
      facts: ['名前なし', `業務：${HOSTILE}`],
      hint: '回答は Banso のボードで。',
    },
  };
}

function json(): unknown {
  return JSON.parse(seen[0]?.body ?? '');
}

describe('Slack', () => {
  it('gets blocks within its limits, and no name becomes a mention', async () => {
    answers = [{ status: 200, body: 'ok' }];
    await sendToSlack(outbound, { url: `${base}/services/T/B/x` }, message(HOSTILE));
    expect(seen[0]).toMatchObject({
      url: '/services/T/B/x',
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    const payload = slackSchema.parse(json());
    const mrkdwn = JSON.stringify(payload.blocks.filter(({ type }) => type !== 'header'));
    expect(mrkdwn).toContain('&lt;!channel&gt;');
    expect(`${mrkdwn}${payload.text}`).not.toMatch(/<[!@#a-z]/i);
  });

  it('stays within its limits with the longest names', async () => {
    await sendToSlack(outbound, { url: base }, message('長'.repeat(80)));
    expect(() => slackSchema.parse(json())).not.toThrow();
  });
});

describe('Teams', () => {
  it('gets one Adaptive Card under 28 KB, without a word of Markdown in play', async () => {
    answers = [{ status: 202 }];
    await sendToTeams(outbound, { url: `${base}/workflows/x` }, message(HOSTILE));
    expect(teamsSchema.parse(json()).attachments).toHaveLength(1);
    expect(Buffer.byteLength(seen[0]?.body ?? '')).toBeLessThan(28_000);
    expect(seen[0]?.body).not.toContain('"TextBlock"');
  });
});

describe('Chatwork', () => {
  it('gets a form with the token in its header, and no name becomes a call to all', async () => {
    answers = [{ status: 200, body: '{"message_id":"1"}' }];
    const settings = { roomId: '123', token: 'secret-token', api: `${base}/v2` };
    await sendToChatwork(outbound, settings, message(HOSTILE));
    expect(seen[0]).toMatchObject({
      url: '/v2/rooms/123/messages',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-chatworktoken': 'secret-token',
      },
    });
    const form = new URLSearchParams(seen[0]?.body);
    expect([...form.keys()]).toEqual(['body', 'self_unread']);
    expect(form.get('self_unread')).toBe('0');
    expect(form.get('body')).toMatch(/^\[info\]\[title\].*\[\/title\][\s\S]*\[\/info\]$/);
    expect(form.get('body')?.replaceAll(/\[\/?(info|title|hr)\]/g, '')).not.toMatch(/[[\]]/);
  });
});

describe('Google Chat', () => {
  it('gets a card of version 2 whose texts are escaped', async () => {
    await sendToGoogleChat(
      outbound,
      { url: `${base}/v1/spaces/A/messages?key=k&token=t` },
      message(HOSTILE),
    );
    expect(seen[0]).toMatchObject({
      url: '/v1/spaces/A/messages?key=k&token=t',
      headers: { 'content-type': 'application/json; charset=UTF-8' },
    });
    googleChatSchema.parse(json());
    expect(seen[0]?.body).not.toMatch(/textParagraph[^}]*<users/);
    expect(Buffer.byteLength(seen[0]?.body ?? '')).toBeLessThan(32_000);
  });
});

function decode(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}

describe('LINE WORKS', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const settings = (): LineWorksSettings => ({
    botId: '2000001',
    channelId: '12345a12-b12c',
    clientId: 'client',
    clientSecret: 'client-secret',
    serviceAccount: 'abc.serviceaccount@example',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    api: { token: `${base}/oauth2/v2.0/token`, bots: `${base}/v1.0/bots` },
  });

  it('gets a signed assertion for a token, then a text by the bot', async () => {
    answers = [
      { status: 200, body: '{"access_token":"tok","expires_in":"86400"}' },
      { status: 201 },
    ];
    await sendToLineWorks(outbound, settings(), message(HOSTILE));
    const form = new URLSearchParams(seen[0]?.body);
    expect(Object.fromEntries([...form].filter(([name]) => name !== 'assertion'))).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      client_id: 'client',
      client_secret: 'client-secret',
      scope: 'bot',
    });
    const [head = '', claims = '', signature = ''] = form.get('assertion')?.split('.') ?? [];
    expect(decode(head)).toEqual({ alg: 'RS256', typ: 'JWT' });
    expect(decode(claims)).toEqual({
      iss: 'client',
      sub: 'abc.serviceaccount@example',
      iat: 1_795_478_400,
      exp: 1_795_479_000,
    });
    expect(
      verify(
        'RSA-SHA256',
        Buffer.from(`${head}.${claims}`),
        createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })),
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true);
    expect(seen[1]).toMatchObject({
      url: '/v1.0/bots/2000001/channels/12345a12-b12c/messages',
      headers: { authorization: 'Bearer tok', 'content-type': 'application/json' },
    });
    const sent = JSON.parse(seen[1]?.body ?? '') as { content: { type: string; text: string } };
    expect(sent.content.type).toBe('text');
    expect(sent.content.text.length).toBeLessThanOrEqual(2000);
  });

  it('says when the key or the account is wrong', async () => {
    const broken = { ...settings(), privateKey: 'not a key' };
    await expect(sendToLineWorks(outbound, broken, message())).rejects.toMatchObject({
      reason: 'signIn',
    });
    answers = [{ status: 400, body: '{"error":"invalid_grant"}' }];
    await expect(sendToLineWorks(outbound, settings(), message())).rejects.toMatchObject({
      reason: 'signIn',
    });
    answers = [{ status: 200, body: 'no json' }];
    await expect(sendToLineWorks(outbound, settings(), message())).rejects.toMatchObject({
      reason: 'failed',
    });
  });
});

describe('a plain webhook', () => {
  it('is signed so that its receiver can verify it', async () => {
    const secret = makeSigningSecret();
    answers = [{ status: 204 }];
    await sendToWebhook(outbound, { url: `${base}/hook`, secret }, message());
    const { headers, body } = seen[0] as Seen;
    expect(headers['webhook-id']).toBe('weekly.0123');
    expect(headers['webhook-timestamp']).toBe('1795478400');
    const expected = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(`weekly.0123.1795478400.${body}`)
      .digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${expected}`);
    expect(json()).toMatchObject({
      type: 'weekly-summary',
      timestamp: '2026-11-24T00:00:00.000Z',
      data: {
        occasion: 'test',
        summary: { week: '2026-W47' },
        text: expect.stringContaining('人事評価には使いません'),
      },
    });
  });
});

it.each([
  ['Slack', (url: string) => sendToSlack(outbound, { url }, message())],
  ['Teams', (url: string) => sendToTeams(outbound, { url }, message())],
  ['Google Chat', (url: string) => sendToGoogleChat(outbound, { url }, message())],
  [
    'Chatwork',
    (url: string) => sendToChatwork(outbound, { roomId: '1', token: 't', api: url }, message()),
  ],
  [
    'webhook',
    (url: string) => sendToWebhook(outbound, { url, secret: makeSigningSecret() }, message()),
  ],
])('%s: waits as long as it is asked to, and gives up on what is gone', async (_, send) => {
  answers = [{ status: 429, headers: { 'retry-after': '7' } }, { status: 404 }, { status: 500 }];
  await expect(send(base)).rejects.toMatchObject({ reason: 'busy', retryAfterMs: 7000 });
  await expect(send(base)).rejects.toMatchObject({ reason: 'recipientRefused', lasting: true });
  await expect(send(base)).rejects.toMatchObject({ reason: 'failed', lasting: false });
});

describe('a question', () => {
  it('is Slack’s as plain text, in which nothing is a mention or a link', async () => {
    answers = [{ status: 200, body: 'ok' }];
    await sendToSlack(outbound, { url: base }, question());
    const { text, blocks } = slackSchema.parse(json());
    expect(text).not.toMatch(/<[!@#a-z]/i);
    expect(JSON.stringify(blocks)).not.toContain('mrkdwn');
    expect(JSON.stringify(blocks)).toContain('<!channel>');
  });

  it('is one card of Teams and of Google Chat without Markdown or HTML in play', async () => {
    answers = [{ status: 202 }];
    await sendToTeams(outbound, { url: base }, question());
    expect(teamsSchema.parse(json()).attachments).toHaveLength(1);
    expect(seen[0]?.body).not.toContain('"TextBlock"');
    seen = [];
    await sendToGoogleChat(outbound, { url: base }, question());
    googleChatSchema.parse(json());
    expect(seen[0]?.body).not.toMatch(/textParagraph[^}]*<(users|m|https|!)/);
  });

  it('calls nobody in Chatwork or LINE WORKS', async () => {
    answers = [{ status: 200, body: '{"message_id":"1"}' }];
    await sendToChatwork(outbound, { roomId: '1', token: 't', api: base }, question());
    const body = new URLSearchParams(seen[0]?.body).get('body') ?? '';
    expect(body.replaceAll(/\[\/?(info|title|hr)\]/g, '')).not.toMatch(/[[\]]/);
    answers = [
      { status: 200, body: '{"access_token":"tok"}' },
      { status: 201 },
      { status: 200, body: '{"access_token":"tok"}' },
      { status: 201 },
    ];
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const lineWorks: LineWorksSettings = {
      botId: '2000001',
      channelId: 'room',
      clientId: 'client',
      clientSecret: 'secret',
      serviceAccount: 'account',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      api: { token: base, bots: base },
    };
    await sendToLineWorks(outbound, lineWorks, question());
    await sendToLineWorks(outbound, lineWorks, message('<m userId="all">'));
    for (const sent of [seen[2], seen[4]]) {
      const { content } = JSON.parse(sent?.body ?? '') as { content: { text: string } };
      expect(content.text).toContain('＜m userId="all">');
      expect(content.text).not.toContain('<');
    }
  });

  it('is the plain webhook’s as data and text, and fits every chat at its longest', async () => {
    const secret = makeSigningSecret();
    await sendToWebhook(outbound, { url: base, secret }, question());
    expect(json()).toMatchObject({
      type: 'question',
      data: { question: { text: HOSTILE_QUESTION } },
    });
    expect(seen[0]?.headers['webhook-id']).toBe('asked.0123');
    seen = [];
    await sendToTeams(outbound, { url: base }, question('長\n'.repeat(500)));
    expect(Buffer.byteLength(seen[0]?.body ?? '')).toBeLessThan(28_000);
  });
});
