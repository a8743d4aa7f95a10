import { describe, expect, it } from 'vitest';
import {
  departmentsOf,
  measureAll,
  staysOf,
  used,
  type Company,
} from '../../test/support/department-world.ts';
import { drawn as drawing } from '../../test/support/history.ts';
import type { DayKey, WeekKey } from './day.ts';
import type { FloorSettings } from './floor-settings.ts';
import { createFloor, guard } from './privacy-floor.ts';
import type { Figure, ReleasedFigures } from './released.ts';

const W10 = '2026-W10' as WeekKey;
const AFTER = '2026-03-09' as DayKey;

function figures(
  company: Company,
  departmentId: string,
  week = W10,
  today = AFTER,
): ReleasedFigures {
  const floor = createFloor(company.settings ?? { floor: 5 });
  const plan = floor.planGroups(company.stays, week);
  return floor.releaseFigures({ plan, departmentId, week, measures: measureAll(company, today) });
}

function said(figure: Figure): string {
  return figure.shown ? `${figure.low}–${figure.high} of ${figure.of}` : figure.because;
}

function active(company: Company, departmentId: string, week = W10, today = AFTER): string {
  return said(figures(company, departmentId, week, today).weeklyActive);
}

/** `count` of the department's members used it on the Monday of 2026-W10. */
function usedBy(departmentId: string, count: number): Company['use'] {
  const members = staysOf(departmentId, count).map(({ memberId }) => memberId);
  return used(members, '2026-03-02', '2026-03-02');
}

/** What is told of the prompts of six members. */
function mean(prompts: readonly number[]): string {
  const use = prompts.flatMap((count, index) =>
    used([`a${index + 1}`], '2026-03-02', '2026-03-02', count),
  );
  return said(figures({ stays: staysOf('a', 6), use }, 'a').promptsPerMember);
}

describe('what is guarded', () => {
  it('cannot be written, copied or read', () => {
    const secret = guard({ who: 'm1' });
    expect(() => JSON.stringify({ secret })).toThrow('not released');
    expect(() => structuredClone(secret)).toThrow('could not be cloned');
    expect(Object.values(secret).map(String).join()).not.toContain('m1');
    // @ts-expect-error Nothing of it is to be had by name either.
    expect(secret.who).toBeUndefined();
  });
});

describe('settings', () => {
  it.each([4, 11, 5.5, Number.NaN])('refuses a floor of %d', (floor) => {
    expect(() => createFloor({ floor })).toThrow(RangeError);
  });

  it('shows groups of three only by everybody’s consent', () => {
    const company = { stays: [...staysOf('a', 3), ...staysOf('b', 9)], use: usedBy('a', 2) };
    expect(active(company, 'a')).not.toContain('of 3');
    const agreed = { ...company, settings: { floor: 5, agreedToThree: true } };
    expect(active(agreed, 'a')).toBe('2–3 of 3');
  });

  it('takes no plan of another floor', () => {
    const company = { stays: staysOf('a', 6), use: [] };
    const query = { departmentId: 'a', week: W10, measures: measureAll(company, AFTER) };
    const plan = createFloor({ floor: 5 }).planGroups(company.stays, W10);
    expect(() => createFloor({ floor: 5 }).releaseFigures({ ...query, plan })).toThrow(RangeError);
  });

  it('releases no week from before its settings, nor a look back into one', () => {
    const company = {
      stays: staysOf('a', 6),
      use: [],
      settings: { floor: 6, since: W10 },
    };
    expect(active(company, 'a', '2026-W09' as WeekKey)).toBe('floorChanged');
    expect(active(company, 'a')).toBe('0–2 of 6');
    expect(said(figures(company, 'a').habitual)).toBe('regrouped');
  });
});

describe('numbers of a department', () => {
  it.each([
    [0, '0–2 of 8'],
    [1, '0–2 of 8'],
    [2, '0–2 of 8'],
    [3, '3–3 of 8'],
    [5, '5–5 of 8'],
    [6, '6–8 of 8'],
    [8, '6–8 of 8'],
  ])('%i of 8 active is told as %s', (count, expected) => {
    expect(active({ stays: staysOf('a', 8), use: usedBy('a', count) }, 'a')).toBe(expected);
  });

  it('are not told of a running week', () => {
    const company = { stays: staysOf('a', 8), use: usedBy('a', 4) };
    expect(active(company, 'a', W10, '2026-03-08' as DayKey)).toBe('weekNotOver');
  });

  it('are not told of a week off, nor when fewer than the floor were due', () => {
    const stays = staysOf('a', 8);
    const away = (count: number): Company => ({
      stays,
      use: [],
      leave: new Map(
        stays
          .slice(0, count)
          .map(({ memberId }) => [memberId, [{ from: '2026-03-02' as DayKey, to: AFTER }]]),
      ),
    });
    expect(active(away(8), 'a')).toBe('nobodyDue');
    expect(active(away(4), 'a')).toBe('fewerThanFloor');
    expect(active(away(3), 'a')).toBe('0–2 of 5');
  });

  it('tell a mean only when no one holds too much of it', () => {
    expect(mean([10, 12, 9, 14, 8, 7])).toBe('10–10 of 6');
    expect(mean([0, 0, 0, 0, 0, 0])).toBe('fewContributors');
    expect(mean([40, 30, 0, 0, 0, 0])).toBe('fewContributors');
    expect(mean([90, 5, 4, 3, 2, 1])).toBe('fewContributors');
    expect(mean([1, 1, 1, 0, 0, 0])).toBe('0–1 of 6');
  });

  it('tell habitual use once five have four weeks behind them', () => {
    const stays = staysOf('a', 8, { from: '2026-02-16' });
    const members = stays.map(({ memberId }) => memberId);
    const use = used(members.slice(0, 4), '2026-02-16', '2026-03-20');
    const company = { stays, use };
    expect(said(figures(company, 'a', W10).habitual)).toBe('tooEarly');
    const later = figures(company, 'a', '2026-W11' as WeekKey, '2026-03-16' as DayKey);
    expect(said(later.habitual)).toBe('4–4 of 8');
  });
});

describe('the look back over four weeks', () => {
  const to = '2026-W14' as WeekKey;
  function review(company: Company, week = to) {
    const floor = createFloor({ floor: 5 });
    const plan = floor.planGroups(company.stays, week);
    const measures = measureAll(company, '2026-04-20' as DayKey);
    return floor.releaseReview({ plan, departmentId: 'a', week, measures });
  }

  it('is the last one completed, until four weeks later', () => {
    const company = { stays: staysOf('a', 8), use: usedBy('a', 3) };
    expect(review(company)).toMatchObject({ from: '2026-W11', to });
    expect(review(company, '2026-W15' as WeekKey)).toEqual(review(company));
    expect(review(company, '2026-W13' as WeekKey)).toMatchObject({
      from: '2026-W07',
      to: '2026-W10',
    });
    expect(said(review(company, '2026-W13' as WeekKey).active28)).toBe('3–3 of 8');
  });

  it('has no gap of fewer than ten, nor the fifth’s share of fewer than three users', () => {
    const ids = staysOf('a', 10).map(({ memberId }) => memberId);
    const gapOf = (members: number, users: number) =>
      review({
        stays: staysOf('a', members),
        use: used(ids.slice(0, users), '2026-03-09', '2026-04-03'),
      });
    expect(gapOf(9, 5).gap).toEqual({ shown: false, because: 'fewerThanTen' });
    expect(gapOf(10, 5).gap).toMatchObject({ state: 'mostlyUnused', action: 'firstStepTogether' });
    expect(gapOf(10, 5).topFifth).toMatchObject({ low: 0.4, high: 0.4 });
    expect(gapOf(10, 2).topFifth).toEqual({ shown: false, because: 'fewContributors' });
  });

  it('is not told of Other', () => {
    const company = { stays: [...staysOf('a', 8), ...staysOf('h', 2)], use: [] };
    expect(said(review(company).active28)).toBe('notForOther');
  });

  it('keeps clear of what its weeks told of somebody who has left', () => {
    // Four of eight were active in W11, of whom one left; three of the seven who stayed were in the four weeks.
    const stays = [...staysOf('a', 7), ...staysOf('a', 8, { to: '2026-03-15' }).slice(7)];
    const use = [
      ...used(['a1', 'a2'], '2026-03-09', '2026-03-09'),
      ...used(['a3', 'a8'], '2026-03-10', '2026-03-10'),
    ];
    expect(said(review({ stays, use }).active28)).toBe('3–7 of 7');
    expect(said(review({ stays: staysOf('a', 7), use }).active28)).toBe('3–3 of 7');
  });
});

describe('hidden departments', () => {
  const hidden = [...staysOf('a', 9), ...staysOf('b', 6), ...staysOf('h', 3)];

  it('a single one takes the smallest shown one with it into Other', () => {
    const company = { stays: hidden, use: [...usedBy('b', 3), ...usedBy('h', 2)] };
    const [a, b, h] = ['a', 'b', 'h'].map((id) => figures(company, id));
    expect(a).toMatchObject({ group: 'department', groupedBecause: undefined });
    expect(b).toMatchObject({
      group: 'other',
      departmentIds: ['b', 'h'],
      groupedBecause: 'complementary',
    });
    expect(h).toMatchObject({ group: 'other', groupedBecause: 'fewerThanFloor' });
    expect(h?.weeklyActive).toEqual(b?.weeklyActive);
    expect(b?.habitual).toEqual({ shown: false, because: 'notForOther' });
  });

  it('two that are large enough together are Other by themselves', () => {
    const company = { stays: [...hidden, ...staysOf('i', 2)], use: usedBy('b', 3) };
    expect(active(company, 'b')).toBe('3–3 of 6');
    expect(figures(company, 'i')).toMatchObject({ group: 'other', departmentIds: ['h', 'i'] });
  });

  it('an Other below the floor is not shown', () => {
    const company = {
      stays: [...staysOf('a', 9), ...staysOf('h', 2), ...staysOf('i', 2)],
      use: [],
    };
    expect(active(company, 'h')).toBe('fewerThanFloor');
    expect(active({ stays: staysOf('h', 4), use: [] }, 'h')).toBe('fewerThanFloor');
  });

  it('a total is the sum of what is shown, each group once', () => {
    const company = {
      stays: hidden,
      use: [...usedBy('a', 5), ...usedBy('b', 1), ...usedBy('h', 1)],
    };
    const floor = createFloor({ floor: 5 });
    const plan = floor.planGroups(company.stays, W10);
    const measures = measureAll(company, AFTER);
    const all = departmentsOf(company).map((departmentId) =>
      floor.releaseFigures({ plan, departmentId, week: W10, measures }),
    );
    expect(all.map(({ weeklyActive }) => said(weeklyActive))).toEqual([
      '5–5 of 9',
      '0–2 of 9',
      '0–2 of 9',
    ]);
    expect(said(floor.releaseTotal(all).weeklyActive)).toBe('5–7 of 18');
    expect(said(floor.releaseTotal([]).habitual)).toBe('fewerThanFloor');
  });

  it('asks for every department of the group', () => {
    const floor = createFloor({ floor: 5 });
    const company = { stays: hidden, use: [] };
    const plan = floor.planGroups(hidden, W10);
    const measures = measureAll(company, AFTER).slice(0, 2);
    expect(() => floor.releaseFigures({ plan, departmentId: 'b', week: W10, measures })).toThrow(
      RangeError,
    );
  });
});

/** The line's week 2026-W10, and why only the line or nothing is shown. */
function drawnWeek(
  company: Company,
  departmentId = 'a',
  settings: FloorSettings = { floor: 5 },
): string {
  const floor = createFloor(settings);
  const plan = floor.planGroups(company.stays, W10);
  const index = departmentsOf(company).indexOf(departmentId);
  const measure = measureAll(company, AFTER)[index]!;
  const until = '2026-03-08' as DayKey;
  const { line, hiddenBecause } = floor.releaseLine(measure, { plan, until, weeklyGoal: 3 });
  return `${drawing(line.days.slice(-7))} ${hiddenBecause ?? 'shown'}`;
}

/** So many members of `a` used it on every day of 2026-W10. */
function kept(count: number): Company['use'] {
  const members = staysOf('a', count).map(({ memberId }) => memberId);
  return used(members, '2026-03-02', '2026-03-06');
}

describe('lines', () => {
  it('of two members are hidden, of three and four shown without numbers', () => {
    expect(drawnWeek({ stays: staysOf('a', 2), use: kept(2) })).toBe('------- fewerThanThree');
    expect(drawnWeek({ stays: staysOf('a', 3), use: kept(2) })).toBe('xxxxx-- fewerThanFloor');
    expect(drawnWeek({ stays: staysOf('a', 4), use: kept(1) })).toBe('mmmmm-- fewerThanFloor');
    expect(drawnWeek({ stays: staysOf('a', 5), use: kept(3) })).toBe('xxxxx-- shown');
  });

  it('draw a day with fewer than three scheduled as a day off', () => {
    const away = [{ from: '2026-03-03' as DayKey, to: '2026-03-04' as DayKey }];
    const leave = new Map([['a1', away]]);
    expect(drawnWeek({ stays: staysOf('a', 3), use: kept(3), leave })).toBe(
      'x--xx-- fewerThanFloor',
    );
  });

  it.each([0.01, 1])(
    'of a small department do not count its visitors for a target of %f',
    (target) => {
      const drawings = [0, 1, 2, 3, 4].map((count) =>
        drawnWeek({ stays: staysOf('a', 4), use: kept(count), target }).slice(0, 1),
      );
      expect(drawings).toEqual(['m', 'm', 'x', 'x', 'x']);
    },
  );

  it.each([
    [0.01, 3],
    [1, 6],
  ])('never say that nobody or everybody came: a target of %f needs %i of 8', (target, needed) => {
    const drawings = [needed - 1, needed].map((count) =>
      drawnWeek({ stays: staysOf('a', 8), use: kept(count), target }).slice(0, 1),
    );
    expect(drawings).toEqual(['m', 'x']);
  });
});
