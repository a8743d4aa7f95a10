import type { MeetingsReply } from '../../lib/contract/hub/meetings.ts';
import { hideNames } from '../../lib/domain/hide-names.ts';
import type { Hub } from '../hub.ts';
import type { Member } from '../repositories/people.ts';

/** Names of present members as a caller may be told them: an advisor is told none (docs/adr/0021-advisor-and-sponsor.md). */
export async function namesFor(
  hub: Hub,
  { organisationId, role }: Pick<Member, 'organisationId' | 'role'>,
  memberIds: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  return hub.shared.names(organisationId, role === 'advisor' ? [] : memberIds);
}

/** How a caller reads what was written for those inside: an advisor with every present member's name blanked. */
export async function readerOf(
  hub: Hub,
  { organisationId, role, id }: Member,
): Promise<(text: string) => string> {
  if (role !== 'advisor') return (text) => text;
  const people = await hub.roster.ofOrganisation(organisationId);
  const names = people.filter((person) => person.id !== id).map(({ displayName }) => displayName);
  return (text) => hideNames(text, names);
}

/**
 * Meetings as an advisor reads them: when they were held, what was agreed and by when; not to whom it was given, and not the
 * minutes, which tell who said what.
 */
export function meetingsOutside(
  { held, actions, ...reply }: MeetingsReply,
  read: (text: string) => string,
): MeetingsReply {
  return {
    ...reply,
    held: held.map((meeting) => ({ ...meeting, notes: '' })),
    actions: actions.map((action) => ({
      ...action,
      text: read(action.text),
      assignee: undefined,
    })),
  };
}
