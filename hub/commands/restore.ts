import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Config } from '../config.ts';
import { migrate, SCHEMA_VERSION } from '../db/migrate.ts';
import { openSqlite, SQLITE_FILE } from '../db/open-database.ts';
import { renewInstance } from '../repositories/instance.ts';
import { checkIntegrity } from './backup.ts';
import { CommandError } from './command-error.ts';

/**
 * Puts a backup in the place of the embedded database, whose file is kept beside it, and brings it to this build's version.
 * The database gets a new name, so that devices send again the days that the backup lacks. Refuses while a hub runs.
 */
export async function restoreFrom(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  file: string,
  now: number,
): Promise<{ readonly keptAs: string | undefined }> {
  if (config.databaseUrl !== undefined) {
    throw new CommandError('This hub uses PostgreSQL. Bring a dump back with pg_restore.');
  }
  if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
  const version = checkIntegrity(file);
  if (version > SCHEMA_VERSION) {
    throw new CommandError(`${file} was written by a newer build. Restore it with that one.`);
  }
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const target = join(config.dataDir, SQLITE_FILE);
  refuseWhileOpen(target);
  const part = `${target}.part-${process.pid}`;
  try {
    copyFileSync(file, part);
    const copy = openSqlite(part);
    try {
      await migrate(copy.db);
      await renewInstance(copy.db);
    } finally {
      await copy.close();
    }
    const keptAs = setAside(target, now);
    renameSync(part, target);
    return { keptAs };
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true });
  }
}

/** Moves the present database out of the way; undefined when there is none. */
function setAside(target: string, now: number): string | undefined {
  if (!existsSync(target)) return undefined;
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  const keptAs = `${target}.before-${stamp}`;
  renameSync(target, keptAs);
  return keptAs;
}

/** Leaving WAL mode needs to be alone with the file, and writes everything into it; a running hub makes it fail. */
function refuseWhileOpen(target: string): void {
  if (!existsSync(target)) return;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(target);
    const row = database.prepare('PRAGMA journal_mode=DELETE').get() as { journal_mode?: unknown };
    if (row.journal_mode === 'delete') return;
  } catch (error) {
    // A damaged database is what somebody restores over.
    if (error instanceof Error && /malformed|not a database/.test(error.message)) return;
  } finally {
    database?.close();
  }
  throw new CommandError('The hub is running. Stop it first.');
}
