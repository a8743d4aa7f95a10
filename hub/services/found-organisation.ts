import { randomUUID } from 'node:crypto';
import { dayNumberAt } from '../local-day.ts';
import type { SetupReply, SetupRequest, Role } from '../../lib/contract/hub/people.ts';
import type { Founding } from '../repositories/founding.ts';
import type { NewInvite } from '../repositories/invites.ts';
import type { HubClock } from '../clock.ts';
import { Refusal } from './refusal.ts';
import {
  hashSecret,
  makeCode,
  makeOrganisationId,
  makeToken,
  parseCode,
  parseToken,
} from './secret-codes.ts';

const INVITE_DAYS = 30;
const INVITE_USES = { member: 500, champion: 5 } as const;
const MS_PER_DAY = 86_400_000;

/** What founding needs. */
export interface FoundOrganisationDeps {
  readonly founding: Founding;
  readonly clock: HubClock;
  /** Begins the invite links. */
  readonly publicUrl: string;
}

/**
 * Makes the organisation, its departments and its owner, and hands out the owner's token and two invites a department,
 * all shown this once. Refuses a wrong or used code with `unauthorised`.
 */
export async function foundOrganisation(
  deps: FoundOrganisationDeps,
  request: SetupRequest,
): Promise<SetupReply> {
  const { founding, clock, publicUrl } = deps;
  const now = clock.now();
  const organisationId = makeOrganisationId();
  const departments = request.departments.map(({ name }) => ({ id: randomUUID(), name }));
  const [home] = departments;
  if (home === undefined) throw new Refusal('invalid', 'Name at least one department.');
  const ownerId = randomUUID();
  const memberToken = makeToken(organisationId);
  const owner = {
    organisationId,
    id: ownerId,
    displayName: request.owner.displayName,
    email: request.owner.email,
    role: 'owner',
    language: request.organisation.locale,
    departmentId: home.id,
    fromDay: dayNumberAt(now, request.organisation.timeZone),
    createdAt: now,
    token: { id: randomUUID(), hash: parseToken(memberToken)?.hash ?? '', label: 'setup' },
  } as const;

  const invite = (departmentId: string, role: Extract<Role, 'member' | 'champion'>) => {
    const code = makeCode(organisationId);
    const row: NewInvite = {
      organisationId,
      id: randomUUID(),
      codeHash: parseCode(code)?.hash ?? hashSecret(code),
      departmentId,
      role,
      expiresAt: now + INVITE_DAYS * MS_PER_DAY,
      maxUses: INVITE_USES[role],
      createdBy: ownerId,
      createdAt: now,
    };
    return { row, link: `${publicUrl}/join#${code}` };
  };
  const made = departments.map((department) => ({
    department,
    member: invite(department.id, 'member'),
    champion: invite(department.id, 'champion'),
  }));
  const isFounded = await founding.found(request.setupCode, {
    organisation: { ...request.organisation, id: organisationId, createdAt: now, departments },
    owner,
    invites: made.flatMap(({ member, champion }) => [member.row, champion.row]),
  });
  if (!isFounded) {
    throw new Refusal(
      'unauthorised',
      'The setup code is wrong or was used already. The hub prints it at its first start.',
    );
  }
  return {
    memberToken,
    organisationId,
    departments: made.map(({ department, member, champion }) => ({
      ...department,
      invites: { member: member.link, champion: champion.link },
    })),
  };
}
