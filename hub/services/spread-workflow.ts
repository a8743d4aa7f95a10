import type { AttachmentReply } from '../../lib/contract/hub/programme.ts';
import { isAttached, type Attachment } from '../../lib/domain/attachment.ts';
import { likenessOf, spreadsOf, type SpreadWorkflow } from '../../lib/domain/attachment-push.ts';
import type { Hub } from '../hub.ts';
import type { Department, Organisation } from '../repositories/organisations.ts';
import type { Member } from '../repositories/people.ts';
import { attachmentOfAll } from './attachment-states.ts';
import { boardsOf, requireOnBoard, type OnBoard } from './board-workflows.ts';
import { derivedId } from './derived-id.ts';
import { requireDepartment } from './manage-organisation.ts';
import { Refusal } from './refusal.ts';
import { refuseFull } from './share-workflows.ts';

const MOST_DEPARTMENTS = 3;

/** A department's board as it was read. */
export interface Board {
  readonly departmentId: string;
  readonly workflows: readonly OnBoard[];
  readonly states: ReadonlyMap<string, Attachment>;
}

/**
 * Where a department's attached workflows could spread to (`spreadsOf`), the departments with the likest work first; where
 * one was proposed already it is left out. States are counted of three of them only: a page that asked fifty would be slow,
 * and three are more than a champion proposes in a week.
 */
export async function spreadTargets(
  hub: Hub,
  organisation: Organisation,
  { departmentId, workflows, states }: Board,
): Promise<AttachmentReply['spreads']> {
  const attached = workflows
    .map((each) => comparedOf(each, states))
    .filter(({ state }) => state !== undefined && isAttached(state));
  if (attached.length === 0) return [];
  const alike = await likestOf(hub, organisation.id, departmentId, attached);
  const known = await attachmentOfAll(
    hub,
    organisation,
    alike.map(({ department, theirs }) => ({
      department,
      workflowIds: theirs.map(({ id }) => id),
    })),
  );
  return alike.flatMap(({ department, theirs }) => {
    const proposed = new Set(theirs.map(({ id }) => id));
    const told = theirs.map((each) => comparedOf(each, known.get(department.id)));
    return spreadsOf([...attached, ...told])
      .filter(({ toDepartmentId }) => toDepartmentId === department.id)
      .filter(({ id }) => !proposed.has(derivedId(id, department.id)))
      .map(({ id }) => ({ id, departmentId: department.id, departmentName: department.name }));
  });
}

interface Alike {
  readonly department: Department;
  readonly theirs: readonly OnBoard[];
}

/** The other departments with work like the attached, the likest first, three at most. */
async function likestOf(
  hub: Hub,
  organisationId: string,
  departmentId: string,
  attached: readonly SpreadWorkflow[],
): Promise<Alike[]> {
  const alike: (Alike & { readonly likeness: number })[] = [];
  const boards = await boardsOf(hub, organisationId);
  for (const department of await hub.organisations.departments(organisationId)) {
    const theirs = department.id === departmentId ? undefined : boards.get(department.id);
    if (theirs === undefined) continue;
    const compared = theirs.map((each) => comparedOf(each));
    const likeness = Math.max(
      0,
      ...attached.flatMap((one) => compared.map((each) => likenessOf(one, each))),
    );
    if (likeness > 0) alike.push({ department, theirs, likeness });
  }
  return alike.toSorted((a, b) => b.likeness - a.likeness).slice(0, MOST_DEPARTMENTS);
}

/**
 * Proposes a department's workflow to another one (拡大), for those who manage the first; those who manage the other accept
 * it or not. The proposal's id follows from both, so doing it twice, or two at once, makes one.
 */
export async function spreadWorkflow(
  hub: Hub,
  caller: Member,
  { id, departmentId }: { readonly id: string; readonly departmentId: string },
): Promise<{ id: string }> {
  const { organisationId } = caller;
  const held = await requireOnBoard(hub, caller, id);
  await requireDepartment(hub, organisationId, departmentId);
  if (departmentId === held.departmentId) {
    throw new Refusal('invalid', 'The workflow is this department’s already.', {
      field: 'departmentId',
    });
  }
  const now = hub.clock.now();
  const proposal = derivedId(id, departmentId);
  await hub.shared.change(organisationId, async (draft) => {
    const there = await draft.workflow(proposal);
    if (there !== undefined && there.state !== 'withdrawn') return;
    await refuseFull(draft, departmentId);
    await draft.putWorkflow({
      id: proposal,
      departmentId,
      memberId: caller.id,
      state: 'proposed',
      workflow: held.workflow,
      createdAt: now,
      updatedAt: now,
    });
  });
  const before = await hub.programmes.agreements({ organisationId, departmentId });
  const kept = { ...before.get(proposal), workflowId: proposal, departmentId, spreadFrom: id };
  await hub.programmes.putAgreement(organisationId, kept, now);
  return { id: proposal };
}

function comparedOf(
  { id, departmentId, workflow }: OnBoard,
  states?: ReadonlyMap<string, Attachment>,
): SpreadWorkflow {
  const { name: title, source } = workflow;
  return { id, departmentId, title, source, state: states?.get(id)?.state };
}
