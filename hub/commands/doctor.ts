import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js';
import { HOLIDAYS } from '../../content/holidays.ts';
import { holidaysKnownUntil } from '../../lib/domain/holidays.ts';
import { createHubClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { migrationState } from '../db/migrate.ts';
import { openDatabase, type OpenDatabase } from '../db/open-database.ts';
import { smtpOptions } from '../delivery/mailer.ts';
import { dayKeyAt } from '../local-day.ts';
import { createOrganisations } from '../repositories/organisations.ts';
import { freeBytesAt } from '../services/disk-room.ts';

/** One thing that was looked at. `bad` keeps the hub or its mail from working, `note` is worth knowing. */
export interface Finding {
  readonly about:
    | 'node'
    | 'settings'
    | 'disk'
    | 'clock'
    | 'database'
    | 'timeZone'
    | 'keyFile'
    | 'mail';
  readonly state: 'good' | 'note' | 'bad';
  /** A sentence for the person at the keyboard: what is, and what to do. */
  readonly says: string;
}

const MB = 1024 * 1024;
const LITTLE_ROOM_MB = 500;
const NO_ROOM_MB = 64;
const MAIL_TIMEOUT_MS = 10_000;
/** Beyond it the leases of several hubs on one database are no longer sure (docs/adr/0012-weekly-summary.md). */
const CLOCKS_APART_MS = 5000;
/** No build of this hub is older, so a clock that is must be wrong. */
const EARLIEST = Date.UTC(2026, 0, 1);

/** Looks at everything a hub depends on, and changes nothing but that it makes the data folder. Never throws. */
export async function examine(config: Config): Promise<Finding[]> {
  return [
    examineNode(),
    examineAddress(config),
    await examineDisk(config),
    examineClock(config),
    ...(await examineDatabase(config)),
    await examineMail(config),
  ];
}

function examineNode(): Finding {
  const isNew = Number(process.versions.node.split('.')[0]) >= 24;
  const says = `Node ${process.versions.node}${isNew ? '.' : ' is older than 24. Start with npm run hub.'}`;
  return { about: 'node', state: isNew ? 'good' : 'bad', says };
}

function examineAddress({ publicUrl, host }: Config): Finding {
  if (publicUrl.startsWith('http://') && host !== '127.0.0.1' && host !== 'localhost') {
    const says = `Members reach this hub at ${publicUrl}, without TLS. Put it behind HTTPS before days travel.`;
    return { about: 'settings', state: 'note', says };
  }
  return { about: 'settings', state: 'good', says: `Members reach this hub at ${publicUrl}.` };
}

async function examineDisk({ dataDir }: Config): Promise<Finding> {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch {
    return { about: 'disk', state: 'bad', says: `${dataDir} cannot be written to.` };
  }
  const free = Math.floor(((await freeBytesAt(dataDir)) ?? 0) / MB);
  const state = free < NO_ROOM_MB ? 'bad' : free < LITTLE_ROOM_MB ? 'note' : 'good';
  return { about: 'disk', state, says: `${free} MB are free at ${dataDir}.` };
}

function examineClock({ clockStartMs }: Config): Finding {
  const now = createHubClock(clockStartMs).now();
  if (clockStartMs !== undefined) {
    const says = `CLOCK is set: this is a rehearsal that began at ${new Date(clockStartMs).toISOString()}.`;
    return { about: 'clock', state: 'note', says };
  }
  const state = now < EARLIEST ? 'bad' : 'good';
  const says = `The clock says ${new Date(now).toISOString()}${state === 'bad' ? ', which is past. Set it.' : '.'}`;
  return { about: 'clock', state, says };
}

async function examineDatabase(config: Config): Promise<Finding[]> {
  let database: OpenDatabase | undefined;
  try {
    database = openDatabase(config);
    const { found, needed } = await migrationState(database.db);
    const engine = database.engine === 'sqlite' ? 'SQLite' : 'PostgreSQL';
    if (found > needed) {
      const says = `The database has version ${found}, this build knows ${needed}. Start the newer build.`;
      return [{ about: 'database', state: 'bad', says }];
    }
    const says =
      found === 0
        ? `${engine} can be reached and is empty; the first start fills it.`
        : `${engine} can be reached, version ${found} of ${needed}.`;
    const findings: Finding[] = [{ about: 'database', state: 'good', says }];
    if (database.engine === 'postgres') findings.push(await examineDatabaseClock(database));
    if (found === 0) return findings;
    return [
      ...findings,
      ...(await examineOrganisations(config, database)),
      await examineKeyFile(config, database),
    ];
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown reason';
    return [{ about: 'database', state: 'bad', says: `The database cannot be used: ${why}` }];
  } finally {
    await database?.close();
  }
}

/** Several hubs on one database lease its work by their own clocks, so each is held against the one they share. */
async function examineDatabaseClock({ db }: OpenDatabase): Promise<Finding> {
  const before = Date.now();
  const { rows } = await sql<{ ms: number }>`
    SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) AS ms`.execute(db);
  const apart = Math.abs((rows[0]?.ms ?? Number.NaN) - (before + Date.now()) / 2);
  const isNear = apart <= CLOCKS_APART_MS;
  const says = isNear
    ? 'This machine’s clock and the database’s agree.'
    : `This machine’s clock and the database’s are ${Math.round(apart / 1000)} s apart. Set them by NTP: hubs share their work by it.`;
  return { about: 'clock', state: isNear ? 'good' : 'bad', says };
}

async function examineOrganisations(config: Config, { db }: OpenDatabase): Promise<Finding[]> {
  const organisations = createOrganisations(db);
  const now = createHubClock(config.clockStartMs).now();
  const findings: Finding[] = [];
  for (const id of await organisations.ids()) {
    const organisation = await organisations.byId(id);
    if (!organisation) continue;
    const { timeZone, country, createdAt } = organisation;
    // A rehearsal's clock begins again at every start.
    if (createdAt > now && config.clockStartMs === undefined) {
      const says = 'The organisation was set up later than the clock says it is. Set the clock.';
      findings.push({ about: 'clock', state: 'bad', says });
    }
    const today = dayKeyAt(now, timeZone);
    const until = holidaysKnownUntil(HOLIDAYS, country);
    const known =
      until === undefined
        ? `${country} has no built-in holidays; add them as closures.`
        : `Holidays of ${country} are known until ${until}.`;
    const isShort = until === undefined || until.slice(0, 4) <= today.slice(0, 4);
    findings.push({
      about: 'timeZone',
      state: isShort ? 'note' : 'good',
      says: `In ${timeZone} it is ${today}. ${known}`,
    });
  }
  return findings;
}

async function examineKeyFile({ secretKeyFile }: Config, { db }: OpenDatabase): Promise<Finding> {
  const sealed = await db
    .selectFrom('channels')
    .select('id')
    .where('sealed', '!=', '')
    .limit(1)
    .executeTakeFirst()
    .catch(() => undefined);
  const about = 'keyFile';
  if (!existsSync(secretKeyFile)) {
    return sealed
      ? {
          about,
          state: 'bad',
          says: `${secretKeyFile} is missing: channels’ secrets cannot be read. Put it back.`,
        }
      : {
          about,
          state: 'good',
          says: 'No secret is sealed yet; the key is made with the first one.',
        };
  }
  const isOpen = process.platform !== 'win32' && (statSync(secretKeyFile).mode & 0o077) !== 0;
  return isOpen
    ? { about, state: 'note', says: `Others on this machine can read ${secretKeyFile}: chmod 600.` }
    : {
        about,
        state: 'good',
        says: `${secretKeyFile} is there. Back it up apart from the database.`,
      };
}

async function examineMail({ smtpUrl, dataDir }: Config): Promise<Finding> {
  const about = 'mail';
  if (smtpUrl === undefined) {
    return {
      about,
      state: 'note',
      says: `SMTP_URL is not set: mails are written to ${dataDir}/outbox.`,
    };
  }
  const { hostname } = new URL(smtpUrl);
  if ((await refusalOf(smtpOptions(smtpUrl, { strict: true }))) === undefined) {
    return { about, state: 'good', says: `${hostname} takes mail from this hub, over TLS.` };
  }
  const refusal = await refusalOf(smtpOptions(smtpUrl));
  if (refusal !== undefined) {
    const says = `${hostname} does not take mail (${refusal}). Check SMTP_URL.`;
    return { about, state: 'bad', says };
  }
  const says =
    `${hostname} takes mail, but without TLS or with a certificate that nobody vouches for: mails and password ` +
    'can be read on the way. Inside an office that may do; else use smtps:// with a trusted certificate.';
  return { about, state: 'note', says };
}

/** Why a server would not take mail, in one word; undefined when it would. Its own words may hold the user's name. */
async function refusalOf(options: SMTPTransport.Options): Promise<string | undefined> {
  const transport = createTransport({
    ...options,
    connectionTimeout: MAIL_TIMEOUT_MS,
    greetingTimeout: MAIL_TIMEOUT_MS,
    socketTimeout: MAIL_TIMEOUT_MS,
  });
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  } finally {
    transport.close();
  }
}
