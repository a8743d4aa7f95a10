import { describe, expect, it } from 'vitest';
import { HOLIDAYS } from '../../content/holidays.ts';
import { createCalendar } from '../../lib/domain/calendar.ts';
import { addDays, weekdayOf, type DayKey } from '../../lib/domain/day.ts';
import { ledgerEntrySchema } from '../../lib/contract/ledger.ts';
import { createSampleCompany } from './sample-company.ts';

const TODAY = '2026-11-25' as DayKey;

describe('the sample company', () => {
  const company = createSampleCompany({ today: TODAY });
  const people = company.departments.flatMap((department) => department.people);

  it('is forty people in five departments over sixteen weeks and the running one', () => {
    expect(company.departments.map((each) => each.people.length)).toEqual([10, 13, 7, 4, 6]);
    expect(company.startedOn).toBe('2026-08-03');
    expect(new Set(people.map(({ displayName }) => displayName)).size).toBe(40);
    expect(people.filter(({ role }) => role === 'owner')).toHaveLength(1);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(createSampleCompany({ today: TODAY })).toEqual(company);
    const other = createSampleCompany({ today: TODAY, seed: 3 });
    expect(other.departments[0]?.people[0]?.rows).not.toEqual(people[0]?.rows);
  });

  it('has the same days in English, under English names', () => {
    const english = createSampleCompany({ today: TODAY, language: 'en' });
    const inEnglish = english.departments.flatMap((department) => department.people);
    expect(inEnglish.map(({ rows }) => rows)).toEqual(people.map(({ rows }) => rows));
    expect(inEnglish.map(({ displayName }) => displayName).join('')).toMatch(/^[\x20-\x7e]+$/);
  });

  it('has nothing on weekends, holidays, closures and leave, before joining or after today', () => {
    for (const person of people) {
      const calendar = createCalendar(
        {
          country: 'JP',
          weekdays: [1, 2, 3, 4, 5],
          closures: company.closures,
          leave: person.leave,
        },
        HOLIDAYS,
      );
      for (const { day, tool, ...entry } of person.rows) {
        expect(calendar.isScheduled(day) ? '' : `${person.id} ${day} ${tool}`).toBe('');
        expect(day >= person.joinedOn && day <= TODAY).toBe(true);
        expect(() => ledgerEntrySchema.parse(entry)).not.toThrow();
      }
    }
    expect(company.closures.map(({ from }) => from)).toContain('2026-08-13');
  });

  it('lives on: what was there stays, and days are added', () => {
    const later = createSampleCompany({
      today: addDays(TODAY, 9),
      startedOn: company.startedOn,
    }).departments.flatMap((department) => department.people);
    people.forEach((person, index) => {
      const past = (rows: typeof person.rows) => rows.filter(({ day }) => day < TODAY);
      expect(past(later[index]?.rows ?? [])).toEqual(past(person.rows));
    });
    expect(later.some(({ rows }) => rows.some(({ day }) => day > TODAY))).toBe(true);
  });

  it('stands on any day of the year', () => {
    for (let offset = 0; offset < 366; offset += 29) {
      const today = addDays('2026-01-01' as DayKey, offset);
      const made = createSampleCompany({ today });
      expect(weekdayOf(made.startedOn)).toBe(1);
      const rows = made.departments[0]?.people.flatMap((person) => person.rows) ?? [];
      expect(rows.length).toBeGreaterThan(200);
    }
  });
});
