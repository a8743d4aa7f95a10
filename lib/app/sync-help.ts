import { entryOf } from '../contract/envelope.ts';
import { helpItem, howTosItem } from '../contract/help-items.ts';
import type { SyncState, Team } from '../contract/team.ts';
import type { DeviceDeps } from './device.ts';
import { fetchHelp, isHelpDue, sendQuestion, withdrawQuestion } from './exchange-help.ts';
import {
  afterFetching,
  afterSending,
  beforeSending,
  isToSend,
  withoutQuestion,
} from './help-questions.ts';
import type { HubAnswer, HubClient } from './hub-port.ts';
import { questionPayload } from './raise-hand.ts';
import { readItem } from './read-item.ts';
import type { WriteQueue } from './write-queue.ts';

type Failure = HubAnswer<unknown> & { readonly ok: false };

type HelpSyncDeps = DeviceDeps & { readonly queue: WriteQueue };

/** What one attempt hands on. */
export interface HelpAttempt {
  /** The person asks now. */
  readonly asked: boolean;
  /** Writes what came of it in one write, unless the person left meanwhile. */
  readonly note: (
    entries: (sync: SyncState, team: Team) => Promise<readonly [string, unknown][]>,
  ) => Promise<void>;
}

/**
 * Questions go out, each noted before and after; then what was taken back while it was on its way, so that the hub never
 * hears of that before the question (docs/adr/0017-help.md); then answers and how-tos come in, when it is time or something was just
 * sent. Killed in between, a question is sent again under its id, which changes nothing at the hub. Returns what stopped it.
 */
export async function exchangeHelp(
  deps: HelpSyncDeps,
  hub: HubClient,
  { asked, note }: HelpAttempt,
): Promise<Failure | undefined> {
  const { store, clock, queue } = deps;
  const readHelp = () => readItem(store, helpItem, clock.now());
  const hasSent = await sendQuestions(deps, hub, note);
  if (typeof hasSent === 'object') return hasSent;
  const stopped = await tellWithdrawn(deps, hub, note);
  if (stopped !== undefined) return stopped;
  const before = await queue(readHelp);
  if (!asked && !hasSent && !isHelpDue(before, clock.now())) return undefined;
  const fetched = await fetchHelp(hub, before);
  if ('ok' in fetched) return fetched;
  const { own, howTos } = fetched;
  await note(async (_, { instance }) => {
    const told = { nowMs: clock.now(), instance };
    return [
      ...(own ? [entryOf(helpItem, afterFetching(await readHelp(), own, told))] : []),
      ...(howTos ? [entryOf(howTosItem, { howTos })] : []),
    ];
  });
  return undefined;
}

/** True when one was sent; else false, or what stopped it. */
async function sendQuestions(
  deps: HelpSyncDeps,
  hub: HubClient,
  note: HelpAttempt['note'],
): Promise<boolean | Failure> {
  const { store, clock, queue } = deps;
  const readHelp = () => readItem(store, helpItem, clock.now());
  const { written } = await queue(readHelp);
  let hasSent = false;
  // In the order of writing, and a hub that is away is asked once.
  /* oxlint-disable no-await-in-loop */
  for (const question of written.filter(isToSend)) {
    const begun = { is: false };
    await note(async () => {
      const next = beforeSending(await readHelp(), question.id);
      begun.is = next !== undefined;
      return next === undefined ? [] : [entryOf(helpItem, next)];
    });
    // Taken back since it was read, or the person left.
    if (!begun.is) continue;
    const came = await sendQuestion(hub, question);
    if (typeof came === 'object') return came;
    if (came === 'later') break;
    hasSent = true;
    await note(async () => [
      entryOf(helpItem, afterSending(await readHelp(), question.id, came)),
      await questionPayload(deps, question),
    ]);
  }
  /* oxlint-enable no-await-in-loop */
  return hasSent;
}

/** Tells the hub what was taken back while it was being sent, in this attempt or one that was cut off. Returns what stopped it. */
async function tellWithdrawn(
  { store, clock, queue }: HelpSyncDeps,
  hub: HubClient,
  note: HelpAttempt['note'],
): Promise<Failure | undefined> {
  const readHelp = () => readItem(store, helpItem, clock.now());
  const { written } = await queue(readHelp);
  // One after the other, and a hub that is away is asked once.
  /* oxlint-disable no-await-in-loop */
  for (const question of written.filter(({ state }) => state === 'withdrawn')) {
    const stopped = await withdrawQuestion(hub, question);
    if (stopped !== undefined) return stopped;
    await note(async () => [entryOf(helpItem, withoutQuestion(await readHelp(), question.id))]);
  }
  /* oxlint-enable no-await-in-loop */
  return undefined;
}
