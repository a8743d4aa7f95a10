import { insertionsSchema, type Insertions } from '../contract/counting.ts';
import { promptItem } from '../contract/stored-items.ts';
import type { Clock, KeyValueStore } from './ports.ts';
import { readItem } from './read-item.ts';

/** Session storage: `Insertions`. */
export const INSERTIONS_KEY = 'insertions';

/** How long after it was put into the composer a prompt must be started to make a run (METRICS.md M3). */
const RUN_WITHIN_MS = 10 * 60_000;

/** What finding a started workflow needs. */
export interface StartedWorkflowDeps {
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

/** A workflow run (M3); `insertionId` is the same however often the submit is told. */
export interface StartedWorkflow {
  readonly workflowId: string;
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
 * The workflow whose prompt a submit started (M3): inserted in this tab and tool at most 10 min before; undefined when
 * there is none or the prompt belongs to no workflow. Call it inside the write queue. Throws as `readItem`.
 */
export async function startedWorkflow(
  { local, session, clock }: StartedWorkflowDeps,
  { tabId, tool, atMs }: PromptStart,
): Promise<StartedWorkflow | undefined> {
  const insertion = (await readInsertions(session))[tabId];
  if (insertion === undefined || insertion.tool !== tool) return undefined;
  if (Math.abs(atMs - insertion.atMs) > RUN_WITHIN_MS) return undefined;
  const prompt = await readItem(local, promptItem(insertion.promptId), clock.now());
  if (prompt?.workflowId === undefined) return undefined;
  return { workflowId: prompt.workflowId, insertionId: `run ${tabId} ${insertion.atMs}` };
}

async function readInsertions(session: KeyValueStore): Promise<Insertions> {
  const raw = (await session.read([INSERTIONS_KEY]))[INSERTIONS_KEY];
  return insertionsSchema.safeParse(raw).data ?? {};
}
