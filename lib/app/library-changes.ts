import { LIMITS, type PromptDraft, type WorkflowDraft } from '../contract/workflow.ts';
import type { Prompt, PromptText, Workflow } from '../domain/workflow.ts';
import { sameJson } from './same-json.ts';

/** How long a deleted workflow or prompt can be brought back. */
export const KEPT_AFTER_DELETION_MS = 30 * 86_400_000;

/** What workflows and prompts have in common. */
interface Kept {
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt?: number | undefined;
}

/** A workflow as first registered. */
export function newWorkflow(draft: WorkflowDraft, id: string, nowMs: number): Workflow {
  return { ...draft, id, createdAt: nowMs, updatedAt: nowMs };
}

/** A prompt as first written. */
export function newPrompt(draft: PromptDraft, id: string, nowMs: number): Prompt {
  return { ...draft, id, createdAt: nowMs, updatedAt: nowMs, versions: [] };
}

/** The workflow after an edit; the same object when the edit changes nothing. */
export function editedWorkflow(before: Workflow, draft: WorkflowDraft, nowMs: number): Workflow {
  const { id, createdAt } = before;
  const after = { ...draft, id, createdAt, updatedAt: before.updatedAt };
  return sameJson(before, after) ? before : { ...after, updatedAt: nextUpdate(before, nowMs) };
}

/**
 * The prompt after an edit; the same object when the edit changes nothing. When title, body or variables change, what
 * they were becomes the newest version; past `LIMITS.versions` the oldest version goes.
 */
export function editedPrompt(before: Prompt, draft: PromptDraft, nowMs: number): Prompt {
  const { id, createdAt, updatedAt, versions } = before;
  const after = { ...draft, id, createdAt, updatedAt, versions };
  if (sameJson(before, after)) return before;
  return {
    ...after,
    updatedAt: nextUpdate(before, nowMs),
    versions: sameJson(textOf(before), textOf(draft))
      ? versions
      : [...versions, { ...textOf(before), replacedAt: nowMs }].slice(-LIMITS.versions),
  };
}

/** The same thing, deleted now; a second deletion changes nothing. */
export function deleted<T extends Kept>(thing: T, nowMs: number): T {
  if (thing.deletedAt !== undefined) return thing;
  return { ...thing, updatedAt: nextUpdate(thing, nowMs), deletedAt: nowMs };
}

/** The same thing, living; one that lives already is returned as it is. */
export function restored<T extends Kept>(thing: T, nowMs: number): T {
  if (thing.deletedAt === undefined) return thing;
  const { deletedAt: _, ...living } = thing;
  return { ...living, updatedAt: nextUpdate(thing, nowMs) } as T;
}

/** Whether a deleted thing was kept long enough and may go for good. */
export function isPastKeeping({ deletedAt }: Kept, nowMs: number): boolean {
  return deletedAt !== undefined && nowMs - deletedAt >= KEPT_AFTER_DELETION_MS;
}

/** The parts of a prompt that one edit replaces together. */
export function textOf({ title, body, variables }: PromptText): PromptText {
  return { title, body, variables };
}

/** Later than the last one even on a clock that was set back, because an import lets the later one win. */
function nextUpdate({ updatedAt }: Kept, nowMs: number): number {
  return Math.max(nowMs, updatedAt + 1);
}
