import { randomUUID } from 'node:crypto';
import type { JoinReply, JoinRequest } from '../../lib/contract/hub/people.ts';
import type { HubClock } from '../clock.ts';
import { dayNumberAt } from '../local-day.ts';
import type { Organisations } from '../repositories/organisations.ts';
import type { People } from '../repositories/people.ts';
import { Refusal } from './refusal.ts';
import { makeToken, parseCode, parseToken } from './secret-codes.ts';

/** What joining needs. */
export interface JoinDeps {
  readonly organisations: Organisations;
  readonly people: People;
  readonly clock: HubClock;
}

/** Name of a person who gave none, by the organisation's language. */
const UNNAMED = { ja: 'メンバー', en: 'Member' } as const;

/**
 * Brings a person in by an invite, as a link or its code, and hands out a token, shown this once. Every invite that does not
 * work is refused alike (`inviteInvalid`), so that guessing tells nothing.
 */
export async function join(deps: JoinDeps, request: JoinRequest): Promise<JoinReply> {
  const code = parseCode(request.invite);
  const organisation = code && (await deps.organisations.byId(code.organisationId));
  if (code === undefined || organisation === undefined) throw invalidInvite();
  const now = deps.clock.now();
  const memberToken = makeToken(organisation.id);
  const person = await deps.people.redeem(code, now, ({ departmentId, role }) => ({
    organisationId: organisation.id,
    id: randomUUID(),
    displayName: request.displayName ?? UNNAMED[organisation.locale],
    email: request.email,
    role,
    language: organisation.locale,
    departmentId,
    fromDay: dayNumberAt(now, organisation.timeZone),
    createdAt: now,
    token: { id: randomUUID(), hash: parseToken(memberToken)?.hash ?? '', label: 'join' },
  }));
  if (person === undefined) throw invalidInvite();
  const departments = await deps.organisations.departments(organisation.id);
  const department = departments.find(({ id }) => id === person.departmentId);
  const { id, name, timeZone, locale, country } = organisation;
  return {
    memberToken,
    memberId: person.id,
    role: person.role,
    organisation: { id, name, timeZone, locale, country },
    department: { id: person.departmentId, name: department?.name ?? '' },
  };
}

function invalidInvite(): Refusal {
  return new Refusal(
    'inviteInvalid',
    'This invite does not work any more. Ask your champion for a new link.',
  );
}
