import { describe, expect, it } from 'vitest';
import { day, drawn } from '../../test/support/history.ts';
import type { DayKey } from './day.ts';
import { departmentLine, visitorsNeeded, type DepartmentDays } from './department-line.ts';

/** Days from Monday 2026-03-02 on as `visited/scheduled`, `-` for nobody scheduled; `~` days are still to come. */
function days(drawing: string): DepartmentDays {
  const parts = drawing.split(/\s+/);
  const numbers = parts.map((part) => part.replace('~', '').split('/').map(Number));
  return {
    from: day('2026-03-02'),
    scheduled: numbers.map(([, scheduled]) => scheduled ?? 0),
    visited: parts.map((part, index) => (part.includes('~') ? 0 : (numbers[index]?.[0] ?? 0))),
  };
}

function line(drawing: string, until: string, options: { weeklyGoal?: number } = {}) {
  return departmentLine({
    days: days(drawing),
    until: day(until),
    today: day(until),
    weeklyGoal: options.weeklyGoal ?? 3,
    needed: (scheduled) => visitorsNeeded(scheduled, 0.5),
  });
}

function states(drawing: string, until: string): string {
  const shown = line(drawing, until).days.filter((each) => each.day >= ('2026-03-02' as DayKey));
  return drawn(shown);
}

describe('visitors a day needs (M7)', () => {
  it.each([
    [1, 0.5, 1],
    [2, 0.5, 1],
    [3, 0.5, 2],
    [8, 0.5, 4],
    [9, 0.5, 5],
    [20, 0.55, 11],
    [7, 1, 7],
    [7, 0, 1],
    [10, 0.3, 3],
  ])('of %i scheduled at a target of %f: %i', (scheduled, target, needed) => {
    expect(visitorsNeeded(scheduled, target)).toBe(needed);
  });
});

describe("a department's line (M7)", () => {
  it('keeps a day at the target and not below; absent people leave the denominator', () => {
    expect(states('4/8 3/8 3/6 2/3 1/3', '2026-03-06')).toBe('xmxxo');
  });

  it('bridges a day on which nobody is scheduled, and today is open until kept', () => {
    const drawing = '4/8 4/8 0/0 4/8 4/8 0/0 0/0 4/8 0/8';
    expect(states(drawing, '2026-03-10')).toBe('xx-xx--xo');
    expect(line(drawing, '2026-03-10').current).toBe(5);
  });

  it('repairs nothing', () => {
    const found = line('4/8 0/8 4/8 4/8', '2026-03-05');
    expect(drawn(found.days.slice(-4))).toBe('xmxx');
    expect(found).toMatchObject({ current: 2, longest: 2 });
  });

  it('is healed by a late delivery, because it is computed from the days', () => {
    expect(line('4/8 3/8 4/8', '2026-03-04').current).toBe(1);
    expect(line('4/8 4/8 4/8', '2026-03-04').current).toBe(3);
  });

  it('has the 84 days up to the last one, days off before the beginning', () => {
    const found = line('4/8', '2026-03-02');
    expect(found.days).toHaveLength(84);
    expect(found.days.at(-1)).toEqual({ day: '2026-03-02', state: 'kept' });
    expect(drawn(found.days.slice(0, -1))).toBe('-'.repeat(83));
  });

  it.each([
    ['the goal is reached', '4/8 4/8 4/8 0/8 0/8 0/0 0/0', '2026-03-08', 1],
    ['the goal is missed', '4/8 4/8 0/8 0/8 0/8 0/0 0/0', '2026-03-08', 0],
    ['a short week needs all its days', '4/8 4/8 0/0 0/0 0/0 0/0 0/0', '2026-03-08', 1],
    ['a running week is open', '4/8 4/8 0/8 ~0/8 ~0/8 ~0/0 ~0/0', '2026-03-04', 0],
    [
      'a running week does not end the line',
      '4/8 4/8 4/8 0/8 0/8 0/0 0/0 0/8 ~0/8 ~0/8 ~0/8 ~0/8 ~0/0 ~0/0',
      '2026-03-09',
      1,
    ],
    [
      'a week off bridges',
      '4/8 4/8 4/8 0/8 0/8 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 0/0 4/8 4/8 4/8 0/8 0/8 0/0 0/0',
      '2026-03-22',
      2,
    ],
  ])('weeks: %s', (_, drawing, until, kept) => {
    expect(line(drawing, until).weeks.current).toBe(kept);
  });

  it('draws what the rule of visitors does not answer for as a day off', () => {
    const found = departmentLine({
      days: days('4/8 2/2 4/8'),
      until: day('2026-03-04'),
      today: day('2026-03-04'),
      weeklyGoal: 3,
      needed: (scheduled) => (scheduled < 3 ? undefined : 4),
    });
    expect(drawn(found.days.slice(-3))).toBe('x-x');
    expect(found.current).toBe(2);
  });

  it('as of an earlier day counts that day as missed, not as open', () => {
    const found = departmentLine({
      days: days('4/8 0/8 4/8'),
      until: day('2026-03-03'),
      today: day('2026-03-04'),
      weeklyGoal: 3,
      needed: () => 4,
    });
    expect(drawn(found.days.slice(-2))).toBe('xm');
  });
});
