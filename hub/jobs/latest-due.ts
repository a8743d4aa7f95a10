import { scheduledOnOrAfter, type Calendar } from '../../lib/domain/calendar.ts';
import {
  addDays,
  dayRange,
  mondayOf,
  monthOf,
  weekOf,
  type DayKey,
  type WeekKey,
} from '../../lib/domain/day.ts';
import { dayKeyAt } from '../local-day.ts';

/** When a department's weekly summary leaves. */
export interface SummaryTime {
  /** IANA zone of the organisation. */
  readonly timeZone: string;
  /** Hour of the day, 0–23. */
  readonly hour: number;
  /** The department's working days. */
  readonly calendar: Calendar;
}

/** The week that is summed up and the instant (ms) from which it is due. */
export interface DueWeek {
  readonly week: WeekKey;
  readonly dueAt: number;
}

/** After longer than that without a working day a summary has nothing to say. */
const MOST_WEEKS = 12;

/**
 * The latest weekly summary that is due (UX.md, weekly summary): on Monday at the chosen hour, on the first working day of
 * the department when Monday is none. Only the latest, so that a hub that was away for a month sends one. A week in which
 * nobody worked is passed over for the last one in which somebody did. An hour that a clock change skips is taken an hour
 * later. Undefined when nothing was ever due.
 */
export function latestDue(now: number, time: SummaryTime): DueWeek | undefined {
  const { calendar, timeZone, hour } = time;
  let monday = mondayOf(dayKeyAt(now, timeZone));
  for (let back = 0; back < MOST_WEEKS; back += 1, monday = addDays(monday, -7)) {
    const day = scheduledOnOrAfter(calendar, monday);
    if (day === undefined) continue;
    const dueAt = instantOf(day, hour, timeZone);
    if (dueAt > now) continue;
    const worked = lastWorkedWeek(calendar, addDays(monday, -7));
    return worked && { week: worked, dueAt };
  }
  return undefined;
}

/** The month that is summed up for the sponsor, `2026-10`, and the instant (ms) from which it is due. */
export interface DueMonth {
  readonly month: string;
  readonly dueAt: number;
}

/**
 * The latest month that is due: on the company's first working day of the month after it, at the chosen hour. Only the
 * latest, so that a hub that was away for a quarter sends one; a month without a working day is passed over. Undefined when
 * nothing was ever due.
 */
export function latestMonthDue(now: number, time: SummaryTime): DueMonth | undefined {
  const { calendar, timeZone, hour } = time;
  let first = `${monthOf(dayKeyAt(now, timeZone))}-01` as DayKey;
  for (let back = 0; back < MOST_WEEKS; back += 1, first = firstOfMonthBefore(first)) {
    const day = scheduledOnOrAfter(calendar, first);
    if (day === undefined || monthOf(day) !== monthOf(first)) continue;
    const dueAt = instantOf(day, hour, timeZone);
    if (dueAt <= now) return { month: monthOf(addDays(first, -1)), dueAt };
  }
  return undefined;
}

function firstOfMonthBefore(first: DayKey): DayKey {
  return `${monthOf(addDays(first, -1))}-01` as DayKey;
}

function lastWorkedWeek(calendar: Calendar, from: DayKey): WeekKey | undefined {
  let monday = from;
  for (let back = 0; back < MOST_WEEKS; back += 1, monday = addDays(monday, -7)) {
    if (dayRange(monday, addDays(monday, 6)).some((day) => calendar.isScheduled(day))) {
      return weekOf(monday);
    }
  }
  return undefined;
}

function instantOf(day: DayKey, hour: number, timeZone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone,
    plainTime: { hour },
  }).epochMilliseconds;
}
