import { entryOf } from '../contract/envelope.ts';
import { helpItem, howTosItem } from '../contract/help-items.ts';
import type { SyncState, Team } from '../contract/team.ts';
import type { DeviceDeps } from './device.ts';
import { fetchHelp, isHelpDue, sendQuestion } from './exchange-help.ts';
import { afterFetching, afterSending } from './help-questions.ts';
import type { HubAnswer, HubClient } from './hub-port.ts';
import { questionPayload } from './raise-hand.ts';
import { readItem } from './read-item.ts';
import type { WriteQueue } from './write-queue.ts';

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
 * Questions go out, each noted before the next; then answers and how-tos come in, when it is time or something was just
 * sent. Killed in between, a question is sent again under its id, which changes nothing at the hub. Returns what stopped it.
 */
export async function exchangeHelp(
  deps: DeviceDeps & { readonly queue: WriteQueue },
  hub: HubClient,
  { asked, note }: HelpAttempt,
): Promise<(HubAnswer<unknown> & { readonly ok: false }) | undefined> {
  const { store, clock, queue } = deps;
  const readHelp = () => readItem(store, helpItem, clock.now());
  const { written } = await queue(readHelp);
  let hasSent = false;
  for (const question of written.filter(({ state }) => state === 'waiting')) {
    // In the order of writing, and a hub that is away is asked once.
    // oxlint-disable-next-line no-await-in-loop
    const came = await sendQuestion(hub, question);
    if (typeof came === 'object') return came;
    if (came === 'later') break;
    hasSent = true;
    // oxlint-disable-next-line no-await-in-loop
    await note(async () => [
      entryOf(helpItem, afterSending(await readHelp(), question.id, came)),
      await questionPayload(deps, question),
    ]);
  }
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
