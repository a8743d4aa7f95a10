import { expect, test } from 'vitest';
import { keepCounted } from './counted.ts';

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
