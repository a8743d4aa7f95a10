import type { Kysely, Selectable, Transaction } from 'kysely';
import { roleSchema, type Role } from '../../lib/contract/hub/people.ts';
import { prepareQuery } from '../db/prepared.ts';
import type { Database } from '../db/schema.ts';
import type { SecretRef } from '../services/secret-codes.ts';
import { markPeople } from './marks.ts';

/** A member with the department of today. Days as days since 1970-01-01. */
export interface Member {
  readonly organisationId: string;
  readonly id: string;
  readonly displayName: string;
  readonly email: string | undefined;
  readonly role: Role;
  readonly language: 'ja' | 'en';
  readonly departmentId: string;
  /** First day in the present department. */
  readonly fromDay: number;
  /** Departments this member is champion of. */
  readonly championOf: readonly string[];
}

/** A stay of a member in a department; `toDay` is the last day, undefined while it lasts. */
export interface Membership {
  readonly memberId: string;
  readonly departmentId: string;
  readonly fromDay: number;
  readonly toDay: number | undefined;
}

/** A person who comes in with a first token. */
export interface Newcomer {
  readonly organisationId: string;
  readonly id: string;
  readonly displayName: string;
  readonly email: string | undefined;
  readonly role: Role;
  readonly language: 'ja' | 'en';
  readonly departmentId: string;
  readonly fromDay: number;
  readonly createdAt: number;
  readonly token: { readonly id: string; readonly hash: string; readonly label: string };
}

/** People as they come in and are recognised. */
export interface People {
  /** The member of a token that is neither revoked nor of somebody who left. */
  byToken(token: SecretRef): Promise<Member | undefined>;
  /** Every stay in an organisation that touches the days between, both included; advisors' excepted. */
  memberships(organisationId: string, fromDay: number, toDay: number): Promise<Membership[]>;
  /** The same of everybody who belonged to one of these departments on one of these days, their stays in others included. */
  membershipsAround(
    departments: { readonly organisationId: string; readonly departmentIds: readonly string[] },
    fromDay: number,
    toDay: number,
  ): Promise<Membership[]>;
  /** A present member. */
  byId(organisationId: string, memberId: string): Promise<Member | undefined>;
  /**
   * Uses up one use of an invite and brings its person in, in one transaction; undefined when the invite is unknown,
   * expired, revoked or used up. Two people at the last use: one of them gets it.
   */
  redeem(
    code: SecretRef,
    now: number,
    newcomer: (invite: { departmentId: string; role: Role }) => Newcomer,
  ): Promise<Newcomer | undefined>;
}

/** The repository over an open database. */
export function createPeople(db: Kysely<Database>): People {
  // Every request asks this, so both are compiled once, and the second is for the few who may be champions.
  const ofToken = prepareQuery(db, ['organisation', 'hash'], ({ organisation, hash }) =>
    db
      .selectFrom('tokens')
      .innerJoin('members', (join) =>
        join
          .onRef('members.organisation_id', '=', 'tokens.organisation_id')
          .onRef('members.id', '=', 'tokens.member_id'),
      )
      .innerJoin('memberships', (join) =>
        join
          .onRef('memberships.organisation_id', '=', 'tokens.organisation_id')
          .onRef('memberships.member_id', '=', 'tokens.member_id'),
      )
      .select([
        'members.id',
        'members.display_name',
        'members.email',
        'members.role',
        'members.language',
        'memberships.department_id',
        'memberships.from_day',
      ])
      .where('tokens.organisation_id', '=', organisation)
      .where('tokens.token_hash', '=', hash)
      .where('tokens.revoked_at', 'is', null)
      .where('members.left_at', 'is', null)
      .where('memberships.to_day', 'is', null),
  );
  const championed = prepareQuery(db, ['organisation', 'member'], ({ organisation, member }) =>
    db
      .selectFrom('champions')
      .select('department_id')
      .where('organisation_id', '=', organisation)
      .where('member_id', '=', member)
      .orderBy('department_id'),
  );

  const staysBetween = ({
    organisationId,
    fromDay,
    toDay,
  }: {
    readonly organisationId: string;
    readonly fromDay: number;
    readonly toDay: number;
  }) =>
    db
      .selectFrom('memberships')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('from_day', '<=', toDay)
      // Advisors see totals and are in none (METRICS.md, Words).
      .where('member_id', 'not in', (expression) =>
        expression
          .selectFrom('members')
          .select('id')
          .where('organisation_id', '=', organisationId)
          .where('role', '=', 'advisor'),
      )
      .where((expression) =>
        expression.or([expression('to_day', 'is', null), expression('to_day', '>=', fromDay)]),
      )
      .orderBy('member_id')
      .orderBy('from_day');

  return {
    async byToken({ organisationId, hash }) {
      const [row] = await ofToken({ organisation: organisationId, hash });
      if (!row) return undefined;
      const departments =
        row.role === 'member'
          ? []
          : await championed({ organisation: organisationId, member: row.id });
      return memberOf(
        { ...row, organisationId },
        departments.map(({ department_id: id }) => id),
      );
    },

    async memberships(organisationId, fromDay, toDay) {
      return (await staysBetween({ organisationId, fromDay, toDay }).execute()).map(membershipOf);
    },

    async membershipsAround({ organisationId, departmentIds }, fromDay, toDay) {
      if (departmentIds.length === 0) return [];
      const rows = await staysBetween({ organisationId, fromDay, toDay })
        .where('member_id', 'in', (expression) =>
          expression
            .selectFrom('memberships')
            .select('member_id')
            .where('organisation_id', '=', organisationId)
            .where('department_id', 'in', departmentIds)
            .where('from_day', '<=', toDay)
            .where((each) => each.or([each('to_day', 'is', null), each('to_day', '>=', fromDay)])),
        )
        .execute();
      return rows.map(membershipOf);
    },

    byId: (organisationId, memberId) => memberById(db, organisationId, memberId),

    async redeem({ organisationId, hash }, now, newcomer) {
      return db.transaction().execute(async (transaction) => {
        // The use is taken first and only while one is left, so a race cannot take it twice.
        const taken = await transaction
          .updateTable('invites')
          .set((expression) => ({ uses: expression('uses', '+', 1) }))
          .where('organisation_id', '=', organisationId)
          .where('code_hash', '=', hash)
          .where('revoked_at', 'is', null)
          .where('expires_at', '>', now)
          .whereRef('uses', '<', 'max_uses')
          // One that was made while its department closed.
          .where('department_id', 'in', (expression) =>
            expression
              .selectFrom('departments')
              .select('id')
              .where('organisation_id', '=', organisationId)
              .where('archived_at', 'is', null),
          )
          .returning(['department_id', 'role'])
          .executeTakeFirst();
        if (!taken) return undefined;
        const person = newcomer({
          departmentId: taken.department_id,
          role: roleSchema.parse(taken.role),
        });
        await insertNewcomer(transaction, person);
        return person;
      });
    },
  };
}

/** Brings a person in with a first stay and token; for repositories that do it within a larger transaction. */
export async function insertNewcomer(
  transaction: Transaction<Database>,
  newcomer: Newcomer,
): Promise<void> {
  const { organisationId } = newcomer;
  await markPeople(transaction, organisationId);
  await transaction
    .insertInto('members')
    .values({
      organisation_id: organisationId,
      id: newcomer.id,
      display_name: newcomer.displayName,
      email: newcomer.email ?? null,
      role: newcomer.role,
      language: newcomer.language,
      created_at: newcomer.createdAt,
    })
    .execute();
  await transaction
    .insertInto('memberships')
    .values({
      organisation_id: organisationId,
      member_id: newcomer.id,
      from_day: newcomer.fromDay,
      department_id: newcomer.departmentId,
      to_day: null,
    })
    .execute();
  if (newcomer.role === 'champion') {
    await transaction
      .insertInto('champions')
      .values({
        organisation_id: organisationId,
        department_id: newcomer.departmentId,
        member_id: newcomer.id,
      })
      .execute();
  }
  await transaction
    .insertInto('tokens')
    .values({
      organisation_id: organisationId,
      token_hash: newcomer.token.hash,
      id: newcomer.token.id,
      member_id: newcomer.id,
      label: newcomer.token.label,
      created_at: newcomer.createdAt,
      revoked_at: null,
    })
    .execute();
}

async function memberById(
  db: Kysely<Database>,
  organisationId: string,
  memberId: string,
): Promise<Member | undefined> {
  const member = await db
    .selectFrom('members')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', memberId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  const stay = await db
    .selectFrom('memberships')
    .select(['department_id', 'from_day'])
    .where('organisation_id', '=', organisationId)
    .where('member_id', '=', memberId)
    .where('to_day', 'is', null)
    .executeTakeFirst();
  if (!member || !stay) return undefined;
  const champions = await db
    .selectFrom('champions')
    .select('department_id')
    .where('organisation_id', '=', organisationId)
    .where('member_id', '=', memberId)
    .orderBy('department_id')
    .execute();
  return memberOf(
    { ...member, ...stay, organisationId },
    champions.map((row) => row.department_id),
  );
}

interface MemberRow {
  readonly organisationId: string;
  readonly id: string;
  readonly display_name: string;
  readonly email: string | null;
  readonly role: string;
  readonly language: string;
  readonly department_id: string;
  readonly from_day: number;
}

function membershipOf(row: Selectable<Database['memberships']>): Membership {
  return {
    memberId: row.member_id,
    departmentId: row.department_id,
    fromDay: row.from_day,
    toDay: row.to_day ?? undefined,
  };
}

function memberOf(row: MemberRow, championOf: readonly string[]): Member {
  return {
    organisationId: row.organisationId,
    id: row.id,
    displayName: row.display_name,
    email: row.email ?? undefined,
    role: roleSchema.parse(row.role),
    language: row.language === 'en' ? 'en' : 'ja',
    departmentId: row.department_id,
    fromDay: row.from_day,
    championOf,
  };
}
