import { readFileSync } from 'node:fs';
import holidayJp from '@holiday-jp/holiday_jp';
import { expect, it } from 'vitest';
import { HOLIDAYS } from '../content/holidays.ts';
import { parseDay } from '../lib/domain/day.ts';
import { nationalHoliday } from '../lib/domain/holidays.ts';
import { holidayFile, japaneseHolidays } from './holidays.ts';

it('the shipped file is what the data set gives (run: node scripts/holidays.ts)', () => {
  expect(readFileSync('content/holidays/jp.json', 'utf8')).toBe(holidayFile(japaneseHolidays()));
});

it('every holiday of the data set from 2015 on is found under its name, and no other day is', () => {
  const wanted = Object.entries(holidayJp.holidays)
    .filter(([key]) => key >= '2015')
    .map(([key, { name, name_en }]) => [key, { ja: name, en: name_en }]);
  const found: unknown[] = [];
  for (let ms = Date.UTC(2010, 0, 1); ms < Date.UTC(2055, 0, 1); ms += 86_400_000) {
    const key = parseDay(new Date(ms).toISOString().slice(0, 10));
    const name = key && nationalHoliday(HOLIDAYS, 'JP', key);
    if (name) found.push([key, name]);
  }
  expect(found).toEqual(wanted);
  expect(found.length).toBeGreaterThan(600);
});
