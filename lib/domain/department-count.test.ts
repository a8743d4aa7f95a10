import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekdaysOnly } from '../../test/support/department-world.ts';
import { addDays, dayRange, epochDay, type DayKey } from './day.ts';
import type { MeasuredDepartment } from './department-facts.ts';
import { createDepartmentCount, type CountBasis, type UseRow } from './department-count.ts';
import type { Ledger } from './ledger.ts';
import { usageSegment, weeksOfUse } from './segment.ts';
import { weekNumberOf } from './week-number.ts';

const FROM = '2026-01-05' as DayKey;

function departmentCount(basis: Partial<CountBasis>) {
  return createDepartmentCount({
    departmentId: 'a',
    stays: [{ memberId: 'm', departmentId: 'a', fromDay: FROM }],
    calendar: weekdaysOnly(),
    today: '2026-06-15' as DayKey,
    target: 0.5,
    ...basis,
  });
}

function measure({
  use = [],
  ...basis
}: Partial<CountBasis> & { readonly use?: readonly UseRow[] }): MeasuredDepartment {
  return departmentCount(basis).count(use);
}

function row(memberId: string, day: string, parts: Partial<UseRow> = {}): UseRow {
  return {
    memberId,
    day: epochDay(day as DayKey),
    visits: 1,
    promptsStarted: 0,
    selfReported: false,
    ...parts,
  };
}

function onDay({ days }: MeasuredDepartment, day: string): string {
  const index = epochDay(day as DayKey) - epochDay(days.from);
  return `${days.visited[index]}/${days.scheduled[index]}`;
}

const week = (day: string): number => weekNumberOf(day as DayKey);

describe('counting a department', () => {
  it('counts visits, also marked by hand, once a day whatever the devices and tools', () => {
    const found = measure({
      use: [
        row('m', '2026-03-02', { promptsStarted: 2 }),
        row('m', '2026-03-02', { promptsStarted: 3 }),
        row('m', '2026-03-03', { visits: 0, selfReported: true }),
        row('m', '2026-03-04', { visits: 0, promptsStarted: 1 }),
      ],
    });
    expect(['02', '03', '04'].map((date) => onDay(found, `2026-03-${date}`))).toEqual([
      '1/1',
      '1/1',
      '0/1',
    ]);
    expect(found.week(week('2026-03-02'))).toMatchObject([
      { memberId: 'm', due: true, active: true, promptsStarted: 6, visitDays28: 2 },
    ]);
  });

  it('passes over strangers, days outside a stay and days to come', () => {
    const found = measure({
      stays: [
        {
          memberId: 'm',
          departmentId: 'a',
          fromDay: '2026-03-03' as DayKey,
          toDay: '2026-03-04' as DayKey,
        },
      ],
      use: [
        row('stranger', '2026-03-03'),
        row('m', '2026-03-02'),
        row('m', '2026-03-05'),
        row('m', '2026-07-01'),
      ],
    });
    expect(onDay(found, '2026-03-03')).toBe('0/1');
    expect(onDay(found, '2026-03-05')).toBe('0/0');
    expect(found.week(week('2026-03-02'))).toMatchObject([
      { due: true, active: false, everActive: false },
    ]);
    expect(found.week(week('2026-03-09'))).toEqual([]);
  });

  it('takes absent people out of the day, whatever the leave is written as', () => {
    const leave = new Map([
      [
        'm',
        [
          { from: '1970-01-01' as DayKey, to: '2026-03-02' as DayKey },
          { from: '2026-03-04' as DayKey, to: '9999-12-31' as DayKey },
        ],
      ],
    ]);
    const found = measure({ leave, use: [row('m', '2026-03-02'), row('m', '2026-03-03')] });
    expect(['02', '03', '04'].map((date) => onDay(found, `2026-03-${date}`))).toEqual([
      '0/0',
      '1/1',
      '0/0',
    ]);
    expect(found.scheduledOn(epochDay('2026-03-03' as DayKey))).toEqual(new Set(['m']));
  });

  it('leaves history where it was earned when somebody moves within a week', () => {
    const stays = [
      { memberId: 'm', departmentId: 'a', fromDay: FROM, toDay: '2026-03-03' as DayKey },
      { memberId: 'm', departmentId: 'b', fromDay: '2026-03-04' as DayKey },
    ];
    const use = [row('m', '2026-03-02', { promptsStarted: 7 })];
    const before = measure({ stays, use });
    const after = measure({ stays, use, departmentId: 'b' });
    expect(onDay(before, '2026-03-02')).toBe('1/1');
    expect(onDay(after, '2026-03-02')).toBe('0/0');
    expect(before.week(week('2026-03-02'))).toEqual([]);
    expect(after.week(week('2026-03-02'))).toMatchObject([
      { due: true, active: false, promptsStarted: 0, visitDays28: 1, everActive: true },
    ]);
  });

  it('waits with days to come of the running week', () => {
    const found = measure({ use: [row('m', '2026-06-16')] });
    expect(onDay(found, '2026-06-16')).toBe('0/1');
  });

  it('counts members of a day, scheduled or not', () => {
    const found = measure({});
    expect(found.membersOn('2026-03-01' as DayKey)).toBe(1);
    expect(found.membersOn('2025-12-31' as DayKey)).toBe(0);
  });

  it('knows the same segments as a ledger does (M8)', () => {
    const used = fc.array(fc.tuple(fc.nat(160), fc.nat(9), fc.boolean()), { maxLength: 120 });
    const off = fc.array(fc.tuple(fc.nat(160), fc.nat(20)), { maxLength: 3 });
    fc.assert(
      fc.property(used, off, fc.integer({ min: 20, max: 160 }), (days, ranges, ahead) => {
        const today = addDays(FROM, ahead);
        const leave = ranges.map(([at, length]) => ({
          from: addDays(FROM, at),
          to: addDays(FROM, at + length),
        }));
        const use = days.map(([at, promptsStarted, visited]) =>
          row('m', addDays(FROM, at), { visits: visited ? 1 : 0, promptsStarted }),
        );
        const ledger: Record<string, Ledger[DayKey]> = {};
        use.forEach((each, index) => {
          const day = addDays('1970-01-01' as DayKey, each.day);
          ledger[day] = { ...ledger[day], [`t${index}`]: { ...each, engagedSeconds: 0, runs: {} } };
        });
        const away = new Set(leave.flatMap(({ from, to }) => dayRange(from, to)));
        const weekdays = weekdaysOnly();
        const calendar = {
          ...weekdays,
          isScheduled: (day: DayKey) => weekdays.isScheduled(day) && !away.has(day),
        };
        const expected = usageSegment(weeksOfUse({ ledger, calendar, startedOn: FROM, today }));
        const found = measure({ use, leave: new Map([['m', leave]]), today });
        const [last] = found.week(weekNumberOf(today) - 1);
        expect({ segment: last?.segment, window: last?.window }).toEqual({
          segment: expected?.segment,
          window: expected?.window,
        });
      }),
    );
  });

  it('counted again for those whose days changed, is what it is when everybody is counted', () => {
    const ids = ['m', 'n', 'o'];
    const stays = [
      ...ids.map((memberId) => ({ memberId, departmentId: 'a', fromDay: FROM })),
      { memberId: 'p', departmentId: 'b', fromDay: FROM, toDay: '2026-02-01' as DayKey },
      { memberId: 'p', departmentId: 'a', fromDay: '2026-02-02' as DayKey },
    ];
    const used = fc.array(
      fc.tuple(fc.constantFrom(...ids, 'p', 'stranger'), fc.nat(170), fc.nat(9), fc.boolean()),
      { maxLength: 60 },
    );
    const rows = (days: readonly (readonly [string, number, number, boolean])[]): UseRow[] =>
      days.map(([memberId, at, promptsStarted, visited]) =>
        row(memberId, addDays(FROM, at), { visits: visited ? 1 : 0, promptsStarted }),
      );
    fc.assert(
      fc.property(used, fc.array(used, { maxLength: 3 }), (first, later) => {
        const count = departmentCount({ stays });
        let now = rows(first);
        const before = count.count(now);
        const toldBefore = told(before);
        for (const days of later) {
          const changed = new Set(days.map(([memberId]) => memberId));
          // Somebody's days are replaced: what was taken back goes away too.
          now = [...now.filter(({ memberId }) => !changed.has(memberId)), ...rows(days)];
          // Rows of the others are passed over.
          expect(told(count.count(now, changed))).toEqual(told(measure({ stays, use: now })));
        }
        expect(told(before)).toEqual(toldBefore);
      }),
    );
  });
});

/** Everything that is read of a count, by the order of members. */
function told({ days, week: weekOf, scheduledOn, membersOn }: MeasuredDepartment) {
  return {
    days,
    weeks: [0, 3, 11, 20, 22].map((ahead) =>
      weekOf(weekNumberOf(addDays(FROM, ahead * 7))).toSorted((a, b) =>
        a.memberId < b.memberId ? -1 : 1,
      ),
    ),
    scheduled: scheduledOn(epochDay(FROM) + 40),
    members: membersOn(addDays(FROM, 40)),
  };
}
