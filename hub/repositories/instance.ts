import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';

const NAME = 'instance';

/** The name of this database, made once. Devices that meet another one send their days again. */
export async function instanceOf(db: Kysely<Database>): Promise<string> {
  await db
    .insertInto('hub')
    .values({ name: NAME, value: randomUUID() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('hub')
    .select('value')
    .where('name', '=', NAME)
    .executeTakeFirstOrThrow();
  return row.value;
}

/** Gives a restored database a new name, because it may lack days that devices believe it has. */
export async function renewInstance(db: Kysely<Database>): Promise<void> {
  await db.deleteFrom('hub').where('name', '=', NAME).execute();
  await instanceOf(db);
}
