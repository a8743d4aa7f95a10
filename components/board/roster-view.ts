import type { MemberChange, RosterEntry } from '../../lib/contract/hub/organisation.ts';

/** Roles that an owner gives and takes; advisors come by an invite of their own. */
export const GIVEN_ROLES = ['member', 'champion', 'owner'] as const;
/** One of them. */
export type GivenRole = (typeof GIVEN_ROLES)[number];

/** What is being changed about one person before it is saved. */
export interface MemberDraft {
  readonly role: GivenRole;
  readonly championOf: readonly string[];
  readonly departmentId: string;
}

/** Those with a role, owners first, then champions and advisors, each in the roster's order. */
export function roleHolders(members: readonly RosterEntry[]): RosterEntry[] {
  return (['owner', 'champion', 'advisor'] as const).flatMap((role) =>
    members.filter((member) => member.role === role),
  );
}

/** Champions of a department, an owner who is one included. */
export function championsOf(members: readonly RosterEntry[], departmentId: string): RosterEntry[] {
  return members.filter(({ championOf }) => championOf.includes(departmentId));
}

/** Those whose name holds a text, whatever its width and case, in one department or (empty) in any. */
export function findMembers(
  members: readonly RosterEntry[],
  wanted: { readonly text: string; readonly departmentId: string },
): RosterEntry[] {
  const text = folded(wanted.text);
  return members.filter(
    ({ displayName, departmentId }) =>
      (wanted.departmentId === '' || departmentId === wanted.departmentId) &&
      folded(displayName).includes(text),
  );
}

/** A draft that changes nothing yet; undefined for an advisor, whose role and place stay. */
export function memberDraft({
  role,
  championOf,
  departmentId,
}: RosterEntry): MemberDraft | undefined {
  return role === 'advisor' ? undefined : { role, championOf, departmentId };
}

/** The draft with another role. A new champion begins with the own department, which is what is nearly always meant. */
export function withRole(draft: MemberDraft, role: GivenRole): MemberDraft {
  if (role === 'member') return { ...draft, role, championOf: [] };
  const needsOne = role === 'champion' && draft.championOf.length === 0;
  return { ...draft, role, championOf: needsOne ? [draft.departmentId] : draft.championOf };
}

/**
 * The request that makes a draft true: only what differs, `{}` when nothing does, undefined while a champion has no
 * department. The order in which departments were ticked does not matter.
 */
export function memberChange(before: RosterEntry, draft: MemberDraft): MemberChange | undefined {
  const { role, championOf, departmentId } = draft;
  if (role === 'champion' && championOf.length === 0) return undefined;
  const isSame =
    championOf.length === before.championOf.length &&
    championOf.every((id) => before.championOf.includes(id));
  return {
    // Both together: the hub would make a champion of nothing a member.
    ...(role === before.role && isSame ? {} : { role, championOf: [...championOf] }),
    ...(departmentId === before.departmentId ? {} : { move: { departmentId } }),
  };
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}
