import { randomUUID } from 'node:crypto';
import type {
  NewSharedWorkflow,
  ReviewedWorkflow,
  SharedWorkflowDraft,
  WorkflowAct,
} from '../../lib/contract/hub/sharing.ts';
import type { Hub } from '../hub.ts';
import type { Member } from '../repositories/people.ts';
import type { SharedDraft } from '../repositories/shared.ts';
import type { StoredWorkflow } from '../repositories/shared-workflows.ts';
import { authorize, type Authorized } from './authorize.ts';
import { requireDepartment } from './manage-organisation.ts';
import { Refusal } from './refusal.ts';
import { reviewedWorkflow } from './shared-views.ts';
import { spreadFromOf, takeOver } from './spread-prompts.ts';

const MOST_WORKFLOWS = 300;

/**
 * Registers a workflow for those who manage the department; proposes it for everybody else. The same id again changes one's
 * own; another's id is a `conflict`.
 */
export async function addWorkflow(
  hub: Hub,
  { caller, departmentId }: Authorized<'shareWithDepartment'>,
  request: NewSharedWorkflow,
): Promise<ReviewedWorkflow> {
  const { id = randomUUID(), departmentId: _, ...workflow } = request;
  await requireDepartment(hub, caller.organisationId, departmentId);
  const now = hub.clock.now();
  return hub.shared.change(caller.organisationId, (draft) =>
    proposeWorkflow(draft, { id, departmentId, workflow, caller, now }),
  );
}

/** What a workflow comes in with. */
export interface Proposal {
  readonly id: string;
  readonly departmentId: string;
  readonly workflow: SharedWorkflowDraft;
  readonly caller: Member;
  readonly now: number;
}

/** `addWorkflow` within a larger change. */
export async function proposeWorkflow(
  draft: SharedDraft,
  { id, departmentId, workflow, caller, now }: Proposal,
): Promise<ReviewedWorkflow> {
  const held = await draft.workflow(id);
  if (held !== undefined && (held.memberId !== caller.id || held.departmentId !== departmentId)) {
    throw new Refusal('conflict', 'This id belongs to another workflow.', { field: 'id' });
  }
  if (held === undefined) await refuseFull(draft, departmentId);
  const isDecided = held?.state === 'registered' || manages(caller, departmentId);
  if (held?.state === 'registered' && !manages(caller, departmentId)) return view(held);
  const stored: StoredWorkflow = {
    id,
    departmentId,
    memberId: caller.id,
    state: isDecided ? 'registered' : 'proposed',
    workflow,
    createdAt: held?.createdAt ?? now,
    updatedAt: now,
  };
  await draft.putWorkflow(stored);
  return view(stored);
}

/** Refuses with `conflict` when a department holds as many workflows as it can. */
export async function refuseFull(draft: SharedDraft, departmentId: string): Promise<void> {
  if ((await draft.keptWorkflows(departmentId)) >= MOST_WORKFLOWS) {
    throw new Refusal('conflict', 'The department has as many workflows as it can hold.');
  }
}

/** Changes, accepts, retires or withdraws a workflow; accepting takes over what was chosen of the prompts that came along. */
export async function actOnWorkflow(
  hub: Hub,
  caller: Member,
  { id, act }: { readonly id: string; readonly act: WorkflowAct },
): Promise<void> {
  const now = hub.clock.now();
  // Before the change: it holds the only connection that SQLite writes through. Where a proposal came from never changes.
  const spreadFrom = await spreadFromOf(hub, caller.organisationId, id);
  await hub.shared.change(caller.organisationId, async (draft) => {
    const held = await draft.workflow(id);
    if (held === undefined) throw new Refusal('notFound', 'There is no such workflow.');
    const { departmentId } = authorize(caller, {
      do: 'shareWithDepartment',
      departmentId: held.departmentId,
    });
    const isOwnProposal = held.state === 'proposed' && held.memberId === caller.id;
    if (!isOwnProposal || act.do === 'accept' || act.do === 'retire') {
      authorize(caller, { do: 'manageDepartment', departmentId });
    }
    const next = afterAct(held, act, now);
    if (next === undefined) {
      throw new Refusal('conflict', 'The workflow is not in a state for this. Look at it again.');
    }
    await draft.putWorkflow(next);
    if (act.do !== 'accept' || act.prompts === undefined) return;
    const { prompts } = act;
    await takeOver(draft, { proposal: next, spreadFrom, prompts, memberId: caller.id, now });
  });
}

function afterAct(held: StoredWorkflow, act: WorkflowAct, now: number): StoredWorkflow | undefined {
  if (held.state === 'withdrawn') return undefined;
  const changed = { ...held, updatedAt: now };
  switch (act.do) {
    case 'change':
      return { ...changed, workflow: act.workflow };
    case 'accept':
      return held.state === 'registered' ? undefined : { ...changed, state: 'registered' };
    case 'retire':
      return held.state === 'registered' ? { ...changed, state: 'retired' } : undefined;
    case 'withdraw':
      return held.state === 'proposed'
        ? { ...changed, state: 'withdrawn', workflow: undefined }
        : undefined;
  }
}

function view(stored: StoredWorkflow): ReviewedWorkflow {
  const seen = reviewedWorkflow(stored, undefined);
  if (seen === undefined) throw new Refusal('notFound', 'There is no such workflow.');
  return seen;
}

/** Whether a caller decides for a department, without refusing. */
function manages(caller: Member, departmentId: string): boolean {
  return caller.role === 'owner' || caller.championOf.includes(departmentId);
}
