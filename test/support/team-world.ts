import { entryOf } from '../../lib/contract/envelope.ts';
import { deviceItem, ledgerItem } from '../../lib/contract/stored-items.ts';
import { syncItem, teamItem, teamTokenItem, type SyncState } from '../../lib/contract/team.ts';
import { readItem } from '../../lib/app/read-item.ts';
import { createTeamSync, type TeamSync } from '../../lib/app/sync-outbox.ts';
import { createWriteQueue } from '../../lib/app/write-queue.ts';
import { monthOf, type DayKey } from '../../lib/domain/day.ts';
import { addToDay, type Ledger, type LedgerEntry } from '../../lib/domain/ledger.ts';
import { createHubClient } from '../../lib/platform/hub-client.ts';
import { createFakeHub, type FakeHub } from './fake-hub.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';

/** A browser that joined a fake hub, in Tokyo, whose clock, storage and network the test moves. */
export interface TeamWorld {
  readonly hub: FakeHub;
  readonly store: MemoryStore;
  readonly clock: { nowMs: number; now(): number; utcOffsetMinutes(): number };
  /** The running worker's; another after `restart`. */
  sync(): TeamSync;
  /** The worker was killed: another one starts over the same storage. */
  restart(): void;
  /** Something was counted on a day. */
  count(day: DayKey, tool: string, added: LedgerEntry): Promise<void>;
  ledger(): Ledger;
  state(): Promise<SyncState>;
}

/** The world's device. */
export const DEVICE_ID = '6f1c2d3e-4b5a-4c6d-8e7f-901234567890';
/** The day it joined, a Monday. */
export const JOINED_ON = '2026-11-02' as DayKey;
/** Where its hub is. */
export const HUB_URL = 'https://hub.example/banso';

/** A world that joined at nine on `JOINED_ON`; nothing was counted yet. */
export function createTeamWorld(): TeamWorld {
  const hub = createFakeHub();
  const store = createMemoryStore(
    Object.fromEntries([
      entryOf(deviceItem, { id: DEVICE_ID, createdAt: 1, startedOn: '2026-10-01' as DayKey }),
      entryOf(teamItem, {
        hubUrl: HUB_URL,
        memberId: 'm1',
        role: 'member',
        organisation: {
          id: 'acme000000000000',
          name: 'みなと商事',
          timeZone: 'Asia/Tokyo',
          locale: 'ja',
          country: 'JP',
        },
        department: { id: 'd1', name: '営業部' },
        championOf: [],
        joinedOn: JOINED_ON,
      }),
      entryOf(teamTokenItem, { token: 'secret' }),
    ]),
  );
  const nowMs = Date.UTC(2026, 10, 2, 0);
  const clock = { nowMs, now: () => clock.nowMs, utcOffsetMinutes: () => 540 };
  const start = () => {
    const queue = createWriteQueue();
    const openHub: Parameters<typeof createTeamSync>[0]['openHub'] = (place) =>
      createHubClient(place, { fetch: hub.fetch, now: clock.now });
    return { queue, sync: createTeamSync({ store, clock, queue, openHub, random: () => 0.5 }) };
  };
  let worker = start();
  const read = (month: string) => readItem(store, ledgerItem(DEVICE_ID, month), clock.nowMs);
  return {
    hub,
    store,
    clock,
    sync: () => worker.sync,
    restart() {
      store.revive();
      worker = start();
    },
    count: (day, tool, added) =>
      worker.queue(async () => {
        const ledger = await read(monthOf(day));
        const next = { ...ledger, [day]: addToDay(ledger[day] ?? {}, tool, added) };
        await store.write(Object.fromEntries([entryOf(ledgerItem(DEVICE_ID, monthOf(day)), next)]));
      }),
    ledger() {
      const months = Object.entries(store.dump()).filter(([key]) => key.startsWith('ledger/'));
      return Object.assign({}, ...months.map(([, stored]) => (stored as { data: Ledger }).data));
    },
    state: () => readItem(store, syncItem, clock.nowMs),
  };
}
