import { writeFileSync } from 'node:fs';
import holidayJp from '@holiday-jp/holiday_jp';
import type { CountryHolidays, HolidayName } from '../lib/domain/holidays.ts';

/**
 * Writes `content/holidays/jp.json` from the data set `@holiday-jp/holiday_jp` (MIT), which follows the Cabinet
 * Office's list and computes the equinoxes ahead. Run `node scripts/holidays.ts` after updating the package; the test
 * beside this file fails until it was run. The extension ships the small file instead of the package's 300 KB.
 */
const FIRST_YEAR = 2015;
const FILE = new URL('../content/holidays/jp.json', import.meta.url);

/** Japan's holidays from 2015 to the data set's last year, names stored once. */
export function japaneseHolidays(): CountryHolidays {
  const names: HolidayName[] = [];
  const years: Record<string, Record<string, number>> = {};
  const days = Object.entries(holidayJp.holidays).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [day, { name: ja, name_en: en }] of days) {
    const year = day.slice(0, 4);
    if (Number(year) < FIRST_YEAR) continue;
    let index = names.findIndex((known) => known.ja === ja && known.en === en);
    if (index < 0) index = names.push({ ja, en }) - 1;
    (years[year] ??= {})[day.slice(5)] = index;
  }
  return { names, years };
}

/** The file's text: one line a name and one a year, so that an update reads well in a diff. */
export function holidayFile({ names, years }: CountryHolidays): string {
  const nameLines = names.map((name) => `    ${JSON.stringify(name)}`).join(',\n');
  const yearLines = Object.entries(years)
    .map(([year, days]) => `    "${year}": ${JSON.stringify(days)}`)
    .join(',\n');
  return `{\n  "names": [\n${nameLines}\n  ],\n  "years": {\n${yearLines}\n  }\n}\n`;
}

if (import.meta.main) writeFileSync(FILE, holidayFile(japaneseHolidays()));
