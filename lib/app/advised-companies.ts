import {
  advisedIdOfKey,
  advisedItem,
  advisedTokenItem,
  type Advised,
} from '../contract/advised.ts';
import type { Command } from '../contract/commands.ts';
import { entryOf, parseStored } from '../contract/envelope.ts';
import { joinReplySchema } from '../contract/hub/people.ts';
import { teamItem } from '../contract/team.ts';
import { CommandFailure } from './command-failure.ts';
import type { DeviceDeps } from './device.ts';
import type { HubClient, OpenHub } from './hub-port.ts';
import { failureOf } from './hub-failure.ts';
import { hostPattern, parseInvite } from './invite-link.ts';
import { todayOf } from './mark-day.ts';
import type { HostAccess, KeyValueStore } from './ports.ts';
import type { WriteQueue } from './write-queue.ts';

/** What joining and leaving an advised company need. */
export interface AdvisedDeps extends DeviceDeps {
  readonly queue: WriteQueue;
  readonly openHub: OpenHub;
  readonly access: HostAccess;
}

/** An advised company as pages show it; the token is not in it. */
export interface AdvisedCompany extends Advised {
  readonly id: string;
}

/** The companies in all that storage returned, by name. Pure and total: what cannot be read counts as absent. */
export function advisedOf(raw: Readonly<Record<string, unknown>>): readonly AdvisedCompany[] {
  return Object.keys(raw)
    .flatMap((key) => {
      const id = advisedIdOfKey(key);
      const found = id === undefined ? undefined : parseStored(advisedItem(id), raw[key]);
      return id === undefined || found?.state !== 'read' || found.value === undefined
        ? []
        : [{ ...found.value, id }];
    })
    .toSorted(
      (a, b) => a.organisation.name.localeCompare(b.organisation.name) || (a.id < b.id ? -1 : 1),
    );
}

/**
 * Joins a further company as its advisor. Nothing of the person's own membership, days or settings is read or changed. An
 * invite for another role is given back at once and refused: a member belongs to one company.
 */
export async function adviseCompany(
  deps: AdvisedDeps,
  { invite, displayName, email }: Extract<Command, { type: 'adviseCompany' }>,
): Promise<void> {
  const { store, queue, openHub, access } = deps;
  const parsed = parseInvite(invite);
  if (!parsed.ok) throw new CommandFailure('inviteUnreadable', parsed.reason);
  const { hubUrl, code, kind } = parsed.place;
  if (kind !== 'invite') throw new CommandFailure('inviteUnreadable', kind);
  if (!(await access.has(hubUrl)))
    throw new CommandFailure('hubNotPermitted', 'no host permission');
  const body = {
    invite: code,
    ...(displayName === undefined ? {} : { displayName }),
    ...(email === undefined ? {} : { email }),
  };
  const request = { method: 'POST', path: '/v1/join', body, answer: joinReplySchema } as const;
  const answer = await openHub({ hubUrl }).ask(request);
  if (!answer.ok) throw failureOf(answer.trouble);
  const { memberToken: token, memberId, organisation, role } = answer.value;
  if (role !== 'advisor') {
    await leaveHub(openHub({ hubUrl, token }));
    throw new CommandFailure('notAdvisorInvite', role);
  }
  const id = crypto.randomUUID();
  const company: Advised = { hubUrl, memberId, organisation, joinedOn: todayOf(deps) };
  await queue(() =>
    store.write(
      Object.fromEntries([
        entryOf(advisedItem(id), company),
        entryOf(advisedTokenItem(id), { token }),
      ]),
    ),
  );
}

/** Leaves an advised company: its hub first, then exactly its two items here. Nothing of another company is touched. */
export async function leaveAdvised(
  deps: AdvisedDeps,
  { id, anyway }: Extract<Command, { type: 'leaveAdvised' }>,
): Promise<void> {
  const { store, queue, access } = deps;
  const found = await readAdvised(store, id);
  const hub = await openAdvised(deps, id);
  if (hub !== undefined) {
    const answer = await leaveHub(hub);
    const isGone = answer.ok || answer.trouble.kind === 'revoked';
    if (!isGone && anyway !== true) throw failureOf(answer.trouble);
  }
  await queue(() => store.remove([advisedItem(id).key, advisedTokenItem(id).key]));
  if (found !== undefined && !(await isStillUsed(store, found.hubUrl))) {
    await access.giveBack(found.hubUrl).catch(() => {});
  }
}

/** A client for one advised company, with that company's address and token and no other's; undefined when it is gone. */
export async function openAdvised(
  { store, openHub }: Pick<AdvisedDeps, 'store' | 'openHub'>,
  id: string,
): Promise<HubClient | undefined> {
  const company = advisedItem(id);
  const secret = advisedTokenItem(id);
  // Read together: between two readings another company could have taken the place of one of them.
  const raw = await store.read([company.key, secret.key]);
  const place = parseStored(company, raw[company.key]);
  const token = parseStored(secret, raw[secret.key]);
  if (place.state !== 'read' || place.value === undefined) return undefined;
  if (token.state !== 'read' || token.value === undefined) return undefined;
  return openHub({ hubUrl: place.value.hubUrl, token: token.value.token });
}

/** Whether any company here, the person's own included, is reached through the same host permission. */
export async function isStillUsed(store: KeyValueStore, hubUrl: string): Promise<boolean> {
  const raw = await store.read();
  const own = parseStored(teamItem, raw[teamItem.key]);
  const urls = [
    ...advisedOf(raw).map((company) => company.hubUrl),
    ...(own.state === 'read' && own.value !== undefined ? [own.value.hubUrl] : []),
  ];
  return urls.some((url) => hostPattern(url) === hostPattern(hubUrl));
}

async function readAdvised(store: KeyValueStore, id: string): Promise<Advised | undefined> {
  const { key } = advisedItem(id);
  const found = parseStored(advisedItem(id), (await store.read([key]))[key]);
  return found.state === 'read' ? found.value : undefined;
}

function leaveHub(hub: HubClient) {
  return hub.ask({ method: 'DELETE', path: '/v1/me?rows=now' });
}
