import type { DepartmentInvites, TeamCommand } from '../contract/commands.ts';
import { joinReplySchema, type JoinReply } from '../contract/hub/people.ts';
import { teamItem, type Team } from '../contract/team.ts';
import { answerPulse } from './answer-pulse.ts';
import { adviseCompany, isStillUsed, leaveAdvised } from './advised-companies.ts';
import { CommandFailure } from './command-failure.ts';
import { enterTeam, forgetTeam } from './enter-team.ts';
import { foundCompany, type FoundCompanyDeps } from './found-company.ts';
import { failureOf } from './hub-failure.ts';
import { parseInvite, type InvitePlace } from './invite-link.ts';
import { todayOf } from './mark-day.ts';
import { carryOutHelp, withdrawNameless } from './raise-hand.ts';
import { readItem } from './read-item.ts';
import type { TeamSync } from './sync-outbox.ts';
import { carryOutSharing } from './share-prompt.ts';
import { readToken } from './team-storage.ts';

/** What joining and leaving need. */
export interface TeamMembershipDeps extends FoundCompanyDeps {
  readonly sync: TeamSync;
}

/** Carries out what the person asks for about their company; answers a new company's first invites. Rejects with `CommandFailure`; then nothing was changed here. */
export function createTeamMembership(
  deps: TeamMembershipDeps,
): (command: TeamCommand) => Promise<readonly DepartmentInvites[] | undefined> {
  return async (command) => {
    switch (command.type) {
      case 'joinTeam':
        await join(deps, command);
        // The first lines; that the person is in does not depend on them.
        await deps.sync.run(true).catch(() => {});
        return undefined;
      case 'foundCompany': {
        const invites = await foundCompany(deps, command);
        await deps.sync.run(true).catch(() => {});
        return invites;
      }
      case 'leaveTeam':
        await leave(deps, command);
        return undefined;
      case 'adviseCompany':
        await adviseCompany(deps, command);
        return undefined;
      case 'leaveAdvised':
        await leaveAdvised(deps, command);
        return undefined;
      case 'syncTeam':
        await deps.sync.run(command.asked === true);
        return undefined;
      case 'sharePrompt':
      case 'withdrawPrompt':
        await carryOutSharing(deps, command);
        return undefined;
      case 'answerPulse':
        await answerPulse(deps, command);
        return undefined;
      case 'settleQuestion':
      case 'withdrawQuestion':
        await carryOutHelp(deps, command);
        return undefined;
    }
  };
}

/**
 * Joins by a link. The hub's answer is the only place where the token is ever said, so it is stored before anything else. Killed between
 * answer and write, the person joins again with the same link; the hub then knows a member who never used anything.
 */
async function join(
  deps: TeamMembershipDeps,
  { invite, displayName, email }: Extract<TeamCommand, { type: 'joinTeam' }>,
): Promise<void> {
  const { openHub, access } = deps;
  const parsed = parseInvite(invite);
  if (!parsed.ok) throw new CommandFailure('inviteUnreadable', parsed.reason);
  const { hubUrl, code, kind } = parsed.place;
  if (kind === 'setup') throw new CommandFailure('inviteUnreadable', kind);
  if (!(await access.has(hubUrl)))
    throw new CommandFailure('hubNotPermitted', 'no host permission');
  const person = {
    ...(displayName === undefined ? {} : { displayName }),
    ...(email === undefined ? {} : { email }),
  };
  const request = joinRequest(kind, code, person);
  const answer = await openHub({ hubUrl }).ask({ ...request, answer: joinReplySchema });
  if (!answer.ok) throw failureOf(answer.trouble);
  await enterTeam(deps, {
    team: teamOf(answer.value, hubUrl, todayOf(deps)),
    token: answer.value.memberToken,
    sent: { ...request, body: kind === 'invite' ? { invite: '…', ...person } : { code: '…' } },
  });
}

function joinRequest(kind: Exclude<InvitePlace['kind'], 'setup'>, code: string, person: object) {
  return kind === 'invite'
    ? ({ method: 'POST', path: '/v1/join', body: { invite: code, ...person } } as const)
    : ({ method: 'POST', path: '/v1/join-device', body: { code } } as const);
}

function teamOf(reply: JoinReply, hubUrl: string, joinedOn: Team['joinedOn']): Team {
  const { memberId, role, organisation, department } = reply;
  const championOf = role === 'champion' ? [department] : [];
  return { hubUrl, memberId, role, organisation, department, championOf, joinedOn };
}

/** Leaves: the hub first, because it deletes there what it holds; then everything here that concerns it. The days stay. */
async function leave(
  deps: TeamMembershipDeps,
  { anyway, eraseNow }: Extract<TeamCommand, { type: 'leaveTeam' }>,
): Promise<void> {
  const { store, clock, queue, openHub } = deps;
  const team = await queue(() => readItem(store, teamItem, clock.now()));
  const token = await readToken(store);
  if (team !== undefined && token !== undefined) {
    const hub = openHub({ hubUrl: team.hubUrl, token });
    if (eraseNow === true) await withdrawNameless(deps, hub);
    const answer = await hub.ask({
      method: 'DELETE',
      path: `/v1/me?rows=${eraseNow === true ? 'now' : 'later'}`,
    });
    const isGone = answer.ok || answer.trouble.kind === 'revoked';
    if (!isGone && anyway !== true) throw failureOf(answer.trouble);
  }
  await queue(() => forgetTeam(store));
  if (team !== undefined && !(await isStillUsed(store, team.hubUrl))) {
    await deps.access.giveBack(team.hubUrl).catch(() => {});
  }
}
