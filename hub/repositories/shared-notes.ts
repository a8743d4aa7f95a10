import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { noteSchema } from '../../lib/contract/hub/sharing.ts';
import type { Database } from '../db/schema.ts';
import type { Changed, ChangesQuery } from './shared-workflows.ts';

const textSchema = noteSchema.pick({ title: true, changed: true, meaning: true, promptId: true });
const writtenBySchema = z.enum(['owner', 'champion', 'advisor']);

/** What is new in a tool in a month, as stored. */
export interface StoredNote {
  readonly id: string;
  readonly departmentId: string;
  /** Undefined once the writer was erased. */
  readonly memberId: string | undefined;
  readonly writtenBy: z.infer<typeof writtenBySchema>;
  readonly state: 'published' | 'withdrawn';
  readonly tool: string;
  /** `2026-11`. */
  readonly month: string;
  /** Undefined of a withdrawn one: nothing of it is kept. */
  readonly text: z.infer<typeof textSchema> | undefined;
  readonly asksReview: boolean;
  readonly publishedAt: number;
}

/** A note by its id, whatever its department and state. */
export async function noteById(
  db: Kysely<Database>,
  organisationId: string,
  id: string,
): Promise<StoredNote | undefined> {
  const row = await db
    .selectFrom('shared_notes')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Notes that changed, withdrawn ones included. */
export async function noteChanges(
  db: Kysely<Database>,
  { organisationId, departmentId, since, limit }: ChangesQuery,
): Promise<Changed<StoredNote>[]> {
  const rows = await db
    .selectFrom('shared_notes')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('department_id', '=', departmentId)
    .where('seq', '>', since)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...fromRow(row), seq: row.seq }));
}

/** The published note of a tool and month; there is at most one. */
export async function noteOfMonth(
  db: Kysely<Database>,
  { organisationId, departmentId }: Pick<ChangesQuery, 'organisationId' | 'departmentId'>,
  { tool, month }: Pick<StoredNote, 'tool' | 'month'>,
): Promise<StoredNote | undefined> {
  const row = await db
    .selectFrom('shared_notes')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('department_id', '=', departmentId)
    .where('tool', '=', tool)
    .where('month', '=', month)
    .where('state', '=', 'published')
    .executeTakeFirst();
  return row && fromRow(row);
}

/** When each tool last changed such that prompts should be looked at again (ms). */
export async function toolChanges(
  db: Kysely<Database>,
  organisationId: string,
  departmentId: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('shared_notes')
    .select(({ fn }) => ['tool', fn.max('published_at').as('at')])
    .where('organisation_id', '=', organisationId)
    .where('department_id', '=', departmentId)
    .where('state', '=', 'published')
    .where('asks_review', '=', 1)
    .groupBy('tool')
    .execute();
  return new Map(rows.map(({ tool, at }) => [tool, at]));
}

/** Writes a note, as new or over what stood there. */
export async function putNote(
  db: Kysely<Database>,
  organisationId: string,
  note: Changed<StoredNote>,
): Promise<void> {
  const changing = {
    department_id: note.departmentId,
    member_id: note.memberId ?? null,
    written_by: note.writtenBy,
    state: note.state,
    tool: note.tool,
    month: note.month,
    content: note.text === undefined ? '' : JSON.stringify(note.text),
    asks_review: note.asksReview ? 1 : 0,
    published_at: note.publishedAt,
    seq: note.seq,
  };
  await db
    .insertInto('shared_notes')
    .values({ organisation_id: organisationId, id: note.id, ...changing })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(changing))
    .execute();
}

function fromRow(row: Selectable<Database['shared_notes']>): StoredNote {
  return {
    id: row.id,
    departmentId: row.department_id,
    memberId: row.member_id ?? undefined,
    writtenBy: writtenBySchema.parse(row.written_by),
    state: row.state === 'withdrawn' ? 'withdrawn' : 'published',
    tool: row.tool,
    month: row.month,
    text: row.content === '' ? undefined : textSchema.parse(JSON.parse(row.content)),
    asksReview: row.asks_review === 1,
    publishedAt: row.published_at,
  };
}
