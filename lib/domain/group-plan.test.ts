import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { staysOf } from '../../test/support/department-world.ts';
import { addDays, type DayKey, type WeekKey } from './day.ts';
import { planGroups, type GroupPlan } from './group-plan.ts';
import { departmentInWeek, spansByMember, type Stay } from './stay.ts';
import { weekNumber } from './week-number.ts';

const W = (week: number): number => weekNumber(`2026-W${String(week).padStart(2, '0')}` as WeekKey);

function plan(stays: readonly Stay[], since?: string): GroupPlan {
  return planGroups({ stays, until: '2026-W12' as WeekKey, minimum: 5, since: since as WeekKey });
}

function drawn(found: GroupPlan, week: number): string {
  return found
    .groups(W(week))
    .map(
      ({ departmentIds, kind, shown }) =>
        `${departmentIds.join('+')}${kind === 'other' ? (shown ? '' : '?') : ''}`,
    )
    .join(' ');
}

describe('where a member counts in a week', () => {
  it.each([
    [
      'moved on Wednesday',
      [
        ['a', '2026-01-05', '2026-03-03'],
        ['b', '2026-03-04', undefined],
      ],
      'b',
    ],
    [
      'moves on the Monday after',
      [
        ['a', '2026-01-05', '2026-03-08'],
        ['b', '2026-03-09', undefined],
      ],
      'a',
    ],
    ['left on Tuesday', [['a', '2026-01-05', '2026-03-03']], 'a'],
    ['left before', [['a', '2026-01-05', '2026-03-01']], undefined],
    ['comes later', [['a', '2026-03-09', undefined]], undefined],
    ['a stay that ends before it begins', [['a', '2026-03-04', '2026-03-03']], undefined],
    [
      'two stays on the same last day: the later one',
      [
        ['b', '2026-03-04', undefined],
        ['a', '2026-03-05', undefined],
      ],
      'a',
    ],
  ] as const)('%s', (_, stays, expected) => {
    const spans = spansByMember(
      stays.map(
        ([departmentId, fromDay, toDay]) =>
          ({ memberId: 'm', departmentId, fromDay, toDay }) as Stay,
      ),
    );
    expect(departmentInWeek(spans.get('m') ?? [], W(10))).toBe(expected);
  });
});

describe('groups of a week (P)', () => {
  it.each([
    ['all large', [5, 6], 'a b'],
    ['a single small one takes the smallest large one', [7, 6, 2], 'a b+c'],
    ['of equals the first', [6, 6, 2], 'b a+c'],
    ['two small ones together', [7, 4, 4], 'a b+c'],
    ['two small ones that stay too few', [7, 2, 2], 'a b+c?'],
    ['a small one alone', [4], 'a?'],
  ])('%s', (_, sizes, expected) => {
    const stays = sizes.flatMap((size, index) => staysOf('abc'.charAt(index), size));
    expect(drawn(plan(stays), 10)).toBe(expected);
  });

  it('keeps the partner while it has to have one, and parts when it need not', () => {
    const stays = [
      ...staysOf('a', 6),
      ...staysOf('b', 7),
      // b would be the smaller from W10 on, and h is large enough in W12.
      ...staysOf('b', 9, { from: '2026-01-05', to: '2026-03-01' }).slice(7),
      ...staysOf('h', 2),
      ...staysOf('h', 5, { from: '2026-03-16' }).slice(2),
    ].map((stay) =>
      stay.memberId === 'b7' || stay.memberId === 'b6'
        ? { ...stay, toDay: '2026-03-01' as never }
        : stay,
    );
    const found = plan(stays);
    expect([9, 10, 11, 12].map((week) => drawn(found, week))).toEqual([
      'b a+h',
      'b a+h',
      'b a+h',
      'a b h',
    ]);
    expect(found.whyGrouped('a', W(11))).toBe('complementary');
    expect(found.whyGrouped('h', W(11))).toBe('fewerThanFloor');
    expect([found.aloneFor('a', W(12), 1), found.aloneFor('a', W(12), 2)]).toEqual([true, false]);
    expect(found.aloneFor('b', W(12), 40)).toBe(true);
  });

  it('a time in an Other too small to be shown is none in which anything was told', () => {
    const stays = [
      ...staysOf('a', 9),
      ...staysOf('b', 2),
      ...staysOf('c', 2),
      ...staysOf('b', 6, { from: '2026-03-02' }).slice(2),
      ...staysOf('c', 6, { from: '2026-03-02' }).slice(2),
    ];
    const found = plan(stays);
    expect([drawn(found, 9), drawn(found, 10)]).toEqual(['a b+c?', 'a b c']);
    expect(found.aloneFor('b', W(10), 16)).toBe(true);
  });

  it('begins with the settings: weeks before have no groups, and nobody was alone in them', () => {
    const found = plan(staysOf('a', 6), '2026-W10');
    expect([drawn(found, 9), drawn(found, 10)]).toEqual(['', 'a']);
    expect([found.aloneFor('a', W(11), 2), found.aloneFor('a', W(11), 3)]).toEqual([true, false]);
  });

  it('counts those who come, go, return and move as week by week', () => {
    const span = fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.nat(90),
      fc.option(fc.nat(60), { nil: undefined }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(12), span), { maxLength: 30 }), (drawnStays) => {
        const stays = drawnStays.map(([member, [departmentId, from, length]]): Stay => {
          const fromDay = addDays('2026-01-05' as DayKey, from);
          const toDay = length === undefined ? undefined : addDays(fromDay, length);
          return { memberId: `m${member}`, departmentId, fromDay, toDay };
        });
        const found = plan(stays);
        const members = [...spansByMember(stays).values()];
        for (let week = W(2); week <= W(12); week += 1) {
          const there = members.flatMap((spans) => departmentInWeek(spans, week) ?? []);
          const ids = found.groups(week).flatMap(({ departmentIds }) => departmentIds);
          expect(ids.toSorted()).toEqual([...new Set(there)].toSorted());
          for (const id of ids) {
            const isSmall = there.filter((each) => each === id).length < 5;
            expect(found.whyGrouped(id, week) === 'fewerThanFloor').toBe(isSmall);
          }
        }
      }),
    );
  });

  it('of nobody has no groups', () => {
    expect(plan([]).groups(W(10))).toEqual([]);
  });
});
