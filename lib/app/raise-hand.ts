import type { TeamCommand } from '../contract/commands.ts';
import { entryOf } from '../contract/envelope.ts';
import { helpItem, type HelpState } from '../contract/help-items.ts';
import type { ChatKind } from '../contract/hub/chat-kind.ts';
import { teamItem } from '../contract/team.ts';
import { CommandFailure } from './command-failure.ts';
import type { DeviceDeps } from './device.ts';
import { shownRequest, withdrawalRequest } from './exchange-help.ts';
import { withdrawnHere, withoutQuestion, withQuestion } from './help-questions.ts';
import { failureOf } from './hub-failure.ts';
import type { HubClient, OpenHub } from './hub-port.ts';
import { readItem } from './read-item.ts';
import { payloadEntry } from './sent-days.ts';
import { readToken } from './team-storage.ts';
import type { WriteQueue } from './write-queue.ts';

/** What asking for help needs. */
export interface RaiseHandDeps extends DeviceDeps {
  readonly queue: WriteQueue;
  readonly openHub: OpenHub;
}

/** A question as the person wrote it. */
interface Question {
  readonly text: string;
  readonly workflowId?: string | undefined;
  readonly named: boolean;
  /** Chats that the person was told it goes to as well. */
  readonly toChat?: readonly ChatKind[] | undefined;
}

/** The commands about one's questions that speak with the hub. */
export type HelpCommand = Extract<TeamCommand, { type: 'settleQuestion' | 'withdrawQuestion' }>;

/**
 * Keeps a question to be sent: written without a connection it leaves with the next one, and until it left it can be taken
 * back. Without a name it gets a key that no other browser has. Call it inside the write queue. Throws `CommandFailure`
 * with `invalid` when too many wait already, or there is no company.
 */
export async function askForHelp(deps: DeviceDeps, question: Question): Promise<string> {
  const { id, entries } = await questionEntries(deps, question);
  await deps.store.write(Object.fromEntries(entries));
  return id;
}

/** The same as entries of a write, for whoever writes something beside it. */
export async function questionEntries(
  { store, clock }: DeviceDeps,
  question: Question,
): Promise<{ readonly id: string; readonly entries: readonly [string, unknown][] }> {
  const nowMs = clock.now();
  if ((await readItem(store, teamItem, nowMs)) === undefined) {
    throw new CommandFailure('invalid', 'not in a company');
  }
  const id = crypto.randomUUID();
  const next = withQuestion(await readItem(store, helpItem, nowMs), {
    id,
    text: question.text,
    ...(question.workflowId === undefined ? {} : { workflowId: question.workflowId }),
    ...(question.named ? {} : { key: randomKey() }),
    ...(question.toChat === undefined ? {} : { toChat: [...question.toChat] }),
    writtenAt: nowMs,
    state: 'waiting',
  });
  if (next === undefined) throw new CommandFailure('invalid', 'too many questions wait');
  return { id, entries: [entryOf(helpItem, next)] };
}

/** Remembers that the person has looked at these answers. Call it inside the write queue. */
export async function seeAnswers(
  { store, clock }: DeviceDeps,
  ids: readonly string[],
): Promise<void> {
  const state = await readItem(store, helpItem, clock.now());
  const seen = [...new Set([...state.seen, ...ids])];
  if (seen.length === state.seen.length) return;
  await store.write(Object.fromEntries([entryOf(helpItem, { ...state, seen })]));
}

/**
 * Settles a question or takes it back, at the hub and here. One that was not sent yet, or that the hub does not know any
 * more, goes here alone; of one that is being sent the hub is told after it (`exchangeHelp`). Rejects with
 * `CommandFailure`; sending it again changes nothing that was done already.
 */
export async function carryOutHelp(deps: RaiseHandDeps, command: HelpCommand): Promise<void> {
  const { store, clock, queue } = deps;
  const { id, type } = command;
  const decided = await queue(async () => {
    const state = await readItem(store, helpItem, clock.now());
    const here = type === 'withdrawQuestion' ? withdrawnHere(state, id) : undefined;
    if (here !== undefined) await store.write(Object.fromEntries([entryOf(helpItem, here)]));
    return { isDone: here !== undefined, key: state.written.find((each) => each.id === id)?.key };
  });
  if (decided.isDone) return;
  const hub = await hubOf(deps);
  const request = withdrawalRequest({ id, key: decided.key });
  const answer = await hub.ask(
    type === 'withdrawQuestion' ? request : { ...request, body: { ...request.body, do: 'settle' } },
  );
  const isGone = !answer.ok && answer.trouble.code === 'notFound';
  if (!answer.ok && !isGone) throw failureOf(answer.trouble);
  await change(deps, (held) =>
    type === 'withdrawQuestion'
      ? withoutQuestion(held, id)
      : {
          ...held,
          questions: held.questions.map((each) =>
            each.id === id ? { ...each, state: 'closed' } : each,
          ),
        },
  );
}

/**
 * Takes back every question without a name, which the hub cannot find for somebody who leaves. What it cannot be told of
 * goes there by itself after 13 months.
 */
export async function withdrawNameless(
  { store, clock }: DeviceDeps,
  hub: HubClient,
): Promise<void> {
  const { written } = await readItem(store, helpItem, clock.now());
  for (const { id, key, state } of written) {
    if (key === undefined || state === 'waiting' || state === 'refused') continue;
    // Few, and a hub that is away is not asked all at once.
    // oxlint-disable-next-line no-await-in-loop
    await hub.ask(withdrawalRequest({ id, key }));
  }
}

/** The entry of a write that keeps the last question that was sent, for 「送信データを見る」. */
export function questionPayload(
  { store, clock }: DeviceDeps,
  question: HelpState['written'][number],
): Promise<[string, unknown]> {
  return payloadEntry(store, 'help', { ...shownRequest(question), at: clock.now() });
}

async function hubOf({ store, clock, queue, openHub }: RaiseHandDeps): Promise<HubClient> {
  const team = await queue(() => readItem(store, teamItem, clock.now()));
  const token = await readToken(store);
  if (team === undefined || token === undefined) {
    throw new CommandFailure('hubRefused', 'not in a company');
  }
  return openHub({ hubUrl: team.hubUrl, token });
}

function change(
  { store, clock, queue }: RaiseHandDeps,
  next: (held: HelpState) => HelpState,
): Promise<void> {
  return queue(async () => {
    const held = await readItem(store, helpItem, clock.now());
    await store.write(Object.fromEntries([entryOf(helpItem, next(held))]));
  });
}

/** 256 random bits as 43 characters. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
