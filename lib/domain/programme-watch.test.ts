import { describe, expect, it, test } from 'vitest';
import { notShown, shown } from '../../test/support/department-summaries.ts';
import { day } from '../../test/support/history.ts';
import { addDays, weekOf, type DayKey } from './day.ts';
import type { Shares } from './programme.ts';
import { alarmSince, watchAfter } from './programme-watch.ts';
import type { Figure } from './released.ts';

const PASSED = day('2026-07-23');

/** One share for each month from August 2026 on; every week of the month has it. */
function monthly(...texts: readonly string[]): Shares {
  const shares = new Map<ReturnType<typeof weekOf>, Figure>();
  for (let sunday = day('2026-07-05'); sunday < '2027-12-31'; sunday = addDays(sunday, 7)) {
    const text = texts[Number(sunday.slice(5, 7)) - 8];
    if (sunday < '2026-08' || text === undefined) continue;
    shares.set(weekOf(sunday), figure(text));
  }
  return shares;
}

function figure(text: string): Figure {
  if (text === '?') return notShown('fewerThanFloor');
  return text === '~' ? shown(2, 18, 20) : shown(Number(text), Number(text), 20);
}

const watch = (today: DayKey, shares: Shares, goal: number | undefined = 0.6) =>
  watchAfter({ passedOn: PASSED, today, goal, shares });

describe('the watch after the exit test (METRICS.md M14)', () => {
  it('looks at each month that is over, by its last week that ended in it', () => {
    const { months } = watch(day('2026-10-05'), monthly('12', '11', '11'));
    expect(months.map(({ month, week, reached }) => [month, week, reached])).toEqual([
      ['2026-08', '2026-W35', 'yes'],
      ['2026-09', '2026-W39', 'no'],
    ]);
  });

  test.each([
    ['one month under the goal', ['12', '11'], false],
    ['two in a row', ['11', '11'], true],
    ['two with one between', ['11', '12'], false],
    ['a month nothing was told of', ['11', '?'], false],
    ['a range that holds the goal', ['11', '~'], false],
  ] as const)('%s', (_name, texts, alarm) => {
    expect(watch(day('2026-10-01'), monthly(...texts)).alarm).toBe(alarm);
  });

  it('rings from the first day of the month after the second, and stops when the share is back', () => {
    const shares = monthly('11', '11', '12');
    const alarms = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'].map(
      (today) => watch(day(today), shares).alarm,
    );
    expect(alarms).toEqual([false, true, true, false]);
  });

  it('says nothing without a goal, and nothing before a month is over', () => {
    expect(
      watchAfter({
        passedOn: PASSED,
        today: day('2026-10-01'),
        goal: undefined,
        shares: monthly('1', '1'),
      }).alarm,
    ).toBe(false);
    expect(watch(day('2026-08-31'), monthly('1', '1')).months).toEqual([]);
  });

  it('keeps a year of months', () => {
    expect(watch(day('2028-03-01'), new Map()).months).toHaveLength(12);
  });
});

describe('since when an alarm rings', () => {
  const row = (drawn: string) =>
    [...drawn].map((reached, index) => ({
      month: `2026-${String(index + 1).padStart(2, '0')}`,
      reached: reached === 'n' ? ('no' as const) : reached === 'y' ? ('yes' as const) : undefined,
    }));
  test.each<[string, string[]]>([
    ['nn', ['2026-01', '2026-02']],
    ['ynn', ['2026-02', '2026-03']],
    ['y.nnn', ['2026-03', '2026-04', '2026-05']],
    // It began before the months that are told, and rang then.
    ['nnnnnnnnnnnn', []],
  ])('%s', (drawn, months) => {
    expect(alarmSince({ months: row(drawn), alarm: true })).toEqual(months);
    expect(alarmSince({ months: row(drawn), alarm: false })).toEqual([]);
  });
});
