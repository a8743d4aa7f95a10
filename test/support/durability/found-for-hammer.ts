import { sql } from 'kysely';
import { openDatabase } from '../../../hub/db/open-database.ts';
import { createPeople } from '../../../hub/repositories/people.ts';
import { parseToken } from '../../../hub/services/secret-codes.ts';
import { ROWS_A_DELIVERY, type Acknowledged } from './hammer.ts';

/** Settings of a hub process, by environment. */
export type HubSettings = Readonly<Record<string, string>>;

/** Who hammers. */
export interface Founded {
  readonly token: string;
  readonly invite: string;
}

/** The setup code that a hub has to be started with. */
export const SETUP_CODE = 'durability';

/** Sets an empty hub up. */
export async function foundForHammer(url: string): Promise<Founded> {
  const answer = await fetch(`${url}/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      setupCode: SETUP_CODE,
      organisation: { name: 'Hammer', timeZone: 'Asia/Tokyo', locale: 'ja', country: 'JP' },
      departments: [{ name: '営業部' }],
      owner: { displayName: '責任者', email: 'owner@example.co.jp' },
    }),
  });
  const { memberToken, departments } = (await answer.json()) as {
    memberToken: string;
    departments: { invites: { member: string } }[];
  };
  return { token: memberToken, invite: departments[0]?.invites.member ?? '' };
}

/** What of the acknowledged the database does not have; empty is what was promised. */
export async function missingOf(
  settings: HubSettings,
  { deviceIds, tokens }: Acknowledged,
): Promise<string[]> {
  const { db, engine, close } = openDatabase({
    dataDir: settings['DATA_DIR'] ?? '',
    databaseUrl: settings['DATABASE_URL'],
  });
  try {
    const missing: string[] = [];
    const days = await db
      .selectFrom('usage_days')
      .select(({ fn }) => ['device_id', fn.countAll<number>().as('rows')])
      .groupBy('device_id')
      .execute();
    const runs = await db.selectFrom('usage_runs').select('device_id').distinct().execute();
    const rowsOf = new Map(days.map((row) => [row.device_id, row.rows]));
    const withRuns = new Set(runs.map((row) => row.device_id));
    for (const id of deviceIds) {
      if (rowsOf.get(id) !== ROWS_A_DELIVERY || !withRuns.has(id)) missing.push(`days of ${id}`);
    }
    const people = createPeople(db);
    for (const token of tokens) {
      const ref = parseToken(token);
      // oxlint-disable-next-line no-await-in-loop
      if (!ref || !(await people.byToken(ref))) missing.push('a member who joined');
    }
    if (engine === 'sqlite') {
      const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(db);
      if (rows[0]?.integrity_check !== 'ok') missing.push('the database is damaged');
    }
    return missing;
  } finally {
    await close();
  }
}
