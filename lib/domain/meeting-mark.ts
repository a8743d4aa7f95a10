import { addDays, daysBetween, type DayKey } from './day.ts';

/** How a week of a programme is marked: a meeting was held in it, is still to come, or was planned and not held. */
export type MeetingMark = 'held' | 'planned' | 'missed';

/**
 * Days between a planned meeting and the one held for it. Enough for a plan that was changed from the first and third week
 * to the second and fourth on another weekday: the days before the change are told by the plan of today.
 */
const MOST_MOVED = 10;

/**
 * The mark of the week that begins on a Monday; undefined for a week without a meeting. A meeting held in a week near the
 * planned one was moved, not missed: its mark stands where it was held, and one held meeting stands for one planned.
 * Today's is still to come.
 */
export function meetingMark(
  monday: DayKey,
  meetings: {
    /** As the department planned them. */
    readonly planned: readonly DayKey[];
    /** Until today. */
    readonly held: readonly DayKey[];
    readonly today: DayKey;
  },
): MeetingMark | undefined {
  const { planned, held, today } = meetings;
  const sunday = addDays(monday, 6);
  const inWeek = (day: DayKey) => day >= monday && day <= sunday;
  if (held.some(inWeek)) return 'held';
  const here = planned.filter(inWeek);
  if (here.some((day) => day >= today)) return 'planned';
  const moved = heldFor(planned, held);
  return here.some((day) => !moved.has(day)) ? 'missed' : undefined;
}

/** The planned days for which a meeting was held, each held one standing for the nearest that is left. */
function heldFor(planned: readonly DayKey[], held: readonly DayKey[]): ReadonlySet<DayKey> {
  const taken = new Set<DayKey>();
  for (const each of held.toSorted()) {
    const away = (day: DayKey) => Math.abs(daysBetween(day, each));
    const [nearest] = planned
      .filter((day) => !taken.has(day) && away(day) <= MOST_MOVED)
      .toSorted((a, b) => away(a) - away(b) || daysBetween(b, a));
    if (nearest !== undefined) taken.add(nearest);
  }
  return taken;
}
