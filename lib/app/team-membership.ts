import type { TeamCommand } from '../contract/commands.ts';
import { entryOf } from '../contract/envelope.ts';
import { joinReplySchema, type JoinReply } from '../contract/hub/people.ts';
import {
  payloadsItem,
  syncItem,
  teamItem,
  teamLinesItem,
  teamTokenItem,
  type Team,
} from '../contract/team.ts';
import { CommandFailure } from './command-failure.ts';
import type { DeviceDeps } from './device.ts';
import { sharedKeys } from './fetch-shared.ts';
import type { OpenHub } from './hub-port.ts';
import { failureOf } from './hub-failure.ts';
import { parseInvite, type InvitePlace } from './invite-link.ts';
import { todayOf } from './mark-day.ts';
import type { HostAccess } from './ports.ts';
import { readItem } from './read-item.ts';
import { payloadEntry, sentKeys } from './sent-days.ts';
import type { TeamSync } from './sync-outbox.ts';
import { carryOutSharing } from './share-prompt.ts';
import { readToken } from './team-storage.ts';
import type { WriteQueue } from './write-queue.ts';

/** What joining and leaving need. */
export interface TeamMembershipDeps extends DeviceDeps {
  readonly queue: WriteQueue;
  readonly openHub: OpenHub;
  readonly access: HostAccess;
  readonly sync: TeamSync;
}

/** Carries out what the person asks for about their company. Rejects with `CommandFailure`; then nothing was changed here. */
export function createTeamMembership(
  deps: TeamMembershipDeps,
): (command: TeamCommand) => Promise<void> {
  return async (command) => {
    switch (command.type) {
      case 'joinTeam':
        await join(deps, command);
        // The first lines; that the person is in does not depend on them.
        return deps.sync.run(true).catch(() => {});
      case 'leaveTeam':
        return leave(deps, command);
      case 'syncTeam':
        return deps.sync.run(command.asked === true);
      case 'sharePrompt':
      case 'withdrawPrompt':
        return carryOutSharing(deps, command);
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
  const { store, clock, queue, openHub, access } = deps;
  const parsed = parseInvite(invite);
  if (!parsed.ok) throw new CommandFailure('inviteUnreadable', parsed.reason);
  const { hubUrl, code, kind } = parsed.place;
  if (!(await access.has(hubUrl)))
    throw new CommandFailure('hubNotPermitted', 'no host permission');
  const person = {
    ...(displayName === undefined ? {} : { displayName }),
    ...(email === undefined ? {} : { email }),
  };
  const request = joinRequest(kind, code, person);
  const answer = await openHub({ hubUrl }).ask({ ...request, answer: joinReplySchema });
  if (!answer.ok) throw failureOf(answer.trouble);
  await queue(async () => {
    // An earlier membership's leftovers would count days as sent that this hub never saw.
    await forgetTeam(deps);
    const team = teamOf(answer.value, hubUrl, todayOf(deps));
    const sent = {
      ...request,
      body: kind === 'invite' ? { invite: '…', ...person } : { code: '…' },
    };
    await store.write(
      Object.fromEntries([
        entryOf(teamItem, team),
        entryOf(teamTokenItem, { token: answer.value.memberToken }),
        entryOf(syncItem, { failures: 0, notBeforeMs: 0 }),
        await payloadEntry(store, 'join', { ...sent, at: clock.now() }),
      ]),
    );
  });
}

function joinRequest(kind: InvitePlace['kind'], code: string, person: object) {
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
    const answer = await openHub({ hubUrl: team.hubUrl, token }).ask({
      method: 'DELETE',
      path: `/v1/me?rows=${eraseNow === true ? 'now' : 'later'}`,
    });
    const isGone = answer.ok || answer.trouble.kind === 'revoked';
    if (!isGone && anyway !== true) throw failureOf(answer.trouble);
  }
  await queue(() => forgetTeam(deps));
  if (team !== undefined) await deps.access.giveBack(team.hubUrl).catch(() => {});
}

async function forgetTeam({ store }: TeamMembershipDeps): Promise<void> {
  const items = [teamItem, teamTokenItem, syncItem, payloadsItem, teamLinesItem];
  await store.remove([
    ...items.map(({ key }) => key),
    ...(await sentKeys(store)),
    ...(await sharedKeys(store)),
  ]);
}
