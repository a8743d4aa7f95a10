import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../test/support/history.ts';
import {
  addDays,
  dayAt,
  dayOfEpoch,
  dayRange,
  daysBetween,
  epochDay,
  mondayOf,
  mondayOfWeek,
  monthOf,
  nextMidnightMs,
  parseDay,
  weekOf,
  weekdayOf,
  type WeekKey,
} from './day.ts';

const number = fc.integer({ min: 0, max: epochDay(day('2199-12-31')) });
const anyDay = number.map(dayOfEpoch);
/** Instants of 1971 to 2100 and real offsets, quarter hours included. */
const instant = fc.integer({ min: 31_536_000_000, max: Date.UTC(2100, 0) });
const offset = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);

/** A number written with leading zeros, in and out of a calendar's range. */
function digits(max: number, width: number): fc.Arbitrary<string> {
  return fc.nat({ max }).map((value) => String(value).padStart(width, '0'));
}

describe('days against Temporal', () => {
  it('weekday, ISO week, month and neighbours agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (key, count) => {
        const plain = Temporal.PlainDate.from(key);
        const week = `${plain.yearOfWeek}-W${String(plain.weekOfYear).padStart(2, '0')}`;
        expect(weekdayOf(key)).toBe(plain.dayOfWeek);
        expect(weekOf(key)).toBe(week);
        expect(monthOf(key)).toBe(plain.toPlainYearMonth().toString());
        expect(addDays(key, count)).toBe(plain.add({ days: count }).toString());
        expect(daysBetween(key, addDays(key, count))).toBe(count);
      }),
    );
  });

  it.each([
    ['2026-01-01', '2026-W01'],
    ['2027-01-01', '2026-W53'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
    ['2020-12-31', '2020-W53'],
  ])('%s is in %s', (key, week) => {
    expect(weekOf(day(key))).toBe(week);
  });

  it('a week begins on its Monday, and its Monday is in it', () => {
    fc.assert(
      fc.property(anyDay, (key) => {
        const monday = mondayOf(key);
        expect(weekdayOf(monday)).toBe(1);
        expect(mondayOfWeek(weekOf(key))).toBe(monday);
        expect(daysBetween(monday, key)).toBe(weekdayOf(key) - 1);
      }),
    );
  });

  it('finds the Monday of a 53rd week', () => {
    expect(mondayOfWeek('2026-W53' as WeekKey)).toBe('2026-12-28');
  });
});

describe('numbers and ranges', () => {
  it('a day and its number are one thing, before 1970 too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (days) => {
        expect(epochDay(dayOfEpoch(days))).toBe(days);
      }),
    );
    expect(dayOfEpoch(-1)).toBe('1969-12-31');
    expect(weekdayOf(dayOfEpoch(-1))).toBe(3);
  });

  it('a range holds both ends in order, each once', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 500 }), (from, length) => {
        const range = dayRange(from, addDays(from, length));
        expect(range).toHaveLength(length + 1);
        expect(range).toEqual([...new Set(range)].toSorted());
        expect([range[0], range.at(-1)]).toEqual([from, addDays(from, length)]);
      }),
    );
  });

  it('a range that ends before it begins is empty', () => {
    expect(dayRange(day('2026-06-02'), day('2026-06-01'))).toEqual([]);
  });
});

describe('reading a day', () => {
  it.each(['2026-11-22', '2024-02-29', '1970-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  it.each([
    '',
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '2026-11-22\n',
    ' 2026-11-22',
    '2026-11-22T00:00:00Z',
    '20261122',
    '２０２６-11-22',
    '+002026-11-22',
    '-2026-11-22',
    '12026-11-22',
    '1969-12-31',
    '0000-01-01',
    '2026/11/22',
    'NaN-NaN-NaN',
    '__proto__',
  ])('refuses %j', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it('takes exactly the days Temporal takes', () => {
    fc.assert(
      fc.property(digits(200, 3), digits(14, 2), digits(33, 2), (year, month, date) => {
        const text = `2${year}-${month}-${date}`;
        let expected: string | undefined;
        try {
          expected = Temporal.PlainDate.from(text).toString();
        } catch {
          expected = undefined;
        }
        expect(parseDay(text)).toBe(expected);
      }),
    );
  });
});

describe('the local day of an instant', () => {
  it.each([
    ['Tokyo, a second before midnight', '2026-11-22T14:59:59Z', 540, '2026-11-22'],
    ['Tokyo, midnight', '2026-11-22T15:00:00Z', 540, '2026-11-23'],
    ['Los Angeles, evening', '2026-11-23T04:00:00Z', -480, '2026-11-22'],
    ['Kathmandu, quarter hours', '2026-11-22T18:15:00Z', 345, '2026-11-23'],
    ['Kiritimati, furthest east', '2026-11-22T10:00:00Z', 840, '2026-11-23'],
    ['Honolulu the same instant', '2026-11-22T10:00:00Z', -600, '2026-11-22'],
  ])('%s', (_, iso, offsetMinutes, expected) => {
    expect(dayAt(Date.parse(iso), offsetMinutes)).toBe(expected);
  });

  it.each([
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Asia/Tokyo',
    'Pacific/Apia',
  ])(
    'follows the clock of %s through every hour of two years, DST and skipped days included',
    (zone) => {
      const start = Temporal.Instant.from('2011-01-01T00:30:00Z');
      const wrong: string[] = [];
      for (let hours = 0; hours < 2 * 365 * 24; hours += 5) {
        const moment = start.add({ hours }).toZonedDateTimeISO(zone);
        const local = dayAt(moment.epochMilliseconds, moment.offsetNanoseconds / 60e9);
        if (local !== moment.toPlainDate().toString()) wrong.push(`${moment.toString()}: ${local}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('the next midnight is later, at most a day away, and the first instant of the next day', () => {
    fc.assert(
      fc.property(instant, offset, (ms, offsetMinutes) => {
        const midnight = nextMidnightMs(ms, offsetMinutes);
        expect(midnight).toBeGreaterThan(ms);
        expect(midnight - ms).toBeLessThanOrEqual(86_400_000);
        const today = dayAt(ms, offsetMinutes);
        expect(dayAt(midnight - 1, offsetMinutes)).toBe(today);
        expect(dayAt(midnight, offsetMinutes)).toBe(addDays(today, 1));
      }),
    );
  });
});
