import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { migrate } from '../../hub/db/migrate.ts';
import { openPostgres, openSqlite, type OpenDatabase } from '../../hub/db/open-database.ts';
import { postgresInstalled, startPostgres, type TestPostgres } from './postgres.ts';

/** An empty, migrated database for one test. */
export interface TestDatabase {
  readonly database: OpenDatabase;
  /** Connects once more to the same database, as a second hub would. */
  another(): OpenDatabase;
}

const START_MS = 60_000;

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
      return open(() => openSqlite(join(folder, 'banso.sqlite')));
    }, 'sqlite');
  });

  describe.skipIf(!postgresInstalled())(`${name} on PostgreSQL`, () => {
    const { open } = keeper();
    let server: TestPostgres | undefined;
    beforeAll(async () => {
      server = await startPostgres();
    }, START_MS);
    afterAll(async () => {
      await server?.stop();
    });
    suite(async () => {
      const url = (await server?.freshDatabase()) ?? '';
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
  const open = async (connect: () => OpenDatabase): Promise<TestDatabase> => {
    const another = (): OpenDatabase => {
      const database = connect();
      keep(() => database.close());
      return database;
    };
    const database = another();
    await migrate(database.db);
    return { database, another };
  };
  return { open, keep };
}
