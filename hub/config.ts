import { isAbsolute, resolve } from 'node:path';

/** All that the environment decides. Nothing else in the hub reads the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** PostgreSQL; without it the embedded SQLite in `dataDir` is used. */
  readonly databaseUrl: string | undefined;
  /** Where members reach this hub; invite links begin with it. */
  readonly publicUrl: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Preset setup code; otherwise one is made and printed at first start. */
  readonly setupCode: string | undefined;
  /** File with the key that seals channel secrets; made at first start. */
  readonly secretKeyFile: string;
  /** Hosts inside the network that a channel may post to, also by plain http; every other target is public and https. */
  readonly webhookPrivateHosts: readonly string[];
  readonly logLevel: LogLevel;
  /** Rehearsal: the hub's clock starts at this instant (ms) and runs on; all it sends is marked as a rehearsal. */
  readonly clockStartMs: number | undefined;
}

/** From most to least said. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

interface Setting {
  readonly name: string;
  readonly fallback: string;
  readonly meaning: string;
}

/** Every setting with its default and meaning, in the order in which `npm run hub -- settings` prints them. */
export const SETTINGS: readonly Setting[] = [
  { name: 'PORT', fallback: '8787', meaning: 'port to listen on' },
  {
    name: 'HOST',
    fallback: '127.0.0.1',
    meaning: 'address to listen on; 0.0.0.0 for the office network, behind HTTPS',
  },
  {
    name: 'DATA_DIR',
    fallback: './data',
    meaning: 'folder of the embedded database, keys and outbox',
  },
  {
    name: 'DATABASE_URL',
    fallback: '',
    meaning: 'postgres://… to use PostgreSQL instead of the embedded database',
  },
  {
    name: 'PUBLIC_URL',
    fallback: 'http://HOST:PORT',
    meaning: 'address at which members reach the hub',
  },
  {
    name: 'SMTP_URL',
    fallback: '',
    meaning: 'smtp://user:password@host:587; without it mails are written to DATA_DIR/outbox',
  },
  { name: 'MAIL_FROM', fallback: 'Banso <banso@localhost>', meaning: 'sender of the mails' },
  {
    name: 'SETUP_CODE',
    fallback: '',
    meaning: 'code for the first set-up; made and printed when absent',
  },
  {
    name: 'SECRET_KEY_FILE',
    fallback: 'DATA_DIR/secret.key',
    meaning: 'file with the key that seals channel secrets',
  },
  {
    name: 'WEBHOOK_PRIVATE_HOSTS',
    fallback: '',
    meaning: 'hosts inside the network that channels may post to, e.g. n8n.local,10.0.0.5',
  },
  { name: 'LOG_LEVEL', fallback: 'info', meaning: 'debug, info, warn, error or silent' },
  {
    name: 'CLOCK',
    fallback: '',
    meaning:
      'for rehearsals: an instant at which the hub’s clock starts, e.g. 2026-06-01T09:00:00+09:00',
  },
];

/** A configuration, or one sentence for each setting that cannot be used. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

const LOG_LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

/** Reads the environment. Pure: touches no file; an empty variable counts as absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const problems: string[] = [];
  const value = (name: string): string | undefined => env[name]?.trim() || undefined;

  const port = Number(value('PORT') ?? '8787');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    problems.push('PORT must be a number from 0 to 65535.');
  }
  const host = value('HOST') ?? '127.0.0.1';
  const dataDir = resolve(value('DATA_DIR') ?? './data');

  const databaseUrl = value('DATABASE_URL');
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    problems.push('DATABASE_URL must begin with postgres:// or be left out.');
  }
  const smtpUrl = value('SMTP_URL');
  if (smtpUrl !== undefined && !/^smtps?:\/\//.test(smtpUrl)) {
    problems.push('SMTP_URL must begin with smtp:// or smtps:// or be left out.');
  }
  const publicUrl = value('PUBLIC_URL') ?? `http://${host}:${port}`;
  if (!isUsableAddress(publicUrl)) {
    problems.push('PUBLIC_URL must be https://…, or http:// on this machine or a private network.');
  }
  const logLevel = (value('LOG_LEVEL') ?? 'info') as LogLevel;
  if (!LOG_LEVELS.includes(logLevel)) {
    problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);
  }
  const clock = value('CLOCK');
  const clockStartMs = clock === undefined ? undefined : Date.parse(clock);
  if (clockStartMs !== undefined && Number.isNaN(clockStartMs)) {
    problems.push('CLOCK must be an instant such as 2026-06-01T09:00:00+09:00.');
  }
  if (problems.length > 0) return { ok: false, problems };

  const keyFile = value('SECRET_KEY_FILE');
  return {
    ok: true,
    config: {
      port,
      host,
      dataDir,
      databaseUrl,
      publicUrl: publicUrl.replace(/\/+$/, ''),
      smtpUrl,
      mailFrom: value('MAIL_FROM') ?? 'Banso <banso@localhost>',
      setupCode: value('SETUP_CODE'),
      secretKeyFile:
        keyFile === undefined
          ? resolve(dataDir, 'secret.key')
          : isAbsolute(keyFile)
            ? keyFile
            : resolve(keyFile),
      webhookPrivateHosts: (value('WEBHOOK_PRIVATE_HOSTS') ?? '')
        .split(',')
        .map((name) => name.trim().toLowerCase())
        .filter((name) => name !== ''),
      logLevel,
      clockStartMs,
    },
  };
}

/** Whether an address may be used without TLS: this machine or a private network (RFC 1918, RFC 4193). */
export function isPrivateHost(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '0.0.0.0' ||
    /^\[?(::1|f[cd][0-9a-f]{2}:.*)\]?$/.test(hostname) ||
    /^(127|10)\.\d+\.\d+\.\d+$/.test(hostname) ||
    /^192\.168\.\d+\.\d+$/.test(hostname) ||
    /^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(hostname) ||
    /^[\w-]+(\.(local|lan|internal|home\.arpa))?$/.test(hostname)
  );
}

function isUsableAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isPrivateHost(url.hostname));
}
