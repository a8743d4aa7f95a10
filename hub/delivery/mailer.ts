import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Nodemailer from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js';
import { isPrivateHost, type Config } from '../config.ts';
import { DeliveryError } from './delivery-error.ts';
import type { InlineImage } from './summary-html.ts';

/** One mail to one reader. */
export interface Mail {
  readonly to: { readonly name?: string | undefined; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same HTML with its pictures inside, for the outbox folder; made when it is asked for. */
  page(): string;
  readonly images: readonly InlineImage[];
  /** Without angle brackets; the same for every attempt, so that a doubled mail is shown once. */
  readonly messageId: string;
  readonly date: Date;
  /** Unsubscribes with one click (RFC 8058). */
  readonly stopUrl?: string | undefined;
  /** iCalendar text (RFC 5545) that a calendar takes in; announced, nobody is asked to answer. */
  readonly calendar?: string | undefined;
}

/** Sends mails, or keeps them in a folder while there is no server to send them by. */
export interface Mailer {
  /** False while mails are only written to the outbox folder. */
  readonly sends: boolean;
  /** Resolves when the server has taken the mail over. Throws `DeliveryError`. */
  send(mail: Mail, signal: AbortSignal): Promise<void>;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/**
 * Mail by SMTP (RFC 5321) as `SMTP_URL` says, otherwise as `.eml` and `.html` in `DATA_DIR/outbox`, one pair a Message-ID, so
 * that a repeated attempt replaces its own files.
 */
export function createMailer(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>): Mailer {
  const { smtpUrl, mailFrom, dataDir } = config;
  if (smtpUrl === undefined) return folderMailer(join(dataDir, 'outbox'), mailFrom);
  const transport = withFirstMail(({ createTransport }) => createTransport(smtpOptions(smtpUrl)));
  return {
    sends: true,
    async send(mail, signal) {
      try {
        await (await transport()).sendMail({ ...messageOf(mail, mailFrom), signal });
      } catch (error) {
        throw asDeliveryError(error);
      }
    },
  };
}

/**
 * How a server is spoken to. Outside this machine and private networks TLS with a trusted certificate is required. Inside,
 * `smtp://` takes TLS when it is offered, with any certificate, because it would go on without TLS as well
 * (docs/adr/0012-weekly-summary.md); `smtps://` wants a trusted one. What the URL says itself goes before all of it:
 * `?tls.rejectUnauthorized=false`, or `?requireTLS=true&tls.rejectUnauthorized=true` for the strict way inside.
 */
export function smtpOptions(
  smtpUrl: string,
  { strict = false }: { readonly strict?: boolean } = {},
): SMTPTransport.Options {
  const { hostname, protocol } = new URL(smtpUrl);
  const isInside = isPrivateHost(hostname) && !strict;
  return {
    url: smtpUrl,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    socketCloseTimeout: 0,
    requireTLS: !isInside,
    ...(isInside && protocol === 'smtp:' ? { tls: { rejectUnauthorized: false } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function folderMailer(folder: string, mailFrom: string): Mailer {
  const composer = withFirstMail(({ createTransport }) =>
    createTransport({ streamTransport: true, buffer: true, newline: 'windows' }),
  );
  return {
    sends: false,
    async send(mail) {
      const { message } = await (await composer()).sendMail(messageOf(mail, mailFrom));
      mkdirSync(folder, { recursive: true });
      const day = mail.date.toISOString().slice(0, 10);
      const name = `${day}-${mail.messageId.replaceAll(/[^\w.-]/g, '_')}`;
      writeWhole(join(folder, `${name}.eml`), message as Buffer);
      writeWhole(join(folder, `${name}.html`), mail.page());
    },
  };
}

/** Makes it with the first mail and keeps it: a hub that has sent none yet does not hold the library. */
function withFirstMail<T>(make: (library: typeof Nodemailer) => T): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= import('nodemailer').then(make).catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** Whoever looks into the folder sees a whole file or none. */
function writeWhole(path: string, content: string | Buffer): void {
  writeFileSync(`${path}.part`, content, { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

function messageOf(mail: Mail, from: string) {
  const { to, subject, text, html, images, messageId, date, stopUrl, calendar } = mail;
  return {
    from,
    to: to.name === undefined ? to.address : { name: to.name, address: to.address },
    subject,
    text,
    html,
    messageId: `<${messageId}>`,
    date,
    headers: {
      // RFC 3834: out-of-office replies to it help nobody.
      'Auto-Submitted': 'auto-generated',
      ...(stopUrl === undefined
        ? {}
        : {
            'List-Unsubscribe': { prepared: true, foldLines: true, value: `<${stopUrl}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
    ...(calendar === undefined
      ? {}
      : { icalEvent: { method: 'PUBLISH', filename: 'meeting.ics', content: calendar } }),
    attachments: images.map(({ cid, filename, png }) => ({
      cid,
      filename,
      content: png,
      contentType: 'image/png',
      contentDisposition: 'inline' as const,
    })),
  };
}

interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly message?: string;
}

/** What an SMTP failure means for trying again; the log gets codes only, because replies quote addresses. */
function asDeliveryError(error: unknown): DeliveryError {
  const { code = '', responseCode = 0, message = '' } = error as SmtpFailure;
  const detail = `${code} ${responseCode}`.trim();
  if (code === 'EABORT' || code === 'ETIMEDOUT') return new DeliveryError('timeout', detail);
  if (code === 'EAUTH' || code === 'ENOAUTH' || responseCode === 535 || responseCode === 530) {
    return new DeliveryError('signIn', detail);
  }
  if (code === 'ETLS' || code === 'EREQUIRETLS' || /certificate|\bssl\b|\btls\b/i.test(message)) {
    return new DeliveryError('tls', detail);
  }
  if (responseCode >= 400 && responseCode < 500) return new DeliveryError('busy', detail);
  if (responseCode >= 500) {
    const reason = code === 'EENVELOPE' ? 'recipientRefused' : 'contentRefused';
    return new DeliveryError(reason, detail, { lasting: true });
  }
  if (['ECONNECTION', 'ESOCKET', 'EDNS', 'EPROTOCOL', 'ECONNREFUSED'].includes(code)) {
    return new DeliveryError('unreachable', detail);
  }
  return new DeliveryError('failed', detail);
}
