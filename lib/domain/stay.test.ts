import { expect, it } from 'vitest';
import { epochDay, type DayKey } from './day.ts';
import { spansByMember, type Stay } from './stay.ts';

const stays = [
  { memberId: 'a', departmentId: 'sales', fromDay: '2026-06-01', toDay: '2026-06-30' },
  { memberId: 'a', departmentId: 'office', fromDay: '2026-07-01' },
  // Left before the first day, as somebody does who joined by mistake.
  { memberId: 'b', departmentId: 'sales', fromDay: '2026-06-02', toDay: '2026-06-01' },
] as Stay[];
const number = (day: string): number => epochDay(day as DayKey);
const spans = new Map([
  [
    'a',
    [
      { departmentId: 'sales', from: number('2026-06-01'), to: number('2026-06-30') },
      { departmentId: 'office', from: number('2026-07-01'), to: Infinity },
    ],
  ],
]);

it('stays are grouped by member, without one that ended before it began', () => {
  expect(spansByMember(stays)).toEqual(spans);
});

it('stays as they are stored are the same', () => {
  const stored = stays.map(({ fromDay, toDay, ...who }) => ({
    ...who,
    fromDay: number(fromDay),
    toDay: toDay && number(toDay),
  }));
  expect(spansByMember(stored)).toEqual(spans);
});
