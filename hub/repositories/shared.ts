import type { Kysely, Transaction } from 'kysely';
import { withRetries } from '../db/retries.ts';
import type { Database } from '../db/schema.ts';
import type { MemberKey } from './roster.ts';
import {
  noteById,
  noteChanges,
  noteOfMonth,
  putNote,
  toolChanges,
  type StoredNote,
} from './shared-notes.ts';
import {
  keptPrompts,
  openSubmissions,
  promptById,
  promptChanges,
  promptHistory,
  promptsInUse,
  putPrompt,
  type StoredPrompt,
} from './shared-prompts.ts';
import {
  putWorkflow,
  registered,
  workflowById,
  workflowChanges,
  workflowIds,
  workflowsOnBoards,
  type Changed,
  type ChangesQuery,
  type StoredWorkflow,
} from './shared-workflows.ts';

/** What departments share, read. */
export interface SharedReader {
  workflow(organisationId: string, id: string): Promise<StoredWorkflow | undefined>;
  prompt(organisationId: string, id: string): Promise<StoredPrompt | undefined>;
  note(organisationId: string, id: string): Promise<StoredNote | undefined>;
  history(organisationId: string, promptId: string): ReturnType<typeof promptHistory>;
  /** Number of the latest change; 0 before the first. */
  seq(organisationId: string): Promise<number>;
  workflowChanges(query: ChangesQuery): Promise<Changed<StoredWorkflow>[]>;
  /** Ids of all that departments ever shared, also what they took back. */
  workflowIds(organisationId: string): Promise<string[]>;
  /** Every department's workflows that are registered or proposed, in the order of changing. */
  workflowsOnBoards(organisationId: string): Promise<StoredWorkflow[]>;
  /** Ids of registered workflows by department; one without any is not in it. */
  registered(
    organisationId: string,
    departmentIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
  promptChanges(query: ChangesQuery): Promise<Changed<StoredPrompt>[]>;
  noteChanges(query: ChangesQuery): Promise<Changed<StoredNote>[]>;
  toolChanges(organisationId: string, departmentId: string): Promise<Map<string, number>>;
  /** Ids of a department's prompts that are in use. */
  promptsInUse(organisationId: string, departmentId: string): Promise<string[]>;
  /** Names of members who are here, by id; of those of the ids who are not, none. */
  names(organisationId: string, memberIds: Iterable<string>): Promise<Map<string, string>>;
}

/** An organisation's shared things while nobody else changes them. Each `put` takes the next number. */
export interface SharedDraft {
  workflow(id: string): Promise<StoredWorkflow | undefined>;
  prompt(id: string): Promise<StoredPrompt | undefined>;
  note(id: string): Promise<StoredNote | undefined>;
  history(promptId: string): ReturnType<typeof promptHistory>;
  noteOfMonth(
    departmentId: string,
    note: Pick<StoredNote, 'tool' | 'month'>,
  ): Promise<StoredNote | undefined>;
  openSubmissions(memberId: string): Promise<number>;
  keptPrompts(departmentId: string): Promise<number>;
  keptWorkflows(departmentId: string): Promise<number>;
  putWorkflow(workflow: StoredWorkflow): Promise<void>;
  putPrompt(prompt: StoredPrompt): Promise<void>;
  putNote(note: StoredNote): Promise<void>;
}

/** What departments share. */
export interface Shared extends SharedReader {
  /**
   * Changes what an organisation shares, in one transaction and one organisation's changes after the other: the number is
   * taken first, whose row holds every other writer back, so that numbers become visible in their order and a reader who
   * asks for what came after one misses nothing. What `work` throws undoes all of it.
   */
  change<T>(organisationId: string, work: (draft: SharedDraft) => Promise<T>): Promise<T>;
}

/** The repository over an open database. */
export function createShared(db: Kysely<Database>): Shared {
  return {
    workflow: (organisationId, id) => workflowById(db, organisationId, id),
    prompt: (organisationId, id) => promptById(db, organisationId, id),
    note: (organisationId, id) => noteById(db, organisationId, id),
    history: (organisationId, promptId) => promptHistory(db, organisationId, promptId),
    workflowChanges: (query) => workflowChanges(db, query),
    workflowIds: (organisationId) => workflowIds(db, organisationId),
    workflowsOnBoards: (organisationId) => workflowsOnBoards(db, organisationId),
    registered: (organisationId, departmentIds) => registered(db, organisationId, departmentIds),
    promptChanges: (query) => promptChanges(db, query),
    noteChanges: (query) => noteChanges(db, query),
    toolChanges: (organisationId, departmentId) => toolChanges(db, organisationId, departmentId),
    promptsInUse: (organisationId, departmentId) => promptsInUse(db, organisationId, departmentId),

    async seq(organisationId) {
      const row = await db
        .selectFrom('shared_counters')
        .select('seq')
        .where('organisation_id', '=', organisationId)
        .executeTakeFirst();
      return row?.seq ?? 0;
    },

    async names(organisationId, memberIds) {
      const ids = [...new Set(memberIds)];
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('members')
        .select(['id', 'display_name'])
        .where('organisation_id', '=', organisationId)
        .where('id', 'in', ids)
        .where('left_at', 'is', null)
        .execute();
      return new Map(rows.map((row) => [row.id, row.display_name]));
    },

    change(organisationId, work) {
      return withRetries(() =>
        db.transaction().execute(async (transaction) => {
          await nextSeq(transaction, organisationId);
          return work(draftOf(transaction, organisationId));
        }),
      );
    },
  };
}

function draftOf(db: Transaction<Database>, organisationId: string): SharedDraft {
  const numbered = async <T>(
    put: (db: Transaction<Database>, organisationId: string, row: Changed<T>) => Promise<void>,
    row: T,
  ): Promise<void> => put(db, organisationId, { ...row, seq: await nextSeq(db, organisationId) });
  return {
    workflow: (id) => workflowById(db, organisationId, id),
    prompt: (id) => promptById(db, organisationId, id),
    note: (id) => noteById(db, organisationId, id),
    history: (promptId) => promptHistory(db, organisationId, promptId),
    noteOfMonth: (departmentId, note) => noteOfMonth(db, { organisationId, departmentId }, note),
    openSubmissions: (memberId) => openSubmissions(db, organisationId, memberId),
    keptPrompts: (departmentId) => keptPrompts(db, organisationId, departmentId),
    keptWorkflows: (departmentId) => keptWorkflows(db, organisationId, departmentId),
    putWorkflow: (workflow) => numbered<StoredWorkflow>(putWorkflow, workflow),
    putPrompt: (prompt) => numbered<StoredPrompt>(putPrompt, prompt),
    putNote: (note) => numbered<StoredNote>(putNote, note),
  };
}

async function keptWorkflows(
  db: Kysely<Database>,
  organisationId: string,
  departmentId: string,
): Promise<number> {
  const row = await db
    .selectFrom('shared_workflows')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('department_id', '=', departmentId)
    .where('state', '!=', 'withdrawn')
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** The next number of an organisation; its row is held until the transaction ends. */
async function nextSeq(
  transaction: Transaction<Database>,
  organisationId: string,
): Promise<number> {
  const { seq } = await transaction
    .insertInto('shared_counters')
    .values({ organisation_id: organisationId, seq: 1 })
    .onConflict((conflict) =>
      conflict
        .column('organisation_id')
        .doUpdateSet((expression) => ({ seq: expression('shared_counters.seq', '+', 1) })),
    )
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
}

/**
 * Forgets who shared what, for a leaver who is erased: what waits for an answer goes; what is in use stays the
 * department's, without an author. For the repository that erases within its own transaction.
 */
export async function forgetSharer(
  transaction: Transaction<Database>,
  { organisationId, memberId }: MemberKey,
): Promise<void> {
  const own = await transaction
    .selectFrom('shared_prompt_versions')
    .select('prompt_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('member_id', '=', memberId)
    .execute();
  const proposed = await transaction
    .selectFrom('shared_workflows')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('member_id', '=', memberId)
    .execute();
  if (own.length + proposed.length > 0) await nextSeq(transaction, organisationId);
  const draft = draftOf(transaction, organisationId);
  for (const { prompt_id: id } of own) {
    const prompt = await draft.prompt(id);
    if (prompt !== undefined) await draft.putPrompt(withoutAuthor(prompt, memberId));
  }
  await transaction
    .updateTable('shared_prompt_versions')
    .set({ member_id: null, named: 0 })
    .where('organisation_id', '=', organisationId)
    .where('member_id', '=', memberId)
    .execute();
  for (const { id } of proposed) {
    const workflow = await draft.workflow(id);
    if (workflow === undefined) continue;
    await draft.putWorkflow(
      workflow.state === 'proposed'
        ? { ...workflow, memberId: undefined, state: 'withdrawn', workflow: undefined }
        : { ...workflow, memberId: undefined },
    );
  }
  await transaction
    .updateTable('shared_notes')
    .set({ member_id: null })
    .where('organisation_id', '=', organisationId)
    .where('member_id', '=', memberId)
    .execute();
}

function withoutAuthor(prompt: StoredPrompt, memberId: string): StoredPrompt {
  const isOpenTheirs = prompt.open?.memberId === memberId;
  const { open: _, ...review } = prompt.review;
  return {
    ...prompt,
    open: isOpenTheirs ? undefined : prompt.open,
    review: !isOpenTheirs
      ? prompt.review
      : review.version === 0
        ? { ...review, state: 'withdrawn' }
        : review,
    inUse:
      prompt.inUse?.memberId === memberId
        ? { ...prompt.inUse, memberId: undefined, named: false }
        : prompt.inUse,
  };
}
