import type { OwnMail } from '../../lib/contract/hub/channels.ts';
import type { Hub } from '../hub.ts';
import { ownMailId, type MailReader } from '../repositories/channels.ts';
import type { Authorized } from './authorize.ts';
import { addOwnMail } from './channels.ts';
import { requireDepartment } from './manage-organisation.ts';
import { Refusal } from './refusal.ts';

type Advising = Authorized<'readAdvisorMail'>;

/** Whether a department's mails go to the caller, an advisor. Champions and owners have the department's destinations. */
export async function readOwnMail(hub: Hub, proof: Advising): Promise<OwnMail> {
  const { organisationId, id } = await placeOf(hub, proof);
  const channel = await hub.sending.channels.byId(organisationId, id);
  return {
    active: channel?.active ?? true,
    isReader: (await ownReader(hub, proof)) !== undefined,
  };
}

/**
 * Switches the caller's own mails of a department on or off, also after the link in one of them stopped them. Refuses with
 * `conflict` whoever is no reader.
 */
export async function changeOwnMail(hub: Hub, proof: Advising, active: boolean): Promise<OwnMail> {
  const place = await placeOf(hub, proof);
  const reader = await ownReader(hub, proof);
  if (reader === undefined) throw new Refusal('conflict', 'Leave a mail address first.');
  await addOwnMail(hub, place, [reader]);
  await hub.sending.channels.change(place, { active });
  return { active, isReader: true };
}

async function placeOf(hub: Hub, { caller, departmentId }: Advising) {
  const { organisationId, id: memberId } = caller;
  await requireDepartment(hub, organisationId, departmentId);
  return { organisationId, departmentId, id: ownMailId(departmentId, memberId) };
}

async function ownReader(hub: Hub, { caller }: Advising): Promise<MailReader | undefined> {
  const { organisationId, id } = caller;
  const readers = await hub.sending.channels.advisors(organisationId);
  return readers.find(({ memberId }) => memberId === id);
}
