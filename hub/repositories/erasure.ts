import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { forgetAsker } from './help.ts';
import { mark, markPeople } from './marks.ts';
import { forgetAppointed } from './programmes.ts';
import type { MemberKey } from './roster.ts';
import { forgetSharer } from './shared.ts';

/** Deletes what is not to be kept any longer. What was told of departments is kept before (`hub/services/keep-told.ts`). */
export interface Erasure {
  /** Leavers whose rows are due to go. */
  due(now: number): Promise<MemberKey[]>;
  /**
   * Deletes a leaver: days, runs, leave, tokens, mail, name, questions with it, and what they proposed. What stays is that somebody without a
   * name belonged to a department from a day to a day, because the sizes of groups decided what was shown, and the texts
   * that their department had taken into use.
   */
  eraseMember(member: MemberKey): Promise<void>;
  /** Whether an organisation has daily rows before a day. */
  hasRowsBefore(organisationId: string, day: number): Promise<boolean>;
  /** Deletes everybody's daily rows before a day. */
  eraseRowsBefore(organisationId: string, day: number): Promise<void>;
}

/** Begins the id that stands for an erased leaver in the stays that are kept. */
const GONE = 'gone-';

/** Whether an id stands for a leaver whose rows are gone. */
export function isGone(memberId: string): boolean {
  return memberId.startsWith(GONE);
}

/** The repository over an open database. */
export function createErasure(db: Kysely<Database>): Erasure {
  return {
    async due(now) {
      return db
        .selectFrom('members')
        .select(['organisation_id as organisationId', 'id as memberId'])
        .where('erase_after', '<=', now)
        .execute();
    },

    async eraseMember(member) {
      await db.transaction().execute((transaction) => eraseMember(transaction, member));
    },

    async hasRowsBefore(organisationId, day) {
      const row = await db
        .selectFrom('usage_days')
        .select('day')
        .where('organisation_id', '=', organisationId)
        .where('day', '<', day)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async eraseRowsBefore(organisationId, day) {
      await db.transaction().execute(async (transaction) => {
        await markPeople(transaction, organisationId);
        const days = await transaction
          .selectFrom('usage_days')
          .select('day')
          .distinct()
          .where('organisation_id', '=', organisationId)
          .where('day', '<', day)
          .execute();
        for (const table of ['usage_days', 'usage_runs'] as const) {
          await transaction
            .deleteFrom(table)
            .where('organisation_id', '=', organisationId)
            .where('day', '<', day)
            .execute();
        }
        // Every hub that holds these days in memory lets go of them.
        await mark(
          transaction,
          days.map((row) => ({ organisationId, subject: row.day })),
        );
      });
    },
  };
}

async function eraseMember(
  transaction: Transaction<Database>,
  { organisationId, memberId }: MemberKey,
): Promise<void> {
  await markPeople(transaction, organisationId);
  const person = await transaction
    .selectFrom('members')
    .select('role')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', memberId)
    .executeTakeFirst();
  const days = await transaction
    .selectFrom('usage_days')
    .select('day')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('member_id', '=', memberId)
    .execute();
  for (const table of [
    'usage_days',
    'usage_runs',
    'leave_days',
    'tokens',
    'champions',
    'device_codes',
    'channels',
    'pulse_answered',
  ] as const) {
    await transaction
      .deleteFrom(table)
      .where('organisation_id', '=', organisationId)
      .where('member_id', '=', memberId)
      .execute();
  }
  await forgetSharer(transaction, { organisationId, memberId });
  await forgetAsker(transaction, { organisationId, memberId });
  await forgetAppointed(transaction, { organisationId, memberId });
  await transaction
    .deleteFrom('members')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', memberId)
    .execute();
  if (person?.role === 'advisor') {
    // Advisors counted nowhere, so nothing of them is needed.
    await transaction
      .deleteFrom('memberships')
      .where('organisation_id', '=', organisationId)
      .where('member_id', '=', memberId)
      .execute();
  } else {
    await transaction
      .updateTable('memberships')
      .set({ member_id: `${GONE}${randomUUID()}` })
      .where('organisation_id', '=', organisationId)
      .where('member_id', '=', memberId)
      .execute();
  }
  await mark(
    transaction,
    days.map(({ day }) => ({ organisationId, subject: day })),
  );
}
