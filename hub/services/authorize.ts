import type { Member } from '../repositories/people.ts';
import { Refusal } from './refusal.ts';

declare const proof: unique symbol;

/** What a caller may be allowed to do, and on what. */
export type Permission =
  | { readonly do: 'useOwnDays' }
  | { readonly do: 'seeDepartment'; readonly departmentId: string }
  | { readonly do: 'shareWithDepartment'; readonly departmentId: string }
  | { readonly do: 'adviseDepartment'; readonly departmentId: string }
  | { readonly do: 'readAdvisorMail'; readonly departmentId: string }
  | { readonly do: 'manageDepartment'; readonly departmentId: string }
  | { readonly do: 'adviseOrganisation' }
  | { readonly do: 'manageOrganisation' };

/** Names of the permissions. */
export type Deed = Permission['do'];

/**
 * Proof that `caller` may do a thing. Only `authorize` makes one, and every service that reads or writes somebody's data
 * asks for one, so a forgotten check does not compile.
 */
export type Authorized<D extends Deed> = {
  readonly [proof]: true;
  readonly caller: Member;
} & Extract<Permission, { readonly do: D }>;

/**
 * Proof for a permission, or a `Refusal` with `forbidden`. Owners manage everything; champions manage the departments they
 * are champion of; advisors and every member see departments' totals (never a person). What a department shares is read and
 * added to by its members; advisors see and propose everywhere, and are the only ones whose mails stand apart from a
 * department's destinations.
 */
export function authorize<P extends Permission>(
  caller: Member,
  permission: P,
): Authorized<P['do']> {
  if (!allows(caller, permission)) {
    throw new Refusal(
      'forbidden',
      'Your role does not allow this. Ask your champion or the owner.',
    );
  }
  return { ...permission, caller } as unknown as Authorized<P['do']>;
}

function allows(caller: Member, permission: Permission): boolean {
  switch (permission.do) {
    case 'useOwnDays':
      return true;
    case 'seeDepartment':
      return (
        caller.role !== 'member' ||
        caller.departmentId === permission.departmentId ||
        caller.championOf.includes(permission.departmentId)
      );
    case 'shareWithDepartment':
      return (
        caller.role === 'owner' ||
        caller.role === 'advisor' ||
        caller.departmentId === permission.departmentId ||
        caller.championOf.includes(permission.departmentId)
      );
    case 'adviseDepartment':
      return (
        caller.role === 'owner' ||
        caller.role === 'advisor' ||
        caller.championOf.includes(permission.departmentId)
      );
    case 'readAdvisorMail':
      return caller.role === 'advisor';
    case 'manageDepartment':
      return caller.role === 'owner' || caller.championOf.includes(permission.departmentId);
    case 'adviseOrganisation':
      return caller.role === 'owner' || caller.role === 'advisor';
    case 'manageOrganisation':
      return caller.role === 'owner';
  }
}
