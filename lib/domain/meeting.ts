import { scheduledOnOrAfter, type Calendar } from './calendar.ts';
import { addDays, monthOf, weekdayOf, type DayKey, type Weekday } from './day.ts';

/** When a department meets (定例): twice a month, on the first and third or the second and fourth of a weekday. */
export interface MeetingPlan {
  readonly weekday: Weekday;
  readonly weeks: 'firstAndThird' | 'secondAndFourth';
  /** Minutes from midnight, on the organisation's wall clock. */
  readonly startsAt: number;
  /** How long it takes. */
  readonly minutes: number;
}

/** The plan before anybody made one: the second and fourth Tuesday at 10, half an hour. */
export const DEFAULT_PLAN: MeetingPlan = {
  weekday: 2,
  weeks: 'secondAndFourth',
  startsAt: 10 * 60,
  minutes: 30,
};

/** Working days before a meeting on which its agenda is there. */
const AGENDA_AHEAD = 2;
/** A meeting that would be put off further than this into a long closure is left out. */
const MOST_PUT_OFF = 6;
const SEARCH_DAYS = 800;

/**
 * The days on which a department meets, from `from` to `to`, both included, oldest first (METRICS.md M14: twice a month).
 * A day off moves the meeting to the next scheduled day of that week, counted on; where there is none within six days it is
 * left out (お盆, 年末年始).
 */
export function meetingDays(
  { weekday, weeks }: Pick<MeetingPlan, 'weekday' | 'weeks'>,
  calendar: Calendar,
  { from, to }: { readonly from: DayKey; readonly to: DayKey },
): DayKey[] {
  const wanted = weeks === 'firstAndThird' ? [1, 3] : [2, 4];
  const days: DayKey[] = [];
  // A meeting that was put off may come from before.
  const earliest = addDays(from, -MOST_PUT_OFF);
  const first = addDays(earliest, (weekday - weekdayOf(earliest) + 7) % 7);
  for (let day = first; day <= to; day = addDays(day, 7)) {
    if (!wanted.includes(nthOfMonth(day))) continue;
    const held = scheduledOnOrAfter(calendar, day);
    if (held === undefined || held > addDays(day, MOST_PUT_OFF)) continue;
    if (held >= from && held <= to) days.push(held);
  }
  return days;
}

/** The first meeting on or after a day; undefined when the calendar has none within two years. */
export function nextMeeting(
  plan: Pick<MeetingPlan, 'weekday' | 'weeks'>,
  calendar: Calendar,
  today: DayKey,
): DayKey | undefined {
  for (let ahead = 0; ahead < SEARCH_DAYS; ahead += 40) {
    const from = addDays(today, ahead);
    const [next] = meetingDays(plan, calendar, { from, to: addDays(from, 39) });
    if (next !== undefined) return next;
  }
  return undefined;
}

/** The day from which a meeting's agenda is there: two scheduled days before it. */
export function agendaDay(calendar: Calendar, meeting: DayKey): DayKey {
  let left = AGENDA_AHEAD;
  let day = meeting;
  for (let tries = 0; left > 0 && tries < SEARCH_DAYS; tries += 1) {
    day = addDays(day, -1);
    if (calendar.isScheduled(day)) left -= 1;
  }
  return day;
}

/** Something agreed in a meeting. */
export interface MeetingAction {
  readonly id: string;
  readonly madeAt: number;
  readonly dueDay?: DayKey | undefined;
  /** When it was done; absent while it is carried on. */
  readonly doneAt?: number | undefined;
}

/** Done actions are listed for so many days. */
export const DONE_DAYS = 60;

/** What is carried on: every action that is not done, however old, most pressing first (due, then age), and those done since an instant. */
export function carriedActions<T extends MeetingAction>(
  actions: readonly T[],
  sinceMs: number,
): { readonly open: T[]; readonly done: T[] } {
  const last = '9999-12-31';
  return {
    open: actions
      .filter(({ doneAt }) => doneAt === undefined)
      .toSorted(
        (a, b) =>
          compare(a.dueDay ?? last, b.dueDay ?? last) || a.madeAt - b.madeAt || compare(a.id, b.id),
      ),
    done: actions.filter(({ doneAt }) => doneAt !== undefined && doneAt >= sinceMs),
  };
}

/**
 * What a meeting is told of these actions, in their order: what is not done, and what was done since the meeting that was
 * held before it, until the one that was held after it. So what was done is news in one agenda; only what was done on a
 * meeting's own day is in its minutes and in the next agenda, because nobody can say whether the meeting knew. Before a
 * first meeting all of it is news. `held` in any order, repeats included.
 */
export function actionsOfMeeting<T extends Pick<MeetingAction, 'doneAt'>>(
  actions: readonly T[],
  about: {
    readonly day: DayKey;
    readonly held: readonly DayKey[];
    /** The day of an instant: the company's on the hub, the device's on the board. */
    readonly dayOf: (instantMs: number) => DayKey;
  },
): T[] {
  const { day, held, dayOf } = about;
  const sorted = held.toSorted();
  const before = sorted.findLast((each) => each < day);
  const after = sorted.find((each) => each > day);
  return actions.filter(({ doneAt }) => {
    if (doneAt === undefined) return true;
    const on = dayOf(doneAt);
    return (before === undefined || on >= before) && (after === undefined || on < after);
  });
}

/** Which of its weekday a day is in its month: 1 for the first Tuesday. */
function nthOfMonth(day: DayKey): number {
  return Math.ceil(Number(day.slice(monthOf(day).length + 1)) / 7);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
