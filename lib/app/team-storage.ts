import { parseStored } from '../contract/envelope.ts';
import { calendarItem, deviceItem, ledgerItem } from '../contract/stored-items.ts';
import {
  sentItem,
  syncItem,
  teamItem,
  teamTokenItem,
  type SyncState,
  type Team,
} from '../contract/team.ts';
import type { DaysOff } from '../domain/calendar.ts';
import { addDays, monthOf, type DayKey } from '../domain/day.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { DeviceDeps } from './device.ts';
import { todayOf } from './mark-day.ts';
import type { KeyValueStore } from './ports.ts';
import { readItem, readItems } from './read-item.ts';

/** All that concerns the hub, as stored at one moment. */
export interface TeamHolding {
  readonly team: Team;
  readonly token: string | undefined;
  readonly sync: SyncState;
  readonly today: DayKey;
  /** Absent before anything was counted here. */
  readonly deviceId: string | undefined;
  /** This device's days from `since` on, none for an advisor, and what the hub is known to have of them. */
  readonly since: DayKey;
  readonly ledger: Ledger;
  readonly sent: Ledger;
  readonly leave: readonly DaysOff[];
}

/** The hub keeps daily rows for 13 months; older days would be turned away or forgotten. */
export const KEPT_DAYS = 395;

/** The last days that are looked at when deciding whether to send; older ones are found by the next attempt. */
export const RECENT_DAYS = 35;

/**
 * Reads how this browser stands with its hub, with the days of the last `days` days but none before it joined; undefined when it belongs
 * to none. Call it inside the write queue. Throws as `readItem`.
 */
export async function readTeam(deps: DeviceDeps, days: number): Promise<TeamHolding | undefined> {
  const { store, clock } = deps;
  const nowMs = clock.now();
  const team = await readItem(store, teamItem, nowMs);
  if (team === undefined) return undefined;
  const [sync, device, calendar] = await readItems(
    store,
    [syncItem, deviceItem, calendarItem] as const,
    nowMs,
  );
  const token = await readToken(store);
  const today = todayOf(deps);
  const first = addDays(today, -days);
  const since = first < team.joinedOn ? team.joinedOn : first;
  const months = monthsFrom(since, today);
  const ledger =
    device === undefined
      ? []
      : await readItems(
          store,
          months.map((month) => ledgerItem(device.id, month)),
          nowMs,
        );
  const sent = await readItems(store, months.map(sentItem), nowMs);
  return {
    team,
    token,
    sync,
    today,
    deviceId: device?.id,
    since,
    // Somebody from outside: their days are not this company's, and are never on their way to it.
    ledger: team.role === 'advisor' ? {} : Object.assign({}, ...ledger),
    sent: Object.assign({}, ...sent),
    leave: team.role === 'advisor' ? [] : calendar.leave,
  };
}

/** The token. A damaged one counts as none and is not set aside, because what is set aside is shown and exported. */
export async function readToken(store: KeyValueStore): Promise<string | undefined> {
  const { key } = teamTokenItem;
  const found = parseStored(teamTokenItem, (await store.read([key]))[key]);
  return found.state === 'read' ? found.value?.token : undefined;
}

function monthsFrom(from: DayKey, to: DayKey): string[] {
  const months: string[] = [];
  for (let day = `${monthOf(from)}-01` as DayKey; day <= to;) {
    months.push(monthOf(day));
    day = `${monthOf(addDays(day, 31))}-01` as DayKey;
  }
  return months;
}
