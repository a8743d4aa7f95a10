import type { PromptAct, SharedPrompt } from '../../lib/contract/hub/sharing.ts';
import { nextReview } from '../../lib/domain/shared-prompt.ts';
import type { Hub } from '../hub.ts';
import type { Member } from '../repositories/people.ts';
import type { SharedDraft } from '../repositories/shared.ts';
import type { StoredPrompt } from '../repositories/shared-prompts.ts';
import { authorize } from './authorize.ts';
import { Refusal } from './refusal.ts';
import { changedMeanwhile, promptViewFor, requireWorkflow, submitTo } from './submit-prompt.ts';

/** What its author or a champion does with a prompt (`lib/domain/shared-prompt.ts`). */
export async function actOnPrompt(
  hub: Hub,
  caller: Member,
  { id, act }: { readonly id: string; readonly act: PromptAct },
): Promise<SharedPrompt | undefined> {
  const now = hub.clock.now();
  const stored = await hub.shared.change(caller.organisationId, async (draft) => {
    const held = await draft.prompt(id);
    if (held === undefined) throw new Refusal('notFound', 'There is no such prompt.');
    const { departmentId } = held;
    authorize(caller, { do: 'shareWithDepartment', departmentId });
    if (act.do === 'revise') {
      await requireAuthor(draft, held, caller);
      return submitTo(draft, held, { caller, sent: act, now });
    }
    if (act.do === 'withdraw') {
      if (held.open?.memberId !== caller.id) throw notYours();
      return withdraw(draft, held, now);
    }
    authorize(caller, { do: 'manageDepartment', departmentId });
    return decide(draft, held, { act, now });
  });
  return promptViewFor(hub, caller, stored);
}

async function requireAuthor(
  draft: SharedDraft,
  held: StoredPrompt,
  caller: Member,
): Promise<void> {
  const { authors } = await draft.history(held.id);
  if (!authors.has(caller.id)) throw notYours();
}

/** Takes an open text back, and the workflow that was proposed with it when nothing else needs it. */
async function withdraw(
  draft: SharedDraft,
  held: StoredPrompt,
  now: number,
): Promise<StoredPrompt> {
  const review = nextReview(held.review, { do: 'withdraw' }, now);
  if (review === undefined) throw changedMeanwhile();
  const stored = { ...held, review, open: undefined };
  await draft.putPrompt(stored);
  const workflow =
    held.workflowId === undefined ? undefined : await draft.workflow(held.workflowId);
  if (review.state === 'withdrawn' && workflow?.state === 'proposed') {
    await draft.putWorkflow({
      ...workflow,
      state: 'withdrawn',
      workflow: undefined,
      updatedAt: now,
    });
  }
  return stored;
}

type Decision = Exclude<PromptAct, { do: 'revise' | 'withdraw' }>;

async function decide(
  draft: SharedDraft,
  held: StoredPrompt,
  { act, now }: { readonly act: Decision; readonly now: number },
): Promise<StoredPrompt> {
  if (act.do === 'attach') {
    if (act.workflowId !== null) await requireWorkflow(draft, held.departmentId, act.workflowId);
    const stored = { ...held, workflowId: act.workflowId ?? undefined };
    await draft.putPrompt(stored);
    return stored;
  }
  const review = nextReview(held.review, act, now);
  if (review === undefined) throw changedMeanwhile();
  const stored = { ...held, review, ...(await textsAfter(draft, held, { act, now, review })) };
  await draft.putPrompt(stored);
  if (act.do === 'approve') await acceptProposed(draft, stored, now);
  return stored;
}

async function textsAfter(
  draft: SharedDraft,
  held: StoredPrompt,
  decided: {
    readonly act: Exclude<Decision, { do: 'attach' }>;
    readonly now: number;
    readonly review: StoredPrompt['review'];
  },
): Promise<Partial<Pick<StoredPrompt, 'inUse' | 'open' | 'workflowId'>>> {
  const { act, now, review } = decided;
  const { open } = held;
  switch (act.do) {
    case 'approve':
      if (act.workflowId) await requireWorkflow(draft, held.departmentId, act.workflowId);
      return {
        inUse: open && { ...open, state: 'approved', decidedAt: now },
        open: undefined,
        ...(act.workflowId === undefined ? {} : { workflowId: act.workflowId ?? undefined }),
      };
    case 'return':
      return { open: open && { ...open, state: 'returned', word: act.word, decidedAt: now } };
    case 'reuse': {
      const { approved } = await draft.history(held.id);
      const earlier = approved.find(({ version }) => version === act.version);
      if (earlier === undefined) {
        throw new Refusal('notFound', 'There is no such version.', { field: 'version' });
      }
      return { inUse: { ...earlier, version: review.version, decidedAt: now } };
    }
    case 'keep':
    case 'retire':
      return {};
  }
}

/** A prompt that is taken into use takes the workflow along that was proposed with it. */
async function acceptProposed(
  draft: SharedDraft,
  { workflowId }: StoredPrompt,
  now: number,
): Promise<void> {
  const workflow = workflowId === undefined ? undefined : await draft.workflow(workflowId);
  if (workflow?.state !== 'proposed') return;
  await draft.putWorkflow({ ...workflow, state: 'registered', updatedAt: now });
}

function notYours(): Refusal {
  return new Refusal('forbidden', 'Only its author can change this. Propose a better one instead.');
}
