import type { Kysely, Transaction } from 'kysely';
import { roleSchema, type Role } from '../../lib/contract/hub/people.ts';
import type { Database } from '../db/schema.ts';
import { holdOpen } from './closing.ts';
import { markPeople } from './marks.ts';

/** One present member. Days since 1970-01-01. */
export interface RosterMember {
  readonly id: string;
  readonly displayName: string;
  readonly role: Role;
  readonly departmentId: string;
  readonly championOf: readonly string[];
  /** First day in any department. */
  readonly joinedDay: number;
}

/** Names a member within an organisation. */
export interface MemberKey {
  readonly organisationId: string;
  readonly memberId: string;
}

/** Changes to people who are here already. */
export interface Roster {
  /** Everybody who is here, by name. */
  ofOrganisation(organisationId: string): Promise<RosterMember[]>;
  /** How many are in each department today; advisors are in none. */
  counts(organisationId: string): Promise<Map<string, number>>;
  changePerson(
    member: MemberKey,
    change: {
      readonly displayName?: string | undefined;
      readonly email?: string | null | undefined;
      readonly language?: 'ja' | 'en' | undefined;
    },
  ): Promise<void>;
  /**
   * Sets a role and the departments the member is champion of. False, and nothing changed, when it would leave the
   * organisation without an owner.
   */
  setRole(member: MemberKey, role: Role, championOf: readonly string[]): Promise<boolean>;
  /**
   * Ends the present stay on the day before and begins one in another department; history stays where it was earned. False,
   * and nothing changed, when the department was closed.
   */
  move(member: MemberKey, departmentId: string, fromDay: number): Promise<boolean>;
  /**
   * Ends the stay and all tokens; the rows go at `eraseAfter` (ms). False, and nothing changed, for the last owner while
   * others are here.
   */
  leave(
    member: MemberKey,
    when: { readonly lastDay: number; readonly now: number; readonly eraseAfter: number },
  ): Promise<boolean>;
}

/** The repository over an open database. */
export function createRoster(db: Kysely<Database>): Roster {
  return {
    async ofOrganisation(organisationId) {
      const members = await db
        .selectFrom('members')
        .select(['id', 'display_name', 'role'])
        .where('organisation_id', '=', organisationId)
        .where('left_at', 'is', null)
        .orderBy('display_name')
        .orderBy('id')
        .execute();
      const stays = await db
        .selectFrom('memberships')
        .select(['member_id', 'department_id', 'from_day', 'to_day'])
        .where('organisation_id', '=', organisationId)
        .orderBy('from_day')
        .execute();
      const champions = await db
        .selectFrom('champions')
        .select(['member_id', 'department_id'])
        .where('organisation_id', '=', organisationId)
        .orderBy('department_id')
        .execute();
      const staysOf = Map.groupBy(stays, (row) => row.member_id);
      const championsOf = Map.groupBy(champions, (row) => row.member_id);
      return members.flatMap((member) => {
        const own = staysOf.get(member.id) ?? [];
        const present = own.find((stay) => stay.to_day === null);
        if (!present) return [];
        return {
          id: member.id,
          displayName: member.display_name,
          role: roleSchema.parse(member.role),
          departmentId: present.department_id,
          championOf: (championsOf.get(member.id) ?? []).map((row) => row.department_id),
          joinedDay: own[0]?.from_day ?? present.from_day,
        };
      });
    },

    async counts(organisationId) {
      const rows = await db
        .selectFrom('memberships')
        .innerJoin('members', (join) =>
          join
            .onRef('members.organisation_id', '=', 'memberships.organisation_id')
            .onRef('members.id', '=', 'memberships.member_id'),
        )
        .select(['memberships.department_id as id'])
        .select((expression) => expression.fn.countAll<number | string>().as('members'))
        .where('memberships.organisation_id', '=', organisationId)
        .where('memberships.to_day', 'is', null)
        .where('members.role', '!=', 'advisor')
        .groupBy('memberships.department_id')
        .execute();
      return new Map(rows.map(({ id, members }) => [id, Number(members)]));
    },

    async changePerson({ organisationId, memberId }, { displayName, email, language }) {
      const change = {
        ...(displayName === undefined ? {} : { display_name: displayName }),
        ...(email === undefined ? {} : { email }),
        ...(language === undefined ? {} : { language }),
      };
      if (Object.keys(change).length === 0) return;
      await db
        .updateTable('members')
        .set(change)
        .where('organisation_id', '=', organisationId)
        .where('id', '=', memberId)
        .execute();
    },

    async setRole({ organisationId, memberId }, role, championOf) {
      return inTransaction(db, async (transaction) => {
        await transaction
          .updateTable('members')
          .set({ role })
          .where('organisation_id', '=', organisationId)
          .where('id', '=', memberId)
          .execute();
        await transaction
          .deleteFrom('champions')
          .where('organisation_id', '=', organisationId)
          .where('member_id', '=', memberId)
          .execute();
        if (championOf.length > 0) {
          await transaction
            .insertInto('champions')
            .values(
              championOf.map((departmentId) => ({
                organisation_id: organisationId,
                department_id: departmentId,
                member_id: memberId,
              })),
            )
            .execute();
        }
        await markPeople(transaction, organisationId);
        return hasOwner(transaction, organisationId);
      });
    },

    async move({ organisationId, memberId }, departmentId, fromDay) {
      return inTransaction(db, async (transaction) => {
        if (!(await holdOpen(transaction, { organisationId, departmentId }))) return false;
        // A stay that began on that day or later never was: it is replaced.
        await transaction
          .deleteFrom('memberships')
          .where('organisation_id', '=', organisationId)
          .where('member_id', '=', memberId)
          .where('from_day', '>=', fromDay)
          .execute();
        await transaction
          .updateTable('memberships')
          .set({ to_day: fromDay - 1 })
          .where('organisation_id', '=', organisationId)
          .where('member_id', '=', memberId)
          .where((expression) =>
            expression.or([expression('to_day', 'is', null), expression('to_day', '>=', fromDay)]),
          )
          .execute();
        await transaction
          .insertInto('memberships')
          .values({
            organisation_id: organisationId,
            member_id: memberId,
            from_day: fromDay,
            department_id: departmentId,
            to_day: null,
          })
          .execute();
        await markPeople(transaction, organisationId);
        return true;
      });
    },

    async leave({ organisationId, memberId }, { lastDay, now, eraseAfter }) {
      return inTransaction(db, async (transaction) => {
        await transaction
          .updateTable('members')
          .set({ left_at: now, erase_after: eraseAfter })
          .where('organisation_id', '=', organisationId)
          .where('id', '=', memberId)
          .execute();
        await transaction
          .updateTable('memberships')
          .set({ to_day: lastDay })
          .where('organisation_id', '=', organisationId)
          .where('member_id', '=', memberId)
          .where('to_day', 'is', null)
          .execute();
        await transaction
          .updateTable('tokens')
          .set({ revoked_at: now })
          .where('organisation_id', '=', organisationId)
          .where('member_id', '=', memberId)
          .where('revoked_at', 'is', null)
          .execute();
        for (const table of ['champions', 'device_codes'] as const) {
          await transaction
            .deleteFrom(table)
            .where('organisation_id', '=', organisationId)
            .where('member_id', '=', memberId)
            .execute();
        }
        await markPeople(transaction, organisationId);
        return hasOwner(transaction, organisationId);
      });
    },
  };
}

/** Rolls back when the work says that it must not be. */
async function inTransaction(
  db: Kysely<Database>,
  work: (transaction: Transaction<Database>) => Promise<boolean>,
): Promise<boolean> {
  const notToBe = Symbol('not to be');
  try {
    await db.transaction().execute(async (transaction) => {
      if (!(await work(transaction))) throw notToBe;
    });
    return true;
  } catch (error) {
    if (error === notToBe) return false;
    throw error;
  }
}

/** Whether somebody owns the organisation, or nobody is left to need it. */
async function hasOwner(
  transaction: Transaction<Database>,
  organisationId: string,
): Promise<boolean> {
  const present = await transaction
    .selectFrom('members')
    .select('role')
    .where('organisation_id', '=', organisationId)
    .where('left_at', 'is', null)
    .execute();
  return present.length === 0 || present.some(({ role }) => role === 'owner');
}
