import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, summaryOf } from '../../test/support/department-summaries.ts';
import { departmentSummaryInWords, type LineInWords } from './department-summary-words.ts';

/** The line of a department whose 84 days are this pattern's end, days off before it. */
function lineInWords(pattern: string, language: 'ja' | 'en' = 'ja'): LineInWords {
  const line = lineOf('営業部', pattern.padStart(84, 'x'), { current: 0, longest: 0 });
  return departmentSummaryInWords(summaryOf({ line }), language).line;
}

describe('days before a department began', () => {
  it('are neither counted nor drawn as days off', () => {
    const { days, alt, entering } = lineInWords('kkmkkxxkkkkkxx');
    expect(days).toHaveLength(28);
    expect(days.filter(({ state }) => state === 'blank')).toHaveLength(14);
    expect(days[14]?.state).toBe('kept');
    expect(entering).toBe(false);
    expect(alt).toBe('営業部の線、この 4 週間。つながった日 9 日、あいた日 1 日、休み 4 日。');
  });

  it('are the whole line of one that has not begun', () => {
    expect(lineInWords('')).toMatchObject({ days: [], facts: '線はこれから始まります。' });
    expect(lineInWords('', 'en').alt).toBe('The line is about to begin.');
  });

  it('are none once it began, however long it was off', () => {
    const { days, alt } = lineInWords(`k${'x'.repeat(30)}`);
    expect(days.every(({ state }) => state === 'off')).toBe(true);
    expect(alt).toContain('休み 28 日');
  });

  it('come first and never again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[kmx]{0,40}$/), (pattern) => {
        const states = lineInWords(pattern).days.map(({ state }) => state);
        const began = states.findIndex((state) => state !== 'blank');
        expect(states.slice(Math.max(0, began))).not.toContain('blank');
        expect(states).toHaveLength(/[km]/.test(pattern) ? 28 : 0);
      }),
    );
  });
});
