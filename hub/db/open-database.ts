import { mkdirSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  Kysely,
  PostgresDialect,
  SqliteDialect,
  type SqliteDatabase,
  type Transaction,
} from 'kysely';
import { Pool, types, type ClientBase } from 'pg';
import type { Config } from '../config.ts';
import { preparedName } from './prepared.ts';
import type { Database } from './schema.ts';

/** Runs one transaction; resolves when what it wrote would outlive a power cut. */
export type Transact = <T>(write: (transaction: Transaction<Database>) => Promise<T>) => Promise<T>;

/** An open database, whichever engine stands behind it. */
export interface OpenDatabase {
  readonly engine: 'sqlite' | 'postgres';
  readonly db: Kysely<Database>;
  /**
   * A transaction for those that write all day: on SQLite the disk is waited for beside the event loop instead of in it. Until
   * it resolves, others may read what a power cut would still take back.
   */
  readonly transact: Transact;
  close(): Promise<void>;
}

const POOL_SIZE = 10;
const STATEMENT_TIMEOUT_MS = 60_000;
const CONNECT_TIMEOUT_MS = 5000;

/** File name of the embedded database inside `DATA_DIR`. */
export const SQLITE_FILE = 'banso.sqlite';

/** Opens the database that the configuration names; creates the data folder. Does not migrate. */
export function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): OpenDatabase {
  if (config.databaseUrl !== undefined) return openPostgres(config.databaseUrl);
  // Names and days are in it: for the hub's own user alone.
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  return openSqlite(join(config.dataDir, SQLITE_FILE));
}

/**
 * Each commit is synced. The log is folded into the database every 32 MB, because days are spread over many pages and most of
 * them are written again before that; 16 MB of pages are kept once they were read.
 */
const OPENING = `
  PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;
  PRAGMA wal_autocheckpoint=8000; PRAGMA cache_size=-16000;`;

/** Opens an SQLite file, or `:memory:`. Each acknowledged write survives a power cut (`synchronous=FULL`). */
export function openSqlite(path: string): OpenDatabase {
  const file = new DatabaseSync(path);
  file.exec(OPENING);
  const db = new Kysely<Database>({
    dialect: new SqliteDialect({ database: asKyselyDatabase(file) }),
  });
  const log = createLogSync(`${path}-wal`);
  return {
    engine: 'sqlite',
    db,
    async transact(write) {
      const result = await db.connection().execute(async (connection) => {
        // Straight to the file: SQLite obeys this pragma while it compiles it, so a statement kept prepared would do nothing.
        file.exec('PRAGMA synchronous=NORMAL;');
        try {
          return await connection.transaction().execute(write);
        } finally {
          file.exec('PRAGMA synchronous=FULL;');
        }
      });
      if (path !== ':memory:') await log.sync();
      return result;
    },
    async close() {
      await db.destroy();
      await log.close();
    },
  };
}

/** Opens PostgreSQL, or an engine that speaks its wire protocol. */
export function openPostgres(connectionString: string): OpenDatabase {
  const pool = new Pool({
    connectionString,
    max: POOL_SIZE,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    // A database that is away is said to be away, instead of holding requests until it comes back.
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // Instants and counts stay far below 2^53, so a plain number is exact.
    types: {
      getTypeParser: (oid, format) =>
        oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format),
    },
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same for one that breaks while a transaction holds it between two statements; the next statement says so.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    nameStatements(client);
  });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return {
    engine: 'postgres',
    db,
    transact: (write) => db.transaction().execute(write),
    close: () => db.destroy(),
  };
}

/** Lets PostgreSQL parse and plan once, on each connection, what `prepared.ts` asks for again and again. */
function nameStatements(client: ClientBase): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  client.query = ((text: unknown, values: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' ? preparedName(text) : undefined;
    return name === undefined ? query(text, values, ...rest) : query({ name, text, values });
  }) as typeof client.query;
}

/**
 * Syncs SQLite's write-ahead log, which holds every commit until a checkpoint has synced both it and the database. The log
 * stays one file for as long as the database is open.
 */
function createLogSync(path: string): { sync(): Promise<void>; close(): Promise<void> } {
  let opened: Promise<FileHandle> | undefined;
  return {
    async sync() {
      // For writing, because Windows flushes no other. A failure is tried again the next time.
      opened ??= open(path, 'r+').catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
      await (await opened).datasync();
    },
    async close() {
      await (await opened)?.close();
    },
  };
}

/** Kysely hands on only what the tables hold: text, numbers and null. */
function bind(values: readonly unknown[]): (string | number | null)[] {
  return values as (string | number | null)[];
}

/** Most statements that are kept prepared, and the longest text of one; a thousand rows at once are not asked for again. */
const KEPT_STATEMENTS = 200;
const KEPT_CHARACTERS = 60_000;

/**
 * Node's own SQLite with the four methods that Kysely expects of a driver. Statements are kept prepared by their text:
 * Kysely asks for each one anew, and preparing took longer than running it.
 */
function asKyselyDatabase(file: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, ReturnType<SqliteDatabase['prepare']>>();

  function prepare(sql: string): ReturnType<SqliteDatabase['prepare']> {
    const statement = file.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (values) => statement.all(...bind(values)),
      run: (values) => statement.run(...bind(values)),
      // One that is read bit by bit must not be begun again in between, so it is never shared.
      iterate: (values) => file.prepare(sql).iterate(...bind(values)) as IterableIterator<unknown>,
    };
  }

  return {
    close: () => file.close(),
    prepare(sql) {
      const statement = kept.get(sql) ?? prepare(sql);
      if (sql.length > KEPT_CHARACTERS) return statement;
      // The one used last goes last; the first is the one to be let go.
      kept.delete(sql);
      kept.set(sql, statement);
      const oldest = kept.keys().next().value;
      if (kept.size > KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
  };
}
