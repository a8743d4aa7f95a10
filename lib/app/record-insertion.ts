import { insertionsSchema, type Insertions } from '../contract/counting.ts';
import { sharedPromptItem } from '../contract/shared-items.ts';
import { promptItem } from '../contract/stored-items.ts';
import { promptRunId } from '../domain/prompt-run.ts';
import type { Clock, KeyValueStore } from './ports.ts';
import { readItem } from './read-item.ts';

/** Session storage: `Insertions`. */
export const INSERTIONS_KEY = 'insertions';

/** How long after it was put into the composer a prompt must be started to make a run (METRICS.md M3). */
const RUN_WITHIN_MS = 10 * 60_000;

/** What finding a started run needs. */
export interface StartedRunDeps {
  readonly local: KeyValueStore;
  readonly session: KeyValueStore;
  readonly clock: Clock;
}

/** A prompt was put into a composer. */
export interface Insertion {
  readonly tabId: number;
  readonly tool: string;
  readonly promptId: string;
  readonly atMs: number;
}

/** A submit was seen in a tab. */
export interface PromptStart {
  readonly tabId: number;
  readonly tool: string;
  readonly atMs: number;
}

/** A run (M3); `insertionId` is the same however often the submit is told. */
export interface StartedRun {
  /** What it counts for: the prompt's workflow, and a prompt that the department shares (`promptRunId`). */
  readonly runIds: readonly string[];
  readonly insertionId: string;
}

/**
 * Remembers that a prompt stands in a tab's composer. A later one in the same tab takes its place, because one submit
 * sends one text. Call it inside the write queue.
 */
export async function recordInsertion(
  session: KeyValueStore,
  { tabId, tool, promptId, atMs }: Insertion,
): Promise<void> {
  const insertions = await readInsertions(session);
  const fresh = Object.entries(insertions).filter(([, each]) => atMs - each.atMs <= RUN_WITHIN_MS);
  const next: Insertions = { ...Object.fromEntries(fresh), [tabId]: { tool, promptId, atMs } };
  await session.write({ [INSERTIONS_KEY]: next });
}

/**
 * The run that a submit started (M3): of a prompt inserted in this tab and tool at most 10 min before; undefined when
 * there is none or the prompt belongs to no workflow and no department. Call it inside the write queue. Throws as `readItem`.
 */
export async function startedRun(
  { local, session, clock }: StartedRunDeps,
  { tabId, tool, atMs }: PromptStart,
): Promise<StartedRun | undefined> {
  const insertion = (await readInsertions(session))[tabId];
  if (insertion === undefined || insertion.tool !== tool) return undefined;
  if (Math.abs(atMs - insertion.atMs) > RUN_WITHIN_MS) return undefined;
  const { promptId } = insertion;
  // The person's own text, deleted since or not, or the department's.
  const own = await readItem(local, promptItem(promptId), clock.now());
  const shared = await readItem(local, sharedPromptItem(promptId), clock.now());
  const workflowId = own?.workflowId ?? shared?.workflowId;
  const runIds = [
    ...(workflowId === undefined ? [] : [workflowId]),
    ...(shared?.inUse === undefined ? [] : [promptRunId(promptId)]),
  ];
  if (runIds.length === 0) return undefined;
  return { runIds, insertionId: `run ${tabId} ${insertion.atMs}` };
}

async function readInsertions(session: KeyValueStore): Promise<Insertions> {
  const raw = (await session.read([INSERTIONS_KEY]))[INSERTIONS_KEY];
  return insertionsSchema.safeParse(raw).data ?? {};
}
