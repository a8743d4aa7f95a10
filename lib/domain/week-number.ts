import { dayOfEpoch, epochDay, mondayOfWeek, type DayKey, type WeekKey } from './day.ts';

/**
 * Weeks since the one that holds 1970-01-01, which is number 0 and began on Monday 1969-12-29. Whole departments are
 * counted in numbers, because a text per member and day is what such a loop would spend its time on.
 */
export function weekNumberOf(day: DayKey): number {
  return weekOfEpoch(epochDay(day));
}

/** The number of the week that holds a day given as days since 1970-01-01. */
export function weekOfEpoch(epoch: number): number {
  return Math.floor((epoch + 3) / 7);
}

/** The number of an ISO week. */
export function weekNumber(week: WeekKey): number {
  return weekNumberOf(mondayOfWeek(week));
}

/** The Monday of a numbered week, as days since 1970-01-01. */
export function mondayOfNumber(number: number): number {
  return number * 7 - 3;
}

/** The Sunday of an ISO week. */
export function sundayOf(week: WeekKey): DayKey {
  return dayOfEpoch(mondayOfNumber(weekNumber(week)) + 6);
}
