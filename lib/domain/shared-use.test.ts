import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { DayKey } from './day.ts';
import { tellUse, useWindow, whoCounts } from './shared-use.ts';

const each = (people: number, runs: number): number[] => Array.from({ length: people }, () => runs);

describe('what is told of a shared prompt’s use', () => {
  test.each([
    ['nothing of four people', each(4, 9), { members: 12, minimum: 5 }, undefined],
    [
      'five people and their runs',
      each(5, 3),
      { members: 12, minimum: 5 },
      { people: 5, runs: 10 },
    ],
    ['steps, not counts', each(9, 3), { members: 12, minimum: 5 }, { people: 5, runs: 20 }],
    ['a higher floor', each(7, 3), { members: 12, minimum: 8 }, undefined],
    ['its own step', each(9, 1), { members: 12, minimum: 8 }, { people: 8, runs: 8 }],
    ['nothing that would say everybody', each(6, 3), { members: 6, minimum: 5 }, undefined],
    [
      'no step that nearly all would make',
      each(11, 1),
      { members: 11, minimum: 5 },
      { people: 5, runs: 10 },
    ],
    ['no runs that are one person’s', [90, 1, 1, 1, 1], { members: 12, minimum: 5 }, { people: 5 }],
    ['nothing of nobody', [], { members: 12, minimum: 5 }, undefined],
  ] as const)('is %s', (_name, runs, group, told) => {
    expect(tellUse(runs, group)).toEqual(told);
  });

  it('never is more than there is, nor says that all or nearly all did', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }),
        fc.integer({ min: 5, max: 10 }),
        fc.nat(5),
        (runs, minimum, more) => {
          const people = runs.filter((count) => count > 0).length;
          const members = runs.length + more;
          const told = tellUse(runs, { members, minimum });
          expect(people >= minimum || told === undefined).toBe(true);
          if (told === undefined) return;
          expect(told.people).toBeLessThanOrEqual(Math.min(people, members - 2));
          expect(told.people).toBeGreaterThanOrEqual(minimum);
          expect(told.runs ?? 0).toBeLessThanOrEqual(runs.reduce((sum, count) => sum + count, 0));
        },
      ),
    );
  });

  it('does not let one who knows the own runs tell whether any other did', () => {
    // For each other member there is a company that reads the same in which that one ran nothing.
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 7, maxLength: 24 }),
        (runs) => {
          const group = { members: runs.length, minimum: 5 };
          const told = tellUse(runs, group);
          if (told === undefined) return;
          for (let other = 1; other < runs.length; other += 1) {
            const without = runs.map((count, at) => (at === other ? 0 : count));
            // The runs that are missed may as well be a third one's.
            const third = other === 1 ? 2 : 1;
            without[third] = (without[third] ?? 0) + (runs[other] ?? 0);
            expect(tellUse(without, group)?.people).toBe(told.people);
          }
        },
      ),
    );
  });
});

test.each([
  ['the Monday after', '2026-11-23', '2026-10-19', '2026-11-15'],
  ['a day before the next four are over', '2026-12-13', '2026-10-19', '2026-11-15'],
  ['the Monday on which they are', '2026-12-14', '2026-11-16', '2026-12-13'],
  ['a Sunday', '2026-11-15', '2026-09-21', '2026-10-18'],
] as const)(
  'use is counted over four weeks that are over and share none with the next: %s',
  (...row) => {
    const [, today, from, to] = row;
    expect(useWindow(today as DayKey)).toEqual({ from, to });
  },
);

it('everybody counts where they belonged in the last of the weeks, wherever they are now', () => {
  const stay = (memberId: string, departmentId: string, fromDay: string, toDay?: string) => ({
    memberId,
    departmentId,
    fromDay: fromDay as DayKey,
    toDay: toDay as DayKey | undefined,
  });
  const stays = [
    stay('stays', 'a', '2026-01-05'),
    stay('left after', 'a', '2026-01-05', '2026-11-16'),
    stay('left before', 'a', '2026-01-05', '2026-11-08'),
    stay('came after', 'a', '2026-11-16'),
    stay('moved', 'a', '2026-01-05', '2026-11-10'),
    stay('moved', 'b', '2026-11-11'),
  ];
  expect(whoCounts(stays, '2026-11-15' as DayKey)).toEqual(
    new Map([
      ['a', new Set(['stays', 'left after'])],
      ['b', new Set(['moved'])],
    ]),
  );
});
