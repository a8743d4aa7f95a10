import type { SyncState } from '../contract/team.ts';
import type { DaysOff } from '../domain/calendar.ts';
import type { DayKey } from '../domain/day.ts';
import { sameJson } from './same-json.ts';

type Leave = NonNullable<SyncState['leave']>;

/**
 * Leave as the hub is told it: from–to without the name a person gave it, from the day of joining on, ranges that touch a same first
 * day as one. What was over before is nobody's business there.
 */
export function leaveToSend(leave: readonly DaysOff[], joinedOn: DayKey): Leave {
  const byFrom = new Map<DayKey, DayKey>();
  for (const { from, to } of leave) {
    if (to < joinedOn) continue;
    const first = from < joinedOn ? joinedOn : from;
    const last = byFrom.get(first);
    byFrom.set(first, last === undefined || last < to ? to : last);
  }
  return [...byFrom]
    .map(([from, to]) => ({ from, to }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** Whether the hub has this leave already; a hub that was never told has none. */
export function sameLeave(leave: Leave, told: Leave | undefined): boolean {
  return told === undefined ? leave.length === 0 : sameJson(leave, told);
}
