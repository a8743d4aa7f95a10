import { PostgresAdapter, sql, type Kysely } from 'kysely';
import type { Database } from './schema.ts';
import { statements as peopleAndDays } from './migrations/001-people-and-days.ts';
import { statements as calendarsAndChanges } from './migrations/002-calendars-and-changes.ts';
import { statements as weeklySummary } from './migrations/003-weekly-summary.ts';
import { statements as sharing } from './migrations/004-sharing.ts';
import { statements as agreement } from './migrations/005-agreement.ts';
import { statements as help } from './migrations/006-help.ts';
import { statements as programme } from './migrations/007-programme.ts';
import { statements as offersAndPulse } from './migrations/008-offers-and-pulse.ts';
import { statements as questionsToChat } from './migrations/009-questions-to-chat.ts';
import { statements as spreadPrompts } from './migrations/010-spread-prompts.ts';
import { statements as passedGoal } from './migrations/011-passed-goal.ts';

/** Versions in order; index 0 leads to version 1. Forward only: an entry is never edited once it was released. */
const MIGRATIONS: readonly (readonly string[])[] = [
  peopleAndDays,
  calendarsAndChanges,
  weeklySummary,
  sharing,
  agreement,
  help,
  programme,
  offersAndPulse,
  questionsToChat,
  spreadPrompts,
  passedGoal,
];

/** The version this build needs. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** The database was written by a newer build, or cannot be read as ours. Nothing was changed. */
export class DatabaseVersionError extends Error {
  override readonly name = 'DatabaseVersionError';
}

/**
 * Brings a database to this build's version in one transaction, and returns the version found. Two hubs at once: the second
 * waits on the first's transaction and finds the work done. Throws `DatabaseVersionError` when the
 * database is newer than this build.
 */
export async function migrate(db: Kysely<Database>): Promise<number> {
  const found = await schemaVersion(db);
  if (found > SCHEMA_VERSION) {
    throw new DatabaseVersionError(
      `The database has version ${found}, this build knows ${SCHEMA_VERSION}. Start the newer build again.`,
    );
  }
  for (let from = found; from < SCHEMA_VERSION; from = await toNewest(db, from));
  return found;
}

/** The version of an open database (0 for an empty one) and the one this build needs. Changes nothing. */
export async function migrationState(
  db: Kysely<Database>,
): Promise<{ readonly found: number; readonly needed: number }> {
  return { found: await schemaVersion(db), needed: SCHEMA_VERSION };
}

/** Returns the version it is at then. */
async function toNewest(db: Kysely<Database>, from: number): Promise<number> {
  const statements = MIGRATIONS.slice(from).flat();
  // PostgreSQL takes them in one go, which takes two fifths off what a first start waits for them; SQLite reads the first of several only.
  const takesSeveral = db.getExecutor().adapter instanceof PostgresAdapter;
  try {
    await db.transaction().execute(async (transaction) => {
      for (const part of takesSeveral ? [statements.join(';\n')] : statements) {
        await sql.raw(part).execute(transaction);
      }
      const value = String(SCHEMA_VERSION);
      await transaction
        .insertInto('hub')
        .values({ name: 'schemaVersion', value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
    });
    return SCHEMA_VERSION;
  } catch (error) {
    // Another hub may have come further in between; then this one's transaction failed on an existing table.
    const now = await schemaVersion(db);
    if (now > from) return now;
    throw error;
  }
}

/** The version of an open database; 0 for an empty one. */
async function schemaVersion(db: Kysely<Database>): Promise<number> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === 'hub')) return 0;
  const row = await db
    .selectFrom('hub')
    .select('value')
    .where('name', '=', 'schemaVersion')
    .executeTakeFirst();
  return Number(row?.value ?? 0);
}
