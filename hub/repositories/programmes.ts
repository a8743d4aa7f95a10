import type { Kysely, Selectable, Transaction } from 'kysely';
import {
  companyGoalSchema,
  workflowAgreementSchema,
  type CompanyGoal,
  type WorkflowAgreement,
} from '../../lib/contract/hub/programme.ts';
import type { Database } from '../db/schema.ts';
import type { DepartmentKey } from './department-key.ts';
import { markPeople } from './marks.ts';
import type { MemberKey } from './roster.ts';

const storedGoalSchema = companyGoalSchema.omit({ share: true });

/** A goal as stored; its number is the organisation's `goals.habitual`. */
export type StoredGoal = Omit<CompanyGoal, 'share'> & { readonly setAt: number };

/** A department's programme as stored. Days as days since 1970-01-01. */
export interface StoredProgramme {
  readonly championId: string | undefined;
  readonly appointedAt: number | undefined;
  readonly startDay: number | undefined;
  /** The share, 0–1, with which its exit test was passed, once that was told. */
  readonly passedGoal: number | undefined;
}

/** What was agreed about a workflow. */
export interface StoredAgreement extends WorkflowAgreement {
  readonly workflowId: string;
  readonly departmentId: string;
  /** The workflow of another department that it was proposed after. */
  readonly spreadFrom: string | undefined;
}

/** Goals, programmes and what was agreed. */
export interface Programmes {
  goal(organisationId: string): Promise<StoredGoal | undefined>;
  /** Sets the goal together with the settings (JSON) that hold its number: both or neither. */
  setGoal(organisationId: string, goal: StoredGoal, settings: string): Promise<void>;
  ofDepartment(department: DepartmentKey): Promise<StoredProgramme | undefined>;
  /** All of an organisation, by department. */
  ofOrganisation(organisationId: string): Promise<ReadonlyMap<string, StoredProgramme>>;
  /** Appoints a champion; one appointed before is replaced, the start stays. */
  appoint(department: DepartmentKey, championId: string, appointedAt: number): Promise<void>;
  /** Sets the day it begins, anew for one that runs; what an earlier one passed with is forgotten. */
  start(department: DepartmentKey, startDay: number): Promise<void>;
  /** Keeps the goal that a programme passed with; the first stays, whoever comes later. */
  keepPassedGoal(department: DepartmentKey, goal: number): Promise<void>;
  /** All that was agreed about a department's workflows, by workflow. */
  agreements(department: DepartmentKey): Promise<ReadonlyMap<string, StoredAgreement>>;
  putAgreement(organisationId: string, agreement: StoredAgreement, now: number): Promise<void>;
  /** Roles of these members as they are now, of those who are here. */
  rolesOf(
    organisationId: string,
    memberIds: Iterable<string>,
  ): Promise<ReadonlyMap<string, string>>;
}

/** The repository over an open database. */
export function createProgrammes(db: Kysely<Database>): Programmes {
  return {
    async goal(organisationId) {
      const row = await db
        .selectFrom('company_goals')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .executeTakeFirst();
      return row && { ...storedGoalSchema.parse(JSON.parse(row.content)), setAt: row.set_at };
    },

    async setGoal(organisationId, { setAt, ...goal }, settings) {
      const changing = { content: JSON.stringify(goal), set_at: setAt };
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('company_goals')
          .values({ organisation_id: organisationId, ...changing })
          .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(changing))
          .execute();
        await transaction
          .updateTable('organisations')
          .set({ settings })
          .where('id', '=', organisationId)
          .execute();
        await markPeople(transaction, organisationId);
      });
    },

    async ofDepartment({ organisationId, departmentId }) {
      const row = await db
        .selectFrom('programmes')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .executeTakeFirst();
      return row && programmeOf(row);
    },

    async ofOrganisation(organisationId) {
      const rows = await db
        .selectFrom('programmes')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .execute();
      return new Map(rows.map((row) => [row.department_id, programmeOf(row)]));
    },

    appoint: (department, championId, appointedAt) =>
      putProgramme(db, department, { champion_id: championId, appointed_at: appointedAt }),

    start: (department, startDay) =>
      putProgramme(db, department, { start_day: startDay, passed_goal: null }),

    async keepPassedGoal({ organisationId, departmentId }, goal) {
      await db
        .updateTable('programmes')
        .set({ passed_goal: goal })
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .where('passed_goal', 'is', null)
        .execute();
    },

    async agreements({ organisationId, departmentId }) {
      const rows = await db
        .selectFrom('workflow_agreements')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .execute();
      return new Map(rows.map((row) => [row.workflow_id, agreementOf(row)]));
    },

    putAgreement: (organisationId, agreement, now) =>
      putAgreement(db, organisationId, agreement, now),

    async rolesOf(organisationId, memberIds) {
      const ids = [...new Set(memberIds)];
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('members')
        .select(['id', 'role'])
        .where('organisation_id', '=', organisationId)
        .where('id', 'in', ids)
        .where('left_at', 'is', null)
        .execute();
      return new Map(rows.map((row) => [row.id, row.role]));
    },
  };
}

/**
 * Forgets who was appointed, for a champion who is erased. What was agreed is the department's and names nobody. For the
 * repository that erases within its own transaction.
 */
export async function forgetAppointed(
  transaction: Transaction<Database>,
  { organisationId, memberId }: MemberKey,
): Promise<void> {
  await transaction
    .updateTable('programmes')
    .set({ champion_id: null, appointed_at: null })
    .where('organisation_id', '=', organisationId)
    .where('champion_id', '=', memberId)
    .execute();
}

/**
 * Takes a department that closes out of the goal; a goal that named no other is none any more. For the repository that closes
 * it within its own transaction.
 */
export async function forgetInGoal(
  transaction: Transaction<Database>,
  { organisationId, departmentId }: DepartmentKey,
): Promise<void> {
  const row = await transaction
    .selectFrom('company_goals')
    .select('content')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (row === undefined) return;
  const goal = storedGoalSchema.parse(JSON.parse(row.content));
  const departmentIds = goal.departmentIds.filter((id) => id !== departmentId);
  if (departmentIds.length === 0) {
    await transaction
      .deleteFrom('company_goals')
      .where('organisation_id', '=', organisationId)
      .execute();
    return;
  }
  await transaction
    .updateTable('company_goals')
    .set({ content: JSON.stringify({ ...goal, departmentIds }) })
    .where('organisation_id', '=', organisationId)
    .execute();
}

async function putProgramme(
  db: Kysely<Database>,
  { organisationId, departmentId }: DepartmentKey,
  changing: Partial<Selectable<Database['programmes']>>,
): Promise<void> {
  await db
    .insertInto('programmes')
    .values({ organisation_id: organisationId, department_id: departmentId, ...changing })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'department_id']).doUpdateSet(changing),
    )
    .execute();
}

async function putAgreement(
  db: Kysely<Database>,
  organisationId: string,
  { workflowId, departmentId, spreadFrom, ...content }: StoredAgreement,
  now: number,
): Promise<void> {
  const changing = {
    department_id: departmentId,
    content: JSON.stringify(content),
    spread_from: spreadFrom ?? null,
    updated_at: now,
  };
  await db
    .insertInto('workflow_agreements')
    .values({ organisation_id: organisationId, workflow_id: workflowId, ...changing })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'workflow_id']).doUpdateSet(changing),
    )
    .execute();
}

function programmeOf(row: Selectable<Database['programmes']>): StoredProgramme {
  return {
    championId: row.champion_id ?? undefined,
    appointedAt: row.appointed_at ?? undefined,
    startDay: row.start_day ?? undefined,
    passedGoal: row.passed_goal ?? undefined,
  };
}

function agreementOf(row: Selectable<Database['workflow_agreements']>): StoredAgreement {
  return {
    ...workflowAgreementSchema.parse(JSON.parse(row.content)),
    workflowId: row.workflow_id,
    departmentId: row.department_id,
    spreadFrom: row.spread_from ?? undefined,
  };
}
