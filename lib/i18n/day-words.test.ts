import { describe, expect, it } from 'vitest';
import type { DayKey, WeekKey } from '../domain/day.ts';
import type { Rhythm } from '../domain/workflow.ts';
import {
  dateDefault,
  dayRangeWords,
  instantWords,
  ordinal,
  rhythmWords,
  shortDay,
  weekWords,
} from './day-words.ts';

const day = (text: string) => text as DayKey;

describe('days in words', () => {
  it.each([
    ['2026-11-23', '2026-11-23', '2026年11月23日', '23 November 2026'],
    ['2026-08-10', '2026-08-14', '2026年8月10日〜14日', '10–14 August 2026'],
    ['2026-04-29', '2026-05-05', '2026年4月29日〜5月5日', '29 April–5 May 2026'],
    ['2026-12-29', '2027-01-03', '2026年12月29日〜2027年1月3日', '29 December 2026–3 January 2027'],
  ])('says %s to %s', (from, to, ja, en) => {
    expect(dayRangeWords(day(from), day(to), 'ja')).toBe(ja);
    // Node and browsers differ in the spaces around the dash.
    expect(dayRangeWords(day(from), day(to), 'en').replaceAll(/\s*–\s*/g, '–')).toBe(en);
  });

  it('says a week by its Monday and Sunday, across months and years too', () => {
    expect(weekWords('2026-W47' as WeekKey, 'ja')).toBe('11月16日〜22日');
    expect(weekWords('2026-W53' as WeekKey, 'ja')).toBe('12月28日〜1月3日');
    expect(weekWords('2026-W47' as WeekKey, 'en')).toContain('November');
  });

  it('says a day with its weekday', () => {
    expect(shortDay(day('2026-11-23'), 'ja')).toBe('11月23日(月)');
    expect(shortDay(day('2026-11-23'), 'en')).toBe('Mon 23 Nov');
  });

  it('says an instant as it says a day, with the time', () => {
    const instant = new Date(2026, 10, 23, 9, 5).getTime();
    expect(instantWords(instant, 'ja')).toBe('2026年11月23日 9:05');
    expect(instantWords(instant, 'en')).toBe('23 Nov 2026, 09:05');
  });

  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [11, '11th'],
    [22, '22nd'],
    [31, '31st'],
  ])('counts %i as %s', (number, text) => expect(ordinal(number)).toBe(text));

  it.each([
    [{ kind: 'everyWorkday' }, '稼働日は毎日', 'Every working day'],
    [{ kind: 'weekdays', weekdays: [3, 1] }, '毎週 月・水曜日', 'Every Mon, Wed'],
    [{ kind: 'monthlyDay', day: 25 }, '毎月 25 日', 'Monthly on the 25th'],
    [{ kind: 'monthlyLastWorkday', nth: 1 }, '毎月 最後の稼働日', 'Last working day of the month'],
    [
      { kind: 'monthlyLastWorkday', nth: 2 },
      '毎月 最後から 2 番目の稼働日',
      '2nd last working day of the month',
    ],
    [{ kind: 'onDemand' }, '必要なときに', 'When needed'],
  ] as [Rhythm, string, string][])('says the rhythm %o', (rhythm, ja, en) => {
    expect(rhythmWords(rhythm, 'ja')).toBe(ja);
    expect(rhythmWords(rhythm, 'en')).toBe(en);
  });
});

it.each([
  ['today', '今日', 'today'],
  ['today+3', '今日から 3 日後', '3 days from today'],
  ['today-1', '今日の 1 日前', '1 day before today'],
  ['2026-11-23', '2026-11-23', '2026-11-23'],
])('the default of a date, %s, is told in words', (text, ja, en) => {
  expect([dateDefault(text, 'ja'), dateDefault(text, 'en')]).toEqual([ja, en]);
});
