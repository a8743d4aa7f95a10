import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { insertInvites, type NewInvite } from './invites.ts';
import { insertOrganisation, type NewOrganisation } from './organisations.ts';
import { insertNewcomer, type Newcomer } from './people.ts';
import { redeemSetupCode } from './setup-codes.ts';

/** The first minute of an organisation. */
export interface Founding {
  /**
   * Uses up the setup code and makes everything, in one transaction: a crash in the middle leaves the code as it was. False
   * when the code is wrong or used; two at once make one organisation.
   */
  found(
    setupCode: string,
    made: {
      readonly organisation: NewOrganisation;
      readonly owner: Newcomer;
      readonly invites: readonly NewInvite[];
    },
  ): Promise<boolean>;
}

/** The repository over an open database. */
export function createFounding(db: Kysely<Database>): Founding {
  return {
    async found(setupCode, { organisation, owner, invites }) {
      return db.transaction().execute(async (transaction) => {
        if (!(await redeemSetupCode(transaction, setupCode))) return false;
        await insertOrganisation(transaction, organisation);
        await insertNewcomer(transaction, owner);
        await insertInvites(transaction, invites);
        return true;
      });
    },
  };
}
