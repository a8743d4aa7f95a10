import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser, type AddressObject } from 'mailparser';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { summaryOf } from '../../test/support/department-summaries.ts';
import { startSmtpServer, type TestSmtpServer } from '../../test/support/smtp-server.ts';
import { createMailer, type Mail } from './mailer.ts';
import { renderSummary } from './render-summary.ts';

const FROM = 'Banso 伴走 <banso@hub.example>';
const STOP =
  'https://hub.example/v1/unsubscribe?token=org.channel.signature-that-is-rather-long-0123456789';
const servers: TestSmtpServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(options = {}): Promise<TestSmtpServer> {
  const server = await startSmtpServer(options);
  servers.push(server);
  return server;
}

function mailerFor(smtpUrl: string | undefined, dataDir = '/nowhere') {
  return createMailer({ smtpUrl, mailFrom: FROM, dataDir });
}

function mail(): Mail {
  const summary = summaryOf();
  const { subject, text, html, images } = renderSummary(summary, 'ja', { stopUrl: STOP });
  return {
    to: { name: '山田 太郎 "推進"', address: 'taro@example.com' },
    subject,
    text,
    html,
    page: () => renderSummary(summary, 'ja', { pictures: 'inside' }).html,
    images,
    messageId: 'weekly.0123456789abcdef@hub.example',
    date: new Date('2026-11-24T00:00:00Z'),
    stopUrl: STOP,
  };
}

const soon = () => AbortSignal.timeout(5000);

describe('a mail at a real server', () => {
  it('arrives with its Japanese, its pictures and its headers', async () => {
    const server = await serve();
    await mailerFor(`smtp://127.0.0.1:${server.port}`).send(mail(), soon());
    const [received] = server.mails;
    const { parsed, raw } = received ?? {};
    expect(parsed?.subject).toBe('営業部の週のまとめ：使った人が 17 ポイント増えました');
    expect(parsed?.text?.trim()).toBe(mail().text.trim());
    expect(parsed?.from?.value).toEqual([{ name: 'Banso 伴走', address: 'banso@hub.example' }]);
    expect((parsed?.to as AddressObject | undefined)?.value).toEqual([
      { name: '山田 太郎 "推進"', address: 'taro@example.com' },
    ]);
    expect(received?.to).toEqual(['taro@example.com']);
    expect(parsed?.messageId).toBe('<weekly.0123456789abcdef@hub.example>');
    expect(parsed?.date).toEqual(new Date('2026-11-24T00:00:00Z'));
    expect(parsed?.attachments.map(({ cid, related }) => ({ cid, related }))).toEqual(
      mail().images.map(({ cid }) => ({ cid, related: true })),
    );
    const head = raw?.toString('latin1').split('\r\n\r\n')[0] ?? '';
    expect(head.replaceAll(/\r\n(?=\s)/g, '')).toContain(`List-Unsubscribe: <${STOP}>`);
    expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(head).toContain('Auto-Submitted: auto-generated');
    // RFC 5322: no line of the header is longer than 998, nothing in it is bare 8-bit.
    expect(Math.max(...head.split('\r\n').map((line) => line.length))).toBeLessThan(998);
    expect([...head].every((character) => character.charCodeAt(0) < 128)).toBe(true);
    expect(raw?.length).toBeLessThan(100_000);
  });

  it.each([
    ['reject', { reason: 'recipientRefused', lasting: true }],
    ['rejectContent', { reason: 'contentRefused', lasting: true }],
    ['delay', { reason: 'busy', lasting: false }],
    ['dropInData', { reason: 'unreachable', lasting: false }],
    ['dropAfterData', { reason: 'unreachable', lasting: false }],
  ] as const)('that does %s: says what it means', async (treatment, expected) => {
    const server = await serve();
    server.treat(() => treatment);
    const mailer = mailerFor(`smtp://127.0.0.1:${server.port}`);
    await expect(mailer.send(mail(), soon())).rejects.toMatchObject(expected);
    server.treat(() => 'accept');
    await mailer.send(mail(), soon());
    expect(server.mails.at(-1)?.parsed.messageId).toContain('weekly.');
  });

  it('gives up on a server that says nothing any more', async () => {
    const server = await serve();
    server.treat(() => 'silent');
    const mailer = mailerFor(`smtp://127.0.0.1:${server.port}`);
    await expect(mailer.send(mail(), AbortSignal.timeout(300))).rejects.toMatchObject({
      reason: 'timeout',
      lasting: false,
    });
  });

  it('reports a wrong password, and never quotes it', async () => {
    const server = await serve({
      authOptional: false,
      secure: false,
      allowInsecureAuth: true,
      onAuth: (_auth: unknown, _session: unknown, done: (error: Error) => void) =>
        done(Object.assign(new Error('Invalid password hunter2'), { responseCode: 535 })),
    });
    const mailer = mailerFor(`smtp://user:hunter2@127.0.0.1:${server.port}`);
    const failure = await mailer.send(mail(), soon()).catch((error: Error) => error);
    expect(failure).toMatchObject({ reason: 'signIn', lasting: false });
    expect(String(failure)).not.toContain('hunter2');
  });

  it('does not speak to a server whose certificate is not trusted, unless told to', async () => {
    const server = await serve({ secure: true });
    const strict = mailerFor(`smtps://127.0.0.1:${server.port}`);
    await expect(strict.send(mail(), soon())).rejects.toMatchObject({ reason: 'tls' });
    expect(server.attempts()).toBe(0);
    const told = mailerFor(`smtps://127.0.0.1:${server.port}?tls.rejectUnauthorized=false`);
    await told.send(mail(), soon());
    expect(server.mails).toHaveLength(1);
  });

  it('does not speak TLS to a server that has none', async () => {
    const server = await serve();
    await expect(
      mailerFor(`smtps://127.0.0.1:${server.port}`).send(mail(), soon()),
    ).rejects.toMatchObject({ reason: 'tls' });
  });

  it('says when nobody listens', async () => {
    await expect(mailerFor('smtp://127.0.0.1:1').send(mail(), soon())).rejects.toMatchObject({
      reason: 'unreachable',
    });
  });
});

describe('without a server', () => {
  it('writes the mail and its page once, however often it is tried', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'banso-outbox-'));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    const mailer = mailerFor(undefined, dataDir);
    expect(mailer.sends).toBe(false);
    await mailer.send(mail(), soon());
    await mailer.send(mail(), soon());
    const files = readdirSync(join(dataDir, 'outbox')).toSorted();
    expect(files).toEqual([
      '2026-11-24-weekly.0123456789abcdef_hub.example.eml',
      '2026-11-24-weekly.0123456789abcdef_hub.example.html',
    ]);
    const eml = join(dataDir, 'outbox', files[0] ?? '');
    const parsed = await simpleParser(readFileSync(eml));
    expect(parsed.subject).toBe(mail().subject);
    expect(parsed.attachments).toHaveLength(3);
    expect(statSync(eml).mode & 0o077).toBe(0);
    expect(readFileSync(join(dataDir, 'outbox', files[1] ?? ''), 'utf8')).toContain(
      'data:image/png',
    );
  });
});
