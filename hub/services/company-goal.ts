import type { CompanyGoal, GoalReply } from '../../lib/contract/hub/programme.ts';
import type { Hub } from '../hub.ts';
import type { Member } from '../repositories/people.ts';
import type { Authorized } from './authorize.ts';
import { requireOrganisation } from './manage-organisation.ts';
import { Refusal } from './refusal.ts';
import { organisationSettings } from './settings-of.ts';

/** The company's goal as staff read it; empty without one, and without its number. */
export async function readGoal(hub: Hub, caller: Member): Promise<GoalReply> {
  const { organisationId } = caller;
  const stored = await hub.programmes.goal(organisationId);
  const organisation = await requireOrganisation(hub, organisationId);
  const share = organisationSettings(organisation).goals.habitual;
  return stored === undefined || share === undefined ? {} : { goal: { ...stored, share } };
}

/** Sets the goal. Refuses departments and workflows that are not there with `invalid`. */
export async function setGoal(
  hub: Hub,
  { caller }: Authorized<'manageOrganisation'>,
  { share, ...goal }: CompanyGoal,
): Promise<GoalReply> {
  const { organisationId } = caller;
  const departments = await hub.organisations.departments(organisationId);
  const unknown = goal.departmentIds.findIndex((id) => !departments.some((each) => each.id === id));
  if (unknown >= 0) {
    throw new Refusal('invalid', 'There is no such department.', {
      field: `departmentIds.${unknown}`,
    });
  }
  for (const [index, id] of goal.workflowIds.entries()) {
    const workflow = await hub.shared.workflow(organisationId, id);
    if (workflow?.state !== 'registered') {
      throw new Refusal('invalid', 'There is no such workflow.', { field: `workflowIds.${index}` });
    }
  }
  const organisation = await requireOrganisation(hub, organisationId);
  const settings = organisationSettings(organisation);
  await hub.programmes.setGoal(
    organisationId,
    { ...goal, setAt: hub.clock.now() },
    JSON.stringify({ ...settings, goals: { ...settings.goals, habitual: share } }),
  );
  return readGoal(hub, caller);
}
