import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DayKey } from '../domain/day.ts';
import { keepCounted, splitAtDates } from './counted.ts';
import { longDay, shortDay } from './day-words.ts';

test.each([
  ['21 日以上、定例がありません', '21\u00a0日以上、定例がありません'],
  ['1 時間 35 分待ち', '1\u00a0時間 35\u00a0分待ち'],
  ['60% の人、前の 4 週間', '60%\u00a0の人、前の 4\u00a0週間'],
  ['10:00 から 30 分', '10:00\u00a0から 30\u00a0分'],
  ['12 people of 18', '12 people of 18'],
  ['', ''],
])('a figure stays beside what it counts: %s', (text, kept) => {
  expect(keepCounted(text)).toBe(kept);
});

test.each([
  ['最後の定例：9月16日(水)。', ['最後の定例：', '9月16日(水)', '。']],
  ['11月30日〜12月6日の週', ['', '11月30日', '〜', '12月6日', 'の週']],
  ['2027年3月31日までに', ['', '2027年3月31日', 'までに']],
  ['the last meeting was on Wed 16 Sept', ['the last meeting was on ', 'Wed 16 Sept', '']],
  ['by 31 March 2027', ['by ', '31 March 2027', '']],
  ['12 Marked, 4 週間, 2026-11-24', ['12 Marked, 4 週間, 2026-11-24']],
  ['', ['']],
])('a date is one piece: %s', (text, parts) => {
  expect(splitAtDates(text)).toEqual(parts);
});

test('every day is one piece in both languages, whatever stands around it, and nothing is lost', () => {
  const anyDay = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10) as DayKey);
  fc.assert(
    fc.property(anyDay, fc.constantFrom('ja', 'en'), (day, language) => {
      for (const words of [shortDay(day, language), longDay(day, language)]) {
        expect(splitAtDates(`（${words}）`)).toEqual(['（', words, '）']);
      }
    }),
  );
});
