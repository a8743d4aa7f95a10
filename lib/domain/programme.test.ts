import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { notShown, shown } from '../../test/support/department-summaries.ts';
import { day } from '../../test/support/history.ts';
import { addDays, weekOf, weekdayOf, type DayKey } from './day.ts';
import {
  exitTest,
  expectedIn,
  mondayOfProgramme,
  PROGRAMME_WEEKS,
  programmeWeek,
  type Shares,
} from './programme.ts';
import type { Figure } from './released.ts';

/** A Wednesday. */
const START = day('2026-04-08');

/** Shares of twenty people by the programme's week; a text is the number of people, `?` hidden, `~` a range from 2 to 18. */
function shares(byWeek: Readonly<Record<number, string>>): Shares {
  return new Map(
    Object.entries(byWeek).map(([week, text]) => [
      weekOf(mondayOfProgramme(START, Number(week))),
      figure(text),
    ]),
  );
}

function figure(text: string): Figure {
  if (text === '?') return notShown('fewerThanFloor');
  return text === '~' ? shown(2, 18, 20) : shown(Number(text), Number(text), 20);
}

/** The Thursday of a programme's week, the day of its meeting. */
const meeting = (week: number): DayKey => addDays(mondayOfProgramme(START, week), 3);

describe('the weeks of a programme (METRICS.md M14)', () => {
  test.each([
    ['2026-04-05', 0],
    ['2026-04-06', 1],
    ['2026-04-08', 1],
    ['2026-04-12', 1],
    ['2026-04-13', 2],
    ['2026-07-26', 16],
    ['2026-07-27', 17],
  ])('%s is in week %i', (on, week) => {
    expect(programmeWeek(START, day(on))).toBe(week);
  });

  it('begin on Mondays and hold each of their seven days', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: -3, max: 40 }), fc.nat(6), (from, week, more) => {
        const start = addDays(day('2024-01-01'), from);
        const monday = mondayOfProgramme(start, week);
        expect(weekdayOf(monday)).toBe(1);
        expect(programmeWeek(start, addDays(monday, more))).toBe(week);
      }),
    );
  });

  it('expect more from week to week, all of the goal for the last two meetings', () => {
    const weeks = Array.from({ length: PROGRAMME_WEEKS }, (_, index) => expectedIn(index + 1));
    for (const [index, week] of weeks.slice(1).entries()) {
      const before = weeks[index];
      for (const part of ['tried', 'attached', 'partOfGoal'] as const) {
        expect(week[part]).toBeGreaterThanOrEqual(before?.[part] ?? 0);
      }
    }
    expect(weeks.map(({ stage }) => stage).join(' ')).toBe(
      'begin begin trial trial attach attach attach attach spread spread spread spread spread exit exit exit',
    );
    expect(expectedIn(4).partOfGoal).toBe(0);
    expect(expectedIn(9).partOfGoal).toBe(0.5);
    expect([14, 16, 30].map((week) => expectedIn(week).partOfGoal)).toEqual([1, 1, 1]);
    expect(expectedIn(-2)).toEqual(expectedIn(1));
  });
});

describe('the exit test', () => {
  const base = { startedOn: START, goal: 0.6 };

  it('is passed at the second of two meetings in a row at the goal', () => {
    const result = exitTest({
      ...base,
      meetings: [meeting(16), meeting(12), meeting(14)],
      shares: shares({ 11: '11', 13: '12', 15: '15' }),
    });
    expect(result).toMatchObject({ passed: true, on: meeting(16) });
    expect(result.meetings.map(({ reached }) => reached)).toEqual(['no', 'yes', 'yes']);
  });

  it('reads the last week that was over on the day of the meeting, on a Sunday too', () => {
    const sunday = addDays(mondayOfProgramme(START, 5), 6);
    const result = exitTest({ ...base, meetings: [sunday], shares: shares({ 4: '12', 5: '2' }) });
    expect(result.meetings).toEqual([
      { day: sunday, week: weekOf(mondayOfProgramme(START, 4)), reached: 'yes' },
    ]);
  });

  test.each([
    ['there is no goal', [14, 16], { 13: '20', 15: '20' }, undefined, 'noGoal'],
    ['one meeting is not two', [16], { 15: '20' }, 0.6, 'tooFewMeetings'],
    ['the same day twice is one meeting', [16, 16], { 15: '20' }, 0.6, 'tooFewMeetings'],
    ['a meeting before the start does not count', [-1, 16], { 15: '20' }, 0.6, 'tooFewMeetings'],
    ['the share is hidden', [14, 16], { 13: '12', 15: '?' }, 0.6, 'notTold'],
    ['nobody counted the week', [14, 16], {}, 0.6, 'notTold'],
    [
      'the last is under the goal',
      [12, 14, 16],
      { 11: '12', 13: '11', 15: '11' },
      0.6,
      'underGoal',
    ],
    [
      'two at the goal with one under it between',
      [12, 14, 16],
      { 11: '12', 13: '11', 15: '12' },
      0.6,
      'onlyOnce',
    ],
    ['the range holds the goal', [14, 16], { 13: '12', 15: '~' }, 0.6, 'unsure'],
    ['it held it the time before', [14, 16], { 13: '~', 15: '12' }, 0.6, 'unsure'],
  ] as const)('is not when %s', (_name, weeks, byWeek, goal, because) => {
    const result = exitTest({
      startedOn: START,
      goal,
      meetings: weeks.map(meeting),
      shares: shares(byWeek),
    });
    expect(result).toMatchObject({ passed: false, because });
  });

  it('once passed stays passed, whatever comes after', () => {
    const reachedBefore = { 9: '12', 11: '13' };
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('0', '11', '12', '~', '?'), { maxLength: 8 }),
        (later) => {
          const more = Object.fromEntries(later.map((text, index) => [13 + index * 2, text]));
          const result = exitTest({
            ...base,
            meetings: [10, 12, ...later.map((_, index) => 14 + index * 2)].map(meeting),
            shares: shares({ ...reachedBefore, ...more }),
          });
          expect(result).toMatchObject({ passed: true, on: meeting(12) });
        },
      ),
    );
  });
});
