import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, entry, workweek } from '../../test/support/history.ts';
import { addDays, weekOf, type DayKey, type WeekKey } from './day.ts';
import type { Ledger, LedgerDay } from './ledger.ts';
import { habitChanges, usageSegment, weeksOfUse, type WeekOfUse } from './segment.ts';

/** Completed weeks with these prompts started; a week with any has as many visit-days, five at most. */
function weeks(...prompts: readonly number[]): WeekOfUse[] {
  return prompts.map((promptsStarted, index) => ({
    week: weekOf(addDays(day('2026-01-05'), index * 7)),
    visitDays: Math.min(5, promptsStarted),
    promptsStarted,
  }));
}

/** Weeks seen by their visit-days alone. */
function visited(...days: readonly number[]): WeekOfUse[] {
  return weeks(...days).map((week) => ({ ...week, promptsStarted: 0 }));
}

const times = (count: number, value: number): number[] =>
  Array.from({ length: count }, () => value);

describe('segments (M8, vivainsights)', () => {
  it.each([
    ['power: every week, 15 on average', times(12, 15), 'power'],
    ['habitual: every week, just under 15', [...times(11, 15), 14], 'habitual'],
    ['power: nine of twelve weeks', [...times(9, 20), 0, 0, 0], 'power'],
    ['habitual: nine of twelve weeks', [...times(9, 1), 0, 0, 0], 'habitual'],
    ['novice: eight of twelve weeks, however much', [...times(8, 100), 0, 0, 0, 0], 'novice'],
    ['novice: one a week on average', [12, ...times(11, 0)], 'novice'],
    ['low: less than one a week', [11, ...times(11, 0)], 'low'],
    ['non-user: none', times(12, 0), 'nonUser'],
    ['only the last twelve count', [...times(5, 50), ...times(12, 0)], 'nonUser'],
  ])('twelve weeks: %s', (_, prompts, segment) => {
    expect(usageSegment(weeks(...prompts), { promptsVisible: true })).toEqual({
      segment,
      window: 12,
      measure: 'promptsStarted',
      powerThreshold: 15,
    });
  });

  it.each([
    ['power: four of four', [15, 15, 15, 15], 'power'],
    ['habitual: four of four', [1, 1, 1, 1], 'habitual'],
    ['novice: three of four', [0, 50, 50, 50], 'novice'],
    ['low', [0, 0, 3, 0], 'low'],
    ['the fifth week back does not count', [50, 0, 0, 0, 0], 'nonUser'],
    ['until the eleventh week', [...times(7, 0), ...times(4, 1)], 'habitual'],
  ])('four weeks: %s', (_, prompts, segment) => {
    const found = usageSegment(weeks(...prompts), { promptsVisible: true });
    expect(found).toMatchObject({ segment, window: 4 });
  });

  it('says nothing before four completed weeks', () => {
    expect(usageSegment(weeks(15, 15, 15))).toBeUndefined();
  });

  it.each([
    ['power', [4, 4, 4, 4]],
    ['habitual', [4, 4, 4, 3]],
    ['novice', [4, 0, 0, 0]],
    ['low', [3, 0, 0, 0]],
  ])('where prompts cannot be seen, visit-days are the actions: %s', (segment, days) => {
    expect(usageSegment(visited(...days))).toEqual({
      segment,
      window: 4,
      measure: 'visitDays',
      powerThreshold: 4,
    });
  });

  it('visits keep a week active where prompts are visible, without being prompts', () => {
    expect(usageSegment(visited(5, 5, 5, 5), { promptsVisible: true })).toMatchObject({
      segment: 'habitual',
      measure: 'promptsStarted',
    });
  });

  it('takes another threshold and says so', () => {
    expect(usageSegment(weeks(8, 8, 8, 8), { powerThreshold: 8 })).toMatchObject({
      segment: 'power',
      powerThreshold: 8,
    });
  });

  it('more use never lowers a segment', () => {
    const ranks = ['nonUser', 'low', 'novice', 'habitual', 'power'];
    const rank = (prompts: readonly number[]): number =>
      ranks.indexOf(usageSegment(weeks(...prompts), { promptsVisible: true })?.segment ?? '');
    const prompts = fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 30 })), {
      minLength: 4,
      maxLength: 14,
    });
    fc.assert(
      fc.property(prompts, fc.nat(), fc.nat({ max: 30 }), (before, at, more) => {
        const index = at % before.length;
        expect(rank(before.with(index, (before[index] ?? 0) + more))).toBeGreaterThanOrEqual(
          rank(before),
        );
      }),
    );
  });
});

describe('habit gained and lost (M8)', () => {
  it('is the week in which habitual-or-power use turned on or off', () => {
    expect(habitChanges(weeks(3, 3, 3, 3, 3, 0, 3, 3, 3, 3))).toEqual([
      { week: '2026-W05', change: 'gained' },
      { week: '2026-W07', change: 'lost' },
      { week: '2026-W11', change: 'gained' },
    ]);
  });

  it('does not tell power from habitual', () => {
    expect(habitChanges(weeks(3, 3, 3, 3, 30, 30, 30, 30, 3))).toHaveLength(1);
  });

  it('turns on and off in turns', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 }), { maxLength: 60 }), (prompts) => {
        const changes = habitChanges(weeks(...prompts)).map(({ change }) => change);
        expect(changes).toEqual(changes.map((_, index) => (index % 2 === 0 ? 'gained' : 'lost')));
      }),
    );
  });

  it('is empty without weeks', () => {
    expect(habitChanges([])).toEqual([]);
  });
});

/** A day with a visit to one tool and prompts to two. */
function dayWithPrompts(count: number): LedgerDay {
  return {
    chatgpt: entry({ visits: 1, promptsStarted: count }),
    claude: entry({ promptsStarted: 1 }),
  };
}

describe('completed weeks of a ledger', () => {
  const ledger: Ledger = {
    ['2026-06-01' as DayKey]: dayWithPrompts(2),
    ['2026-06-06' as DayKey]: dayWithPrompts(3),
    ['2026-06-08' as DayKey]: dayWithPrompts(9),
    ['2026-06-16' as DayKey]: dayWithPrompts(1),
  };
  const rest = { ledger, calendar: workweek(), startedOn: day('2026-06-03') };

  it('holds each tool and every day, from the first day’s week to last week', () => {
    expect(weeksOfUse({ ...rest, today: day('2026-06-17') })).toEqual([
      { week: '2026-W23', visitDays: 2, promptsStarted: 7 },
      { week: '2026-W24', visitDays: 1, promptsStarted: 10 },
    ] satisfies { week: string; visitDays: number; promptsStarted: number }[]);
  });

  it('leaves out a week without scheduled days: it neither helps nor harms', () => {
    const calendar = workweek('2026-06-08/2026-06-12');
    const found = weeksOfUse({ ...rest, calendar, today: day('2026-06-22') });
    expect(found.map(({ week }) => week)).toEqual(['2026-W23', '2026-W25'] as WeekKey[]);
  });

  it('leaves out a first week whose scheduled days were over', () => {
    const found = weeksOfUse({ ...rest, startedOn: day('2026-06-06'), today: day('2026-06-15') });
    expect(found.map(({ week }) => week)).toEqual(['2026-W24']);
  });

  it('is empty in the first week', () => {
    expect(weeksOfUse({ ...rest, today: day('2026-06-07') })).toEqual([]);
  });
});
