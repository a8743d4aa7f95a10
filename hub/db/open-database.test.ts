import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { postgresInstalled, startPostgres } from '../../test/support/postgres.ts';
import { openPostgres, openSqlite, type OpenDatabase } from './open-database.ts';
import { prepareQuery } from './prepared.ts';

/** As SQLite numbers them. */
const NORMAL = 1;
const FULL = 2;

const folders: string[] = [];

async function fresh(): Promise<OpenDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'banso-open-'));
  folders.push(folder);
  const database = openSqlite(join(folder, 'banso.sqlite'));
  await sql`CREATE TABLE kept (value TEXT)`.execute(database.db);
  return database;
}

/** Asked under another text each time: SQLite answers this pragma while it compiles it. */
async function syncing({ db }: Pick<OpenDatabase, 'db'>, asked: number): Promise<number> {
  const { rows } = await sql<{
    synchronous: number;
  }>`${sql.raw(`PRAGMA synchronous /* ${asked} */`)}`.execute(db);
  return rows[0]?.synchronous ?? -1;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('a transaction that is synced beside the event loop', () => {
  it('does not sync in its commit, and every other write does again', async () => {
    const database = await fresh();
    expect(await syncing(database, 1)).toBe(FULL);
    expect(await database.transact((db) => syncing({ db }, 2))).toBe(NORMAL);
    expect(await syncing(database, 3)).toBe(FULL);
    await database.close();
  });

  it('leaves every other write synced when it fails, and keeps nothing of itself', async () => {
    const database = await fresh();
    const { db } = database;
    const failing = database.transact(async (transaction) => {
      await sql`INSERT INTO kept VALUES ('half')`.execute(transaction);
      throw new Error('half way');
    });
    await expect(failing).rejects.toThrow('half way');
    expect(await syncing(database, 4)).toBe(FULL);
    expect((await sql`SELECT * FROM kept`.execute(db)).rows).toEqual([]);
    await database.close();
  });
});

describe.skipIf(!postgresInstalled())('PostgreSQL', () => {
  it('keeps what is asked again and again prepared, and nothing else', async () => {
    const server = await startPostgres();
    const { db, close } = openPostgres(server?.url ?? '');
    await sql`CREATE TABLE hub (name TEXT, value TEXT)`.execute(db);
    const prepared = await db.connection().execute(async (connection) => {
      const ask = prepareQuery(connection, ['name'], ({ name }) =>
        connection.selectFrom('hub').select('value').where('name', '=', name),
      );
      await ask({ name: 'a' });
      await ask({ name: 'b' });
      await connection.selectFrom('hub').selectAll().execute();
      const { rows } = await sql<{
        name: string;
      }>`SELECT name FROM pg_prepared_statements`.execute(connection);
      return rows;
    });
    expect(prepared).toEqual([{ name: expect.stringMatching(/^banso-\d+$/) }]);
    await close();
    await server?.stop();
  });
});
