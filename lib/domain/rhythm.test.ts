import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOLIDAYS } from '../../content/holidays.ts';
import { day, entry, workflow, workweek } from '../../test/support/history.ts';
import { createCalendar } from './calendar.ts';
import { addDays, dayRange, monthOf, type DayKey, type Weekday } from './day.ts';
import type { Ledger } from './ledger.ts';
import { comesDueOn, dueWorkflows, isDue, nextDueDay, runDays, type RunDays } from './rhythm.ts';
import type { Rhythm, Workflow } from './workflow.ts';

const japan = createCalendar(
  {
    country: 'JP',
    weekdays: [1, 2, 3, 4, 5],
    closures: [{ from: day('2026-12-29'), to: day('2027-01-03'), name: '年末年始' }],
    leave: [],
  },
  HOLIDAYS,
);

/** Due days of a rhythm in a stretch of days. */
function dueDays(rhythm: Rhythm, from: string, to: string, calendar = japan): DayKey[] {
  const work = workflow('w', rhythm);
  return dayRange(day(from), day(to)).filter((key) => comesDueOn(work, calendar, key));
}

/** All days on which it is due, the late ones included. */
function allDue(rhythm: Rhythm, from: string, to: string): DayKey[] {
  return dayRange(day(from), day(to)).filter((key) => isDue(workflow('w', rhythm), japan, key));
}

const monthlyDay = (date: number): Rhythm => ({ kind: 'monthlyDay', day: date });
const lastWorkday = (nth: number): Rhythm => ({ kind: 'monthlyLastWorkday', nth });
const weekdays = (...days: readonly Weekday[]): Rhythm => ({ kind: 'weekdays', weekdays: days });
const daily: Rhythm = { kind: 'everyWorkday' };

describe('due days', () => {
  it.each<[string, Rhythm, string, string, string[]]>([
    // 23 November 2026 is a holiday Monday.
    [
      'every working day',
      daily,
      '2026-11-20',
      '2026-11-25',
      ['2026-11-20', '2026-11-24', '2026-11-25'],
    ],
    [
      'weekdays skip a day off',
      weekdays(1, 3),
      '2026-11-16',
      '2026-11-29',
      ['2026-11-16', '2026-11-18', '2026-11-25'],
    ],
    [
      'once a week moves to the first day after within its week',
      weekdays(1),
      '2026-11-16',
      '2026-11-29',
      ['2026-11-16', '2026-11-24'],
    ],
    [
      'once a week moves to the day before within its week',
      weekdays(2),
      '2026-11-02',
      '2026-11-08',
      ['2026-11-02'],
    ],
    ['a weekday named twice is one', weekdays(1, 1), '2026-11-23', '2026-11-29', ['2026-11-24']],
    [
      'a weekend day that nobody works moves to Friday',
      weekdays(7),
      '2026-11-16',
      '2026-11-22',
      ['2026-11-20'],
    ],
    ['a day of the month', monthlyDay(25), '2026-11-01', '2026-11-30', ['2026-11-25']],
    ['a Sunday moves to Friday', monthlyDay(25), '2026-10-01', '2026-10-31', ['2026-10-23']],
    [
      'the 31st is the last day of a shorter month',
      monthlyDay(31),
      '2026-11-01',
      '2026-11-30',
      ['2026-11-30'],
    ],
    [
      'and moves back from a Sunday in February',
      monthlyDay(30),
      '2027-02-01',
      '2027-02-28',
      ['2027-02-26'],
    ],
    ['1 January moves into December', monthlyDay(1), '2026-12-15', '2027-01-31', ['2026-12-28']],
    ['the last working day', lastWorkday(1), '2026-12-01', '2026-12-31', ['2026-12-28']],
    ['the third last working day', lastWorkday(3), '2026-11-01', '2026-11-30', ['2026-11-26']],
    [
      'more than the month has is its first',
      lastWorkday(30),
      '2026-11-01',
      '2026-11-30',
      ['2026-11-02'],
    ],
    ['on demand never comes round', { kind: 'onDemand' }, '2026-11-01', '2026-11-30', []],
  ])('%s', (_, rhythm, from, to, expected) => {
    expect(dueDays(rhythm, from, to)).toEqual(expected);
  });

  it('a week off has none', () => {
    expect(
      dueDays(weekdays(1), '2026-06-08', '2026-06-14', workweek('2026-06-08/2026-06-12')),
    ).toEqual([]);
  });

  it('monthly work stays due for two more scheduled days, other work does not', () => {
    expect(allDue(monthlyDay(20), '2026-11-01', '2026-11-30')).toEqual([
      '2026-11-20',
      '2026-11-24',
      '2026-11-25',
    ]);
    expect(allDue(lastWorkday(1), '2026-12-20', '2027-01-10')).toEqual([
      '2026-12-28',
      '2027-01-04',
      '2027-01-05',
    ]);
    expect(allDue(weekdays(1), '2026-11-16', '2026-11-22')).toEqual(['2026-11-16']);
  });

  it('nothing is due when deleted', () => {
    const deleted = workflow('w', daily, { deletedAt: 1 });
    expect(isDue(deleted, japan, day('2026-11-20'))).toBe(false);
    expect(nextDueDay(deleted, japan, day('2026-11-20'))).toBeUndefined();
  });

  it('comes due once a month, on a scheduled day on or before its date', () => {
    const date = fc.integer({ min: 1, max: 31 });
    const start = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(day('2024-01-01'), days));
    fc.assert(
      fc.property(date, start, (wanted, from) => {
        const due = nextDueDay(workflow('w', monthlyDay(wanted)), japan, from);
        if (due === undefined) throw new Error('never due');
        expect(japan.isScheduled(due)).toBe(true);
        // From the due day to its nominal date there is no other scheduled day.
        const later = dayRange(addDays(due, 1), addDays(due, 40));
        const nominal = [due, ...later].find((key) => {
          const next = addDays(key, 1);
          const last = monthOf(next) !== monthOf(key);
          return Number(key.slice(8)) === wanted || (last && Number(key.slice(8)) < wanted);
        });
        const between = later.filter((key) => key <= (nominal ?? ''));
        expect(between.filter((key) => japan.isScheduled(key))).toEqual([]);
      }),
    );
  });
});

describe('the next due day', () => {
  it.each<[string, Rhythm, string, string | undefined]>([
    ['today when due today', daily, '2026-11-20', '2026-11-20'],
    ['skips days off', daily, '2026-11-21', '2026-11-24'],
    ['looks past the days on which it is late', monthlyDay(20), '2026-11-24', '2026-12-18'],
    ['never on demand', { kind: 'onDemand' }, '2026-11-20', undefined],
    ['never without weekdays', weekdays(), '2026-11-20', undefined],
  ])('%s', (_, rhythm, from, expected) => {
    expect(nextDueDay(workflow('w', rhythm), japan, day(from))).toBe(expected);
  });
});

function ran(id: string, runOn: string): RunDays {
  return new Map([[id, new Set([day(runOn)])]]);
}

describe('due workflows', () => {
  const none: RunDays = new Map();
  const due = (
    workflows: readonly Workflow[],
    today: string,
    runs: RunDays = none,
  ): ReturnType<typeof dueWorkflows> =>
    dueWorkflows({ workflows, calendar: japan, today: day(today), runs });

  it('lists the rarest and the longest due first, then the older one', () => {
    const all = [
      workflow('daily', daily),
      workflow('twice', weekdays(3, 5), { createdAt: 2 }),
      workflow('other', weekdays(3, 4), { createdAt: 1 }),
      workflow('weekly', weekdays(3)),
      workflow('today', monthlyDay(25)),
      workflow('waiting', monthlyDay(20)),
      workflow('notToday', weekdays(1)),
      workflow('never', { kind: 'onDemand' }),
    ];
    expect(due(all, '2026-11-25').map(({ workflow: { id } }) => id)).toEqual([
      'waiting',
      'today',
      'weekly',
      'other',
      'twice',
      'daily',
    ]);
  });

  it('says since when and how many scheduled days late', () => {
    expect(due([workflow('w', monthlyDay(20))], '2026-11-25')).toMatchObject([
      { dueOn: '2026-11-20', late: 2 },
    ]);
    expect(due([workflow('w', daily)], '2026-11-25')).toMatchObject([
      { dueOn: '2026-11-25', late: 0 },
    ]);
  });

  it.each<[string, Rhythm, string, string, boolean]>([
    ['daily work run today is done', daily, '2026-11-25', '2026-11-25', true],
    ['yesterday’s run does not count for today', daily, '2026-11-24', '2026-11-25', false],
    ['nor does tomorrow’s', daily, '2026-11-26', '2026-11-25', false],
    ['a run while late', monthlyDay(20), '2026-11-24', '2026-11-25', true],
    ['monthly work done a week early', monthlyDay(25), '2026-11-18', '2026-11-25', true],
    ['earlier was the time before', monthlyDay(25), '2026-11-17', '2026-11-25', false],
    ['weekly work done three days early', weekdays(5), '2026-11-17', '2026-11-20', true],
    ['last week’s run', weekdays(5), '2026-11-16', '2026-11-20', false],
    [
      'work with several weekdays is done by the day',
      weekdays(2, 5),
      '2026-11-19',
      '2026-11-20',
      false,
    ],
  ])('%s', (_, rhythm, runOn, today, done) => {
    expect(due([workflow('w', rhythm)], today, ran('w', runOn))).toHaveLength(done ? 0 : 1);
    expect(due([workflow('w', rhythm)], today, ran('other', runOn))).toHaveLength(1);
  });

  it('is empty on a day off', () => {
    expect(due([workflow('w', daily)], '2026-11-23')).toEqual([]);
  });

  it('does not depend on the order of workflows', () => {
    const all = [1, 5, 20, 25].flatMap((date) => [
      workflow(`m${date}`, monthlyDay(date)),
      workflow(`l${date}`, lastWorkday(date)),
      workflow(`d${date}`, daily),
    ]);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.nat({ max: 300 }),
        (shuffled, ahead) => {
          const today = addDays(day('2026-01-05'), ahead);
          expect(due(shuffled, today)).toEqual(due(all, today));
        },
      ),
    );
  });
});

describe('run days of a ledger', () => {
  it('gathers the tools and leaves out what was not run', () => {
    const ledger: Ledger = {
      [day('2026-11-24')]: {
        chatgpt: entry({ runs: { quote: 2, close: 0 } }),
        claude: entry({ runs: { quote: 1, minutes: 1 } }),
      },
      [day('2026-11-25')]: { chatgpt: entry({ runs: { quote: 1 } }) },
    };
    expect(runDays(ledger)).toEqual(
      new Map([
        ['quote', new Set(['2026-11-24', '2026-11-25'])],
        ['minutes', new Set(['2026-11-24'])],
      ]),
    );
  });
});
