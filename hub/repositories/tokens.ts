import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { SecretRef } from '../services/secret-codes.ts';

/** A token that still works. */
export interface Token {
  readonly id: string;
  readonly hash: string;
  readonly label: string;
  readonly createdAt: number;
}

/** What opens the hub to a device. */
export interface Tokens {
  add(organisationId: string, memberId: string, token: Token): Promise<void>;
  /** Those that work, newest first. */
  ofMember(organisationId: string, memberId: string): Promise<Token[]>;
  /**
   * Ends a token, and the member's code for a further device: the one that is ended may have offered it. False when the
   * member has no such token. Revoking twice changes nothing more.
   */
  revoke(
    token: { organisationId: string; memberId: string; tokenId: string },
    now: number,
  ): Promise<boolean>;
  /** Remembers a code for a second device in place of the member's earlier one. */
  offerDeviceCode(code: SecretRef & { memberId: string; expiresAt: number }): Promise<void>;
  /** Uses up a device code, whose organisation nobody says aloud; undefined when it is unknown, used or expired. */
  redeemDeviceCode(
    hash: string,
    now: number,
  ): Promise<{ organisationId: string; memberId: string } | undefined>;
  /** Deletes codes that nobody used in time. */
  dropExpiredDeviceCodes(now: number): Promise<void>;
}

/** The repository over an open database. */
export function createTokens(db: Kysely<Database>): Tokens {
  return {
    async add(organisationId, memberId, { id, hash, label, createdAt }) {
      await db
        .insertInto('tokens')
        .values({
          organisation_id: organisationId,
          token_hash: hash,
          id,
          member_id: memberId,
          label,
          created_at: createdAt,
          revoked_at: null,
        })
        .execute();
    },

    async ofMember(organisationId, memberId) {
      return db
        .selectFrom('tokens')
        .select(['id', 'token_hash as hash', 'label', 'created_at as createdAt'])
        .where('organisation_id', '=', organisationId)
        .where('member_id', '=', memberId)
        .where('revoked_at', 'is', null)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
    },

    async revoke({ organisationId, memberId, tokenId }, now) {
      return db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('tokens')
          .set((expression) => ({
            revoked_at: expression.fn.coalesce('revoked_at', expression.val(now)),
          }))
          .where('organisation_id', '=', organisationId)
          .where('member_id', '=', memberId)
          .where('id', '=', tokenId)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) return false;
        await transaction
          .deleteFrom('device_codes')
          .where('organisation_id', '=', organisationId)
          .where('member_id', '=', memberId)
          .execute();
        return true;
      });
    },

    async offerDeviceCode({ organisationId, memberId, hash, expiresAt }) {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('device_codes')
          .where('organisation_id', '=', organisationId)
          .where('member_id', '=', memberId)
          .execute();
        await transaction
          .insertInto('device_codes')
          .values({
            organisation_id: organisationId,
            code_hash: hash,
            member_id: memberId,
            expires_at: expiresAt,
          })
          .execute();
      });
    },

    async redeemDeviceCode(hash, now) {
      // The one look-up without an organisation: eight characters have no room for one, and the table holds minutes only.
      const taken = await db
        .deleteFrom('device_codes')
        .where('code_hash', '=', hash)
        .where('expires_at', '>', now)
        .returning(['organisation_id as organisationId', 'member_id as memberId'])
        .execute();
      // Two people with the same code: nobody gets the other's place.
      return taken.length === 1 ? taken[0] : undefined;
    },

    async dropExpiredDeviceCodes(now) {
      await db.deleteFrom('device_codes').where('expires_at', '<=', now).execute();
    },
  };
}
