import { scheduledOnOrAfter, type Calendar } from '../domain/calendar.ts';
import {
  addDays,
  dayAt,
  epochDay,
  mondayOf,
  weekOf,
  type DayKey,
  type WeekKey,
} from '../domain/day.ts';
import type { Clock } from './ports.ts';

/** When the notification about a week is due. */
export interface WeeklyNotice {
  /** The completed week it is about; also its key: a week is notified once. */
  readonly week: WeekKey;
  readonly atMs: number;
}

/** What the due instant depends on. */
export interface WeeklyNoticeInput {
  readonly calendar: Calendar;
  readonly clock: Clock;
  /** Local hour, 0–23. */
  readonly hour: number;
  /** The week last notified, if any. */
  readonly notified: WeekKey | undefined;
}

const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
const MS_PER_MINUTE = 60_000;

/**
 * The next weekly notification: at the chosen hour of the week's first scheduled day (Monday; after a holiday Monday,
 * Tuesday), about the week before. In the past when it is due and was not given: a browser that was closed on Monday morning gives it when it
 * opens, until that day is over; after that it waits for the next week. Undefined when no day is scheduled in the weeks ahead.
 */
export function nextWeeklyNotice({
  calendar,
  clock,
  hour,
  notified,
}: WeeklyNoticeInput): WeeklyNotice | undefined {
  const nowMs = clock.now();
  const today = dayAt(nowMs, clock.utcOffsetMinutes(nowMs));
  for (let weeks = 0; weeks < 60; weeks += 1) {
    const monday = addDays(mondayOf(today), weeks * 7);
    const day = scheduledOnOrAfter(calendar, monday);
    if (day === undefined) return undefined;
    const week = weekOf(addDays(mondayOf(day), -7));
    if (day >= today && (notified === undefined || week > notified)) {
      return { week, atMs: localHourMs(day, hour, clock) };
    }
  }
  return undefined;
}

/** The instant of a local hour. In the hour that DST skips it is an hour off, which a notification may be. */
function localHourMs(day: DayKey, hour: number, clock: Clock): number {
  const asUtc = epochDay(day) * MS_PER_DAY + hour * MS_PER_HOUR;
  const guess = asUtc - clock.utcOffsetMinutes(asUtc) * MS_PER_MINUTE;
  return asUtc - clock.utcOffsetMinutes(guess) * MS_PER_MINUTE;
}
