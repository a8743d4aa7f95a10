import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { markPeople } from './marks.ts';
import type { MemberKey } from './roster.ts';

/** Who agreed to be shown in groups of three (METRICS.md P). */
export interface Agreements {
  /** Whether a present member agreed. */
  of(member: MemberKey): Promise<boolean>;
  /** Keeps a member's agreement (the instant in ms), or takes it back with null. */
  set(member: MemberKey, agreedAt: number | null): Promise<void>;
  /**
   * Whether everybody who belonged to a department on a day (since 1970-01-01) or later agreed. Advisors belong to none;
   * whoever was erased did not agree; nobody at all did not either.
   */
  everybodySince(organisationId: string, day: number): Promise<boolean>;
}

/** The repository over an open database. */
export function createAgreements(db: Kysely<Database>): Agreements {
  return {
    async of({ organisationId, memberId }) {
      const row = await db
        .selectFrom('members')
        .select('agreed_at')
        .where('organisation_id', '=', organisationId)
        .where('id', '=', memberId)
        .executeTakeFirst();
      return row !== undefined && row.agreed_at !== null;
    },

    async set({ organisationId, memberId }, agreedAt) {
      await db.transaction().execute(async (transaction) => {
        await markPeople(transaction, organisationId);
        await transaction
          .updateTable('members')
          .set({ agreed_at: agreedAt })
          .where('organisation_id', '=', organisationId)
          .where('id', '=', memberId)
          .execute();
      });
    },

    async everybodySince(organisationId, day) {
      const stays = db
        .selectFrom('memberships')
        .leftJoin('members', (join) =>
          join
            .onRef('members.organisation_id', '=', 'memberships.organisation_id')
            .onRef('members.id', '=', 'memberships.member_id'),
        )
        .select('memberships.member_id')
        .where('memberships.organisation_id', '=', organisationId)
        .where((expression) =>
          expression.or([
            expression('memberships.to_day', 'is', null),
            expression('memberships.to_day', '>=', day),
          ]),
        )
        .where((expression) =>
          expression.or([
            expression('members.role', 'is', null),
            expression('members.role', '!=', 'advisor'),
          ]),
        )
        .limit(1);
      const without = await stays.where('members.agreed_at', 'is', null).executeTakeFirst();
      if (without !== undefined) return false;
      return (await stays.executeTakeFirst()) !== undefined;
    },
  };
}
