import type { AttachmentCard, AttachmentReply } from '../../lib/contract/hub/programme.ts';
import { roleSchema } from '../../lib/contract/hub/people.ts';
import { coverageOf } from '../../lib/domain/attachment.ts';
import { recommendPush } from '../../lib/domain/attachment-push.ts';
import type { SharedUse } from '../../lib/domain/shared-use.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import type { DepartmentKey } from '../repositories/department-key.ts';
import type { StoredAgreement } from '../repositories/programmes.ts';
import { attachmentStates, type AttachmentHere } from './attachment-states.ts';
import type { Authorized } from './authorize.ts';
import { boardOf, type OnBoard } from './board-workflows.ts';
import { requireDepartment, requireOrganisation } from './manage-organisation.ts';
import { readerOf } from './seen-from-outside.ts';
import { spreadTargets } from './spread-workflow.ts';

/** The attachment board of a department (METRICS.md M11): its workflows, what was agreed, and the one to push this week. */
export async function readAttachment(
  hub: Hub,
  { caller, departmentId }: Authorized<'adviseDepartment'>,
): Promise<AttachmentReply> {
  const key = { organisationId: caller.organisationId, departmentId };
  return attachmentOf(hub, key, await readerOf(hub, caller));
}

/** The same for whoever may read it; `read` is how they read what was agreed. */
export async function attachmentOf(
  hub: Hub,
  { organisationId, departmentId }: DepartmentKey,
  read: (text: string) => string,
): Promise<AttachmentReply> {
  const department = await requireDepartment(hub, organisationId, departmentId);
  const organisation = await requireOrganisation(hub, organisationId);
  const workflows = await boardOf(hub, { organisationId, departmentId });
  const registered = workflows.filter(({ state }) => state === 'registered').map(({ id }) => id);
  const states = await attachmentStates(hub, { ...department, organisationId }, registered);
  const beside = {
    ...(await readBeside(hub, { organisationId, departmentId }, workflows)),
    read,
  };
  const cards = workflows.map((each) => cardOf(each, { ...beside, states }));
  const reply: AttachmentReply = {
    department: { id: department.id, name: department.name },
    today: dayKeyAt(hub.clock.now(), organisation.timeZone),
    cards,
    spreads: [],
  };
  if (states === undefined) return { ...reply, hiddenBecause: 'fewerThanFloor' };
  const push = pushOf(cards, states);
  return {
    ...reply,
    coverage: coverageOf([...states.values()].map(({ state }) => state)),
    ...(push === undefined ? {} : { push }),
    spreads: await spreadTargets(hub, organisation, { departmentId, workflows, states }),
  };
}

/** What stands beside a department's workflows, by workflow or by member. */
interface Beside {
  readonly agreements: ReadonlyMap<string, StoredAgreement>;
  readonly use: ReadonlyMap<string, SharedUse>;
  readonly carriesGoal: ReadonlySet<string>;
  readonly roles: ReadonlyMap<string, string>;
  /** Names of the departments that workflows were proposed after, by those departments' workflows. */
  readonly sources: ReadonlyMap<string, string>;
}

async function readBeside(
  hub: Hub,
  key: { readonly organisationId: string; readonly departmentId: string },
  workflows: readonly OnBoard[],
): Promise<Beside> {
  const { organisationId, departmentId } = key;
  const agreements = await hub.programmes.agreements(key);
  const goal = await hub.programmes.goal(organisationId);
  const proposers = workflows.flatMap(({ memberId }) => memberId ?? []);
  return {
    agreements,
    use: await hub.sharedCounts.ofDepartment(
      organisationId,
      departmentId,
      workflows.map(({ id }) => id),
    ),
    carriesGoal: new Set(goal?.workflowIds),
    roles: await hub.programmes.rolesOf(organisationId, proposers),
    sources: await sourcesOf(hub, organisationId, [...agreements.values()]),
  };
}

async function sourcesOf(
  hub: Hub,
  organisationId: string,
  agreements: readonly StoredAgreement[],
): Promise<Map<string, string>> {
  const departments = await hub.organisations.departments(organisationId);
  const sources = new Map<string, string>();
  for (const { spreadFrom } of agreements) {
    if (spreadFrom === undefined || sources.has(spreadFrom)) continue;
    const source = await hub.shared.workflow(organisationId, spreadFrom);
    const name = departments.find(({ id }) => id === source?.departmentId)?.name;
    if (name !== undefined) sources.set(spreadFrom, name);
  }
  return sources;
}

function cardOf(
  { id, workflow, state, memberId, createdAt }: OnBoard,
  beside: Beside & {
    readonly states: ReadonlyMap<string, AttachmentHere> | undefined;
    /** How this caller reads what was agreed. */
    readonly read: (text: string) => string;
  },
): AttachmentCard {
  const attachment = beside.states?.get(id);
  const agreement = beside.agreements.get(id);
  const spreadFrom = beside.sources.get(agreement?.spreadFrom ?? '');
  const runs = beside.use.get(id)?.runs;
  return {
    id,
    name: workflow.name,
    waiting: state === 'proposed',
    ...stateOf(state, beside.states !== undefined, attachment),
    fellBack: attachment?.fellBack ?? false,
    ...(attachment?.fellSince === undefined ? {} : { fellSince: attachment.fellSince }),
    carriesGoal: beside.carriesGoal.has(id),
    proposedBy: roleOf(beside.roles.get(memberId ?? '')),
    proposedAt: createdAt,
    ...(spreadFrom === undefined ? {} : { spreadFrom }),
    ...(agreement?.agreed === undefined ? {} : { agreed: beside.read(agreement.agreed) }),
    ...(agreement?.nextStep === undefined ? {} : { nextStep: beside.read(agreement.nextStep) }),
    ...(agreement?.nextOn === undefined ? {} : { nextOn: agreement.nextOn }),
    minutes: workflow.minutes,
    ...(runs === undefined ? {} : { savedMinutes: runs * workflow.minutes }),
  };
}

/** What nobody accepted yet was run by nobody, whatever the floor hides. */
function stateOf(
  state: OnBoard['state'],
  isTold: boolean,
  attachment: AttachmentHere | undefined,
): Pick<AttachmentCard, 'state'> {
  if (state === 'proposed' || (isTold && attachment === undefined)) return { state: 'proposed' };
  return attachment === undefined ? {} : { state: attachment.state };
}

function roleOf(role: string | undefined): AttachmentCard['proposedBy'] {
  const known = roleSchema.safeParse(role);
  return known.success ? known.data : 'gone';
}

function pushOf(
  cards: readonly AttachmentCard[],
  states: ReadonlyMap<string, AttachmentHere>,
): AttachmentReply['push'] {
  return recommendPush(
    cards.flatMap(({ id, carriesGoal, proposedAt }) => {
      const attachment = states.get(id);
      return attachment === undefined
        ? []
        : [{ ...attachment, id, carriesGoal, createdAt: proposedAt }];
    }),
  );
}
