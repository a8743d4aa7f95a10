import { addDays, type DayKey } from '../../lib/domain/day.ts';
import { actionsOfMeeting, carriedActions, DONE_DAYS } from '../../lib/domain/meeting.ts';
import type { Hub } from '../hub.ts';
import { dayKeyAt } from '../local-day.ts';
import type { DepartmentKey } from '../repositories/department-key.ts';
import type { StoredAction } from '../repositories/meetings.ts';
import type { Organisation } from '../repositories/organisations.ts';

const DONE_MS = DONE_DAYS * 86_400_000;

/** A department's actions as the board lists them: open ones most pressing first, then those done in the last 60 days. */
export async function recentActions(hub: Hub, key: DepartmentKey): Promise<StoredAction[]> {
  const since = hub.clock.now() - DONE_MS;
  const { open, done } = carriedActions(await hub.meetings.actions(key, since), since);
  return [...open, ...done];
}

/** What a meeting's agenda and its minutes tell of them (`actionsOfMeeting`): what was done is told once. */
export async function actionsAt(
  hub: Hub,
  { timeZone }: Pick<Organisation, 'timeZone'>,
  { day, ...key }: DepartmentKey & { readonly day: DayKey },
): Promise<StoredAction[]> {
  const held = await hub.meetings.held(key, addDays(day, -DONE_DAYS));
  return actionsOfMeeting(await recentActions(hub, key), {
    day,
    held: held.map((each) => each.day),
    dayOf: (instantMs) => dayKeyAt(instantMs, timeZone),
  });
}
