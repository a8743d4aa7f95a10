import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { promptTextSchema } from '../../lib/contract/workflow.ts';
import type { SharedReview } from '../../lib/domain/shared-prompt.ts';
import type { PromptText } from '../../lib/domain/workflow.ts';
import type { Database } from '../db/schema.ts';
import type { Changed, ChangesQuery } from './shared-workflows.ts';

const stateSchema = z.enum(['waiting', 'inUse', 'retired', 'withdrawn']);
const versionStateSchema = z.enum(['submitted', 'returned', 'approved']);

/** One text of a prompt with its author and what came of it. */
export interface StoredVersion {
  readonly version: number;
  /** Undefined once the author was erased. */
  readonly memberId: string | undefined;
  readonly state: z.infer<typeof versionStateSchema>;
  readonly named: boolean;
  readonly text: PromptText;
  readonly word: string | undefined;
  readonly submittedAt: number;
  readonly decidedAt: number | undefined;
}

/** A prompt of another department. */
interface PromptOrigin {
  readonly departmentId: string;
  readonly promptId: string;
}

/** A department's prompt as stored, with the text in use (or last in use) and the one that is open. */
export interface StoredPrompt {
  readonly id: string;
  readonly departmentId: string;
  readonly workflowId: string | undefined;
  readonly review: SharedReview;
  readonly inUse: StoredVersion | undefined;
  readonly open: StoredVersion | undefined;
  readonly createdAt: number;
  /** What it was copied from when its workflow spread; undefined for one that was written here. */
  readonly origin: PromptOrigin | undefined;
}

/** A prompt by its id, whatever its department and state. */
export async function promptById(
  db: Kysely<Database>,
  organisationId: string,
  id: string,
): Promise<StoredPrompt | undefined> {
  const row = await db
    .selectFrom('shared_prompts')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && (await withTexts(db, organisationId, [row]))[0];
}

/** Prompts that changed, withdrawn ones included. */
export async function promptChanges(
  db: Kysely<Database>,
  { organisationId, departmentId, since, limit }: ChangesQuery,
): Promise<Changed<StoredPrompt>[]> {
  const rows = await db
    .selectFrom('shared_prompts')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('department_id', '=', departmentId)
    .where('seq', '>', since)
    .orderBy('seq')
    .limit(limit)
    .execute();
  const prompts = await withTexts(db, organisationId, rows);
  return prompts.map((prompt, index) => ({ ...prompt, seq: rows[index]?.seq ?? 0 }));
}

/** Every text of a prompt that was in use, newest first; and who wrote any of its texts. */
export async function promptHistory(
  db: Kysely<Database>,
  organisationId: string,
  promptId: string,
): Promise<{ readonly approved: StoredVersion[]; readonly authors: ReadonlySet<string> }> {
  const rows = await db
    .selectFrom('shared_prompt_versions')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('prompt_id', '=', promptId)
    .orderBy('version', 'desc')
    .execute();
  return {
    approved: rows.filter(({ state }) => state === 'approved').map(versionFromRow),
    authors: new Set(rows.flatMap((row) => row.member_id ?? [])),
  };
}

/** Ids of a department's prompts that are in use. */
export async function promptsInUse(
  db: Kysely<Database>,
  organisationId: string,
  departmentId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('shared_prompts')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('department_id', '=', departmentId)
    .where('state', '=', 'inUse')
    .execute();
  return rows.map(({ id }) => id);
}

/** How many texts of a member wait for an answer. */
export async function openSubmissions(
  db: Kysely<Database>,
  organisationId: string,
  memberId: string,
): Promise<number> {
  const row = await db
    .selectFrom('shared_prompt_versions')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('member_id', '=', memberId)
    .where('state', '=', 'submitted')
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** How many prompts a department keeps. */
export async function keptPrompts(
  db: Kysely<Database>,
  organisationId: string,
  departmentId: string,
): Promise<number> {
  const row = await db
    .selectFrom('shared_prompts')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('department_id', '=', departmentId)
    .where('state', '!=', 'withdrawn')
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/**
 * Writes a prompt and its open text, as new or over what stood there; where it was copied from stays as it was first. An open text that is not there any more is deleted;
 * texts that were in use never are.
 */
export async function putPrompt(
  db: Kysely<Database>,
  organisationId: string,
  prompt: Changed<StoredPrompt>,
): Promise<void> {
  const { review } = prompt;
  const changing = {
    department_id: prompt.departmentId,
    workflow_id: prompt.workflowId ?? null,
    state: review.state,
    version: review.version,
    latest: review.latest,
    reviewed_at: review.reviewedAt ?? null,
    seq: prompt.seq,
  };
  await db
    .insertInto('shared_prompts')
    .values({
      organisation_id: organisationId,
      id: prompt.id,
      created_at: prompt.createdAt,
      from_department: prompt.origin?.departmentId ?? null,
      from_prompt: prompt.origin?.promptId ?? null,
      ...changing,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(changing))
    .execute();
  await db
    .deleteFrom('shared_prompt_versions')
    .where('organisation_id', '=', organisationId)
    .where('prompt_id', '=', prompt.id)
    .where('state', '!=', 'approved')
    .execute();
  for (const version of [prompt.inUse, prompt.open]) {
    if (version !== undefined) await putVersion(db, { organisationId, id: prompt.id }, version);
  }
}

async function putVersion(
  db: Kysely<Database>,
  prompt: { readonly organisationId: string; readonly id: string },
  version: StoredVersion,
): Promise<void> {
  const changing = {
    member_id: version.memberId ?? null,
    state: version.state,
    named: version.named ? 1 : 0,
    content: JSON.stringify(version.text),
    word: version.word ?? null,
    submitted_at: version.submittedAt,
    decided_at: version.decidedAt ?? null,
  };
  await db
    .insertInto('shared_prompt_versions')
    .values({
      organisation_id: prompt.organisationId,
      prompt_id: prompt.id,
      version: version.version,
      ...changing,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'prompt_id', 'version']).doUpdateSet(changing),
    )
    .execute();
}

type PromptRow = Selectable<Database['shared_prompts']>;

/** Rows with the texts that matter now; older ones are read when somebody asks for them. */
async function withTexts(
  db: Kysely<Database>,
  organisationId: string,
  rows: readonly PromptRow[],
): Promise<StoredPrompt[]> {
  if (rows.length === 0) return [];
  const texts = await db
    .selectFrom('shared_prompt_versions')
    .innerJoin('shared_prompts', (join) =>
      join
        .onRef('shared_prompts.organisation_id', '=', 'shared_prompt_versions.organisation_id')
        .onRef('shared_prompts.id', '=', 'shared_prompt_versions.prompt_id'),
    )
    .selectAll('shared_prompt_versions')
    .where('shared_prompt_versions.organisation_id', '=', organisationId)
    .where(
      'shared_prompt_versions.prompt_id',
      'in',
      rows.map(({ id }) => id),
    )
    .where((expression) =>
      expression.or([
        expression('shared_prompt_versions.state', '!=', 'approved'),
        expression('shared_prompt_versions.version', '=', expression.ref('shared_prompts.version')),
      ]),
    )
    .execute();
  const textsOf = Map.groupBy(texts, (row) => row.prompt_id);
  return rows.map((row) => fromRows(row, (textsOf.get(row.id) ?? []).map(versionFromRow)));
}

function fromRows(row: PromptRow, versions: readonly StoredVersion[]): StoredPrompt {
  const open = versions.find(({ state }) => state !== 'approved');
  return {
    id: row.id,
    departmentId: row.department_id,
    workflowId: row.workflow_id ?? undefined,
    review: {
      state: stateSchema.parse(row.state),
      version: row.version,
      latest: row.latest,
      reviewedAt: row.reviewed_at ?? undefined,
      open:
        open === undefined || open.state === 'approved'
          ? undefined
          : { version: open.version, state: open.state },
    },
    inUse: versions.find(({ state, version }) => state === 'approved' && version === row.version),
    open,
    createdAt: row.created_at,
    origin:
      row.from_department === null || row.from_prompt === null
        ? undefined
        : { departmentId: row.from_department, promptId: row.from_prompt },
  };
}

function versionFromRow(row: Selectable<Database['shared_prompt_versions']>): StoredVersion {
  return {
    version: row.version,
    memberId: row.member_id ?? undefined,
    state: versionStateSchema.parse(row.state),
    named: row.named === 1,
    text: promptTextSchema.parse(JSON.parse(row.content)),
    word: row.word ?? undefined,
    submittedAt: row.submitted_at,
    decidedAt: row.decided_at ?? undefined,
  };
}
