import { minutesAgenda } from '../../lib/app/meeting-agenda.ts';
import { inBothLanguages, minutesWords } from '../../lib/app/notice-words.ts';
import type { MinutesSent } from '../../lib/contract/hub/meetings.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import type { Hub } from '../hub.ts';
import type { Authorized } from './authorize.ts';
import { requireDepartment, requireOrganisation } from './manage-organisation.ts';
import { actionsAt } from './meeting-actions.ts';
import { openNotice } from './notices.ts';
import { Refusal } from './refusal.ts';

/**
 * Sends the minutes of a meeting that was noted, once, as they are now, to the department's champions: the only members who
 * left an address for it. An action names who it was given to by a word, not by a member (docs/adr/0018-meetings.md), so
 * the others get them by the champion's hand. Refuses a second time with `conflict`: what left is not called back.
 */
export async function sendMinutes(
  hub: Hub,
  { caller, departmentId }: Authorized<'manageDepartment'>,
  day: DayKey,
): Promise<MinutesSent> {
  const key = { organisationId: caller.organisationId, departmentId };
  const department = await requireDepartment(hub, key.organisationId, departmentId);
  const held = (await hub.meetings.held(key, day)).find((each) => each.day === day);
  if (held === undefined) throw new Refusal('notFound', 'No meeting was noted on that day.');
  const organisation = await requireOrganisation(hub, key.organisationId);
  const sources = {
    department: department.name,
    day,
    notes: held.notes,
    actions: await actionsAt(hub, organisation, { ...key, day }),
  };
  const notice = {
    department: department.name,
    words: inBothLanguages((language) => minutesWords(minutesAgenda(sources, language), language)),
  };
  const slot = { ...key, kind: 'minutes', period: day } as const;
  const readers = await openNotice(hub, slot, { notice, to: 'champion' });
  if (readers === undefined) {
    throw new Refusal('conflict', 'These minutes were sent already. Copy what was added since.');
  }
  return { readers };
}
