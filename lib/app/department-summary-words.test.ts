import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, summaryOf } from '../../test/support/department-summaries.ts';
import type { GapState } from '../domain/gap.ts';
import { gapStates } from '../i18n/gap.ts';
import { summaryDefinitions } from '../i18n/summary-definitions.ts';
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

describe('the look back over four weeks', () => {
  const gap = (state: GapState) => ({ shown: true, state, flagged: state === 'split' }) as const;
  const { review } = summaryOf();
  const about = (state: GapState) => ({
    ...review,
    gap: gap(state) as typeof review.gap,
  });

  it.each(['ja', 'en'] as const)('says in %s what the page about the spread says', (language) => {
    for (const state of ['split', 'mostlyUnused', 'closing', 'concentrated', 'even'] as const) {
      const words = departmentSummaryInWords(summaryOf({ review: about(state) }), language);
      expect(words.review.at(-1)).toBe(gapStates[language][state].says);
    }
  });

  it('calls use in each of four weeks by that name, not by that of twelve', () => {
    for (const language of ['ja', 'en'] as const) {
      const widened = summaryOf({ review: about('split'), changed: { rule: 'gapWidened' } });
      const { review: lines, whyChosen } = departmentSummaryInWords(widened, language);
      const { M10 } = summaryDefinitions[language];
      for (const text of [...lines.slice(-1), whyChosen, M10.meaning]) {
        expect(text).not.toMatch(/習慣|habit/i);
        expect(text).toMatch(/毎週使|every week/);
      }
    }
  });
});
