import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areWorkingHours, WORKING_SPANS } from '../../lib/domain/help-clock.ts';
import { readWorkingHours, workingHoursForm } from './working-hours-form.ts';

const FORM = { from: '09:00', to: '18:00', breakFrom: '12:00', breakTo: '13:00' };

describe('working hours as a form', () => {
  it.each([
    ['a day with a break', {}, [...WORKING_SPANS]],
    ['a day without one', { breakFrom: '', breakTo: '' }, [{ from: 540, to: 1080 }]],
    ['an end before its beginning', { to: '08:00' }, undefined],
    ['a break without an end', { breakTo: '' }, undefined],
    ['a break without a beginning', { breakFrom: '' }, undefined],
    ['a break outside the day', { breakFrom: '07:00', breakTo: '08:00' }, undefined],
    ['a break from its end to its beginning', { breakFrom: '13:00', breakTo: '12:00' }, undefined],
    ['less than an hour', { to: '09:30', breakFrom: '', breakTo: '' }, undefined],
    ['nothing typed', { from: '' }, undefined],
    ['no time of day', { from: '9 o’clock' }, undefined],
    ['a time with words around it', { from: '09:00 AM' }, undefined],
  ])('reads %s', (_, change, hours) => {
    expect(readWorkingHours({ ...FORM, ...change })).toEqual(hours);
  });

  it('reads what it shows', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(fc.uniqueArray(minute, { minLength: 2, maxLength: 4 }), (minutes) => {
        const [a = 0, b = 0, c, d] = minutes.toSorted((one, other) => one - other);
        const second = c === undefined || d === undefined ? [] : [{ from: c, to: d }];
        const hours = [{ from: a, to: b }, ...second];
        fc.pre(areWorkingHours(hours));
        expect(readWorkingHours(workingHoursForm(hours))).toEqual(hours);
      }),
    );
  });

  it('shows midnight as the last minute', () => {
    expect(workingHoursForm([{ from: 780, to: 24 * 60 }])).toMatchObject({ to: '23:59' });
  });
});
