import { checkInItem } from '../contract/check-in.ts';
import type { Command, TeamCommand } from '../contract/commands.ts';
import { entryOf } from '../contract/envelope.ts';
import { settingsItem } from '../contract/stored-items.ts';
import { teamItem } from '../contract/team.ts';
import { CommandFailure } from './command-failure.ts';
import type { DeviceDeps } from './device.ts';
import { failureOf } from './hub-failure.ts';
import type { OpenHub } from './hub-port.ts';
import { asksOf } from './offer-to-show.ts';
import { readItem } from './read-item.ts';
import { payloadEntry } from './sent-days.ts';
import { readToken } from './team-storage.ts';
import type { WriteQueue } from './write-queue.ts';

/**
 * Sends the month's answers while the person waits: nothing is kept for later, because what is kept could be read here. A
 * month that the hub does not take any more (answered in another browser, its days over) counts as done. Rejects with
 * `CommandFailure`; then it can be sent again.
 */
export async function answerPulse(
  {
    store,
    clock,
    queue,
    openHub,
  }: DeviceDeps & {
    readonly queue: WriteQueue;
    readonly openHub: OpenHub;
  },
  { month, answers }: Extract<TeamCommand, { type: 'answerPulse' }>,
): Promise<void> {
  const team = await queue(() => readItem(store, teamItem, clock.now()));
  const token = await readToken(store);
  if (team === undefined || token === undefined) {
    throw new CommandFailure('hubRefused', 'not in a company');
  }
  const request = { method: 'PUT', path: '/v1/pulse', body: { month, answers } } as const;
  const answer = await openHub({ hubUrl: team.hubUrl, token }).ask(request);
  if (!answer.ok && answer.trouble.code !== 'conflict') throw failureOf(answer.trouble);
  await queue(async () => {
    const state = await readItem(store, checkInItem, clock.now());
    const sent = answer.ok
      ? [await payloadEntry(store, 'pulse', { ...request, at: clock.now() })]
      : [];
    await store.write(
      Object.fromEntries([entryOf(checkInItem, { ...state, passed: month }), ...sent]),
    );
  });
}

/** Puts the month's questions away, for this month or for good. Nothing is told. Call it inside the write queue. Throws as `readItem`. */
export async function passPulse(
  { store, clock }: DeviceDeps,
  { month, forGood }: Extract<Command, { type: 'passPulse' }>,
): Promise<void> {
  const state = await readItem(store, checkInItem, clock.now());
  const settings = await readItem(store, settingsItem, clock.now());
  const asks = { ...asksOf(settings), pulse: false };
  await store.write(
    Object.fromEntries([
      entryOf(checkInItem, { ...state, passed: month }),
      ...(forGood ? [entryOf(settingsItem, { ...settings, asks })] : []),
    ]),
  );
}
