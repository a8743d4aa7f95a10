import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOLIDAYS } from '../../content/holidays.ts';
import { day } from '../../test/support/history.ts';
import { createCalendar } from './calendar.ts';
import { addDays, dayOfEpoch, daysBetween, epochDay, type DayKey, type Weekday } from './day.ts';
import {
  actionsOfMeeting,
  agendaDay,
  carriedActions,
  DEFAULT_PLAN,
  meetingDays,
  nextMeeting,
  type MeetingAction,
  type MeetingPlan,
} from './meeting.ts';

const rules = { country: 'JP', weekdays: [1, 2, 3, 4, 5], closures: [], leave: [] } as const;
const calendar = createCalendar(rules, HOLIDAYS);

describe('meetings twice a month (M14)', () => {
  it.each([
    ['an ordinary month', 2, 'secondAndFourth', '2026-06-01', ['2026-06-09', '2026-06-23']],
    ['the first and third', 4, 'firstAndThird', '2026-06-01', ['2026-06-04', '2026-06-18']],
    // 23 November 2026 is the fourth Monday and 勤労感謝の日.
    ['a holiday', 1, 'secondAndFourth', '2026-11-01', ['2026-11-09', '2026-11-24']],
    // A Saturday's meeting is held on Monday.
    ['a weekday nobody works on', 6, 'firstAndThird', '2026-06-01', ['2026-06-08', '2026-06-22']],
    ['a month that begins with it', 2, 'firstAndThird', '2026-12-01', ['2026-12-01', '2026-12-15']],
  ] as const)('%s', (_, weekday, weeks, from, expected) => {
    const to = addDays(day(from), 29);
    expect(meetingDays({ weekday, weeks }, calendar, { from: day(from), to })).toEqual(expected);
  });

  it('leave out one that a long closure swallows, and find the next after it', () => {
    const closures = [{ from: day('2026-08-08'), to: day('2026-08-20') }];
    const closed = createCalendar({ ...rules, closures }, HOLIDAYS);
    const august = { from: day('2026-08-01'), to: day('2026-08-31') };
    expect(meetingDays(DEFAULT_PLAN, closed, august)).toEqual(['2026-08-25']);
    expect(nextMeeting(DEFAULT_PLAN, closed, day('2026-08-01'))).toBe('2026-08-25');
    expect(nextMeeting(DEFAULT_PLAN, closed, day('2026-08-25'))).toBe('2026-08-25');
  });

  it('are none where nobody works', () => {
    const never = createCalendar({ ...rules, weekdays: [] }, HOLIDAYS);
    expect(nextMeeting(DEFAULT_PLAN, never, day('2026-06-01'))).toBeUndefined();
  });

  const plans = fc.record({
    weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
    weeks: fc.constantFrom<MeetingPlan['weeks']>('firstAndThird', 'secondAndFourth'),
  });
  const days = fc
    .integer({ min: 0, max: 600 })
    .map((ahead) => addDays('2026-01-01' as DayKey, ahead));

  it('stand on scheduled days, in order, and are the same however the span is cut', () => {
    fc.assert(
      fc.property(plans, days, fc.nat(120), fc.nat(120), (plan, from, first, second) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second);
        const all = meetingDays(plan, calendar, { from, to });
        expect(all.every((each) => calendar.isScheduled(each))).toBe(true);
        expect(all).toEqual([...new Set(all)].toSorted());
        expect([
          ...meetingDays(plan, calendar, { from, to: middle }),
          ...meetingDays(plan, calendar, { from: addDays(middle, 1), to }),
        ]).toEqual(all);
      }),
    );
  });

  it('come at least every 27 days in a year without long closures', () => {
    fc.assert(
      fc.property(plans, days, (plan, from) => {
        const next = nextMeeting(plan, calendar, from);
        expect(next && daysBetween(from, next)).toBeLessThanOrEqual(27);
      }),
    );
  });
});

describe('an agenda', () => {
  it.each([
    ['a Thursday’s is there on Tuesday', '2026-06-04', '2026-06-02'],
    ['a Tuesday’s is there on Friday', '2026-06-09', '2026-06-05'],
    ['one after a holiday weekend', '2026-11-24', '2026-11-19'],
  ])('%s', (_, meeting, ready) => {
    expect(agendaDay(calendar, day(meeting))).toBe(ready);
  });
});

describe('actions', () => {
  const action = (id: string, parts: Partial<MeetingAction> = {}): MeetingAction => ({
    id,
    madeAt: 10,
    ...parts,
  });

  it('are carried until they are done, most pressing first', () => {
    const late = action('late', { madeAt: 1, dueDay: day('2026-06-01') });
    const old = action('old', { madeAt: 2 });
    const soon = action('soon', { madeAt: 3, dueDay: day('2026-06-20') });
    const done = action('done', { doneAt: 60 });
    const gone = action('gone', { doneAt: 40 });
    expect(carriedActions([old, soon, done, gone, late], 50)).toEqual({
      open: [late, soon, old],
      done: [done],
    });
  });

  it('lose none that is open', () => {
    const some = fc.array(
      fc.record({
        id: fc.uuid(),
        madeAt: fc.nat(100),
        doneAt: fc.option(fc.nat(100), { nil: undefined }),
      }),
    );
    fc.assert(
      fc.property(some, fc.nat(100), (actions, since) => {
        const { open } = carriedActions(actions, since);
        expect(new Set(open)).toEqual(
          new Set(actions.filter(({ doneAt }) => doneAt === undefined)),
        );
      }),
    );
  });

  const dayOf = (instantMs: number) => dayOfEpoch(Math.floor(instantMs / 86_400_000));
  const doneOn = (id: DayKey) => action(id, { doneAt: epochDay(id) * 86_400_000 });

  it.each([
    ['before any was held, all', '2026-06-09', [], ['2026-04-01', '2026-07-29']],
    [
      'since the one before',
      '2026-06-23',
      ['2026-06-09', '2026-05-26'],
      ['2026-06-09', '2026-07-29'],
    ],
    [
      'of one that is noted, until the next',
      '2026-06-09',
      ['2026-05-26', '2026-06-09', '2026-06-23'],
      ['2026-05-26', '2026-06-22'],
    ],
    [
      'its own day counts for its minutes',
      '2026-06-09',
      ['2026-05-26', '2026-06-09'],
      ['2026-05-26', '2026-07-29'],
    ],
  ] as const)('that were done are told of a meeting: %s', (_, meeting, held, [first, last]) => {
    const all = Array.from({ length: 120 }, (__, ahead) =>
      doneOn(addDays(day('2026-04-01'), ahead)),
    );
    const told = actionsOfMeeting([action('open'), ...all], {
      day: day(meeting),
      held: held.map((each) => day(each)),
      dayOf,
    });
    expect([told[0]?.id, told[1]?.id, told.at(-1)?.id]).toEqual(['open', first, last]);
  });

  it('that were done are told in one agenda, and none is lost', () => {
    const some = fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 8 });
    const first = day('2026-06-01');
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 89 }), (meetings, at) => {
        const held = meetings.map((ahead) => addDays(first, ahead));
        const done = doneOn(addDays(first, at));
        const next = addDays(first, 91);
        // An agenda stands before its meeting is held: it knows those before it.
        const agendas = [...held, next].filter((meeting) => meeting > done.id);
        const tells = agendas.filter((meeting) => {
          const before = held.filter((each) => each < meeting);
          return actionsOfMeeting([done], { day: meeting, held: before, dayOf }).length > 0;
        });
        expect(tells).toEqual([agendas.toSorted()[0]]);
      }),
    );
  });
});
