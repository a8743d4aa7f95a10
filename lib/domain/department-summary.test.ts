import { describe, expect, it } from 'vitest';
import { shownOf, staysOf, used, type Company } from '../../test/support/department-world.ts';
import { departmentAction } from './department-action.ts';
import { departmentChange, goalReached, type ChangeInput } from './department-change.ts';
import type { DayKey, WeekKey } from './day.ts';
import type { DepartmentLine } from './department-line.ts';
import { departmentsFor } from './department-summary.ts';
import type { LineDay } from './line.ts';
import { createFloor } from './privacy-floor.ts';
import type { Figure, ReleasedFigures, ReleasedReview } from './released.ts';

const WEEK = '2026-W10' as WeekKey;
const NONE: Figure = { shown: false, because: 'tooEarly' };

/** What a floor would have released; only a test may write it down. */
function figure(low: number, high: number, of: number): Figure {
  return { shown: true, low, high, of } as Figure;
}

function of10(count: number): Figure {
  return figure(count, count, 10);
}

function week(parts: Partial<ReleasedFigures> = {}): ReleasedFigures {
  return {
    week: WEEK,
    group: 'department',
    departmentIds: ['a'],
    weeklyActive: of10(5),
    habitual: NONE,
    promptsPerMember: NONE,
    ...parts,
  };
}

/** A line whose last days are drawn: `x` kept, `m` missed, `-` off. */
function line(drawing: string, counts: Partial<Omit<DepartmentLine, 'days'>> = {}): DepartmentLine {
  const states = { x: 'kept', m: 'missed', '-': 'off' } as const;
  const days = [...drawing].map((mark): LineDay => {
    return { day: '2026-03-01' as DayKey, state: states[mark as keyof typeof states] };
  });
  return { days, current: 0, longest: 9, weeks: { current: 0, longest: 3 }, ...counts };
}

const review: ReleasedReview = {
  from: '2026-W07' as WeekKey,
  to: WEEK,
  active28: NONE,
  habitual: NONE,
  topFifth: { shown: false, because: 'fewerThanTen' },
  gap: { shown: false, because: 'fewerThanTen' },
};

const widened = {
  ...review,
  gap: { shown: true, state: 'split', flagged: true, action: 'pairUp' },
} as unknown as ReleasedReview;

function change(parts: Partial<ChangeInput>) {
  return departmentChange({
    now: week(),
    before: week(),
    line: line('xmxmx--'),
    lineBefore: line('xmxmx--'),
    review,
    goals: {},
    ...parts,
  });
}

describe('what changed, by rule', () => {
  const off: Figure = { shown: false, because: 'nobodyDue' };
  const goals = { habitual: 0.5, weeklyActive: 0.6 };
  it.each<[string, Partial<ChangeInput>, ReturnType<typeof change>]>([
    ['nothing', {}, { rule: 'steady' }],
    ['a week off', { now: week({ weeklyActive: off }) }, { rule: 'weekOff' }],
    [
      'the habit reaches its goal',
      { now: week({ habitual: of10(5) }), before: week({ habitual: of10(4) }), goals },
      { rule: 'habitGoalReached', goal: 0.5 },
    ],
    [
      'a goal that may have been reached before is not told',
      { now: week({ habitual: of10(5) }), before: week({ habitual: figure(4, 6, 10) }), goals },
      { rule: 'steady' },
    ],
    ['the gap widened', { review: widened }, { rule: 'gapWidened' }],
    [
      'a gap that widened weeks ago is no news',
      { review: { ...widened, to: '2026-W09' as WeekKey } },
      { rule: 'steady' },
    ],
    [
      'four weeks in a row',
      {
        line: line('xxxmm--', { weeks: { current: 4, longest: 4 } }),
        lineBefore: line('xxxmm--', { weeks: { current: 3, longest: 3 } }),
      },
      { rule: 'weeksInARow', weeks: 4 },
    ],
    [
      'the weekly goal is reached',
      { now: week({ weeklyActive: of10(6) }), goals },
      { rule: 'activeGoalReached', goal: 0.6 },
    ],
    [
      'the longest line',
      {
        line: line('xxxxx--', { current: 12, longest: 12 }),
        lineBefore: line('xxxxx--', { current: 7 }),
      },
      { rule: 'longestLine', days: 12 },
    ],
    [
      'a line that was the longest already, past ten',
      {
        line: line('xxxxx--', { current: 11, longest: 11 }),
        lineBefore: line('xxxxx--', { current: 9 }),
      },
      { rule: 'longestLine', days: 11 },
    ],
    [
      'a line that was the longest already, on its way',
      {
        line: line('xxxxx--', { current: 17, longest: 17 }),
        lineBefore: line('xxxxx--', { current: 12, longest: 12 }),
      },
      { rule: 'steady' },
    ],
    [
      'a line ended',
      { line: line('xxmmm--'), lineBefore: line('xxxxx--', { current: 7 }) },
      { rule: 'lineEnded', days: 7, longest: 9 },
    ],
    ['more came', { now: week({ weeklyActive: of10(6) }) }, { rule: 'activeUp', points: 10 }],
    [
      'fewer came, at least so many',
      { now: week({ weeklyActive: figure(0, 2, 10) }) },
      { rule: 'activeDown', points: 30 },
    ],
    [
      'ranges that overlap did not move',
      { now: week({ weeklyActive: figure(4, 6, 10) }) },
      { rule: 'steady' },
    ],
    [
      'the habit grew',
      { now: week({ habitual: of10(5) }), before: week({ habitual: of10(4) }) },
      { rule: 'habitUp', points: 10 },
    ],
    [
      'fewer prompts',
      { now: week({ promptsPerMember: of10(6) }), before: week({ promptsPerMember: of10(10) }) },
      { rule: 'promptsDown', percent: 40 },
    ],
    [
      'the line began',
      { line: line('mmxxx--', { current: 3 }), lineBefore: line('mmmmm--') },
      { rule: 'lineBegan', days: 3 },
    ],
  ])('%s', (_, parts, expected) => {
    expect(change(parts)).toEqual(expected);
  });
});

describe('the one action, by rule', () => {
  const steady = { rule: 'steady' } as const;
  const act = (now: ReleasedFigures, more: Partial<Parameters<typeof departmentAction>[0]> = {}) =>
    departmentAction({ now, review, changed: steady, goals: {}, ...more });
  it.each([
    ['a week off', act(week(), { changed: { rule: 'weekOff' } }), { code: 'rest' }],
    ['too few', act(week({ groupedBecause: 'fewerThanFloor' })), { code: 'inviteColleagues' }],
    ['the gap', act(week(), { review: widened }), { code: 'pairUp' }],
    [
      'a goal',
      act(week(), { changed: { rule: 'activeGoalReached', goal: 0.5 } }),
      { code: 'tellTheOthers' },
    ],
    ['few came', act(week({ weeklyActive: of10(3) })), { code: 'firstStepTogether' }],
    [
      'came this month and not this week',
      act(week(), { review: { ...review, active28: figure(7, 9, 10) } }),
      { code: 'askWhatStoppedIt', people: 2 },
    ],
    [
      'a line ended',
      act(week(), { changed: { rule: 'lineEnded', days: 5, longest: 5 } }),
      { code: 'beginAgain' },
    ],
    [
      'many by no habit',
      act(week({ weeklyActive: of10(7), habitual: of10(4) })),
      { code: 'registerRhythm' },
    ],
    [
      'a habit of few prompts',
      act(week({ weeklyActive: of10(7), habitual: of10(6), promptsPerMember: of10(4) })),
      { code: 'shareOneWorkflow' },
    ],
    [
      'all is well',
      act(week({ weeklyActive: of10(7), habitual: of10(6) })),
      { code: 'nextWorkflow' },
    ],
    ['nothing is known', act(week({ weeklyActive: NONE })), { code: 'nextWorkflow' }],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('a goal', () => {
  it.each([
    [of10(6), 0.6, 'share', 'yes'],
    [of10(5), 0.6, 'share', 'no'],
    [figure(5, 7, 10), 0.6, 'share', 'unknown'],
    [figure(12, 12, 10), 10, 'mean', 'yes'],
    [figure(0, 1, 10), 10, 'mean', 'no'],
    [NONE, 0.6, 'share', undefined],
    [of10(6), undefined, 'share', undefined],
  ] as const)('%j against %s', (found, goal, unit, expected) => {
    expect(goalReached(found, goal, unit)).toBe(expected);
  });
});

describe('a summary', () => {
  const members = staysOf('a', 8).map(({ memberId }) => memberId);
  const company: Company = {
    stays: [...staysOf('a', 8), ...staysOf('b', 6), ...staysOf('h', 2)],
    use: [
      ...used(members.slice(0, 5), '2026-01-05', '2026-02-27', 3),
      ...used(members.slice(0, 4), '2026-03-02', '2026-03-06', 3),
    ],
  };
  const [shown] = shownOf(company, [WEEK], '2026-03-09' as DayKey);

  it('has three numbers with last week, its goal, the line and the other lines', () => {
    const summary = shown?.summaries[0];
    expect(summary?.numbers).toMatchObject([
      {
        metric: 'weeklyActive',
        now: { low: 4, of: 8 },
        before: { low: 5 },
        goal: 0.8,
        goalReached: 'no',
      },
      { metric: 'habitual', now: { low: 4, of: 8 }, goal: 0.6, goalReached: 'no' },
      { metric: 'promptsPerMember', now: { low: 8 }, before: { low: 9 } },
    ]);
    expect(summary).toMatchObject({
      from: '2026-03-02',
      to: '2026-03-08',
      numbersOf: { group: 'department' },
      changed: { rule: 'activeDown', points: 13 },
    });
    expect(summary?.others.map(({ id, hiddenBecause }) => [id, hiddenBecause])).toEqual([
      ['b', 'complementary'],
      ['h', 'fewerThanThree'],
    ]);
  });

  it('names the departments whose counts it needs', () => {
    const plan = createFloor({ floor: 5 }).planGroups(company.stays, WEEK);
    expect(['a', 'b', 'h', 'nobody'].map((id) => departmentsFor(plan, id, WEEK))).toEqual([
      ['a'],
      ['b', 'h'],
      ['b', 'h'],
      ['nobody'],
    ]);
  });

  it('of a running week has its line and says why there are no numbers yet', () => {
    const [running] = shownOf(company, [WEEK], '2026-03-04' as DayKey);
    const summary = running?.summaries[0];
    expect(summary?.numbers.map(({ now }) => now)).toEqual(
      Array.from({ length: 3 }, () => ({ shown: false, because: 'weekNotOver' })),
    );
    expect(summary?.line.line.days.at(-1)?.day).toBe('2026-03-04');
  });
});
