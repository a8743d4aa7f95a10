import { describe, expect, it } from 'vitest';
import type { DayKey } from './day.ts';
import { monthBefore } from './day.ts';
import { pulseAskedOn, pulseToldOn } from './pulse.ts';

describe('the pulse', () => {
  it.each([
    ['2026-11-01', '2026-11', '2026-10'],
    ['2026-11-14', '2026-11', '2026-10'],
    ['2026-11-15', undefined, '2026-11'],
    ['2026-11-30', undefined, '2026-11'],
    ['2027-01-05', '2027-01', '2026-12'],
    ['2027-01-15', undefined, '2027-01'],
  ])('on %s asks %s and tells %s', (day, asked, told) => {
    expect(pulseAskedOn(day as DayKey)).toBe(asked);
    expect(pulseToldOn(day as DayKey)).toBe(told);
  });

  it.each([
    ['2026-11', '2026-10'],
    ['2026-10', '2026-09'],
    ['2026-01', '2025-12'],
  ])('has the month before %s in %s', (month, before) => {
    expect(monthBefore(month)).toBe(before);
  });
});
