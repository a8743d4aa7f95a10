import type { Kysely, Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import { roleSchema, type Role } from '../../lib/contract/hub/people.ts';
import type { Database } from '../db/schema.ts';
import { byDepartment, type DepartmentKey, type DepartmentsKey } from './department-key.ts';
import type { MemberKey } from './roster.ts';

const stateSchema = z.enum(['open', 'answered', 'closed']);

/** Whose a question is: a member's who gave their name, or of whoever has the key with this hash. */
type Asker = { readonly memberId: string } | { readonly keyHash: string };

/** A question as stored. */
export interface StoredQuestion {
  readonly id: string;
  readonly departmentId: string;
  readonly asker: Asker;
  readonly workflowId: string | undefined;
  readonly text: string;
  readonly askedAt: number;
  readonly state: z.infer<typeof stateSchema>;
  readonly answer: string | undefined;
  /** Of the first answer, or of the closing without one (ms). */
  readonly answeredAt: number | undefined;
  readonly answeredAs: Role | undefined;
}

/** A how-to as stored. */
export interface StoredHowTo {
  readonly id: string;
  readonly departmentId: string;
  readonly workflowId: string | undefined;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: number;
}

/** Questions and how-tos. */
export interface Help {
  question(organisationId: string, id: string): Promise<StoredQuestion | undefined>;
  /** Of one asker: with this member's name, or with one of these keys. Newest first. */
  own(member: MemberKey, keyHashes: readonly string[]): Promise<StoredQuestion[]>;
  /** Open ones whenever asked, and all asked since an instant, in the order of asking. */
  ofDepartment(department: DepartmentKey, since: number): Promise<StoredQuestion[]>;
  /** All that wait in an organisation. */
  open(organisationId: string): Promise<StoredQuestion[]>;
  /** How long the questions that wait in departments do; one without any is not in it. */
  openTimes(
    departments: DepartmentsKey,
  ): Promise<ReadonlyMap<string, readonly Pick<StoredQuestion, 'askedAt' | 'answeredAt'>[]>>;
  /** Writes a question unless one of this id is there; true when it was written. */
  ask(organisationId: string, question: StoredQuestion): Promise<boolean>;
  /** Writes what became of a question, if it still is in this state; true when it was. */
  settle(
    organisationId: string,
    question: StoredQuestion,
    from: StoredQuestion['state'],
  ): Promise<boolean>;
  remove(organisationId: string, id: string): Promise<void>;
  /** Deletes what was asked before an instant and does not wait any more. */
  removeBefore(organisationId: string, instant: number): Promise<void>;
  howTo(organisationId: string, id: string): Promise<StoredHowTo | undefined>;
  /** Newest first. */
  howTos(department: DepartmentKey): Promise<StoredHowTo[]>;
  putHowTo(organisationId: string, howTo: StoredHowTo): Promise<void>;
  removeHowTo(organisationId: string, id: string): Promise<void>;
}

/** The repository over an open database. */
export function createHelp(db: Kysely<Database>): Help {
  return {
    async question(organisationId, id) {
      const row = await db
        .selectFrom('help_questions')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && questionFromRow(row);
    },

    async own({ organisationId, memberId }, keyHashes) {
      const rows = await db
        .selectFrom('help_questions')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where((expression) =>
          expression.or([
            expression('member_id', '=', memberId),
            ...(keyHashes.length === 0 ? [] : [expression('key_hash', 'in', keyHashes)]),
          ]),
        )
        .orderBy('asked_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(questionFromRow);
    },

    async ofDepartment({ organisationId, departmentId }, since) {
      const rows = await db
        .selectFrom('help_questions')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .where((expression) =>
          expression.or([expression('state', '=', 'open'), expression('asked_at', '>=', since)]),
        )
        .orderBy('asked_at')
        .orderBy('id')
        .execute();
      return rows.map(questionFromRow);
    },

    async open(organisationId) {
      const rows = await db
        .selectFrom('help_questions')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('state', '=', 'open')
        .execute();
      return rows.map(questionFromRow);
    },

    async openTimes({ organisationId, departmentIds }) {
      if (departmentIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('help_questions')
        .select(['department_id', 'asked_at', 'answered_at'])
        .where('organisation_id', '=', organisationId)
        .where('department_id', 'in', departmentIds)
        .where('state', '=', 'open')
        .execute();
      return byDepartment(rows, (row) => ({
        askedAt: row.asked_at,
        answeredAt: row.answered_at ?? undefined,
      }));
    },

    async ask(organisationId, question) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('help_questions')
        .values({ organisation_id: organisationId, ...questionToRow(question) })
        .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
        .executeTakeFirst();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async settle(organisationId, question, from) {
      const { id, ...row } = questionToRow(question);
      const { numUpdatedRows } = await db
        .updateTable('help_questions')
        .set(row)
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async remove(organisationId, id) {
      await db
        .deleteFrom('help_questions')
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute();
    },

    async removeBefore(organisationId, instant) {
      await db
        .deleteFrom('help_questions')
        .where('organisation_id', '=', organisationId)
        .where('asked_at', '<', instant)
        .where('state', '!=', 'open')
        .execute();
    },

    async howTo(organisationId, id) {
      const row = await db
        .selectFrom('help_how_tos')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && howToFromRow(row);
    },

    async howTos({ organisationId, departmentId }) {
      const rows = await db
        .selectFrom('help_how_tos')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .orderBy('published_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(howToFromRow);
    },

    async putHowTo(organisationId, howTo) {
      const changing = {
        department_id: howTo.departmentId,
        workflow_id: howTo.workflowId ?? null,
        title: howTo.title,
        body: howTo.text,
        published_at: howTo.publishedAt,
      };
      await db
        .insertInto('help_how_tos')
        .values({ organisation_id: organisationId, id: howTo.id, ...changing })
        .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(changing))
        .execute();
    },

    async removeHowTo(organisationId, id) {
      await db
        .deleteFrom('help_how_tos')
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute();
    },
  };
}

/**
 * Forgets a leaver who is erased: questions with their name go, and what was answered with them. Questions without a name
 * are nobody's; who answered is not kept. For the repository that erases within its own transaction.
 */
export async function forgetAsker(
  transaction: Transaction<Database>,
  { organisationId, memberId }: MemberKey,
): Promise<void> {
  await transaction
    .deleteFrom('help_questions')
    .where('organisation_id', '=', organisationId)
    .where('member_id', '=', memberId)
    .execute();
}

function questionToRow(question: StoredQuestion) {
  const { asker } = question;
  return {
    id: question.id,
    department_id: question.departmentId,
    member_id: 'memberId' in asker ? asker.memberId : null,
    key_hash: 'keyHash' in asker ? asker.keyHash : null,
    workflow_id: question.workflowId ?? null,
    question: question.text,
    asked_at: question.askedAt,
    state: question.state,
    answer: question.answer ?? null,
    answered_at: question.answeredAt ?? null,
    answered_as: question.answeredAs ?? null,
  };
}

function questionFromRow(row: Selectable<Database['help_questions']>): StoredQuestion {
  return {
    id: row.id,
    departmentId: row.department_id,
    asker: row.member_id === null ? { keyHash: row.key_hash ?? '' } : { memberId: row.member_id },
    workflowId: row.workflow_id ?? undefined,
    text: row.question,
    askedAt: row.asked_at,
    state: stateSchema.parse(row.state),
    answer: row.answer ?? undefined,
    answeredAt: row.answered_at ?? undefined,
    answeredAs: row.answered_as === null ? undefined : roleSchema.parse(row.answered_as),
  };
}

function howToFromRow(row: Selectable<Database['help_how_tos']>): StoredHowTo {
  return {
    id: row.id,
    departmentId: row.department_id,
    workflowId: row.workflow_id ?? undefined,
    title: row.title,
    text: row.body,
    publishedAt: row.published_at,
  };
}
