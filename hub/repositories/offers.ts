import type { Kysely } from 'kysely';
import { dayOfEpoch, epochDay, type DayKey } from '../../lib/domain/day.ts';
import type { Database } from '../db/schema.ts';
import type { DepartmentKey } from './department-key.ts';

/** Offers of ten minutes, by department and day. */
export interface Offers {
  /** The day of a department's latest offer. */
  last(department: DepartmentKey): Promise<DayKey | undefined>;
  /** Writes an offer unless the department has one of this day; true when it was written. */
  put(department: DepartmentKey, day: DayKey): Promise<boolean>;
}

/** The repository over an open database. */
export function createOffers(db: Kysely<Database>): Offers {
  return {
    async last({ organisationId, departmentId }) {
      const row = await db
        .selectFrom('gap_offers')
        .select('offered_day')
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .orderBy('offered_day', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && dayOfEpoch(row.offered_day);
    },

    async put({ organisationId, departmentId }, day) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('gap_offers')
        .values({
          organisation_id: organisationId,
          department_id: departmentId,
          offered_day: epochDay(day),
        })
        .onConflict((conflict) =>
          conflict.columns(['organisation_id', 'department_id', 'offered_day']).doNothing(),
        )
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
  };
}
