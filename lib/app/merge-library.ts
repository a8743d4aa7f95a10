import { LIMITS } from '../contract/workflow.ts';
import type { Prompt, PromptText, Workflow } from '../domain/workflow.ts';
import { textOf } from './library-changes.ts';
import { sameJson } from './same-json.ts';

type Version = PromptText & { readonly replacedAt: number };

/**
 * Two states of the same prompt as one: the one updated later wins, and the text of the other becomes a version of it, as
 * do all versions of both, oldest first. Past `LIMITS.versions` the oldest go. The order of the two makes no difference,
 * and merging again changes nothing.
 */
export function mergePrompts(a: Prompt, b: Prompt): Prompt {
  // Versions that a clock set back left out of order stay as they are, or every import would find a change.
  if (sameJson(a, b)) return a;
  const [winner, loser] = isLater(a, b) ? [a, b] : [b, a];
  const loserText = { ...textOf(loser), replacedAt: winner.updatedAt };
  const known = [...winner.versions, ...loser.versions];
  const isKnown = [winner, ...known].some((each) => sameJson(textOf(each), textOf(loser)));
  return {
    ...winner,
    createdAt: Math.min(a.createdAt, b.createdAt),
    versions: uniqueVersions(isKnown ? known : [...known, loserText]).slice(-LIMITS.versions),
  };
}

/** Two states of the same workflow as one: the one updated later wins. Order and repetition make no difference. */
export function mergeWorkflows(a: Workflow, b: Workflow): Workflow {
  const winner = isLater(a, b) ? a : b;
  return { ...winner, createdAt: Math.min(a.createdAt, b.createdAt) };
}

/**
 * What an import would otherwise overwrite of a workflow: the held one, as a deleted workflow of its own that can be
 * brought back for 30 days. Undefined when nothing a person wrote is lost.
 */
export function overwrittenCopy(
  held: Workflow,
  merged: Workflow,
  nowMs: number,
): Workflow | undefined {
  if (sameJson(draftOf(held), draftOf(merged))) return undefined;
  // The same copy for the same state, so that a second import finds it there.
  const id = `${held.id.slice(0, 80)}.${held.updatedAt}`;
  return { ...held, id, updatedAt: nowMs, deletedAt: nowMs };
}

/** What a person wrote. */
function draftOf({ name, kind, rhythm, site, tool, minutes, source }: Workflow) {
  return { name, kind, rhythm, site, tool, minutes, source };
}

/**
 * A tie is broken by the content, so that two browsers that import each other's file agree; not by what merging itself
 * changes, or a second import could turn the tie round.
 */
function isLater<T extends { readonly updatedAt: number }>(a: T, b: T): boolean {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt > b.updatedAt;
  const unmerged = { createdAt: undefined, versions: undefined };
  return canonical({ ...a, ...unmerged }) >= canonical({ ...b, ...unmerged });
}

function uniqueVersions(versions: readonly Version[]): Version[] {
  const byText = new Map(versions.map((version) => [canonical(version), version]));
  return [...byText]
    .toSorted(
      ([left, a], [right, b]) =>
        a.replacedAt - b.replacedAt || (left < right ? -1 : Number(left > right)),
    )
    .map(([, version]) => version);
}

/** The same text for the same JSON value, whatever the order of its keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
