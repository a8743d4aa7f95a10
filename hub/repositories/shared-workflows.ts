import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import {
  sharedWorkflowDraftSchema,
  type SharedWorkflowDraft,
} from '../../lib/contract/hub/sharing.ts';
import type { Database } from '../db/schema.ts';
import { byDepartment } from './department-key.ts';

const stateSchema = z.enum(['proposed', 'registered', 'retired', 'withdrawn']);

/** A department's workflow as stored. */
export interface StoredWorkflow {
  readonly id: string;
  readonly departmentId: string;
  /** Who proposed it; undefined once that person was erased. */
  readonly memberId: string | undefined;
  readonly state: z.infer<typeof stateSchema>;
  /** Undefined of a withdrawn one: nothing of it is kept. */
  readonly workflow: SharedWorkflowDraft | undefined;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What changed after a cursor, in the order of changing. */
export interface ChangesQuery {
  readonly organisationId: string;
  readonly departmentId: string;
  readonly since: number;
  readonly limit: number;
}

/** A row with the number of its change. */
export type Changed<T> = T & { readonly seq: number };

/** A workflow by its id, whatever its department and state. */
export async function workflowById(
  db: Kysely<Database>,
  organisationId: string,
  id: string,
): Promise<StoredWorkflow | undefined> {
  const row = await db
    .selectFrom('shared_workflows')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Workflows that changed, withdrawn ones included. */
export async function workflowChanges(
  db: Kysely<Database>,
  { organisationId, departmentId, since, limit }: ChangesQuery,
): Promise<Changed<StoredWorkflow>[]> {
  const rows = await db
    .selectFrom('shared_workflows')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('department_id', '=', departmentId)
    .where('seq', '>', since)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...fromRow(row), seq: row.seq }));
}

/** Ids of all workflows of an organisation, whatever their state. */
export async function workflowIds(db: Kysely<Database>, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('shared_workflows')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .execute();
  return rows.map(({ id }) => id);
}

/** Ids of registered workflows by department, in the order of changing. */
export async function registered(
  db: Kysely<Database>,
  organisationId: string,
  departmentIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (departmentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('shared_workflows')
    .select(['id', 'department_id'])
    .where('organisation_id', '=', organisationId)
    .where('department_id', 'in', departmentIds)
    .where('state', '=', 'registered')
    .orderBy('seq')
    .execute();
  return byDepartment(rows, ({ id }) => id);
}

/** Every department's workflows that are registered or proposed, in the order of changing. */
export async function workflowsOnBoards(
  db: Kysely<Database>,
  organisationId: string,
): Promise<StoredWorkflow[]> {
  const rows = await db
    .selectFrom('shared_workflows')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('state', 'in', ['registered', 'proposed'])
    .orderBy('seq')
    .execute();
  return rows.map((row) => fromRow(row));
}

/** Writes a workflow, as new or over what stood there. */
export async function putWorkflow(
  db: Kysely<Database>,
  organisationId: string,
  workflow: Changed<StoredWorkflow>,
): Promise<void> {
  const changing = {
    department_id: workflow.departmentId,
    member_id: workflow.memberId ?? null,
    state: workflow.state,
    content: workflow.workflow === undefined ? '' : JSON.stringify(workflow.workflow),
    updated_at: workflow.updatedAt,
    seq: workflow.seq,
  };
  await db
    .insertInto('shared_workflows')
    .values({
      organisation_id: organisationId,
      id: workflow.id,
      created_at: workflow.createdAt,
      ...changing,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(changing))
    .execute();
}

function fromRow(row: Selectable<Database['shared_workflows']>): StoredWorkflow {
  return {
    id: row.id,
    departmentId: row.department_id,
    memberId: row.member_id ?? undefined,
    state: stateSchema.parse(row.state),
    workflow:
      row.content === '' ? undefined : sharedWorkflowDraftSchema.parse(JSON.parse(row.content)),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
