import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOLIDAYS } from '../../content/holidays.ts';
import { day } from '../../test/support/history.ts';
import { createCalendar } from './calendar.ts';
import { addDays, type DayKey } from './day.ts';
import {
  answerBy,
  areWorkingHours,
  countHelp,
  isLate,
  LATE_MINUTES,
  stallsProgramme,
  WORKING_SPANS,
  workingMinutesBetween,
  type LocalMoment,
  type WorkingTime,
} from './help-clock.ts';

const calendar = createCalendar(
  { country: 'JP', weekdays: [1, 2, 3, 4, 5], closures: [], leave: [] },
  HOLIDAYS,
);
const working: WorkingTime = { calendar, spans: WORKING_SPANS };

/** `2026-11-20 16:30` as a moment. */
function at(text: string): LocalMoment {
  const [date = '', clock = ''] = text.split(' ');
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return { day: day(date), minute: hour * 60 + minute };
}

describe('working hours from question to answer (M12)', () => {
  it.each([
    ['within a morning', '2026-11-24 09:30', '2026-11-24 10:15', 45],
    ['over lunch, which costs nothing', '2026-11-24 11:30', '2026-11-24 13:30', 60],
    ['asked before work', '2026-11-24 07:00', '2026-11-24 09:10', 10],
    ['asked after work, answered before it', '2026-11-24 19:00', '2026-11-25 08:59', 0],
    ['over night', '2026-11-24 17:00', '2026-11-25 10:00', 120],
    ['from one moment to the same next day', '2026-11-24 10:00', '2026-11-25 10:00', 480],
    // 23 November 2026 is a Monday and 勤労感謝の日.
    ['over a weekend and a holiday', '2026-11-20 17:30', '2026-11-24 09:30', 60],
    ['wholly on days off', '2026-11-21 10:00', '2026-11-23 20:00', 0],
    [
      'answered before it was asked, by a clock that was set back',
      '2026-11-25 10:00',
      '2026-11-24 10:00',
      0,
    ],
    ['earlier on the same day', '2026-11-24 11:00', '2026-11-24 10:00', 0],
  ])('%s: from %s to %s', (_, from, to, expected) => {
    expect(workingMinutesBetween(at(from), at(to), working)).toBe(expected);
  });

  const moments = fc
    .record({
      ahead: fc.integer({ min: 0, max: 400 }),
      minute: fc.integer({ min: 0, max: 1439 }),
    })
    .map(({ ahead, minute }): LocalMoment => ({
      day: addDays('2026-01-01' as DayKey, ahead),
      minute,
    }));
  const order = (a: LocalMoment, b: LocalMoment) =>
    a.day === b.day ? a.minute - b.minute : a.day < b.day ? -1 : 1;

  it('adds up over any moment in between', () => {
    fc.assert(
      fc.property(moments, moments, moments, (...three) => {
        const [first, second, third] = three.toSorted(order) as [
          LocalMoment,
          LocalMoment,
          LocalMoment,
        ];
        expect(
          workingMinutesBetween(first, second, working) +
            workingMinutesBetween(second, third, working),
        ).toBe(workingMinutesBetween(first, third, working));
      }),
    );
  });

  it('ends its first 8 hours where an answer is due', () => {
    fc.assert(
      fc.property(moments, (asked) => {
        const due = answerBy(asked, working);
        expect(due).toBeDefined();
        expect(workingMinutesBetween(asked, due as LocalMoment, working)).toBe(LATE_MINUTES);
      }),
    );
  });

  it('says nothing about a calendar without working days', () => {
    const never = createCalendar(
      { country: 'JP', weekdays: [], closures: [], leave: [] },
      HOLIDAYS,
    );
    expect(
      answerBy(at('2026-11-24 10:00'), { calendar: never, spans: WORKING_SPANS }),
    ).toBeUndefined();
  });
});

describe('a department’s answers (M12)', () => {
  const waits = (isAnswered: boolean, ...minutes: number[]) =>
    minutes.map((each) => ({ minutes: each, isAnswered }));

  it.each([
    ['no question', [], { answered: 0, late: 0, open: 0 }],
    ['only open ones', waits(false, 10, 481), { answered: 0, late: 1, open: 2 }],
    ['one answer', waits(true, 30), { answered: 1, medianMinutes: 30, late: 0, open: 0 }],
    ['two answers', waits(true, 30, 61), { answered: 2, medianMinutes: 46, late: 0, open: 0 }],
    [
      'late and open ones beside each other',
      [...waits(true, 500, 10, 20), ...waits(false, 900)],
      { answered: 3, medianMinutes: 20, late: 2, open: 1 },
    ],
  ])('%s', (_, questions, expected) => {
    expect(countHelp(questions)).toEqual(expected);
  });

  it('goes to the advisor after 8 working hours and stalls a programme after 16, open ones only', () => {
    expect(isLate({ minutes: 480, isAnswered: false })).toBe(false);
    expect(isLate({ minutes: 481, isAnswered: false })).toBe(true);
    expect(stallsProgramme({ minutes: 960, isAnswered: false })).toBe(false);
    expect(stallsProgramme({ minutes: 961, isAnswered: false })).toBe(true);
    expect(stallsProgramme({ minutes: 961, isAnswered: true })).toBe(false);
  });

  it('does not depend on the order of its questions', () => {
    const some = fc.array(fc.record({ minutes: fc.nat(2000), isAnswered: fc.boolean() }));
    fc.assert(
      fc.property(some, (questions) => {
        expect(countHelp(questions.toReversed())).toEqual(countHelp(questions));
      }),
    );
  });
});

describe('working hours', () => {
  it.each([
    ['those of every organisation at first', WORKING_SPANS, true],
    ['one span over noon', [{ from: 540, to: 1020 }], true],
    ['a span up to midnight', [{ from: 1080, to: 1440 }], true],
    ['a break of no time', [540, 720].map((from) => ({ from, to: from + 180 })), true],
    ['none at all', [], false],
    ['less than an hour', [{ from: 540, to: 599 }], false],
    ['an end before its beginning', [{ from: 1080, to: 540 }], false],
    ['one over another', [540, 600].map((from) => ({ from, to: from + 180 })), false],
    ['out of their order', [780, 540].map((from) => ({ from, to: from + 180 })), false],
    ['over midnight', [{ from: 1320, to: 1500 }], false],
    ['what is no number', [{ from: Number.NaN, to: 540 }], false],
  ])('can be %s: %s', (_, spans, can) => {
    expect(areWorkingHours(spans)).toBe(can);
  });

  it('of any organisation bring every question its eight hours', () => {
    const minute = fc.integer({ min: 0, max: 1440 });
    fc.assert(
      fc.property(minute, minute, minute, (from, to, asked) => {
        fc.pre(areWorkingHours([{ from, to }]));
        const own: WorkingTime = { calendar, spans: [{ from, to }] };
        const begin = { day: day('2026-11-24'), minute: asked };
        const due = answerBy(begin, own);
        expect(workingMinutesBetween(begin, due as LocalMoment, own)).toBe(LATE_MINUTES);
      }),
    );
  });
});
