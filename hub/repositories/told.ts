import type { Kysely } from 'kysely';
import type { DayState } from '../../lib/domain/line.ts';
import type { ReleasedFigures, ReleasedReview } from '../../lib/domain/released.ts';
import type { Database } from '../db/schema.ts';
import { markPeople } from './marks.ts';

/** A department's numbers of one numbered week, as they were told. */
export interface ToldWeek {
  readonly departmentId: string;
  readonly week: number;
  readonly figures: ReleasedFigures;
  readonly review: ReleasedReview;
}

/** A day of a department's line as it was drawn; days since 1970-01-01. */
export interface ToldDay {
  readonly departmentId: string;
  readonly day: number;
  readonly state: DayState;
}

/** What was told of departments before the days behind it went. Kept once, never changed. */
export interface Told {
  ofOrganisation(organisationId: string): Promise<{ weeks: ToldWeek[]; days: ToldDay[] }>;
  /** Adds what is not kept yet; what is kept stays as it is. */
  keep(
    organisationId: string,
    told: { readonly weeks: readonly ToldWeek[]; readonly days: readonly ToldDay[] },
  ): Promise<void>;
}

const ROWS_PER_STATEMENT = 2000;

/** The repository over an open database. */
export function createTold(db: Kysely<Database>): Told {
  return {
    async ofOrganisation(organisationId) {
      const weeks = await db
        .selectFrom('released_weeks')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .execute();
      const days = await db
        .selectFrom('released_days')
        .select(['department_id', 'day', 'state'])
        .where('organisation_id', '=', organisationId)
        .orderBy('department_id')
        .orderBy('day')
        .execute();
      return {
        weeks: weeks.map((row) => ({
          departmentId: row.department_id,
          week: row.week,
          figures: JSON.parse(row.figures) as ReleasedFigures,
          review: JSON.parse(row.review) as ReleasedReview,
        })),
        days: days.map((row) => ({
          departmentId: row.department_id,
          day: row.day,
          state: row.state as DayState,
        })),
      };
    },

    async keep(organisationId, { weeks, days }) {
      await db.transaction().execute(async (transaction) => {
        for (const part of parts(weeks)) {
          await transaction
            .insertInto('released_weeks')
            .values(
              part.map(({ departmentId, week, figures, review }) => ({
                organisation_id: organisationId,
                department_id: departmentId,
                week,
                figures: JSON.stringify(figures),
                review: JSON.stringify(review),
              })),
            )
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        for (const part of parts(days)) {
          await transaction
            .insertInto('released_days')
            .values(
              part.map(({ departmentId, day, state }) => ({
                organisation_id: organisationId,
                department_id: departmentId,
                day,
                state,
              })),
            )
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        await markPeople(transaction, organisationId);
      });
    },
  };
}

function* parts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    yield rows.slice(start, start + ROWS_PER_STATEMENT);
  }
}
