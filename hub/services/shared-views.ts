import type {
  Note,
  ReviewedPrompt,
  ReviewedWorkflow,
  SharedPrompt,
  SharedWorkflow,
} from '../../lib/contract/hub/sharing.ts';
import type { StaleBecause } from '../../lib/domain/shared-prompt.ts';
import type { SharedUse } from '../../lib/domain/shared-use.ts';
import type { PromptText } from '../../lib/domain/workflow.ts';
import type { StoredNote } from '../repositories/shared-notes.ts';
import type { StoredPrompt, StoredVersion } from '../repositories/shared-prompts.ts';
import type { StoredWorkflow } from '../repositories/shared-workflows.ts';

/** Names of authors who are here, by member id. */
export type Names = ReadonlyMap<string, string>;

/** A registered workflow as members see it; undefined for any other. */
export function workflowView(stored: StoredWorkflow): SharedWorkflow | undefined {
  if (stored.state !== 'registered' || stored.workflow === undefined) return undefined;
  return { ...stored.workflow, id: stored.id, updatedAt: stored.updatedAt };
}

/** A workflow as its review sees it; undefined for a withdrawn one. */
export function reviewedWorkflow(
  stored: StoredWorkflow,
  use: SharedUse | undefined,
): ReviewedWorkflow | undefined {
  if (stored.state === 'withdrawn' || stored.workflow === undefined) return undefined;
  return {
    ...stored.workflow,
    id: stored.id,
    updatedAt: stored.updatedAt,
    state: stored.state,
    ...(use === undefined ? {} : { use: useView(use) }),
  };
}

/**
 * A prompt as one member sees it: in use, or their own; undefined when it is neither. Nobody sees what of another waits for
 * an answer.
 */
export function promptView(
  stored: StoredPrompt,
  memberId: string,
  names: Names,
): SharedPrompt | undefined {
  const inUse = stored.review.state === 'inUse' ? stored.inUse : undefined;
  const mine = mineOf(stored, memberId);
  if (inUse === undefined && mine === undefined) return undefined;
  return {
    id: stored.id,
    ...(stored.workflowId === undefined ? {} : { workflowId: stored.workflowId }),
    ...(inUse === undefined ? {} : { inUse: versionView(inUse, names) }),
    ...(mine === undefined ? {} : { mine }),
  };
}

function mineOf({ review, inUse, open }: StoredPrompt, memberId: string): SharedPrompt['mine'] {
  if (review.state === 'withdrawn') return undefined;
  const own = [open, inUse].find((version) => version?.memberId === memberId);
  if (own === undefined) return undefined;
  return {
    version: own.version,
    state: own.state === 'approved' && review.state === 'retired' ? 'retired' : own.state,
    named: own.named,
    text: textView(own.text),
    ...(own.word === undefined ? {} : { word: own.word }),
  };
}

/** A prompt as its review sees it; undefined for a withdrawn one. Authors who do not want to be named have no name here either. */
export function reviewedPrompt(
  stored: StoredPrompt,
  beside: {
    readonly names: Names;
    readonly stale: StaleBecause | undefined;
    readonly use: SharedUse | undefined;
    /** Name of the department it was taken over from. */
    readonly from: string | undefined;
  },
): ReviewedPrompt | undefined {
  const { review, inUse, open } = stored;
  const { names, stale, use, from } = beside;
  if (review.state === 'withdrawn') return undefined;
  return {
    id: stored.id,
    ...(stored.workflowId === undefined ? {} : { workflowId: stored.workflowId }),
    state: review.state,
    ...(inUse === undefined ? {} : { inUse: versionView(inUse, names) }),
    ...(open === undefined || open.state === 'approved'
      ? {}
      : {
          open: {
            version: open.version,
            state: open.state,
            text: textView(open.text),
            ...authorOf(open, names),
            ...(open.word === undefined ? {} : { word: open.word }),
            submittedAt: open.submittedAt,
          },
        }),
    ...(review.reviewedAt === undefined ? {} : { reviewedAt: review.reviewedAt }),
    ...(stale === undefined ? {} : { stale }),
    ...(use === undefined ? {} : { use: useView(use) }),
    ...(from === undefined ? {} : { from }),
  };
}

/** A text that is or was in use. */
export function versionView(
  version: StoredVersion,
  names: Names,
): NonNullable<SharedPrompt['inUse']> {
  return {
    version: version.version,
    text: textView(version.text),
    approvedAt: version.decidedAt ?? version.submittedAt,
    ...authorOf(version, names),
  };
}

/** A published note; undefined for one that was withdrawn. */
export function noteView({ text, ...stored }: StoredNote): Note | undefined {
  if (stored.state !== 'published' || text === undefined) return undefined;
  const { id, tool, month, publishedAt, writtenBy: by } = stored;
  return { ...text, id, tool, month, publishedAt, by };
}

/** What may be told of a thing's use. */
export function useView({ people, runs }: SharedUse): { people: number; runs?: number } {
  return { people, ...(runs === undefined ? {} : { runs }) };
}

function authorOf({ named, memberId }: StoredVersion, names: Names): { author?: string } {
  const author = named && memberId !== undefined ? names.get(memberId) : undefined;
  return author === undefined ? {} : { author };
}

/** A text as the contract has it, whose lists are its own to change: it gets copies. */
export function textView({ title, body, variables }: PromptText) {
  return {
    title,
    body,
    variables: variables.map(({ choices, ...blank }) =>
      choices === undefined ? blank : { ...blank, choices: [...choices] },
    ),
  };
}
