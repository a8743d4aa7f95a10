import { addDays, weekdayOf, type DayKey, type Weekday } from './day.ts';
import { nationalHoliday, type HolidayName, type HolidayTable } from './holidays.ts';

/** Days off in a row, both ends included; `name` is what the person called it (お盆). */
export interface DaysOff {
  readonly from: DayKey;
  readonly to: DayKey;
  readonly name?: string | undefined;
}

/** What decides which days are scheduled days (METRICS.md M4). */
export interface CalendarRules {
  /** `JP` has national holidays built in; every other country takes them from imported closures. */
  readonly country: string;
  /** Working weekdays; Monday to Friday by default. */
  readonly weekdays: readonly Weekday[];
  /** Company closures (お盆, 年末年始) and holidays imported from a calendar file. */
  readonly closures: readonly DaysOff[];
  /** The person's own leave. */
  readonly leave: readonly DaysOff[];
}

/** Why a day is off. A weekend is any weekday that is not a working one. */
export type DayOff =
  | { readonly kind: 'holiday'; readonly name: HolidayName }
  | { readonly kind: 'closure' | 'leave'; readonly name?: string | undefined }
  | { readonly kind: 'weekend'; readonly name?: undefined };

/** Answers for one person which days are scheduled days (稼働日) and which are days off (休み). */
export interface Calendar {
  /** Whether the person is due to work that day. */
  isScheduled(day: DayKey): boolean;
  /** Why a day is off, undefined on a scheduled day. Of several reasons the one that says most: holiday, closure, leave, weekend. */
  dayOff(day: DayKey): DayOff | undefined;
}

/** How far a search for a scheduled day goes; longer than any leave, short enough for a calendar without any. */
const SEARCH_DAYS = 800;

/**
 * A calendar from its rules (METRICS.md M4). Rules may overlap, repeat and come in any order; a range that ends before
 * it begins covers nothing. After the last year of the holiday data only weekdays, closures and leave count
 * (`holidaysKnownUntil`). Answers are remembered: build one calendar and hand it on.
 */
export function createCalendar(rules: CalendarRules, holidays: HolidayTable): Calendar {
  const working = new Set(rules.weekdays);
  const closureOn = coverage(rules.closures);
  const leaveOn = coverage(rules.leave);
  const answers = new Map<DayKey, DayOff | undefined>();

  function reason(day: DayKey): DayOff | undefined {
    const holiday = nationalHoliday(holidays, rules.country, day);
    if (holiday) return { kind: 'holiday', name: holiday };
    const closure = closureOn(day);
    if (closure) return { kind: 'closure', name: closure.name };
    const leave = leaveOn(day);
    if (leave) return { kind: 'leave', name: leave.name };
    return working.has(weekdayOf(day)) ? undefined : { kind: 'weekend' };
  }

  function dayOff(day: DayKey): DayOff | undefined {
    const known = answers.get(day);
    if (known !== undefined || answers.has(day)) return known;
    const answer = reason(day);
    answers.set(day, answer);
    return answer;
  }

  return { dayOff, isScheduled: (day) => dayOff(day) === undefined };
}

/** The first scheduled day on or after `day`; undefined when there is none in 800 days. */
export function scheduledOnOrAfter(calendar: Calendar, day: DayKey): DayKey | undefined {
  return search(calendar, day, 1);
}

/** The last scheduled day on or before `day`; undefined when there is none in 800 days. */
export function scheduledOnOrBefore(calendar: Calendar, day: DayKey): DayKey | undefined {
  return search(calendar, day, -1);
}

/** Days off as a list shows them: what is to come or runs, the nearest first; then what is over, the latest first. */
export function nearestFirst<T extends DaysOff>(daysOff: readonly T[], today: DayKey): T[] {
  return daysOff.toSorted((a, b) => {
    const isOverA = a.to < today;
    if (isOverA !== b.to < today) return isOverA ? 1 : -1;
    if (a.from === b.from) return 0;
    return (a.from < b.from ? -1 : 1) * (isOverA ? -1 : 1);
  });
}

function search(calendar: Calendar, day: DayKey, step: 1 | -1): DayKey | undefined {
  let candidate = day;
  for (let tries = 0; tries < SEARCH_DAYS; tries += 1) {
    if (calendar.isScheduled(candidate)) return candidate;
    candidate = addDays(candidate, step);
  }
  return undefined;
}

/**
 * Finds the range that covers a day in logarithmic time. Ranges are never spelled out as days, because a leave typed
 * as 1970 to 9999 must not cost three million entries. Day keys sort as text.
 */
function coverage(ranges: readonly DaysOff[]): (day: DayKey) => DaysOff | undefined {
  const sorted = ranges.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  // farthest[i] reaches farthest of the ranges 0…i, so it covers a day if any of them does.
  const farthest: DaysOff[] = [];
  for (const range of sorted) {
    const before = farthest.at(-1);
    farthest.push(before && before.to >= range.to ? before : range);
  }
  return (day) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] as DaysOff).from <= day) low = middle + 1;
      else high = middle;
    }
    const range = farthest[low - 1];
    return range && range.to >= day ? range : undefined;
  };
}
