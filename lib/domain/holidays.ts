import type { DayKey } from './day.ts';

/** A national holiday's name in both languages; a calendar shows it as the reason of a day off. */
export interface HolidayName {
  readonly ja: string;
  readonly en: string;
}

/** One country's holidays: `years[2026]['01-01']` is the index of the day's name. */
export interface CountryHolidays {
  readonly names: readonly HolidayName[];
  readonly years: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * National holidays by ISO 3166 country code. It is data, so it is handed in (`content/holidays.ts` holds what the
 * product ships); a country without an entry has no national holidays and relies on imported closures (METRICS.md M4).
 */
export type HolidayTable = Readonly<Record<string, CountryHolidays>>;

/**
 * The national holiday on a day, substitute holidays (振替休日) and days between (国民の休日) included; undefined on
 * other days, in countries without data, and in years the data does not reach.
 */
export function nationalHoliday(
  holidays: HolidayTable,
  country: string,
  day: DayKey,
): HolidayName | undefined {
  const known = holidays[country];
  const index = known?.years[day.slice(0, 4)]?.[day.slice(5)];
  return index === undefined ? undefined : known?.names[index];
}

/**
 * The last day for which a country's holidays are known: 31 December of the data's last year. Later days are scheduled
 * by weekdays, closures and leave alone, which the dashboard has to say. Undefined for a country without data.
 */
export function holidaysKnownUntil(holidays: HolidayTable, country: string): DayKey | undefined {
  const years = Object.keys(holidays[country]?.years ?? {}).toSorted();
  const last = years.at(-1);
  return last === undefined ? undefined : (`${last}-12-31` as DayKey);
}
