import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';

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

/** Organisations and their departments. */
export interface Organisations {
  create(organisation: NewOrganisation): Promise<void>;
  byId(id: string): Promise<Organisation | undefined>;
  departments(organisationId: string): Promise<Department[]>;
  /** Ids of all organisations on this hub, for the jobs. */
  ids(): Promise<string[]>;
}

/** The repository over an open database. */
export function createOrganisations(db: Kysely<Database>): Organisations {
  return {
    async create(organisation) {
      await db.transaction().execute(async (transaction) => {
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
        await transaction
          .insertInto('departments')
          .values(
            organisation.departments.map(({ id, name }) => ({
              organisation_id: organisation.id,
              id,
              name,
              settings: '{}',
              created_at: organisation.createdAt,
              archived_at: null,
            })),
          )
          .execute();
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

    async ids() {
      const rows = await db.selectFrom('organisations').select('id').orderBy('id').execute();
      return rows.map((row) => row.id);
    },
  };
}
