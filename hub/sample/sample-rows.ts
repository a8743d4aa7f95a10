import { randomUUID } from 'node:crypto';
import 'temporal-polyfill/global';
import { epochDay, type DayKey } from '../../lib/domain/day.ts';
import type { NewInvite } from '../repositories/invites.ts';
import type { NewOrganisation } from '../repositories/organisations.ts';
import type { Newcomer } from '../repositories/people.ts';
import type { UsageRow } from '../repositories/usage.ts';
import { makeCode, parseCode, parseToken } from '../services/secret-codes.ts';
import type { SampleCompany, SamplePerson } from './sample-company.ts';

/** A person of the sample with the id of the department. */
export interface Belonging {
  readonly person: SamplePerson;
  readonly departmentId: string;
}

/** Invites of every department: the codes, shown once, and what is stored of them. */
export interface SampleInvites {
  readonly champion: Readonly<Record<string, string>>;
  readonly member: Readonly<Record<string, string>>;
  readonly rows: readonly NewInvite[];
}

const MS_PER_DAY = 86_400_000;
const INVITE_DAYS = 365;
const INVITE_USES = 500;
const DEVICE = 'sample';

/** Everybody of the company, department by department. */
export function belongings({ departments }: SampleCompany): Belonging[] {
  return departments.flatMap(({ people }, index) =>
    people.map((person) => ({ person, departmentId: departmentId(index) })),
  );
}

/** The organisation as it was founded on the programme's first morning. */
export function organisationOf(company: SampleCompany, id: string): NewOrganisation {
  return {
    id,
    name: company.name,
    timeZone: company.timeZone,
    locale: company.language,
    country: company.country,
    createdAt: morningOf(company.startedOn, company.timeZone),
    departments: company.departments.map(({ name }, index) => ({ id: departmentId(index), name })),
  };
}

/** A person as somebody who joined on their first day. */
export function newcomerOf(
  { person, departmentId: department }: Belonging,
  organisation: NewOrganisation,
  token: string,
): Newcomer {
  return {
    organisationId: organisation.id,
    id: memberId(person),
    displayName: person.displayName,
    email: person.email,
    role: person.role,
    language: organisation.locale,
    departmentId: department,
    fromDay: epochDay(person.joinedOn),
    createdAt: morningOf(person.joinedOn, organisation.timeZone),
    token: { id: randomUUID(), hash: parseToken(token)?.hash ?? '', label: 'sample' },
  };
}

/** Two invites a department that hold for a year. */
export function invitesOf(
  { id: organisationId, departments }: NewOrganisation,
  owner: SamplePerson,
  nowMs: number,
): SampleInvites {
  const rows: NewInvite[] = [];
  const codes = (role: 'champion' | 'member'): Record<string, string> =>
    Object.fromEntries(
      departments.map((department) => {
        const code = makeCode(organisationId);
        rows.push({
          organisationId,
          id: randomUUID(),
          codeHash: parseCode(code)?.hash ?? '',
          departmentId: department.id,
          role,
          expiresAt: nowMs + INVITE_DAYS * MS_PER_DAY,
          maxUses: INVITE_USES,
          createdBy: memberId(owner),
          createdAt: nowMs,
        });
        return [department.id, code];
      }),
    );
  return { champion: codes('champion'), member: codes('member'), rows };
}

/** Everybody's days as their devices would have brought them. */
export function usageOf(company: SampleCompany, organisationId: string): UsageRow[] {
  return belongings(company).flatMap(({ person }) =>
    person.rows.map(({ day, ...entry }) => ({
      ...entry,
      organisationId,
      day: epochDay(day),
      memberId: memberId(person),
      deviceId: DEVICE,
    })),
  );
}

/** Leave by member. */
export function leaveOf(
  company: SampleCompany,
): { memberId: string; ranges: { fromDay: number; toDay: number }[] }[] {
  return belongings(company).map(({ person }) => ({
    memberId: memberId(person),
    ranges: person.leave.map(({ from, to }) => ({ fromDay: epochDay(from), toDay: epochDay(to) })),
  }));
}

function departmentId(index: number): string {
  return `sample-department-${index + 1}`;
}

function memberId({ id }: SamplePerson): string {
  return `sample-${id}`;
}

function morningOf(day: DayKey, timeZone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '09:00' })
    .epochMilliseconds;
}
