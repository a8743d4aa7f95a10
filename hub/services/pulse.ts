import type { NewPulse } from '../../lib/contract/hub/check-in.ts';
import type { PulseReply } from '../../lib/contract/hub/pulse.ts';
import { monthBefore } from '../../lib/domain/day.ts';
import { createFloor } from '../../lib/domain/privacy-floor.ts';
import { pulseAskedOn, pulseToldOn } from '../../lib/domain/pulse.ts';
import type { Hub } from '../hub.ts';
import type { Authorized } from './authorize.ts';
import {
  organisationToday,
  requireDepartment,
  requireOrganisation,
} from './manage-organisation.ts';
import { Refusal } from './refusal.ts';
import { organisationSettings } from './settings-of.ts';

/**
 * Takes a member's answers, once a month and on its days, for the department they are in then. Refuses with `conflict`
 * what comes twice or on other days, and with `forbidden` what comes from an advisor, who is nobody of the department.
 */
export async function answerPulse(
  hub: Hub,
  { caller }: Authorized<'useOwnDays'>,
  { month, answers }: NewPulse,
): Promise<void> {
  const { organisationId, departmentId, id: memberId, role } = caller;
  if (role === 'advisor') throw new Refusal('forbidden', 'Advisors are not asked.');
  if (pulseAskedOn(await organisationToday(hub, caller.organisationId)) !== month) {
    throw new Refusal('conflict', 'This month is not asked now.', { field: 'month' });
  }
  const pulse = { departmentId, month, answers };
  if (!(await hub.pulse.answer({ organisationId, memberId }, pulse))) {
    throw new Refusal('conflict', 'You have answered this month.');
  }
}

/** The month that is asked of the caller now, if one is. */
export async function pulseOf(
  hub: Hub,
  { caller }: Authorized<'useOwnDays'>,
): Promise<{ readonly month: string; readonly answered: boolean } | undefined> {
  const { organisationId, id: memberId, role } = caller;
  const month = pulseAskedOn(await organisationToday(hub, caller.organisationId));
  if (month === undefined || role === 'advisor') return undefined;
  return { month, answered: await hub.pulse.hasAnswered({ organisationId, memberId }, month) };
}

/** What a department's people said in the last month whose days are over, and in the one before, as the floor tells it. */
export async function readPulse(
  hub: Hub,
  { caller, departmentId }: Authorized<'manageDepartment'>,
): Promise<PulseReply> {
  const { organisationId } = caller;
  const organisation = await requireOrganisation(hub, organisationId);
  await requireDepartment(hub, organisationId, departmentId);
  const floor = createFloor({ floor: organisationSettings(organisation).floor });
  const month = pulseToldOn(await organisationToday(hub, caller.organisationId));
  const told = async (of: string) =>
    floor.releasePulse(
      await hub.pulse.counts({ organisationId, departmentId }, of),
    ) as PulseReply['now'];
  return { month, now: await told(month), before: await told(monthBefore(month)) };
}
