import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../hub/db/migrate.ts';
import { openPostgres, openSqlite } from '../../hub/db/open-database.ts';
import { startPostgres } from './postgres.ts';

/** A database that a test has to itself, on the server that the suites of a process share. */
export interface OwnDatabase {
  readonly url: string;
  /** Closes what is still connected, too. */
  remove(): Promise<void>;
}

/** Makes databases on one server. A copy of a migrated one takes a tenth of the time of migrating it. */
interface SharedServer {
  make(from: 'empty' | 'migrated'): Promise<OwnDatabase>;
}

const TEMPLATE = 'migrated';

let server: Promise<SharedServer> | undefined;
let sqliteBytes: Promise<Buffer> | undefined;

/**
 * A database of PostgreSQL. Its server starts with the first one and ends with the process: starting one for each file took
 * longer than the tests of most. Throws where PostgreSQL is not installed.
 */
export async function postgresDatabase(from: 'empty' | 'migrated'): Promise<OwnDatabase> {
  server ??= startShared();
  return (await server).make(from);
}

/** Writes an SQLite file that is migrated and otherwise empty. */
export async function writeMigratedSqlite(path: string): Promise<void> {
  sqliteBytes ??= migratedSqlite();
  writeFileSync(path, await sqliteBytes);
}

async function startShared(): Promise<SharedServer> {
  const started = await startPostgres();
  if (!started) throw new Error('PostgreSQL is not installed here.');
  const client = new Client(started.url);
  await client.connect();
  const urlOf = (name: string): string => {
    const url = new URL(started.url);
    url.pathname = name;
    return url.href;
  };
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  const template = openPostgres(urlOf(TEMPLATE));
  await migrate(template.db);
  await template.close();
  let made = 0;
  return {
    async make(from) {
      made += 1;
      const name = `own${made}`;
      const like = from === 'migrated' ? TEMPLATE : 'template1';
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${like} STRATEGY FILE_COPY`);
      return {
        url: urlOf(name),
        remove: async () => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
      };
    },
  };
}

async function migratedSqlite(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'banso-migrated-'));
  try {
    const path = join(folder, 'banso.sqlite');
    const file = openSqlite(path);
    await migrate(file.db);
    await file.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
