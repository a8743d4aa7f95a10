import { sql } from 'kysely';
import type { Config } from '../config.ts';
import { SCHEMA_VERSION } from '../db/migrate.ts';
import { openDatabase } from '../db/open-database.ts';

const ROWS_AT_ONCE = 50_000;
/** Codes that live for minutes are of no use in a file. */
const LEFT_OUT = new Set(['device_codes']);

/**
 * Everything the hub holds as JSON Lines: a line that says what it is, then one line a row, `{"table":…,"row":…}`, table by
 * table. Tokens and invites are in it as hashes, channel secrets sealed; names, addresses and days are readable. Returns
 * the number of rows. The hub may run meanwhile.
 */
export async function exportEverything(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  write: (line: string) => Promise<void>,
): Promise<number> {
  const { db, close } = openDatabase(config);
  let count = 0;
  try {
    await write(JSON.stringify({ format: 'banso-hub', version: 1, schemaVersion: SCHEMA_VERSION }));
    const tables = (await db.introspection.getTables())
      .filter(({ name }) => !LEFT_OUT.has(name) && /^[a-z_]+$/.test(name))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    // One moment for all tables, also while the hub runs.
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (transaction) => {
        for (const { name, columns } of tables) {
          const order = sql.join(columns.map((column) => sql.ref(column.name)));
          for (let offset = 0; ; offset += ROWS_AT_ONCE) {
            const { rows } = await sql<Record<string, unknown>>`
              SELECT * FROM ${sql.table(name)} ORDER BY ${order}
              LIMIT ${ROWS_AT_ONCE} OFFSET ${offset}`.execute(transaction);
            for (const row of rows) await write(JSON.stringify({ table: name, row }));
            count += rows.length;
            if (rows.length < ROWS_AT_ONCE) break;
          }
        }
      });
    return count;
  } finally {
    await close();
  }
}
