import type { Kysely, Transaction } from 'kysely';
import { inviteSchema, type Invite, type Role } from '../../lib/contract/hub/people.ts';
import type { Database } from '../db/schema.ts';

/** An invite to be made; the hash stands for its code. */
export interface NewInvite {
  readonly organisationId: string;
  readonly id: string;
  readonly codeHash: string;
  readonly departmentId: string;
  readonly role: Role;
  readonly expiresAt: number;
  readonly maxUses: number;
  readonly createdBy: string;
  readonly createdAt: number;
}

/** Invites of departments. They are used up in `hub/repositories/people.ts`. */
export interface Invites {
  add(invite: NewInvite): Promise<void>;
  /** Newest first. */
  ofDepartment(organisationId: string, departmentId: string): Promise<Invite[]>;
  /** Places left at an instant in each department's invites that still work; without any, a department is absent. */
  placesLeft(organisationId: string, now: number): Promise<Map<string, number>>;
  /** False when the department has no such invite. Revoking twice changes nothing. */
  revoke(
    invite: { organisationId: string; departmentId: string; inviteId: string },
    now: number,
  ): Promise<boolean>;
}

/** The repository over an open database. */
export function createInvites(db: Kysely<Database>): Invites {
  return {
    async add(invite) {
      await db.transaction().execute((transaction) => insertInvites(transaction, [invite]));
    },

    async ofDepartment(organisationId, departmentId) {
      const rows = await db
        .selectFrom('invites')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row) =>
        inviteSchema.parse({
          id: row.id,
          departmentId: row.department_id,
          role: row.role,
          expiresAt: row.expires_at,
          maxUses: row.max_uses,
          uses: row.uses,
          revoked: row.revoked_at !== null,
        }),
      );
    },

    async placesLeft(organisationId, now) {
      const rows = await db
        .selectFrom('invites')
        .select('department_id as id')
        .select((expression) => [
          expression.fn.sum<number | string>('max_uses').as('places'),
          expression.fn.sum<number | string>('uses').as('uses'),
        ])
        .where('organisation_id', '=', organisationId)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', now)
        .groupBy('department_id')
        .execute();
      return new Map(rows.map(({ id, places, uses }) => [id, Number(places) - Number(uses)]));
    },

    async revoke({ organisationId, departmentId, inviteId }, now) {
      const { numUpdatedRows } = await db
        .updateTable('invites')
        .set((expression) => ({
          revoked_at: expression.fn.coalesce('revoked_at', expression.val(now)),
        }))
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .where('id', '=', inviteId)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

/** Makes invites; for repositories that do it within a larger transaction. */
export async function insertInvites(
  transaction: Transaction<Database>,
  invites: readonly NewInvite[],
): Promise<void> {
  await transaction
    .insertInto('invites')
    .values(
      invites.map((invite) => ({
        organisation_id: invite.organisationId,
        code_hash: invite.codeHash,
        id: invite.id,
        department_id: invite.departmentId,
        role: invite.role,
        expires_at: invite.expiresAt,
        max_uses: invite.maxUses,
        uses: 0,
        revoked_at: null,
        created_by: invite.createdBy,
        created_at: invite.createdAt,
      })),
    )
    .execute();
}
