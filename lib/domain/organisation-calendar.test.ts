import { describe, expect, it } from 'vitest';
import { createCalendar, type DaysOff } from './calendar.ts';
import type { DayKey } from './day.ts';
import { calendarRulesOf, type OrganisationCalendar } from './organisation-calendar.ts';

const range = (from: string, to = from): DaysOff => ({ from: from as DayKey, to: to as DayKey });

const organisation: OrganisationCalendar = {
  country: 'ZZ',
  weekdays: [1, 2, 3, 4, 5],
  closures: [range('2026-08-12', '2026-08-14')],
};

describe("a member's calendar (M4)", () => {
  it.each([
    ['a Monday', '2026-08-10', true, true],
    ['the company closure', '2026-08-13', false, false],
    ['Saturday, a working day of the shop', '2026-08-15', false, true],
    ['the shop’s own closure', '2026-08-18', true, false],
    ['the member’s leave', '2026-08-19', false, false],
  ])('%s', (_, day, office, shop) => {
    const leave = [range('2026-08-19')];
    const inShop = { weekdays: [1, 2, 3, 4, 5, 6] as const, closures: [range('2026-08-18')] };
    const isScheduled = (department: Parameters<typeof calendarRulesOf>[1]) =>
      createCalendar(calendarRulesOf(organisation, department, leave), {}).isScheduled(
        day as DayKey,
      );
    expect([isScheduled({}), isScheduled(inShop)]).toEqual([office, shop]);
  });

  it('without department or leave is the organisation’s', () => {
    expect(calendarRulesOf(organisation)).toEqual({ ...organisation, leave: [] });
  });
});
