import { describe, expect, it } from 'vitest';
import type { MemberWeek } from './department-facts.ts';
import {
  GAP_ACTIONS,
  gapFlagged,
  gapShares,
  gapState,
  type CountRange,
  type GapRanges,
} from './gap.ts';
import { reachOf, segmentCounts } from './reach.ts';

function member(parts: Partial<MemberWeek> = {}): MemberWeek {
  return {
    memberId: 'm',
    due: true,
    active: false,
    promptsStarted: 0,
    visitDays28: 0,
    everActive: false,
    ...parts,
  };
}

/** A count, or from one to another. */
type Count = number | readonly [number, number];

function range(count: Count, of = 10): CountRange {
  const [low, high] = typeof count === 'number' ? [count, count] : count;
  return { low, high, of };
}

/** Non-users and habitual members of ten, as known exactly or as a range. */
function ranges(nonUsers: Count, habitual: Count, topFifth?: number): GapRanges {
  return { nonUsers: range(nonUsers), habitual: range(habitual), topFifth };
}

describe('reach (M9)', () => {
  it('counts each kind once; who was not due leaves the weekly rate', () => {
    const members = [
      member({ active: true, visitDays28: 3, everActive: true }),
      member({ visitDays28: 1, everActive: true }),
      member({ everActive: true }),
      member(),
      member({ due: false, active: true, visitDays28: 1, everActive: true }),
    ];
    expect(reachOf(members)).toEqual({
      weeklyActive: { count: 1, of: 4 },
      active28: { count: 3, of: 5 },
      activated: { count: 4, of: 5 },
      dormant: { count: 1, of: 5 },
      never: { count: 1, of: 5 },
    });
  });

  it('counts segments (M8) of those who have one', () => {
    const members = (['power', 'habitual', 'habitual', 'low', undefined] as const).map((segment) =>
      member({ segment }),
    );
    expect(segmentCounts(members)).toEqual({
      power: 1,
      habitual: 2,
      novice: 0,
      low: 1,
      nonUser: 0,
    });
  });
});

describe('the gap (M10)', () => {
  it('takes the most active fifth of the visit-days', () => {
    const days = [20, 10, 5, 5, 0, 0, 0, 0, 0, 0];
    const members = days.map((visitDays28, index) =>
      member({ visitDays28, segmentOf4Weeks: index < 2 ? 'habitual' : 'low' }),
    );
    expect(gapShares(members)).toEqual({
      topFifth: 0.75,
      nonUsers: { count: 6, of: 10 },
      habitual: { count: 2, of: 10 },
    });
    expect(gapShares([member(), member()]).topFifth).toBeUndefined();
  });

  it.each([
    ['habit rose by ten points, non-use stayed', ranges(4, 4), ranges(4, 3), true],
    ['non-use grew', ranges(5, 4), ranges(4, 3), true],
    ['habit stayed', ranges(4, 3), ranges(4, 3), false],
    ['non-use fell by ten points', ranges(3, 4), ranges(4, 3), false],
    ['habit rose, whatever the range before was', ranges(4, 4), ranges(4, [0, 2]), true],
    ['habit may not have risen', ranges(4, [0, 2]), ranges(4, [0, 2]), false],
    ['non-use may have fallen', ranges([0, 2], 5), ranges([0, 2], 3), false],
    ['nothing to compare with', ranges(4, 4), undefined, false],
  ])('is flagged for sure or not: %s', (_, now, before, flagged) => {
    expect(gapFlagged(now, before)).toBe(flagged);
  });

  it('is flagged from five points and below two', () => {
    const before = { nonUsers: range(40, 100), habitual: range(30, 100) };
    expect(gapFlagged({ nonUsers: range(39, 100), habitual: range(35, 100) }, before)).toBe(true);
    expect(gapFlagged({ nonUsers: range(38, 100), habitual: range(35, 100) }, before)).toBe(false);
    expect(gapFlagged({ nonUsers: range(39, 100), habitual: range(34, 100) }, before)).toBe(false);
  });

  it.each([
    ['split', ranges(6, 4, 0.9), ranges(6, 3)],
    ['mostlyUnused', ranges(5, 3, 0.9), ranges(6, 3)],
    ['closing', ranges(3, 3, 0.9), ranges(4, 3)],
    ['concentrated', ranges(3, 3, 0.5), ranges(3, 3)],
    ['even', ranges(3, 3, 0.3), undefined],
    ['even', ranges([0, 2], [0, 2]), undefined],
  ] as const)('is %s', (state, now, before) => {
    expect(gapState(now, before)).toBe(state);
    expect(GAP_ACTIONS[state]).toMatch(/^[a-zA-Z]+$/);
  });

  it('has another action for each state', () => {
    expect(new Set(Object.values(GAP_ACTIONS)).size).toBe(5);
  });
});
