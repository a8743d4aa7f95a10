import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOLIDAYS } from '../../content/holidays.ts';
import { day, workweek } from '../../test/support/history.ts';
import {
  createCalendar,
  nearestFirst,
  scheduledOnOrAfter,
  scheduledOnOrBefore,
  type CalendarRules,
  type DaysOff,
} from './calendar.ts';
import { addDays, dayRange } from './day.ts';

const JAPAN: CalendarRules = { country: 'JP', weekdays: [1, 2, 3, 4, 5], closures: [], leave: [] };

function range(from: string, to: string, name?: string): DaysOff {
  return { from: day(from), to: day(to), name };
}

describe('scheduled days (M4)', () => {
  it.each([
    ['a working Monday', '2026-11-30', undefined],
    ['a Saturday', '2026-11-28', { kind: 'weekend' }],
    [
      'a holiday Monday',
      '2026-11-23',
      { kind: 'holiday', name: { ja: '勤労感謝の日', en: 'Labor Thanksgiving Day' } },
    ],
    [
      'a holiday on a Sunday is named',
      '2026-05-03',
      { kind: 'holiday', name: { ja: '憲法記念日', en: 'Constitution Memorial Day' } },
    ],
    ['after the data only weekdays count', '2051-05-03', undefined],
  ])('%s', (_, key, expected) => {
    const calendar = createCalendar(JAPAN, HOLIDAYS);
    expect(calendar.dayOff(day(key))).toEqual(expected);
    expect(calendar.isScheduled(day(key))).toBe(expected === undefined);
  });

  it('closures and leave take days off, ends included', () => {
    const calendar = createCalendar(
      {
        ...JAPAN,
        closures: [range('2026-08-12', '2026-08-14', 'お盆')],
        leave: [range('2026-08-14', '2026-08-17')],
      },
      HOLIDAYS,
    );
    const reasons = dayRange(day('2026-08-10'), day('2026-08-18')).map(
      (key) => calendar.dayOff(key)?.kind,
    );
    // 11 August is 山の日; 15 and 16 are a weekend, which leave is said before.
    expect(reasons).toEqual([
      undefined,
      'holiday',
      'closure',
      'closure',
      'closure',
      'leave',
      'leave',
      'leave',
      undefined,
    ]);
    expect(calendar.dayOff(day('2026-08-12'))).toEqual({ kind: 'closure', name: 'お盆' });
  });

  it('other countries have weekdays and their own closures', () => {
    const calendar = createCalendar({ ...JAPAN, country: 'DE' }, HOLIDAYS);
    expect(calendar.isScheduled(day('2026-11-23'))).toBe(true);
  });

  it('a shop that works at the weekend has its own weekdays', () => {
    const calendar = createCalendar({ ...JAPAN, country: 'ZZ', weekdays: [6, 7] }, {});
    expect(calendar.isScheduled(day('2026-11-28'))).toBe(true);
    expect(calendar.dayOff(day('2026-11-25'))).toEqual({ kind: 'weekend' });
  });

  it('answers the same twice', () => {
    const calendar = createCalendar(JAPAN, HOLIDAYS);
    const twice = [day('2026-11-23'), day('2026-11-24')].flatMap((key) => [key, key]);
    expect(twice.map((key) => calendar.isScheduled(key))).toEqual([false, false, true, true]);
  });

  it('finds the covering range among any: overlapping, repeated, in any order, upside down', () => {
    const ranges = fc.array(
      fc
        .tuple(fc.nat({ max: 60 }), fc.integer({ min: -2, max: 20 }))
        .map(([start, length]): DaysOff => ({
          from: addDays(day('2026-01-01'), start),
          to: addDays(day('2026-01-01'), start + length),
        })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(ranges, (leave) => {
        const calendar = createCalendar(
          { country: 'ZZ', weekdays: [1, 2, 3, 4, 5, 6, 7], closures: [], leave },
          {},
        );
        const wrong = dayRange(day('2025-12-30'), day('2026-03-31')).filter(
          (key) =>
            calendar.isScheduled(key) === leave.some(({ from, to }) => from <= key && key <= to),
        );
        expect(wrong).toEqual([]);
      }),
    );
  });
});

describe('the next and the last scheduled day', () => {
  it('skips days off in both directions, the day itself included', () => {
    const calendar = workweek('2026-06-08');
    expect(scheduledOnOrAfter(calendar, day('2026-06-06'))).toBe('2026-06-09');
    expect(scheduledOnOrBefore(calendar, day('2026-06-08'))).toBe('2026-06-05');
    expect(scheduledOnOrAfter(calendar, day('2026-06-09'))).toBe('2026-06-09');
    expect(scheduledOnOrBefore(calendar, day('2026-06-09'))).toBe('2026-06-09');
  });

  it('gives up on a calendar without scheduled days', () => {
    const never = createCalendar({ ...JAPAN, weekdays: [] }, {});
    expect(scheduledOnOrAfter(never, day('2026-06-06'))).toBeUndefined();
    expect(scheduledOnOrBefore(never, day('2026-06-06'))).toBeUndefined();
  });
});

describe('days off in a list', () => {
  const TODAY = day('2026-11-25');
  const list = [
    range('2026-08-13', '2026-08-15'),
    range('2026-12-29', '2027-01-03'),
    range('2026-11-20', '2026-11-24'),
    range('2026-11-24', '2026-11-25'),
    range('2026-12-24', '2026-12-24'),
  ];

  it('come nearest first, then those that are over, the latest first', () => {
    expect(nearestFirst(list, TODAY).map(({ from }) => from)).toEqual([
      '2026-11-24',
      '2026-12-24',
      '2026-12-29',
      '2026-11-20',
      '2026-08-13',
    ]);
  });

  it('keep all of them and leave the list as it was, in whatever order it came', () => {
    const before = [...list];
    expect(nearestFirst(list.toReversed(), TODAY)).toEqual(nearestFirst(list, TODAY));
    expect(list).toEqual(before);
    expect(nearestFirst([], TODAY)).toEqual([]);
  });
});
