import type { DepartmentInvites, TeamCommand } from '../contract/commands.ts';
import { setupReplySchema, type SetupReply } from '../contract/hub/people.ts';
import type { Team } from '../contract/team.ts';
import { CommandFailure } from './command-failure.ts';
import { enterTeam, type EnterTeamDeps } from './enter-team.ts';
import { failureOf } from './hub-failure.ts';
import type { OpenHub } from './hub-port.ts';
import { parseInvite } from './invite-link.ts';
import { todayOf } from './mark-day.ts';
import type { HostAccess } from './ports.ts';

type Founding = Extract<TeamCommand, { type: 'foundCompany' }>;

/** What founding needs. */
export interface FoundCompanyDeps extends EnterTeamDeps {
  readonly openHub: OpenHub;
  readonly access: HostAccess;
}

/** Stands for the owner's number where the hub could not be asked for it; this browser only compares it with itself. */
const OWNER = 'owner';

/**
 * Sets a new hub up by the link it printed: the company, its departments and this person as its owner. Answers the first invites of
 * each department, which the hub says this once. The owner's token is stored before anything else is asked.
 */
export async function foundCompany(
  deps: FoundCompanyDeps,
  { link, organisation, departments, owner }: Founding,
): Promise<readonly DepartmentInvites[]> {
  const parsed = parseInvite(link);
  if (!parsed.ok || parsed.place.kind !== 'setup') {
    throw new CommandFailure('inviteUnreadable', parsed.ok ? parsed.place.kind : parsed.reason);
  }
  const { hubUrl, code: setupCode } = parsed.place;
  if (!(await deps.access.has(hubUrl))) {
    throw new CommandFailure('hubNotPermitted', 'no host permission');
  }
  const request = { method: 'POST', path: '/v1/setup' } as const;
  const body = { setupCode, organisation, departments, owner };
  const answer = await deps.openHub({ hubUrl }).ask({ ...request, body, answer: setupReplySchema });
  if (!answer.ok) {
    // The hub says of a wrong and of a used code alike that it does not know the caller.
    if (answer.trouble.code === 'unauthorised') {
      throw new CommandFailure('setupCodeInvalid', 'hub: unauthorised');
    }
    throw failureOf(answer.trouble);
  }
  const { memberToken: token, organisationId, departments: made } = answer.value;
  const home = made[0];
  if (home === undefined) throw new CommandFailure('hubRefused', 'hub: no department');
  const team: Team = {
    hubUrl,
    memberId: OWNER,
    role: 'owner',
    organisation: { id: organisationId, ...organisation },
    department: { id: home.id, name: home.name },
    championOf: [],
    joinedOn: todayOf(deps),
  };
  await enterTeam(deps, { team, token, sent: { ...request, body: { ...body, setupCode: '…' } } });
  return invitesOf(answer.value);
}

function invitesOf({ departments }: SetupReply): DepartmentInvites[] {
  return departments.map(({ name, invites }) => ({ department: name, ...invites }));
}
