import { randomInt } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';

/** Subject of changes to people, stays, leave, calendars and settings; days of use are their own day number. */
export const PEOPLE_AND_CALENDARS = -1;

const LANES = 16;

/** The lane that this hub writes in: it spreads writers, so that hubs do not wait for each other's commit on one row. */
export const OWN_LANE = randomInt(LANES);

/** What has changed in an organisation, by subject: a number that only rises. Readers compare and read again what rose. */
export interface Marks {
  of(organisationId: string): Promise<Map<number, number>>;
}

/** The repository over an open database. */
export function createMarks(db: Kysely<Database>): Marks {
  return {
    async of(organisationId) {
      const rows = await db
        .selectFrom('marks')
        .select(['subject', 'version'])
        .where('organisation_id', '=', organisationId)
        .execute();
      const versions = new Map<number, number>();
      for (const { subject, version } of rows) {
        versions.set(subject, (versions.get(subject) ?? 0) + version);
      }
      return versions;
    },
  };
}

/**
 * Says, in the transaction that changes them, that subjects changed. A reader who reads the marks before the rows can miss
 * nothing: rows newer than the marks are only read once more. Each hub writes in a lane of its own.
 */
export async function mark(
  transaction: Transaction<Database>,
  subjects: readonly { readonly organisationId: string; readonly subject: number }[],
): Promise<void> {
  const unique = new Map(subjects.map((each) => [`${each.organisationId} ${each.subject}`, each]));
  if (unique.size === 0) return;
  const rows = [...unique.values()]
    .toSorted((a, b) =>
      a.organisationId === b.organisationId
        ? a.subject - b.subject
        : a.organisationId < b.organisationId
          ? -1
          : 1,
    )
    .map(({ organisationId, subject }) => ({
      organisation_id: organisationId,
      subject,
      lane: OWN_LANE,
      version: 1,
    }));
  await transaction
    .insertInto('marks')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'subject', 'lane'])
        .doUpdateSet((expression) => ({ version: expression('marks.version', '+', 1) })),
    )
    .execute();
}

/** `mark` for people, stays, leave, calendars and settings of one organisation. */
export async function markPeople(
  transaction: Transaction<Database>,
  organisationId: string,
): Promise<void> {
  await mark(transaction, [{ organisationId, subject: PEOPLE_AND_CALENDARS }]);
}
