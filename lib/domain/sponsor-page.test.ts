import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notShown, shown } from '../../test/support/department-summaries.ts';
import { day } from '../../test/support/history.ts';
import { addDays, monthOf, weekOf, type DayKey } from './day.ts';
import { mondayOfProgramme } from './programme.ts';
import { programmeView, type ProgrammeFacts } from './programme-view.ts';
import {
  MOST_NEEDS,
  shareOfShown,
  shareReached,
  sponsorFindings,
  type DepartmentForSponsor,
} from './sponsor-page.ts';

const START = day('2026-04-06');
const TODAY = day('2026-06-01');
const MAY = '2026-05';
const on = (week: number, weekday = 3): DayKey =>
  addDays(mondayOfProgramme(START, week), weekday - 1);
const everySecondWeek = Array.from({ length: 30 }, (_, index) => on(2 * (index + 1)));
/** Sixteen of twenty have a habit, in every week of a year. */
const good = new Map(
  Array.from({ length: 60 }, (_, index) => [weekOf(on(index)), shown(16, 16, 20)]),
);
const poor = new Map(
  Array.from({ length: 60 }, (_, index) => [weekOf(on(index)), shown(4, 4, 20)]),
);

function department(
  change: Partial<ProgrammeFacts> = {},
  rest: Partial<DepartmentForSponsor> = {},
): DepartmentForSponsor {
  const view = programmeView({
    startedOn: START,
    today: TODAY,
    goal: 0.6,
    meetings: everySecondWeek,
    planned: [],
    noGoalSince: undefined,
    noOpenActionSince: undefined,
    slowHelpSince: undefined,
    shares: poor,
    work: { tried: 0, attached: 0, registered: 2 },
    days: [],
    weeklyGoal: 3,
    ...change,
  });
  return { id: 'sales', missing: [], startedOn: change.startedOn ?? START, view, ...rest };
}

const findings = (departments: readonly DepartmentForSponsor[], month = MAY, hasGoal = true) =>
  sponsorFindings({ hasGoal, departments, month });

describe('what needs the sponsor', () => {
  it.each<[string, DepartmentForSponsor, string, object | undefined]>([
    ['nothing where it moves', department(), MAY, undefined],
    ['no champion', department({}, { missing: ['champion'] }), MAY, { need: 'noChampion' }],
    [
      'no champion before no beginning',
      { id: 'sales', missing: ['champion', 'start'], startedOn: undefined, view: undefined },
      MAY,
      { need: 'noChampion' },
    ],
    [
      'not begun',
      { id: 'sales', missing: ['start'], startedOn: undefined, view: undefined },
      MAY,
      { need: 'notBegun' },
    ],
    [
      'nothing of one that waits for its day',
      department({ startedOn: day('2026-06-15'), meetings: [] }),
      MAY,
      undefined,
    ],
    [
      'one meeting in the month',
      department({ meetings: [on(2), on(4), on(6)] }),
      MAY,
      { need: 'fewMeetings', meetings: 1 },
    ],
    [
      'no meetings are asked of the month it began in',
      department({ startedOn: day('2026-05-18'), meetings: [] }),
      MAY,
      undefined,
    ],
    [
      'a standstill seven days after the champion was told, since its first day',
      department({ noOpenActionSince: day('2026-05-25') }),
      MAY,
      { need: 'standstill', since: '2026-05-25' },
    ],
    [
      'not a standstill of six days',
      department({ noOpenActionSince: day('2026-05-26') }),
      MAY,
      undefined,
    ],
    [
      'an exit test that sixteen weeks did not pass',
      department({ today: day('2026-08-03') }),
      '2026-07',
      { need: 'exitFailed' },
    ],
    [
      'not again of sixteen weeks that were over before the month',
      department({ today: day('2026-09-01') }),
      '2026-08',
      undefined,
    ],
    [
      'nor that it stands still since, which its notice told',
      department({ today: day('2026-10-01'), meetings: [on(2)] }),
      '2026-09',
      undefined,
    ],
    [
      'sixteen weeks that ended after the month, before its page',
      department({ startedOn: day('2026-04-13'), today: day('2026-08-03') }),
      '2026-07',
      { need: 'exitFailed' },
    ],
    [
      'no champion, however long the sixteen weeks are over',
      department({ today: day('2026-10-01') }, { missing: ['champion'] }),
      '2026-09',
      { need: 'noChampion' },
    ],
    [
      'two months under the goal after it was passed',
      department({
        today: day('2026-10-01'),
        shares: new Map(
          [...good].map(([week, share]) => [
            week,
            week < weekOf(day('2026-06-29')) ? share : shown(4, 4, 20),
          ]),
        ),
      }),
      '2026-09',
      { need: 'underGoal' },
    ],
  ])('%s', (_, each, month, expected) => {
    const { needs } = findings([each], month);
    expect(needs).toMatchObject(
      expected === undefined ? [] : [{ departmentId: 'sales', ...expected }],
    );
  });

  it('is the goal alone while there is none', () => {
    const without = department({}, { missing: ['goal', 'champion', 'start'] });
    expect(findings([without], MAY, false).needs).toEqual([{ need: 'noGoal' }]);
  });

  it('is short, gravest first, and says how many more there are', () => {
    const many = Array.from({ length: 7 }, (_, index) =>
      index === 6
        ? department({}, { id: 'd6', missing: ['champion'] })
        : department(
            { meetings: [], noGoalSince: undefined },
            { id: `d${index}`, missing: ['start'] },
          ),
    );
    const { needs, more } = findings(many);
    expect(needs.map(({ departmentId }) => departmentId)).toEqual(['d6', 'd0', 'd1', 'd2', 'd3']);
    expect(more).toBe(2);
  });

  it('begins with the oldest standstill, whatever the order of departments', () => {
    const since = [on(5), on(2), on(4), on(2)];
    const standing = since.map((noOpenActionSince, index) =>
      department({ noOpenActionSince }, { id: `d${index}` }),
    );
    const { needs } = findings(standing);
    expect(needs.map(({ need }) => need)).toEqual(Array(4).fill('standstill'));
    expect(needs.map(({ departmentId }) => departmentId)).toEqual(['d1', 'd3', 'd2', 'd0']);
    expect(findings(standing.toReversed()).needs[0]?.since).toBe(needs[0]?.since);
  });

  it('names a department once and never more than fits, whatever its facts', () => {
    const facts = fc.record({
      today: fc.integer({ min: -10, max: 400 }).map((days) => addDays(START, days)),
      meetings: fc.subarray(everySecondWeek),
      shares: fc.constantFrom(good, poor, new Map()),
      noOpenActionSince: fc.option(fc.constant(on(3)), { nil: undefined }),
      work: fc.constantFrom(undefined, { tried: 2, attached: 2, registered: 2 }),
    });
    const missing = fc.subarray(['workflow', 'champion', 'start'] as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(facts, missing), { maxLength: 12 }), (each) => {
        const departments = each.map(([change, lacks], index) =>
          department(change, { id: `d${index}`, missing: lacks }),
        );
        const { needs, more, well } = findings(departments, monthOf(TODAY));
        const named = needs.map(({ departmentId }) => departmentId);
        expect(new Set(named).size).toBe(named.length);
        expect(needs.length).toBeLessThanOrEqual(MOST_NEEDS);
        expect(needs.length + more).toBeLessThanOrEqual(departments.length);
        expect(new Set(well.map(({ departmentId }) => departmentId)).size).toBe(well.length);
      }),
    );
  });
});

describe('what went well', () => {
  it.each<[string, DepartmentForSponsor, object | undefined]>([
    ['two meetings', department(), { good: 'twoMeetings' }],
    [
      'work that holds',
      department({ work: { tried: 2, attached: 1, registered: 2 } }),
      { good: 'attached', works: 1 },
    ],
    ['a share on course', department({ shares: good, meetings: [on(6)] }), { good: 'onCourse' }],
    [
      'an exit test passed in the month',
      department({ shares: good, meetings: [on(6), on(8)] }),
      { good: 'passed' },
    ],
    ['nothing where nothing was', department({ meetings: [] }), undefined],
    [
      'nothing of the floor’s hidden work',
      department({ work: undefined, meetings: [] }),
      undefined,
    ],
  ])('%s', (_, each, expected) => {
    expect(findings([each]).well).toMatchObject(expected === undefined ? [] : [expected]);
  });
});

describe('the company’s share', () => {
  it('is the sum of what is shown', () => {
    expect(shareOfShown([])).toBeUndefined();
    expect(shareOfShown([notShown('fewerThanFloor')])).toBeUndefined();
    expect(shareOfShown([shown(0, 2, 8), notShown('tooEarly'), shown(5, 5, 10)])).toEqual({
      low: 5,
      high: 7,
      of: 18,
    });
  });
  it('reaches a goal for sure, surely not, or not to be told', () => {
    const share = shareOfShown([shown(5, 7, 10)]);
    expect([0.5, 0.6, 0.8, undefined].map((goal) => shareReached(share, goal))).toEqual([
      'yes',
      'unknown',
      'no',
      undefined,
    ]);
    expect(shareReached(undefined, 0.5)).toBeUndefined();
  });
});
