import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { markPeople } from './marks.ts';

/** A leave of a member, both ends included; days since 1970-01-01. */
export interface Leave {
  readonly memberId: string;
  readonly fromDay: number;
  readonly toDay: number;
}

/** Leave of members. */
export interface LeaveDays {
  ofOrganisation(organisationId: string): Promise<Leave[]>;
  ofMember(organisationId: string, memberId: string): Promise<Leave[]>;
  /** Replaces all of a member's leave; of two ranges that begin on one day the longer holds. */
  replace(
    organisationId: string,
    memberId: string,
    ranges: readonly Pick<Leave, 'fromDay' | 'toDay'>[],
  ): Promise<void>;
}

/** The repository over an open database. */
export function createLeaveDays(db: Kysely<Database>): LeaveDays {
  const select = (organisationId: string) =>
    db
      .selectFrom('leave_days')
      .select(['member_id as memberId', 'from_day as fromDay', 'to_day as toDay'])
      .where('organisation_id', '=', organisationId)
      .orderBy('member_id')
      .orderBy('from_day');

  return {
    ofOrganisation: (organisationId) => select(organisationId).execute(),

    ofMember: (organisationId, memberId) =>
      select(organisationId).where('member_id', '=', memberId).execute(),

    async replace(organisationId, memberId, ranges) {
      const longest = new Map<number, number>();
      for (const { fromDay, toDay } of ranges) {
        longest.set(fromDay, Math.max(toDay, longest.get(fromDay) ?? toDay));
      }
      await db.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('leave_days')
          .where('organisation_id', '=', organisationId)
          .where('member_id', '=', memberId)
          .execute();
        if (longest.size > 0) {
          await transaction
            .insertInto('leave_days')
            .values(
              [...longest].map(([fromDay, toDay]) => ({
                organisation_id: organisationId,
                member_id: memberId,
                from_day: fromDay,
                to_day: toDay,
              })),
            )
            .execute();
        }
        await markPeople(transaction, organisationId);
      });
    },
  };
}
