import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { hashSecret } from '../services/secret-codes.ts';

const NAME = 'setupCodeHash';
const USED = 'used';

/** The code that lets the first person in, once; `hub/repositories/founding.ts` uses it up. */
export interface SetupCodes {
  /** Remembers the code of an empty hub. Returns false, and changes nothing, when the hub was set up already. */
  offer(code: string): Promise<boolean>;
}

/** The repository over an open database. */
export function createSetupCodes(db: Kysely<Database>): SetupCodes {
  return {
    async offer(code) {
      await db
        .insertInto('hub')
        .values({ name: NAME, value: hashSecret(code) })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ value: hashSecret(code) })
            .where('hub.value', '!=', USED),
        )
        .execute();
      const row = await db
        .selectFrom('hub')
        .select('value')
        .where('name', '=', NAME)
        .executeTakeFirst();
      return row?.value !== USED;
    },
  };
}

/** Uses the code up; true for one caller only. Within the transaction that makes the organisation. */
export async function redeemSetupCode(
  transaction: Transaction<Database>,
  code: string,
): Promise<boolean> {
  const result = await transaction
    .updateTable('hub')
    .set({ value: USED })
    .where('name', '=', NAME)
    .where('value', '=', hashSecret(code))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
