import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { markPeople } from './marks.ts';

/** An organisation with everything its first minute needs, made in one transaction. */
export interface NewOrganisation {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly locale: 'ja' | 'en';
  readonly country: string;
  readonly createdAt: number;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}

/** A stored organisation. */
export interface Organisation extends Omit<NewOrganisation, 'departments'> {
  /** JSON text of its settings. */
  readonly settings: string;
}

/** A stored department. */
export interface Department {
  readonly id: string;
  readonly name: string;
  readonly settings: string;
}

/** A department with whether it was closed; what it earned stays, and other departments were counted with it. */
export interface DepartmentEver extends Department {
  readonly isClosed: boolean;
}

/** Organisations and their departments. */
export interface Organisations {
  /** Writes what is given, and nothing else. */
  change(
    id: string,
    change: Partial<Pick<Organisation, 'name' | 'timeZone' | 'locale' | 'country' | 'settings'>>,
  ): Promise<void>;
  addDepartment(
    organisationId: string,
    department: { readonly id: string; readonly name: string; readonly createdAt: number },
  ): Promise<void>;
  /** False when there is no such department. */
  changeDepartment(
    organisationId: string,
    departmentId: string,
    change: Partial<Pick<Department, 'name' | 'settings'>>,
  ): Promise<boolean>;
  byId(id: string): Promise<Organisation | undefined>;
  /** The open ones, in the order to show. */
  departments(organisationId: string): Promise<Department[]>;
  /** All that ever were, in the same order; for figures alone. */
  everyDepartment(organisationId: string): Promise<DepartmentEver[]>;
  /** Ids of all organisations on this hub, for the jobs. */
  ids(): Promise<string[]>;
}

/** The repository over an open database. */
export function createOrganisations(db: Kysely<Database>): Organisations {
  return {
    async change(id, { name, timeZone, locale, country, settings }) {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('organisations')
          .set(given({ name, time_zone: timeZone, locale, country, settings }))
          .where('id', '=', id)
          .execute();
        await markPeople(transaction, id);
      });
    },

    async addDepartment(organisationId, { id, name, createdAt }) {
      await db.transaction().execute(async (transaction) => {
        await insertDepartments(transaction, { id: organisationId, createdAt }, [{ id, name }]);
        await markPeople(transaction, organisationId);
      });
    },

    async changeDepartment(organisationId, departmentId, { name, settings }) {
      return db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('departments')
          .set(given({ name, settings }))
          .where('organisation_id', '=', organisationId)
          .where('id', '=', departmentId)
          .executeTakeFirst();
        await markPeople(transaction, organisationId);
        return numUpdatedRows === 1n;
      });
    },

    async byId(id) {
      const row = await db
        .selectFrom('organisations')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return (
        row && {
          id: row.id,
          name: row.name,
          timeZone: row.time_zone,
          locale: row.locale === 'en' ? 'en' : 'ja',
          country: row.country,
          settings: row.settings,
          createdAt: row.created_at,
        }
      );
    },

    async departments(organisationId) {
      return db
        .selectFrom('departments')
        .select(['id', 'name', 'settings'])
        .where('organisation_id', '=', organisationId)
        .where('archived_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
    },

    async everyDepartment(organisationId) {
      const rows = await db
        .selectFrom('departments')
        .select(['id', 'name', 'settings', 'archived_at'])
        .where('organisation_id', '=', organisationId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(({ archived_at: closedAt, ...row }) => ({
        ...row,
        isClosed: closedAt !== null,
      }));
    },

    async ids() {
      const rows = await db.selectFrom('organisations').select('id').orderBy('id').execute();
      return rows.map((row) => row.id);
    },
  };
}

/** Makes an organisation and its departments; for repositories that do it within a larger transaction. */
export async function insertOrganisation(
  transaction: Transaction<Database>,
  organisation: NewOrganisation,
): Promise<void> {
  await transaction
    .insertInto('organisations')
    .values({
      id: organisation.id,
      name: organisation.name,
      time_zone: organisation.timeZone,
      locale: organisation.locale,
      country: organisation.country,
      settings: '{}',
      created_at: organisation.createdAt,
    })
    .execute();
  await insertDepartments(transaction, organisation, organisation.departments);
}

async function insertDepartments(
  transaction: Transaction<Database>,
  { id: organisationId, createdAt }: Pick<NewOrganisation, 'id' | 'createdAt'>,
  departments: NewOrganisation['departments'],
): Promise<void> {
  await transaction
    .insertInto('departments')
    .values(
      departments.map(({ id, name }, index) => ({
        organisation_id: organisationId,
        id,
        name,
        settings: '{}',
        // A millisecond apart, so that they stay in the order in which they were named.
        created_at: createdAt + index,
        archived_at: null,
      })),
    )
    .execute();
}

/** Only what has a value: an absent one must not become NULL. Something always is written, or the update has no columns. */
function given<T extends object>(change: T): Partial<T> {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}
