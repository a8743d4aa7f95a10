import { describe, expect, it } from 'vitest';
import { HOLIDAYS } from '../../content/holidays.ts';
import { day } from '../../test/support/history.ts';
import { holidaysKnownUntil, nationalHoliday } from './holidays.ts';

describe('national holidays of Japan', () => {
  it.each([
    ['2026-05-06', '振替休日', 'a substitute after a holiday Sunday, pushed past two holidays'],
    ['2026-09-22', '休日', '国民の休日: between 敬老の日 and 秋分の日'],
    ['2019-04-30', '休日', 'before the accession'],
    ['2019-05-01', '休日', 'the accession'],
    ['2019-10-22', '休日', 'the enthronement'],
    ['2020-02-23', '天皇誕生日', 'the birthday moved with the emperor'],
    ['2020-02-24', '振替休日', 'and has its own substitute'],
    ['2018-12-24', '振替休日', 'the former birthday’s'],
    ['2020-07-24', 'スポーツの日', 'planned opening of the Tokyo games'],
    ['2021-07-22', '海の日', 'moved for the games'],
    ['2021-07-23', 'スポーツの日', 'moved for the games'],
    ['2021-08-09', '振替休日', '山の日 moved to a Sunday'],
    ['2026-11-23', '勤労感謝の日', 'a Monday'],
    ['2032-09-21', '休日', 'the next 国民の休日 after 2026'],
  ])('%s is %s: %s', (key, name) => {
    expect(nationalHoliday(HOLIDAYS, 'JP', day(key))?.ja).toContain(name);
  });

  it.each([
    ['2021-10-11', 'moved away for the games'],
    ['2021-07-19', 'moved away for the games'],
    ['2019-12-23', 'no longer a birthday'],
    ['2027-09-22', 'nothing to be between'],
    ['2026-12-31', 'custom, not law'],
    ['2026-08-13', 'お盆 is a closure, not a holiday'],
    ['2051-01-01', 'after the data'],
    ['2014-01-01', 'before the data'],
  ])('%s is none: %s', (key) => {
    expect(nationalHoliday(HOLIDAYS, 'JP', day(key))).toBeUndefined();
  });

  it('has both languages', () => {
    expect(nationalHoliday(HOLIDAYS, 'JP', day('2026-01-01'))).toEqual({
      ja: '元日',
      en: "New Year's Day",
    });
  });

  it('says how far the data reaches', () => {
    expect(holidaysKnownUntil(HOLIDAYS, 'JP')).toBe('2050-12-31');
  });

  it('knows nothing of a country without data', () => {
    expect(nationalHoliday(HOLIDAYS, 'FR', day('2026-01-01'))).toBeUndefined();
    expect(holidaysKnownUntil(HOLIDAYS, 'FR')).toBeUndefined();
    expect(holidaysKnownUntil({ XX: { names: [], years: {} } }, 'XX')).toBeUndefined();
  });
});
