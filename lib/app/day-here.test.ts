import { expect, it } from 'vitest';
import { dayHere } from './day-here.ts';

it('is the day on the device’s own wall calendar, on both sides of its midnight', () => {
  for (const [month, day] of [
    [0, 1],
    [2, 29],
    [6, 15],
    [10, 1],
  ] as const) {
    const midnight = new Date(2028, month, day).getTime();
    const key = `2028-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    expect([dayHere(midnight), dayHere(midnight - 1) < key]).toEqual([key, true]);
  }
});
