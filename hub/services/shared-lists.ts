import type {
  DepartmentLibrary,
  NotesReply,
  PromptVersionsReply,
  SharedPromptsReply,
  SharedWorkflowsReply,
} from '../../lib/contract/hub/sharing.ts';
import { promptRunId } from '../../lib/domain/prompt-run.ts';
import { staleBecause } from '../../lib/domain/shared-prompt.ts';
import type { Hub } from '../hub.ts';
import type { Member } from '../repositories/people.ts';
import type { StoredPrompt } from '../repositories/shared-prompts.ts';
import type { Changed, ChangesQuery } from '../repositories/shared-workflows.ts';
import type { Authorized } from './authorize.ts';
import { requireDepartment } from './manage-organisation.ts';
import { Refusal } from './refusal.ts';
import { namesFor } from './seen-from-outside.ts';
import { cursorAt, readCursor } from './shared-cursor.ts';
import { offersTo } from './spread-prompts.ts';
import {
  noteView,
  promptView,
  reviewedPrompt,
  reviewedWorkflow,
  useView,
  versionView,
  workflowView,
  type Names,
} from './shared-views.ts';

/** What one answer brings at most. */
const MOST_ROWS = 100;
const MOST_CHARACTERS = 1_000_000;
/** All a department may have: see `submit-prompt.ts` and `share-workflows.ts`. */
const EVERYTHING = 100_000;

type Reader = Authorized<'shareWithDepartment'>;

/** A department's registered workflows that changed since a cursor. */
export async function listWorkflows(
  hub: Hub,
  reader: Reader,
  since: string | undefined,
): Promise<SharedWorkflowsReply> {
  const { shown, ...changes } = await changesFor(hub, reader, since, {
    rows: (query) => hub.shared.workflowChanges(query),
    view: workflowView,
  });
  return { ...changes, workflows: shown };
}

/** A department's prompts that changed since a cursor, with the reader's own submissions, and how much all are used. */
export async function listPrompts(
  hub: Hub,
  reader: Reader,
  since: string | undefined,
): Promise<SharedPromptsReply> {
  const { caller, departmentId } = reader;
  let names: Names = new Map();
  const { shown, ...changes } = await changesFor(hub, reader, since, {
    async rows(query) {
      const rows = await hub.shared.promptChanges(query);
      names = await authorsFor(hub, caller, rows);
      return rows;
    },
    view: (prompt) => promptView(prompt, caller.id, names),
  });
  const inUse = await hub.shared.promptsInUse(caller.organisationId, departmentId);
  const counted = await hub.sharedCounts.ofDepartment(
    caller.organisationId,
    departmentId,
    inUse.map(promptRunId),
  );
  const use = inUse.flatMap((id) => {
    const told = counted.get(promptRunId(id));
    return told === undefined ? [] : [{ id, ...useView(told) }];
  });
  return { ...changes, prompts: shown, use };
}

/** A department's notes that changed since a cursor. */
export async function listNotes(
  hub: Hub,
  reader: Reader,
  since: string | undefined,
): Promise<NotesReply> {
  const { shown, ...changes } = await changesFor(hub, reader, since, {
    rows: (query) => hub.shared.noteChanges(query),
    view: noteView,
  });
  return { ...changes, notes: shown };
}

/** All that a department shares, with what waits for an answer or another look. */
export async function readLibrary(
  hub: Hub,
  { caller, departmentId }: Authorized<'adviseDepartment'>,
): Promise<DepartmentLibrary> {
  const { organisationId } = caller;
  await requireDepartment(hub, organisationId, departmentId);
  const all = { organisationId, departmentId, since: 0, limit: EVERYTHING };
  const workflows = await hub.shared.workflowChanges(all);
  const prompts = await hub.shared.promptChanges(all);
  const notes = await hub.shared.noteChanges(all);
  const names = await authorsFor(hub, caller, prompts);
  const changes = await hub.shared.toolChanges(organisationId, departmentId);
  const counted = await hub.sharedCounts.ofDepartment(organisationId, departmentId, [
    ...workflows.map(({ id }) => id),
    ...prompts.map(({ id }) => promptRunId(id)),
  ]);
  const toolOf = new Map(workflows.map(({ id, workflow }) => [id, workflow?.tool]));
  const departments = await hub.organisations.departments(organisationId);
  const nameOf = new Map(departments.map(({ id, name }) => [id, name]));
  const nowMs = hub.clock.now();
  return {
    workflows: workflows.flatMap((one) => reviewedWorkflow(one, counted.get(one.id)) ?? []),
    prompts: prompts.flatMap((one) => {
      const toolChangedAt = changeOf(changes, toolOf.get(one.workflowId ?? ''));
      const stale = staleBecause(one.review, { nowMs, toolChangedAt });
      const use = counted.get(promptRunId(one.id));
      const from = nameOf.get(one.origin?.departmentId ?? '');
      return reviewedPrompt(one, { names, stale, use, from }) ?? [];
    }),
    notes: notes
      .flatMap((one) => noteView(one) ?? [])
      .toSorted((a, b) => b.publishedAt - a.publishedAt),
    offers: await offersTo(hub, { organisationId, departmentId }, { workflows, prompts }),
  };
}

/** Every text of a prompt that was in use, newest first. */
export async function readVersions(
  hub: Hub,
  { caller, departmentId }: Authorized<'adviseDepartment'>,
  promptId: string,
): Promise<PromptVersionsReply> {
  const { organisationId } = caller;
  const prompt = await hub.shared.prompt(organisationId, promptId);
  if (prompt?.departmentId !== departmentId) {
    throw new Refusal('notFound', 'There is no such prompt in this department.');
  }
  const { approved } = await hub.shared.history(organisationId, promptId);
  const named = approved.flatMap(({ named: isNamed, memberId }) => (isNamed && memberId) || []);
  const names = await namesFor(hub, caller, named);
  return { versions: approved.map((version) => versionView(version, names)) };
}

/** A prompt without a preferred tool is used in any of them. */
function changeOf(changes: ReadonlyMap<string, number>, tool: string | undefined) {
  if (tool !== undefined) return changes.get(tool);
  return changes.size === 0 ? undefined : Math.max(...changes.values());
}

function authorsFor(hub: Hub, caller: Member, prompts: readonly StoredPrompt[]): Promise<Names> {
  const named = prompts
    .flatMap(({ inUse, open }) => [inUse, open])
    .flatMap((version) => (version?.named === true && version.memberId) || []);
  return namesFor(hub, caller, named);
}

interface List<Row, View> {
  readonly rows: (query: ChangesQuery) => Promise<Changed<Row>[]>;
  /** What the reader may see of a row; undefined is gone. */
  readonly view: (row: Row) => View | undefined;
}

/**
 * One page of changes: as many rows as an answer takes, in the order of their numbers. The latest number is read before
 * the rows, so that a change in between is only told twice.
 */
async function changesFor<Row extends { readonly id: string }, View>(
  hub: Hub,
  { caller, departmentId }: Reader,
  since: string | undefined,
  { rows, view }: List<Row, View>,
) {
  const { organisationId } = caller;
  await requireDepartment(hub, organisationId, departmentId);
  const scope = { instance: hub.instance, departmentId };
  const latest = await hub.shared.seq(organisationId);
  const from = readCursor(since, scope, latest);
  const found = await rows({
    organisationId,
    departmentId,
    since: from ?? 0,
    limit: MOST_ROWS + 1,
  });
  const shown: View[] = [];
  const gone: string[] = [];
  let last = from ?? 0;
  let taken = 0;
  let characters = 0;
  for (const row of found.slice(0, MOST_ROWS)) {
    const seen = view(row);
    characters += seen === undefined ? 0 : JSON.stringify(seen).length;
    if (taken > 0 && characters > MOST_CHARACTERS) break;
    if (seen === undefined) gone.push(row.id);
    else shown.push(seen);
    last = row.seq;
    taken += 1;
  }
  const more = taken < found.length;
  return {
    shown,
    // The first page of everything says so; the pages after it go on from its cursor.
    complete: from === undefined,
    gone: from === undefined ? [] : gone,
    more,
    cursor: cursorAt(scope, more ? last : Math.max(last, latest)),
  };
}
