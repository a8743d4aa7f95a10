import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { DepartmentKey } from './department-key.ts';
import { markPeople } from './marks.ts';
import { forgetInGoal } from './programmes.ts';

/** Departments that are closed for good (docs/adr/0023-closing-a-department.md). */
export interface Closing {
  /**
   * Closes a department in one transaction: its invites end, its channels stop, nobody is its champion any more, the goal does
   * not name it, and advisors who came by it stand at another one. Stays, days, and what was told remain. False, and nothing
   * changed, while somebody belongs to it.
   */
  close(
    department: DepartmentKey,
    closing: { readonly now: number; readonly advisorsTo: string },
  ): Promise<boolean>;
}

/** The repository over an open database. */
export function createClosing(db: Kysely<Database>): Closing {
  return {
    async close(key, { now, advisorsTo }) {
      const occupied = Symbol('occupied');
      try {
        await db.transaction().execute(async (transaction) => {
          // First, so that whoever is brought in meanwhile waits for this row or is seen below.
          await transaction
            .updateTable('departments')
            .set({ archived_at: now })
            .where('organisation_id', '=', key.organisationId)
            .where('id', '=', key.departmentId)
            .execute();
          await endInvites(transaction, key, now);
          await moveAdvisors(transaction, key, advisorsTo);
          if (await isOccupied(transaction, key)) throw occupied;
          await transaction
            .updateTable('channels')
            .set({ active: 0 })
            .where('organisation_id', '=', key.organisationId)
            .where('department_id', '=', key.departmentId)
            .execute();
          await endChampions(transaction, key);
          await forgetInGoal(transaction, key);
          await markPeople(transaction, key.organisationId);
        });
        return true;
      } catch (error) {
        if (error === occupied) return false;
        throw error;
      }
    },
  };
}

/**
 * Whether a department is there and open; until the transaction ends nobody closes it. For repositories that bring somebody
 * into it.
 */
export async function holdOpen(
  transaction: Transaction<Database>,
  { organisationId, departmentId }: DepartmentKey,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('departments')
    .set({ archived_at: null })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', departmentId)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function endInvites(
  transaction: Transaction<Database>,
  { organisationId, departmentId }: DepartmentKey,
  now: number,
): Promise<void> {
  await transaction
    .updateTable('invites')
    .set({ revoked_at: now })
    .where('organisation_id', '=', organisationId)
    .where('department_id', '=', departmentId)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Advisors count in no department, so where their stay is written changes nothing that is told. */
async function moveAdvisors(
  transaction: Transaction<Database>,
  { organisationId, departmentId }: DepartmentKey,
  to: string,
): Promise<void> {
  await transaction
    .updateTable('memberships')
    .set({ department_id: to })
    .where('organisation_id', '=', organisationId)
    .where('department_id', '=', departmentId)
    .where('to_day', 'is', null)
    .where('member_id', 'in', (expression) =>
      expression
        .selectFrom('members')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('role', '=', 'advisor'),
    )
    .execute();
}

async function isOccupied(
  transaction: Transaction<Database>,
  { organisationId, departmentId }: DepartmentKey,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('memberships')
    .select('member_id')
    .where('organisation_id', '=', organisationId)
    .where('department_id', '=', departmentId)
    .where('to_day', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whoever was champion of nothing else is a member again. */
async function endChampions(
  transaction: Transaction<Database>,
  { organisationId, departmentId }: DepartmentKey,
): Promise<void> {
  await transaction
    .deleteFrom('champions')
    .where('organisation_id', '=', organisationId)
    .where('department_id', '=', departmentId)
    .execute();
  await transaction
    .updateTable('members')
    .set({ role: 'member' })
    .where('organisation_id', '=', organisationId)
    .where('role', '=', 'champion')
    .where('left_at', 'is', null)
    .where('id', 'not in', (expression) =>
      expression
        .selectFrom('champions')
        .select('member_id')
        .where('organisation_id', '=', organisationId),
    )
    .execute();
}
