import { existsSync, linkSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { Config } from '../config.ts';
import { SQLITE_FILE } from '../db/open-database.ts';
import { CommandError } from './command-error.ts';

/** Said for PostgreSQL, whose own tools do it better. */
const USE_PG_TOOLS =
  'This hub uses PostgreSQL. Back it up with:  pg_dump --format=custom --file=banso.dump "$DATABASE_URL"\n' +
  'and bring it back with:  pg_restore --clean --if-exists --dbname="$DATABASE_URL" banso.dump';

/**
 * Copies the embedded database to a new file while the hub runs (SQLite's online backup) and checks the copy. A file that
 * is there already is left alone; a copy that was interrupted leaves none. The key file is not in it.
 */
export async function backupTo(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  file: string,
): Promise<{ readonly pages: number }> {
  if (config.databaseUrl !== undefined) throw new CommandError(USE_PG_TOOLS);
  const source = join(config.dataDir, SQLITE_FILE);
  if (!existsSync(source)) throw new CommandError(`There is no database in ${config.dataDir}.`);
  const target = resolve(file);
  if (existsSync(target)) {
    throw new CommandError(`${target} is there already. Name a new file.`);
  }
  const part = `${target}.part-${process.pid}`;
  const database = new DatabaseSync(source, { readOnly: true });
  try {
    const pages = await backup(database, part);
    checkIntegrity(part);
    // A link, because it fails when somebody made the file in the meantime; a rename would replace it.
    linkSync(part, target);
    return { pages };
  } finally {
    database.close();
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${part}${end}`, { force: true });
  }
}

/** Throws a `CommandError` for a file that is not an undamaged hub database; returns its schema version. */
export function checkIntegrity(file: string): number {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const result = database.prepare('PRAGMA quick_check').get() as { quick_check?: unknown };
    if (result.quick_check !== 'ok') throw new CommandError(`${file} is damaged.`);
    const row = database.prepare(`SELECT value FROM hub WHERE name = 'schemaVersion'`).get() as
      | { value: string }
      | undefined;
    return Number(row?.value ?? 0);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${file} is not a database of this hub.`);
  } finally {
    database?.close();
  }
}
