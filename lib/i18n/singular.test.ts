import { expect, test } from 'vitest';
import { dashboard } from './dashboard.ts';
import { popup } from './popup.ts';
import { team } from './team.ts';

test.each([
  [dashboard.en.days(1), 'day'],
  [dashboard.en.days(0), 'days'],
  [dashboard.en.weeks(1), 'week'],
  [dashboard.en.times(1), 'time'],
  [dashboard.en.times(2), 'times'],
  [dashboard.en.ofScheduled(1), 'of 1 scheduled day'],
  [popup.en.daysUnit(1), 'day'],
  [popup.en.daysUnit(2), 'days'],
  [popup.en.thisWeekUnit(1), 'of 1 day'],
  [team.en.lineNumbers(1, 1), '1 day / longest 1'],
  [team.en.lineNumbers(2, 21), '2 days / longest 21'],
])('one of a thing is told in the singular: %s', (told, expected) => {
  expect(told).toBe(expected);
});
