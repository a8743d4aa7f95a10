import {
  MOST_OFFERED,
  type PromptOffer,
  type WorkflowAct,
} from '../../lib/contract/hub/sharing.ts';
import type { Hub } from '../hub.ts';
import type { DepartmentKey } from '../repositories/department-key.ts';
import type { SharedDraft } from '../repositories/shared.ts';
import type { StoredPrompt, StoredVersion } from '../repositories/shared-prompts.ts';
import type { StoredWorkflow } from '../repositories/shared-workflows.ts';
import { derivedId } from './derived-id.ts';
import { Refusal } from './refusal.ts';
import { textView } from './shared-views.ts';
import { refuseFullOfPrompts } from './submit-prompt.ts';

/** All a department may have: see `submit-prompt.ts`. */
const EVERYTHING = 100_000;

type InUse = StoredPrompt & { readonly inUse: StoredVersion };

/**
 * What comes along with the workflows that other departments proposed to this one (拡大): the prompts they have in use for
 * each, as they are now. Left out is what this department took over before, and what came from it. In the order they were
 * first shared, so that nothing is told of how much they are used.
 */
export async function offersTo(
  hub: Hub,
  key: DepartmentKey,
  known: {
    readonly workflows: readonly StoredWorkflow[];
    readonly prompts: readonly StoredPrompt[];
  },
): Promise<PromptOffer[]> {
  const proposed = known.workflows.filter(({ state }) => state === 'proposed');
  if (proposed.length === 0) return [];
  const agreements = await hub.programmes.agreements(key);
  const departments = await hub.organisations.departments(key.organisationId);
  const offers: PromptOffer[] = [];
  for (const { id } of proposed) {
    const source = await sourceOf(hub, key, agreements.get(id)?.spreadFrom);
    const from = departments.find((each) => each.id === source?.departmentId)?.name;
    if (source === undefined || from === undefined) continue;
    const { organisationId } = key;
    const all = { organisationId, departmentId: source.departmentId, since: 0, limit: EVERYTHING };
    const theirs = (await hub.shared.promptChanges(all))
      .filter((each) => servesAs(each, source.id))
      .filter((each) => !isKnown(each, known.prompts))
      .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_OFFERED);
    if (theirs.length === 0) continue;
    const prompts = theirs.map(({ id: promptId, inUse: { version, text } }) => ({
      id: promptId,
      version,
      text: textView(text),
    }));
    offers.push({ workflowId: id, from, prompts });
  }
  return offers;
}

/** The workflow of another department that one was proposed after; undefined where it is the department's own idea. */
export async function spreadFromOf(
  hub: Hub,
  organisationId: string,
  workflowId: string,
): Promise<string | undefined> {
  const held = await hub.shared.workflow(organisationId, workflowId);
  if (held === undefined) return undefined;
  const { departmentId } = held;
  const agreements = await hub.programmes.agreements({ organisationId, departmentId });
  return agreements.get(workflowId)?.spreadFrom;
}

/** The registered workflow of another department that a proposal came from. */
async function sourceOf(
  hub: Hub,
  { organisationId, departmentId }: DepartmentKey,
  spreadFrom: string | undefined,
): Promise<StoredWorkflow | undefined> {
  const source = spreadFrom && (await hub.shared.workflow(organisationId, spreadFrom));
  if (!source || source.state !== 'registered') return undefined;
  return source.departmentId === departmentId ? undefined : source;
}

function servesAs(prompt: StoredPrompt, workflowId: string): prompt is InUse {
  const { review, inUse } = prompt;
  return prompt.workflowId === workflowId && review.state === 'inUse' && inUse !== undefined;
}

function isKnown({ id, origin }: StoredPrompt, ours: readonly StoredPrompt[]): boolean {
  return ours.some(
    (each) =>
      each.id === origin?.promptId ||
      (each.origin?.promptId === id && each.review.state !== 'withdrawn'),
  );
}

/** What was chosen of an offer, on its way into a department. */
export interface Taking {
  /** The proposal that is accepted. */
  readonly proposal: StoredWorkflow;
  /** The workflow it came from; undefined for a proposal of the department's own. */
  readonly spreadFrom: string | undefined;
  readonly prompts: NonNullable<Extract<WorkflowAct, { do: 'accept' }>['prompts']>;
  /** Who accepts: the copies are theirs to go on writing, and name nobody. */
  readonly memberId: string;
  readonly now: number;
}

/**
 * Copies chosen prompts into the department of a proposal, in use at once: whoever manages it has read them. A copy's id
 * follows from the prompt and the department, so one that was taken before is left as it is. Refuses with `conflict` what is
 * not offered, or not in the version that was read.
 */
export async function takeOver(draft: SharedDraft, taking: Taking): Promise<void> {
  const { proposal, spreadFrom, prompts } = taking;
  if (prompts.length === 0) return;
  const source = spreadFrom === undefined ? undefined : await draft.workflow(spreadFrom);
  if (source?.state !== 'registered' || source.departmentId === proposal.departmentId) {
    throw notOffered();
  }
  for (const { id, version } of prompts) {
    const theirs = await draft.prompt(id);
    const isOffered =
      theirs?.departmentId === source.departmentId &&
      servesAs(theirs, source.id) &&
      theirs.review.version === version;
    if (!isOffered) throw notOffered();
    await copyInto(draft, theirs, taking);
  }
}

async function copyInto(draft: SharedDraft, theirs: InUse, taking: Taking): Promise<void> {
  const { proposal, memberId, now } = taking;
  const { departmentId } = proposal;
  const id = derivedId('prompt', theirs.id, departmentId);
  const held = await draft.prompt(id);
  if (held !== undefined && held.review.state !== 'withdrawn') return;
  await refuseFullOfPrompts(draft, departmentId);
  const version = (held?.review.latest ?? 0) + 1;
  await draft.putPrompt({
    id,
    departmentId,
    workflowId: proposal.id,
    review: { state: 'inUse', version, latest: version, reviewedAt: now },
    inUse: {
      version,
      memberId,
      state: 'approved',
      named: false,
      text: theirs.inUse.text,
      word: undefined,
      submittedAt: now,
      decidedAt: now,
    },
    open: undefined,
    createdAt: now,
    origin: { departmentId: theirs.departmentId, promptId: theirs.id },
  });
}

function notOffered(): Refusal {
  return new Refusal('conflict', 'What came along has changed in the meantime. Look at it again.', {
    field: 'prompts',
  });
}
