import { randomUUID } from 'node:crypto';
import type { NewSharedPrompt, SharedPrompt } from '../../lib/contract/hub/sharing.ts';
import { FIRST_SUBMISSION, nextReview } from '../../lib/domain/shared-prompt.ts';
import type { PromptText } from '../../lib/domain/workflow.ts';
import type { Hub } from '../hub.ts';
import type { Member } from '../repositories/people.ts';
import type { SharedDraft } from '../repositories/shared.ts';
import type { StoredPrompt, StoredVersion } from '../repositories/shared-prompts.ts';
import type { Authorized } from './authorize.ts';
import { requireDepartment } from './manage-organisation.ts';
import { Refusal } from './refusal.ts';
import { namesFor } from './seen-from-outside.ts';
import { proposeWorkflow } from './share-workflows.ts';
import { promptView } from './shared-views.ts';

/** Texts of one member that wait for an answer at once. */
const MOST_OPEN = 20;
const MOST_PROMPTS = 500;

/** A text as its author sends it. */
interface Sent {
  readonly text: PromptText;
  readonly named: boolean;
}

/**
 * Submits a prompt to a department, or a better text for one in use. The same id again is a revision of one's own, so that
 * sending twice changes nothing but the number of the version.
 */
export async function submitPrompt(
  hub: Hub,
  { caller, departmentId }: Authorized<'shareWithDepartment'>,
  request: NewSharedPrompt,
): Promise<SharedPrompt> {
  await requireDepartment(hub, caller.organisationId, departmentId);
  const now = hub.clock.now();
  const stored = await hub.shared.change(caller.organisationId, async (draft) => {
    const id = request.improves ?? request.id ?? randomUUID();
    const held = await draft.prompt(id);
    if (request.improves !== undefined) {
      const isThere = held?.departmentId === departmentId && held.review.version > 0;
      if (!isThere) {
        throw new Refusal('notFound', 'There is no such prompt in use.', { field: 'improves' });
      }
      return submitTo(draft, held, { caller, sent: request, now });
    }
    if (held !== undefined && held.review.state !== 'withdrawn') {
      const { authors } = await draft.history(id);
      if (held.departmentId !== departmentId || !authors.has(caller.id)) {
        throw new Refusal('conflict', 'This id belongs to another prompt.', { field: 'id' });
      }
      return submitTo(draft, held, { caller, sent: request, now });
    }
    return submitNew(draft, {
      id,
      departmentId,
      request,
      caller,
      now,
      latest: held?.review.latest,
    });
  });
  const view = await promptViewFor(hub, caller, stored);
  if (view === undefined) throw new Refusal('notFound', 'There is no such prompt.');
  return view;
}

async function submitNew(
  draft: SharedDraft,
  given: {
    readonly id: string;
    readonly departmentId: string;
    readonly request: NewSharedPrompt;
    readonly caller: Member;
    readonly now: number;
    /** Of one that was withdrawn: numbers only rise. */
    readonly latest: number | undefined;
  },
): Promise<StoredPrompt> {
  const { id, departmentId, request, caller, now, latest = 0 } = given;
  await refuseTooMany(draft, caller, departmentId);
  const version = latest + 1;
  const review = {
    ...FIRST_SUBMISSION,
    latest: version,
    open: { version, state: 'submitted' as const },
  };
  const stored: StoredPrompt = {
    id,
    departmentId,
    workflowId: await workflowOf(draft, { departmentId, request, caller, now }),
    review,
    inUse: undefined,
    open: newVersion(version, { caller, sent: request, now }),
    createdAt: now,
    origin: undefined,
  };
  await draft.putPrompt(stored);
  return stored;
}

/** The department's workflow it names, or the one proposed along with it. */
async function workflowOf(
  draft: SharedDraft,
  given: {
    readonly departmentId: string;
    readonly request: NewSharedPrompt;
    readonly caller: Member;
    readonly now: number;
  },
): Promise<string | undefined> {
  const { departmentId, request, caller, now } = given;
  const { workflow, workflowId } = request;
  if (workflow !== undefined) {
    const { id = randomUUID(), ...proposed } = workflow;
    await proposeWorkflow(draft, { id, departmentId, workflow: proposed, caller, now });
    return id;
  }
  if (workflowId === undefined) return undefined;
  await requireWorkflow(draft, departmentId, workflowId);
  return workflowId;
}

/** Refuses a workflow that the department does not have. */
export async function requireWorkflow(
  draft: SharedDraft,
  departmentId: string,
  workflowId: string,
): Promise<void> {
  const workflow = await draft.workflow(workflowId);
  if (workflow?.departmentId === departmentId && workflow.state !== 'withdrawn') return;
  throw new Refusal('invalid', 'The department has no such workflow.', { field: 'workflowId' });
}

/** A text on its way to a prompt that exists. */
export interface Submission {
  readonly caller: Member;
  readonly sent: Sent;
  readonly now: number;
}

/** A new text for a prompt that exists; one by somebody else waits for its answer first. */
export async function submitTo(
  draft: SharedDraft,
  held: StoredPrompt,
  submission: Submission,
): Promise<StoredPrompt> {
  const { caller, sent } = submission;
  if (held.open?.state === 'submitted' && held.open.memberId !== caller.id) {
    throw new Refusal('conflict', 'Another text of this prompt waits for an answer.');
  }
  const isSame = (version: StoredVersion | undefined): boolean =>
    version?.memberId === caller.id &&
    version.named === sent.named &&
    JSON.stringify(version.text) === JSON.stringify(sent.text);
  // Sent again after a lost answer: it is there already.
  if (held.open?.state === 'submitted' && isSame(held.open)) return held;
  if (held.open === undefined && held.review.state === 'inUse' && isSame(held.inUse)) return held;
  await refuseTooMany(draft, caller);
  const review = nextReview(held.review, { do: 'submit' }, submission.now);
  if (review === undefined) throw changedMeanwhile();
  const stored = { ...held, review, open: newVersion(review.latest, submission) };
  await draft.putPrompt(stored);
  return stored;
}

function newVersion(version: number, { caller, sent, now }: Submission): StoredVersion {
  return {
    version,
    memberId: caller.id,
    state: 'submitted',
    named: sent.named,
    text: sent.text,
    word: undefined,
    submittedAt: now,
    decidedAt: undefined,
  };
}

async function refuseTooMany(
  draft: SharedDraft,
  caller: Member,
  departmentId?: string,
): Promise<void> {
  if ((await draft.openSubmissions(caller.id)) >= MOST_OPEN) {
    throw new Refusal('conflict', 'Many of your prompts wait for an answer. Wait for one first.');
  }
  if (departmentId !== undefined) await refuseFullOfPrompts(draft, departmentId);
}

/** Refuses with `conflict` when a department holds as many prompts as it can. */
export async function refuseFullOfPrompts(draft: SharedDraft, departmentId: string): Promise<void> {
  if ((await draft.keptPrompts(departmentId)) >= MOST_PROMPTS) {
    throw new Refusal('conflict', 'The department has as many prompts as it can hold.');
  }
}

/** A prompt as the caller sees it; undefined when it is nothing to them. */
export async function promptViewFor(
  hub: Hub,
  caller: Member,
  stored: StoredPrompt,
): Promise<SharedPrompt | undefined> {
  const authors = [stored.inUse, stored.open].flatMap((version) => version?.memberId ?? []);
  const names = await namesFor(hub, caller, authors);
  return promptView(stored, caller.id, names);
}

/** Somebody else was quicker. */
export function changedMeanwhile(): Refusal {
  return new Refusal('conflict', 'The prompt has changed in the meantime. Look at it again.');
}
