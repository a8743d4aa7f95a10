import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../../hub/db/schema.ts';
import {
  makeOrganisationId,
  makeToken,
  parseToken,
} from '../../../../hub/services/secret-codes.ts';

/** Where a filled organisation is. */
export const TIME_ZONE = 'Asia/Tokyo';

/** How large an organisation to make. */
export interface OrganisationSize {
  readonly members: number;
  readonly departments: number;
  /** Days of use before `today`, weekends left out. */
  readonly days: number;
  /** Days since 1970-01-01. */
  readonly today: number;
}

/** What a load needs of it. */
export interface FilledOrganisation {
  readonly organisationId: string;
  readonly departmentIds: readonly string[];
  /** One a member, dealt to the departments in turn; the first is the owner. */
  readonly memberIds: readonly string[];
  /** One a member; the first is the owner's. */
  readonly tokens: readonly string[];
}

const ROWS_PER_STATEMENT = 1000;
const MEMBERS_PER_TRANSACTION = 1000;
/** What a member's id begins with; the number comes after it. */
const MEMBER = 'member-';

/**
 * Writes an organisation straight into the tables, because five thousand people who join one by one would take minutes.
 * Members use the tools on two of three weekdays, at times both; every department has a champion.
 */
export async function fillOrganisation(
  db: Kysely<Database>,
  { members, departments, days, today }: OrganisationSize,
): Promise<FilledOrganisation> {
  const organisationId = makeOrganisationId();
  const departmentIds = Array.from({ length: departments }, (_, index) => `department-${index}`);
  const tokens = Array.from({ length: members }, () => makeToken(organisationId));
  const joined = today - days;
  const at = joined * 86_400_000;
  await db
    .insertInto('organisations')
    .values({
      id: organisationId,
      name: 'Bench',
      time_zone: TIME_ZONE,
      locale: 'ja',
      country: 'JP',
      settings: '{}',
      created_at: at,
    })
    .execute();
  await inParts(departmentIds, async (part) => {
    await db
      .insertInto('departments')
      .values(
        part.map((id, index) => ({
          organisation_id: organisationId,
          id,
          name: id,
          settings: '{}',
          created_at: at + index,
          archived_at: null,
        })),
      )
      .execute();
  });
  const people = tokens.map((token, index) => ({
    id: `${MEMBER}${String(index).padStart(6, '0')}`,
    department: departmentIds[index % departments] ?? '',
    role: index === 0 ? 'owner' : index <= departments ? 'champion' : 'member',
    token,
  }));
  for (let from = 0; from < people.length; from += MEMBERS_PER_TRANSACTION) {
    const part = people.slice(from, from + MEMBERS_PER_TRANSACTION);
    // oxlint-disable-next-line no-await-in-loop
    await db.transaction().execute(async (transaction) => {
      const own = { organisation_id: organisationId };
      await transaction
        .insertInto('members')
        .values(
          part.map(({ id, role }) => ({
            ...own,
            id,
            display_name: id,
            email: `${id}@example.co.jp`,
            role,
            language: 'ja',
            created_at: at,
          })),
        )
        .execute();
      await transaction
        .insertInto('memberships')
        .values(
          part.map(({ id, department }) => ({
            ...own,
            member_id: id,
            from_day: joined,
            department_id: department,
            to_day: null,
          })),
        )
        .execute();
      const champions = part.filter(({ role }) => role === 'champion');
      if (champions.length > 0) {
        await transaction
          .insertInto('champions')
          .values(
            champions.map(({ id, department }) => ({
              ...own,
              department_id: department,
              member_id: id,
            })),
          )
          .execute();
      }
      await transaction
        .insertInto('tokens')
        .values(
          part.map(({ id, token }) => ({
            ...own,
            token_hash: parseToken(token)?.hash ?? '',
            id: `token-${id}`,
            member_id: id,
            label: 'bench',
            created_at: at,
            revoked_at: null,
          })),
        )
        .execute();
    });
  }
  for (let day = joined; day < today; day += 1) {
    if ((day + 3) % 7 >= 5) continue;
    // oxlint-disable-next-line no-await-in-loop
    await db.transaction().execute(async (transaction) => {
      await fillDay(organisationId, day).execute(transaction);
      await transaction
        .insertInto('marks')
        .values({ organisation_id: organisationId, subject: day, lane: 0, version: 1 })
        .execute();
    });
  }
  return { organisationId, departmentIds, memberIds: people.map(({ id }) => id), tokens };
}

/**
 * One day of everybody, made where it is stored: a year of a hundred thousand members is twenty million rows, which would take
 * half an hour to send. A member's number is in the id.
 */
function fillDay(organisationId: string, day: number) {
  const date = sql.lit(day);
  return sql`
    INSERT INTO usage_days (organisation_id, day, member_id, device_id, tool,
      visits, engaged_seconds, prompts_started, self_reported)
    SELECT organisation_id, ${date}, id, 'bench', tool,
      1 + number % 3, 300 + (number * 13 + ${date}) % 900, 1 + (number + ${date}) % 9, 0
    FROM (
      SELECT organisation_id, id, CAST(substr(id, ${sql.lit(MEMBER.length + 1)}) AS INTEGER) AS number
      FROM members WHERE organisation_id = ${organisationId}
    ) AS people
    JOIN (SELECT 'chatgpt' AS tool, 1 AS one_in UNION ALL SELECT 'gemini', 4) AS tools
      ON (number + ${date}) % one_in = 0
    WHERE (number * 7 + ${date} * 5) % 3 <> 0
    ORDER BY id, tool`;
}

async function inParts<T>(
  rows: readonly T[],
  write: (part: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    // oxlint-disable-next-line no-await-in-loop
    await write(rows.slice(from, from + ROWS_PER_STATEMENT));
  }
}
