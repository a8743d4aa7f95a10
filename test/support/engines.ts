import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe } from 'vitest';
import { openPostgres, openSqlite, type OpenDatabase } from '../../hub/db/open-database.ts';
import { postgresInstalled } from './postgres.ts';
import { postgresDatabase, writeMigratedSqlite } from './ready-databases.ts';

/** An empty, migrated database for one test. */
export interface TestDatabase {
  readonly database: OpenDatabase;
  /** Connects once more to the same database, as a second hub would. */
  another(): OpenDatabase;
}

/**
 * Runs a suite on SQLite (a file, as the product has it) and on PostgreSQL, which is skipped where it is not installed.
 * What a test opened is closed and removed after it.
 */
export function onBothEngines(
  name: string,
  suite: (open: () => Promise<TestDatabase>, engine: 'sqlite' | 'postgres') => void,
): void {
  describe(`${name} on SQLite`, () => {
    const { open, keep } = keeper();
    suite(async () => {
      const folder = mkdtempSync(join(tmpdir(), 'banso-db-'));
      keep(() => rmSync(folder, { recursive: true, force: true }));
      const path = join(folder, 'banso.sqlite');
      await writeMigratedSqlite(path);
      return open(() => openSqlite(path));
    }, 'sqlite');
  });

  describe.skipIf(!postgresInstalled())(`${name} on PostgreSQL`, () => {
    const { open, keep } = keeper();
    suite(async () => {
      const { url, remove } = await postgresDatabase('migrated');
      keep(remove);
      return open(() => openPostgres(url));
    }, 'postgres');
  });
}

function keeper() {
  const cleanUps: (() => unknown)[] = [];
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
  });
  const keep = (cleanUp: () => unknown): void => {
    cleanUps.push(cleanUp);
  };
  const open = (connect: () => OpenDatabase): TestDatabase => {
    const another = (): OpenDatabase => {
      const database = connect();
      keep(() => database.close());
      return database;
    };
    return { database: another(), another };
  };
  return { open, keep };
}
