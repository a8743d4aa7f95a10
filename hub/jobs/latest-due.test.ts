import { describe, expect, it } from 'vitest';
import { HOLIDAYS } from '../../content/holidays.ts';
import { createCalendar, type CalendarRules } from '../../lib/domain/calendar.ts';
import type { DayKey, Weekday } from '../../lib/domain/day.ts';
import { latestDue, latestMonthDue } from './latest-due.ts';

const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

function due(at: string, change: Partial<CalendarRules & { zone: string; hour: number }> = {}) {
  const { zone = 'Asia/Tokyo', hour = 9, ...rules } = change;
  const calendar = createCalendar(
    { country: 'JP', weekdays: WORKDAYS, closures: [], leave: [], ...rules },
    HOLIDAYS,
  );
  const found = latestDue(Date.parse(at), { timeZone: zone, hour, calendar });
  return found && `${found.week} ${new Date(found.dueAt).toISOString()}`;
}

const off = (from: string, to: string) => ({ from: from as DayKey, to: to as DayKey });

describe('the weekly summary is due', () => {
  it.each([
    [
      'on Monday at the hour, not a minute earlier',
      '2026-11-16T08:59:59+09:00',
      '2026-W45 2026-11-09T00:00:00.000Z',
    ],
    ['on Monday at the hour', '2026-11-16T09:00:00+09:00', '2026-W46 2026-11-16T00:00:00.000Z'],
    ['all week long, once it is', '2026-11-22T23:59:00+09:00', '2026-W46 2026-11-16T00:00:00.000Z'],
    [
      'on Tuesday when Monday is a holiday: not yet on Monday',
      '2026-11-23T12:00:00+09:00',
      '2026-W46 2026-11-16T00:00:00.000Z',
    ],
    [
      'on Tuesday when Monday is a holiday',
      '2026-11-24T09:00:00+09:00',
      '2026-W47 2026-11-24T00:00:00.000Z',
    ],
  ])('%s', (_, at, expected) => {
    expect(due(at)).toBe(expected);
  });

  it('sums up the last week in which anybody worked, after a week off', () => {
    const closures = [off('2026-08-08', '2026-08-16')];
    expect(due('2026-08-14T12:00:00+09:00', { closures })).toBe(
      '2026-W31 2026-08-03T00:00:00.000Z',
    );
    expect(due('2026-08-17T09:00:00+09:00', { closures })).toBe(
      '2026-W32 2026-08-17T00:00:00.000Z',
    );
    expect(due('2026-08-24T09:00:00+09:00', { closures })).toBe(
      '2026-W34 2026-08-24T00:00:00.000Z',
    );
  });

  it('only the latest, however long the hub was away', () => {
    expect(due('2026-10-29T10:00:00+09:00')).toBe('2026-W43 2026-10-26T00:00:00.000Z');
  });

  it('on the first working day of a department that opens on Tuesday', () => {
    const weekdays: Weekday[] = [2, 3, 4, 5, 6];
    expect(due('2026-11-16T12:00:00+09:00', { weekdays })).toBe(
      '2026-W45 2026-11-10T00:00:00.000Z',
    );
    expect(due('2026-11-17T09:00:00+09:00', { weekdays })).toBe(
      '2026-W46 2026-11-17T00:00:00.000Z',
    );
  });

  it('at the hour of the organisation’s zone, through its clock changes', () => {
    const there = { country: 'US', zone: 'America/New_York', hour: 9 };
    expect(due('2026-10-26T13:00:00Z', there)).toBe('2026-W43 2026-10-26T13:00:00.000Z');
    expect(due('2026-11-02T14:00:00Z', there)).toBe('2026-W44 2026-11-02T14:00:00.000Z');
    expect(due('2026-11-02T13:59:00Z', there)).toBe('2026-W43 2026-10-26T13:00:00.000Z');
  });

  it('an hour later where the clock skips the hour', () => {
    const there = { country: 'XX', zone: 'America/New_York', hour: 2, weekdays: [7] as Weekday[] };
    expect(due('2026-03-08T12:00:00Z', there)).toBe('2026-W09 2026-03-08T07:00:00.000Z');
  });

  it('never, for a calendar without a working day', () => {
    expect(
      due('2026-11-16T09:00:00+09:00', { closures: [off('1970-01-01', '2090-01-01')] }),
    ).toBeUndefined();
  });
});

describe('the sponsor’s month is due', () => {
  const dueMonth = (at: string, closures: ReturnType<typeof off>[] = []) => {
    const calendar = createCalendar(
      { country: 'JP', weekdays: WORKDAYS, closures, leave: [] },
      HOLIDAYS,
    );
    const found = latestMonthDue(Date.parse(at), { timeZone: 'Asia/Tokyo', hour: 9, calendar });
    return found && `${found.month} ${new Date(found.dueAt).toISOString()}`;
  };
  it.each([
    ['on the first at the hour', '2026-12-01T09:00:00+09:00', '2026-11 2026-12-01T00:00:00.000Z'],
    ['not a minute earlier', '2026-12-01T08:59:59+09:00', '2026-10 2026-11-02T00:00:00.000Z'],
    [
      'on the Monday after a Sunday the first',
      '2026-11-02T09:00:00+09:00',
      '2026-10 2026-11-02T00:00:00.000Z',
    ],
    ['after the New Year', '2027-01-04T09:00:00+09:00', '2026-12 2027-01-04T00:00:00.000Z'],
    ['not on New Year’s Day', '2027-01-01T12:00:00+09:00', '2026-11 2026-12-01T00:00:00.000Z'],
    ['all month long, once it is', '2026-12-31T23:00:00+09:00', '2026-11 2026-12-01T00:00:00.000Z'],
  ])('%s', (_, at, expected) => {
    expect(dueMonth(at)).toBe(expected);
  });
  it('passes over a month without a working day', () => {
    const closed = [off('2026-08-01', '2026-08-31')];
    expect(dueMonth('2026-08-31T12:00:00+09:00', closed)).toBe('2026-06 2026-07-01T00:00:00.000Z');
    expect(dueMonth('2026-09-01T09:00:00+09:00', closed)).toBe('2026-08 2026-09-01T00:00:00.000Z');
  });
  it('is nothing where nobody ever works', () => {
    expect(
      dueMonth('2026-08-31T12:00:00+09:00', [off('2020-01-01', '2030-01-01')]),
    ).toBeUndefined();
  });
});
