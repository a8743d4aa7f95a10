import { describe, expect, it } from 'vitest';
import { createCalendar } from '../domain/calendar.ts';
import type { DayKey, WeekKey } from '../domain/day.ts';
import { EMPTY_ENTRY } from '../domain/ledger.ts';
import { toolbarState } from './toolbar-state.ts';
import { nextWeeklyNotice } from './weekly-notice.ts';

const TOKYO = 540;
const HOLIDAYS = {
  JP: { names: [{ ja: '勤労感謝の日', en: 'Labor' }], years: { 2026: { '11-23': 0 } } },
};
const calendar = createCalendar(
  { country: 'JP', weekdays: [1, 2, 3, 4, 5], closures: [], leave: [] },
  HOLIDAYS,
);

function next(now: string, notified?: string, rules = calendar) {
  const nowMs = Date.parse(`${now}+09:00`);
  const notice = nextWeeklyNotice({
    calendar: rules,
    clock: { now: () => nowMs, utcOffsetMinutes: () => TOKYO },
    hour: 9,
    notified: notified as WeekKey | undefined,
  });
  const at = notice && new Date(notice.atMs + TOKYO * 60_000).toISOString().slice(0, 16);
  return notice && [notice.week, at];
}

describe('nextWeeklyNotice', () => {
  it.each([
    ['on the Monday before', '2026-11-16T08:00', undefined, ['2026-W46', '2026-11-16T09:00']],
    [
      'due and not given yet: in the past',
      '2026-11-16T11:00',
      '2026-W45',
      ['2026-W46', '2026-11-16T09:00'],
    ],
    [
      'given: the next one, after the holiday Monday',
      '2026-11-16T11:00',
      '2026-W46',
      ['2026-W47', '2026-11-24T09:00'],
    ],
    [
      'on the holiday Monday itself',
      '2026-11-23T12:00',
      '2026-W46',
      ['2026-W47', '2026-11-24T09:00'],
    ],
    [
      'missed all day: waits for the next week',
      '2026-11-25T08:00',
      '2026-W46',
      ['2026-W48', '2026-11-30T09:00'],
    ],
    ['over the turn of the year', '2026-12-31T08:00', '2026-W52', ['2026-W53', '2027-01-04T09:00']],
  ])('%s', (_, now, notified, expected) => {
    expect(next(now, notified)).toEqual(expected);
  });

  it('is none for someone who never works', () => {
    const never = createCalendar({ country: 'ZZ', weekdays: [], closures: [], leave: [] }, {});
    expect(next('2026-11-16T08:00', undefined, never)).toBeUndefined();
  });

  it('takes the offset of the hour it is for: Berlin, over the end of summer time', () => {
    const change = Date.parse('2026-10-25T01:00:00Z');
    const notice = nextWeeklyNotice({
      calendar: createCalendar({ country: 'ZZ', weekdays: [1], closures: [], leave: [] }, {}),
      clock: {
        now: () => Date.parse('2026-10-24T10:00:00Z'),
        utcOffsetMinutes: (ms) => (ms < change ? 120 : 60),
      },
      hour: 9,
      notified: '2026-W42' as WeekKey,
    });
    expect(new Date(notice?.atMs ?? 0).toISOString()).toBe('2026-10-26T08:00:00.000Z');
  });
});

describe('toolbarState', () => {
  const visited = { chatgpt: { ...EMPTY_ENTRY, visits: 1 } };
  it.each([
    ['2026-11-24', undefined, 'open'],
    ['2026-11-24', { chatgpt: { ...EMPTY_ENTRY, engagedSeconds: 20 } }, 'open'],
    ['2026-11-24', visited, 'used'],
    ['2026-11-24', { chatgpt: { ...EMPTY_ENTRY, selfReported: true } }, 'used'],
    ['2026-11-23', undefined, 'off'],
    ['2026-11-22', visited, 'off'],
  ])('%s with %j is %s', (day, ledgerDay, state) => {
    expect(toolbarState(calendar, day as DayKey, ledgerDay)).toBe(state);
  });
});
