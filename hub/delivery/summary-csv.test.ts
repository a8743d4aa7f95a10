import { describe, expect, it } from 'vitest';
import { lineOf, summaryOf } from '../../test/support/department-summaries.ts';
import { summaryCsv } from './summary-csv.ts';

/** The states of the line, day by day, of a pattern as `lineOf` takes it. */
function states(pattern: string): string[] {
  const csv = summaryCsv(summaryOf({ line: lineOf('営業部', pattern) }), 'ja');
  const lines = csv.trimEnd().split('\r\n');
  return lines
    .slice(lines.indexOf('day,department,state') + 1)
    .map((line) => line.split(',')[2] ?? 'none');
}

describe('a week as CSV', () => {
  it('leaves the days before a department began without a state, as the drawing does', () => {
    expect(states('kmxk'.padStart(84, 'x'))).toEqual([
      ...Array<string>(80).fill(''),
      'kept',
      'missed',
      'off',
      'kept',
    ]);
    expect(states('x'.repeat(84))).toEqual(Array<string>(84).fill(''));
    expect(states('kmx'.padEnd(84, 'k')).slice(0, 3)).toEqual(['kept', 'missed', 'off']);
  });

  it('says in each language what the states mean, an empty one too', () => {
    const comment = (language: 'ja' | 'en') =>
      summaryCsv(summaryOf(), language)
        .split('\r\n')
        .find((line) => line.includes('# state'));
    for (const state of ['kept', 'missed', 'open', 'off']) {
      expect([comment('ja'), comment('en')]).toEqual([
        expect.stringContaining(state),
        expect.stringContaining(state),
      ]);
    }
    expect(comment('ja')).toContain('空欄は部署が始まる前の日');
    expect(comment('en')).toContain('empty before the department began');
  });
});
