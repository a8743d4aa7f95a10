import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { HOLIDAYS } from '../../content/holidays.ts';
import { day } from '../../test/support/history.ts';
import { createCalendar } from './calendar.ts';
import { addDays, mondayOf, type DayKey, type Weekday } from './day.ts';
import { meetingDays, type MeetingPlan } from './meeting.ts';
import { meetingMark } from './meeting-mark.ts';
import { mondayOfProgramme, PROGRAMME_WEEKS } from './programme.ts';

const MONDAY = day('2026-06-08');
/** The second and fourth Tuesday of June. */
const PLANNED = [day('2026-06-09'), day('2026-06-23')];
const marks = (held: readonly string[], today: string, planned: readonly DayKey[] = PLANNED) =>
  [0, 1, 2, 3].map(
    (weeks) =>
      meetingMark(addDays(MONDAY, weeks * 7), {
        planned,
        held: held.map(day),
        today: day(today),
      }) ?? '-',
  );

describe('the marks of meetings on the line of sixteen weeks', () => {
  test.each<[string, readonly string[], string, readonly string[]]>([
    ['both to come', [], '2026-06-08', ['planned', '-', 'planned', '-']],
    ['today’s is still to come', [], '2026-06-09', ['planned', '-', 'planned', '-']],
    ['not held on its day', [], '2026-06-10', ['missed', '-', 'planned', '-']],
    ['held on its day', ['2026-06-09'], '2026-06-09', ['held', '-', 'planned', '-']],
    ['held later in its week', ['2026-06-12'], '2026-06-12', ['held', '-', 'planned', '-']],
    ['moved to the week after', ['2026-06-15'], '2026-06-24', ['-', 'held', 'missed', '-']],
    ['moved forward', ['2026-06-18'], '2026-06-30', ['missed', 'held', '-', '-']],
    ['two for two', ['2026-06-17', '2026-06-18'], '2026-06-30', ['-', 'held', '-', '-']],
    [
      'one more than planned',
      ['2026-06-09', '2026-07-01'],
      '2026-07-01',
      ['held', '-', '-', 'held'],
    ],
    [
      'by the plan of before, a week earlier',
      ['2026-06-02', '2026-06-16'],
      '2026-06-30',
      ['-', 'held', '-', '-'],
    ],
  ])('%s', (_, held, today, expected) => {
    expect(marks(held, today)).toEqual(expected);
  });

  it('are none without a plan’s day or a meeting', () => {
    expect(marks([], '2026-06-30', [])).toEqual(['-', '-', '-', '-']);
  });

  const plans = fc.record({
    weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
    weeks: fc.constantFrom<MeetingPlan['weeks']>('firstAndThird', 'secondAndFourth'),
  });
  const closures = fc
    .array(fc.record({ ahead: fc.nat(160), long: fc.nat(14) }), { maxLength: 3 })
    .map((all) =>
      all.map(({ ahead, long }) => ({
        from: addDays(day('2026-03-01'), ahead),
        to: addDays(day('2026-03-01'), ahead + long),
      })),
    );
  const calendarOf = (closed: { readonly from: DayKey; readonly to: DayKey }[]) =>
    createCalendar(
      { country: 'JP', weekdays: [1, 2, 3, 4, 5], closures: closed, leave: [] },
      HOLIDAYS,
    );

  it('stand in a week with a scheduled day on which the plan meets, two of them in a month', () => {
    fc.assert(
      fc.property(plans, closures, fc.nat(40), (plan, closed, ahead) => {
        const calendar = calendarOf(closed);
        const start = addDays(day('2026-03-02'), ahead);
        const to = addDays(mondayOfProgramme(start, PROGRAMME_WEEKS), 6);
        const planned = meetingDays(plan, calendar, { from: start, to });
        const marked = Array.from({ length: PROGRAMME_WEEKS }, (_, week) =>
          mondayOfProgramme(start, week + 1),
        ).filter((monday) => meetingMark(monday, { planned, held: [], today: start }));
        expect(marked).toEqual([...new Set(planned.map(mondayOf))]);
        expect(planned.every((each) => calendar.isScheduled(each))).toBe(true);
        expect(marked.length).toBeLessThanOrEqual(8);
        expect(marked.length).toBeGreaterThanOrEqual(closed.length === 0 ? 6 : 0);
      }),
    );
  });

  it('never say missed more often than meetings were not held', () => {
    const someHeld = fc.array(fc.nat(110), { maxLength: 9 });
    fc.assert(
      fc.property(plans, someHeld, fc.nat(130), (plan, offsets, more) => {
        const start = day('2026-04-06');
        const today = addDays(start, more);
        const held = offsets.map((each) => addDays(start, each)).filter((each) => each <= today);
        const to = addDays(mondayOfProgramme(start, PROGRAMME_WEEKS), 6);
        const planned = meetingDays(plan, calendarOf([]), { from: start, to });
        const due = planned.filter((each) => each < today).length;
        const all = Array.from({ length: PROGRAMME_WEEKS }, (_, week) =>
          meetingMark(mondayOfProgramme(start, week + 1), { planned, held, today }),
        );
        expect(all.filter((mark) => mark === 'missed').length).toBeLessThanOrEqual(due);
        const onTime = planned.filter((each) => each < today && held.includes(each));
        expect(all.filter((mark) => mark === 'missed').length).toBeLessThanOrEqual(
          due - onTime.length,
        );
      }),
    );
  });
});
