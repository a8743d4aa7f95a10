import type { Kysely } from 'kysely';
import { guard, type Guarded } from '../../lib/domain/privacy-floor.ts';
import {
  PULSE_QUESTIONS,
  type PulseAnswers,
  type PulseCounts,
  type PulseQuestion,
} from '../../lib/domain/pulse.ts';
import { withRetries } from '../db/retries.ts';
import type { Database } from '../db/schema.ts';
import type { DepartmentKey } from './department-key.ts';
import type { MemberKey } from './roster.ts';

/** Who answered a month, and apart from it how often each answer was given (docs/adr/0020-offers-and-pulse.md). */
export interface Pulse {
  hasAnswered(member: MemberKey, month: string): Promise<boolean>;
  /** Notes that a member answered and counts the answers, both or none; false when the member answered before. */
  answer(
    member: MemberKey,
    pulse: {
      readonly departmentId: string;
      readonly month: string;
      readonly answers: PulseAnswers;
    },
  ): Promise<boolean>;
  /** How often each answer was given; for the privacy floor alone. */
  counts(department: DepartmentKey, month: string): Promise<Guarded<PulseCounts>>;
  /** Forgets who answered in months up to one, and the counts of months before another. */
  tidy(
    organisationId: string,
    months: { readonly answeredBefore: string; readonly countsBefore: string },
  ): Promise<void>;
}

/** The repository over an open database. */
export function createPulse(db: Kysely<Database>): Pulse {
  return {
    async hasAnswered({ organisationId, memberId }, month) {
      const row = await db
        .selectFrom('pulse_answered')
        .select('month')
        .where('organisation_id', '=', organisationId)
        .where('member_id', '=', memberId)
        .where('month', '=', month)
        .executeTakeFirst();
      return row !== undefined;
    },

    answer({ organisationId, memberId }, { departmentId, month, answers }) {
      return withRetries(() =>
        db.transaction().execute(async (transaction) => {
          const { numInsertedOrUpdatedRows } = await transaction
            .insertInto('pulse_answered')
            .values({ organisation_id: organisationId, member_id: memberId, month })
            .onConflict((conflict) =>
              conflict.columns(['organisation_id', 'member_id', 'month']).doNothing(),
            )
            .executeTakeFirst();
          if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
          await transaction
            .insertInto('pulse_counts')
            .values(
              // In the order of the key, or two that answer at once wait for each other.
              PULSE_QUESTIONS.toSorted().map((question) => ({
                organisation_id: organisationId,
                department_id: departmentId,
                month,
                question,
                points: answers[question],
                answers: 1,
              })),
            )
            .onConflict((conflict) =>
              conflict
                .columns(['organisation_id', 'department_id', 'month', 'question', 'points'])
                .doUpdateSet(({ ref, eb }) => ({
                  answers: eb(ref('pulse_counts.answers'), '+', 1),
                })),
            )
            .execute();
          return true;
        }),
      );
    },

    async counts({ organisationId, departmentId }, month) {
      const rows = await db
        .selectFrom('pulse_counts')
        .select(['question', 'points', 'answers'])
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .where('month', '=', month)
        .execute();
      const given = (question: PulseQuestion): PulseCounts[PulseQuestion] => {
        const of = (points: number) =>
          rows.find((row) => row.question === question && row.points === points)?.answers ?? 0;
        return [of(1), of(2), of(3), of(4), of(5)];
      };
      return guard({
        quality: given('quality'),
        effort: given('effort'),
        speed: given('speed'),
        productivity: given('productivity'),
      });
    },

    async tidy(organisationId, { answeredBefore, countsBefore }) {
      await db
        .deleteFrom('pulse_answered')
        .where('organisation_id', '=', organisationId)
        .where('month', '<=', answeredBefore)
        .execute();
      await db
        .deleteFrom('pulse_counts')
        .where('organisation_id', '=', organisationId)
        .where('month', '<', countsBefore)
        .execute();
    },
  };
}
