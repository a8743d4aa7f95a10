import { entryOf } from '../contract/envelope.ts';
import { checkInItem } from '../contract/check-in.ts';
import { helpItem, howTosItem } from '../contract/help-items.ts';
import {
  payloadsItem,
  syncItem,
  teamItem,
  teamLinesItem,
  teamTokenItem,
  type Team,
} from '../contract/team.ts';
import type { DeviceDeps } from './device.ts';
import { sharedKeys } from './fetch-shared.ts';
import type { HubRequest } from './hub-port.ts';
import type { KeyValueStore } from './ports.ts';
import { payloadEntry, sentKeys } from './sent-days.ts';
import type { WriteQueue } from './write-queue.ts';

/** What entering writes through. */
export interface EnterTeamDeps extends DeviceDeps {
  readonly queue: WriteQueue;
}

/** Makes this browser one of a company's, in one write; `sent` is the request as it may be shown, without any code. */
export async function enterTeam(
  { store, clock, queue }: EnterTeamDeps,
  entered: {
    readonly team: Team;
    readonly token: string;
    readonly sent: HubRequest<unknown>;
  },
): Promise<void> {
  const { team, token, sent } = entered;
  const { method, path, body } = sent;
  await queue(async () => {
    // An earlier membership's leftovers would count days as sent that this hub never saw.
    await forgetTeam(store);
    await store.write(
      Object.fromEntries([
        entryOf(teamItem, team),
        entryOf(teamTokenItem, { token }),
        entryOf(syncItem, { failures: 0, notBeforeMs: 0 }),
        await payloadEntry(store, 'join', { method, path, body, at: clock.now() }),
      ]),
    );
  });
}

/** Takes away everything here that concerns the company; the person's days stay. Call it inside the write queue. */
export async function forgetTeam(store: KeyValueStore): Promise<void> {
  const items = [
    teamItem,
    teamTokenItem,
    syncItem,
    payloadsItem,
    teamLinesItem,
    helpItem,
    howTosItem,
    checkInItem,
  ];
  await store.remove([
    ...items.map(({ key }) => key),
    ...(await sentKeys(store)),
    ...(await sharedKeys(store)),
  ]);
}
