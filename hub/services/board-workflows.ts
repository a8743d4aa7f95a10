import type { WorkflowAgreement } from '../../lib/contract/hub/programme.ts';
import type { Hub } from '../hub.ts';
import type { Member } from '../repositories/people.ts';
import type { DepartmentKey } from '../repositories/department-key.ts';
import type { StoredWorkflow } from '../repositories/shared-workflows.ts';
import { authorize } from './authorize.ts';
import { Refusal } from './refusal.ts';

/** A workflow that is on the attachment board: registered, or waiting to be. */
export type OnBoard = StoredWorkflow & {
  readonly workflow: NonNullable<StoredWorkflow['workflow']>;
};

/** All a department may have: see `share-workflows.ts`. */
const EVERYTHING = 100_000;

/** The workflows on a department's board. */
export async function boardOf(hub: Hub, department: DepartmentKey): Promise<OnBoard[]> {
  const all = await hub.shared.workflowChanges({ ...department, since: 0, limit: EVERYTHING });
  return all.filter((each) => isOnBoard(each));
}

/** The same of every department of a company, by department. */
export async function boardsOf(
  hub: Hub,
  organisationId: string,
): Promise<ReadonlyMap<string, readonly OnBoard[]>> {
  const all = await hub.shared.workflowsOnBoards(organisationId);
  const onBoards = all.filter((each) => isOnBoard(each));
  return Map.groupBy(onBoards, ({ departmentId }) => departmentId);
}

/** A workflow on a board that the caller manages; `notFound` when it is on none. */
export async function requireOnBoard(hub: Hub, caller: Member, id: string): Promise<OnBoard> {
  const held = await hub.shared.workflow(caller.organisationId, id);
  if (held === undefined || !isOnBoard(held)) {
    throw new Refusal('notFound', 'There is no such workflow.');
  }
  authorize(caller, { do: 'manageDepartment', departmentId: held.departmentId });
  return held;
}

/** Keeps what was agreed about a workflow, its next step and day. Its state stays what the runs say. */
export async function agreeOnWorkflow(
  hub: Hub,
  caller: Member,
  { id, agreement }: { readonly id: string; readonly agreement: WorkflowAgreement },
): Promise<void> {
  const { organisationId } = caller;
  const { departmentId } = await requireOnBoard(hub, caller, id);
  const before = await hub.programmes.agreements({ organisationId, departmentId });
  const spreadFrom = before.get(id)?.spreadFrom;
  const kept = { ...agreement, workflowId: id, departmentId, spreadFrom };
  await hub.programmes.putAgreement(organisationId, kept, hub.clock.now());
}

function isOnBoard(stored: StoredWorkflow): stored is OnBoard {
  return (
    (stored.state === 'registered' || stored.state === 'proposed') && stored.workflow !== undefined
  );
}
