import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type DayKey } from '../../lib/domain/day.ts';
import {
  bridgePath,
  daysToLine,
  layoutLine,
  MEASURES,
  type LineMark,
  type LineSize,
  type MarkState,
} from './layout.ts';

const MONDAY = '2026-11-02' as DayKey;
const LETTERS: Readonly<Record<string, MarkState>> = {
  k: 'kept',
  s: 'selfReported',
  o: 'open',
  m: 'missed',
  r: 'repaired',
  '-': 'off',
  a: 'ahead',
  _: 'blank',
};

/** Days from a Monday on, one letter each. */
function marks(letters: string): LineMark[] {
  return [...letters].map((letter, index) => ({
    day: addDays(MONDAY, index),
    state: LETTERS[letter]!,
  }));
}

/** The strokes by the letters' places: `run 0-4`. A place between two days is the nearest one. */
function strokes(letters: string, entering = false): string[] {
  const layout = layoutLine(marks(letters), 'board', { entering });
  const place = (x: number) => {
    if (x === 0) return 'edge';
    const distances = layout.marks.map((mark) => Math.abs(mark.x - x));
    return String(distances.indexOf(Math.min(...distances)));
  };
  return layout.strokes.map(({ kind, from, to }) => `${kind} ${place(from)}-${place(to)}`);
}

describe('joining days into a line', () => {
  it.each([
    ['kept days are one stroke', 'kkkk', ['run 0-3']],
    ['a single kept day is a dot without a stroke', 'mkm', []],
    ['a self-reported day belongs to the line', 'ksk', ['run 0-2']],
    ['the line passes through days off', 'kkkkk--kk', ['run 0-8']],
    ['a missed day leaves a gap', 'kkmkk', ['run 0-1', 'run 3-4']],
    [
      'a repaired day is bridged from its neighbours',
      'kkrkk',
      ['run 0-1', 'bridge 1-3', 'run 3-4'],
    ],
    ['a bridge reaches over a weekend', 'kr--k', ['bridge 0-4']],
    ['today not used yet is reached thinly', 'kko', ['run 0-1', 'reach 1-2']],
    ['today after a missed day stands alone', 'kmo', []],
    ['today after a weekend is reached through it', 'k--o', ['reach 0-3']],
    ['a line that ends on a weekend runs through it', 'kk--', ['run 0-3']],
    ['days to come are not joined', 'kkaa', ['run 0-1']],
    ['a weekend before the first visit is not joined', '--k', []],
    ['a missed day ends it before a weekend', 'km--', []],
    ['nothing comes of nothing', '', []],
  ])('%s', (_, letters, expected) => {
    expect(strokes(letters)).toEqual(expected);
  });

  it('comes in from the edge when it was running before', () => {
    expect(strokes('kk', true)).toEqual(['run edge-1']);
    expect(strokes('--kk', true)).toEqual(['run edge-3']);
    expect(strokes('rk', true)).toEqual(['bridge edge-1']);
    expect(strokes('mk', true)).toEqual([]);
  });
});

const anyMarks = fc
  .array(fc.constantFrom(...Object.keys(LETTERS)), { maxLength: 120 })
  .map((letters) => marks(letters.join('')));
const anySize = fc.constantFrom<LineSize>('small', 'popup', 'board');

describe('places', () => {
  it('keep the order of days, inside the drawing, whatever the history', () => {
    fc.assert(
      fc.property(anyMarks, anySize, fc.boolean(), (days, size, entering) => {
        const {
          marks: placed,
          strokes: drawn,
          width,
          weeks,
        } = layoutLine(days, size, { entering });
        // Four weeks fill the popup's width; more than that is never asked of it.
        if (size === 'popup' && days.length > 28) return;
        placed.forEach(({ x }, index) => {
          expect(x).toBeGreaterThan(placed[index - 1]?.x ?? 0);
          expect(x).toBeLessThan(width);
        });
        for (const { from, to } of drawn) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(width);
        }
        weeks.slice(1).forEach(({ from }, index) => expect(from).toBe(weeks[index]!.to));
      }),
    );
  });

  it('give four weeks of five working days the whole width of the popup', () => {
    const { marks: placed, width } = layoutLine(marks('kkkkk--'.repeat(4)), 'popup');
    expect(width).toBe(320);
    expect(placed.at(-1)!.x).toBeCloseTo(320 - MEASURES.popup.offStep / 2, 1);
  });

  it('cut at Mondays, so that weeks can wrap', () => {
    const { weeks } = layoutLine(marks('kkkkk--kkkkk--k'), 'board');
    expect(weeks.map(({ day }) => day)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16']);
  });
});

describe('lines side by side', () => {
  it('put every day at one place and end together, whoever began later or has days off', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.constantFrom(...Object.keys(LETTERS)), { minLength: 28, maxLength: 28 }),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        (company) => {
          const lines = company.map((letters) => marks(letters.join('')));
          const wide = daysToLine(lines);
          const [first, ...others] = lines.map((days) => layoutLine(days, 'small', { wide }));
          for (const other of others) {
            expect(other.marks.map(({ x }) => x)).toEqual(first!.marks.map(({ x }) => x));
            expect(other.width).toBe(first!.width);
          }
        },
      ),
    );
  });

  it('leave a day off that all of them have as narrow as in a line alone', () => {
    const line = marks('kkkkk--');
    expect(layoutLine(line, 'small', { wide: daysToLine([line, marks('____k--')]) })).toEqual(
      layoutLine(line, 'small'),
    );
  });
});

describe('a bridge', () => {
  it('rises above the line and stays inside the drawing', () => {
    for (const to of [20, 60, 200]) {
      const peak = Number(
        /Q[\d.]+ (-?[\d.]+) /.exec(bridgePath({ kind: 'bridge', from: 0, to }, MEASURES.popup))![1],
      );
      // A quadratic's top is half-way to its control point.
      const top = (MEASURES.popup.baseline + peak) / 2;
      expect(top).toBeLessThan(MEASURES.popup.baseline);
      expect(top).toBeGreaterThan(0);
    }
  });
});
