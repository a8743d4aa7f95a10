import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../test/support/history.ts';
import { createCalendar, type Calendar } from './calendar.ts';
import { addDays, dayRange, type DayKey } from './day.ts';
import { computeLine, dayStates, type LineInput } from './line.ts';

/** A history as plain choices, so that a counterexample can be read and changed. */
interface History {
  readonly from: DayKey;
  /** One mark a day from `from` on: n(othing), k(ept), s(elf-reported), o(ff, not used), O(ff, used). */
  readonly marks: readonly ('n' | 'k' | 's' | 'o' | 'O')[];
  /** How many days after `from` the person's first day is; earlier days are before the beginning. */
  readonly startedAfter: number;
  readonly weeklyGoal: number;
}

/** Mostly kept days, as in a life with a habit: misses have to be rare for repairs to matter. */
const mark = fc.oneof(
  { weight: 10, arbitrary: fc.constant('k' as const) },
  { weight: 4, arbitrary: fc.constant('n' as const) },
  { weight: 1, arbitrary: fc.constantFrom('s' as const, 'o' as const, 'O' as const) },
);
const history: fc.Arbitrary<History> = fc.record({
  from: fc.integer({ min: 0, max: 1200 }).map((days) => addDays(day('2024-01-01'), days)),
  marks: fc.array(mark, { minLength: 1, maxLength: 150 }),
  startedAfter: fc.integer({ min: 0, max: 20 }),
  weeklyGoal: fc.integer({ min: 1, max: 7 }),
});

function input({ from, marks, startedAfter, weeklyGoal }: History): LineInput {
  const on = (wanted: string): DayKey[] =>
    marks.flatMap((each, index) => (wanted.includes(each) ? [addDays(from, index)] : []));
  return {
    days: { kept: new Set(on('kO')), selfReported: new Set(on('s')) },
    calendar: workweekOff(on('oO')),
    startedOn: addDays(from, startedAfter),
    today: addDays(from, marks.length - 1),
    weeklyGoal,
  };
}

function workweekOff(days: readonly DayKey[]): Calendar {
  const leave = days.map((each) => ({ from: each, to: each }));
  return createCalendar({ country: 'ZZ', weekdays: [1, 2, 3, 4, 5], closures: [], leave }, {});
}

/** The four counts of a line and its strength, for comparing lines. */
function figures(lineInput: LineInput): Record<string, number> {
  const { current, longest, weeks, strength } = computeLine(lineInput);
  return { current, longest, weeks: weeks.current, longestWeeks: weeks.longest, strength };
}

/** Names of the figures that are smaller than before; the last digits of a strength do not count. */
function shortened(after: Record<string, number>, before: Record<string, number>): string[] {
  return Object.keys(before).filter((name) => (after[name] ?? 0) < (before[name] ?? 0) - 1e-9);
}

/** All days of a history with one mark replaced. */
function withMark(each: History, index: number, replacement: History['marks'][number]): History {
  return { ...each, marks: each.marks.with(index, replacement) };
}

const historyWithIndex = history.chain((each) =>
  fc.tuple(fc.constant(each), fc.nat({ max: each.marks.length - 1 })),
);

describe('a line, whatever the history', () => {
  it('does not depend on the order in which days came in, nor on repeats', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (each, random) => {
        const tidy = input(each);
        const shuffled = [...tidy.days.kept]
          .map((key) => ({ key, order: Number(random.next().value) }))
          .toSorted((a, b) => a.order - b.order)
          .map(({ key }) => key);
        const messy = {
          ...tidy,
          days: {
            kept: new Set([...shuffled, ...shuffled]),
            // A day that both has a visit and a mark is a day with a visit.
            selfReported: new Set([...tidy.days.selfReported, ...shuffled.slice(0, 3)]),
          },
        };
        expect(computeLine(messy)).toEqual(computeLine(tidy));
      }),
    );
  });

  it('is the same when the whole calendar moves by weeks that keep the months (400 years)', () => {
    fc.assert(
      fc.property(history, (each) => {
        const moved = { ...each, from: addDays(each.from, 146_097) };
        expect(figures(input(moved))).toEqual(figures(input(each)));
      }),
    );
  });

  it('in the first four weeks, where repairs go by week, is the same when moved by any weeks', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: -50, max: 50 }), (each, weeks) => {
        const first = { ...each, marks: each.marks.slice(0, each.startedAfter + 28) };
        const moved = { ...first, from: addDays(first.from, weeks * 7) };
        expect(figures(input(moved))).toEqual(figures(input(first)));
      }),
    );
  });

  it('weeks and strength do not change when moved by any weeks', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: -50, max: 50 }), (each, weeks) => {
        const { weeks: kept, strength } = computeLine(input(each));
        const moved = computeLine(input({ ...each, from: addDays(each.from, weeks * 7) }));
        expect({ kept: moved.weeks, strength: moved.strength }).toEqual({ kept, strength });
      }),
    );
  });

  it('is never shortened by turning a missed day into a day off', () => {
    fc.assert(
      fc.property(historyWithIndex, ([each, index]) => {
        fc.pre(each.marks[index] === 'n');
        const off = figures(input(withMark(each, index, 'o')));
        expect(shortened(off, figures(input(each)))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is never shortened by a visit-day that comes in late', () => {
    fc.assert(
      fc.property(historyWithIndex, ([each, index]) => {
        const used = { n: 'k', k: 'k', s: 'k', o: 'O', O: 'O' } as const;
        const late = figures(input(withMark(each, index, used[each.marks[index] ?? 'k'])));
        expect(shortened(late, figures(input(each)))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not change by use on a day off', () => {
    fc.assert(
      fc.property(historyWithIndex, ([each, index]) => {
        const unused = figures(input(withMark(each, index, 'o')));
        expect(figures(input(withMark(each, index, 'O')))).toEqual(unused);
      }),
    );
  });

  it('never takes back what it showed: kept and repaired days stay, the longest never shrinks', () => {
    fc.assert(
      fc.property(historyWithIndex, ([each, index]) => {
        const then = input({ ...each, marks: each.marks.slice(0, index + 1) });
        const now = input(each);
        const seen = dayStates(then, each.from, then.today);
        const later = dayStates({ ...now, calendar: then.calendar }, each.from, then.today);
        const settled = seen.filter(({ state }) => state !== 'missed' && state !== 'open');
        expect(later).toEqual(expect.arrayContaining(settled));
        expect(computeLine(now).longest).toBeGreaterThanOrEqual(computeLine(then).longest);
      }),
    );
  });

  it('counts no more days than there were scheduled days with a visit', () => {
    fc.assert(
      fc.property(history, (each) => {
        const all = input(each);
        const { current, longest, strength, days } = computeLine(all);
        const used = dayRange(each.from, all.today).filter(
          (key) =>
            all.calendar.isScheduled(key) &&
            (all.days.kept.has(key) || all.days.selfReported.has(key)),
        );
        expect(current).toBeLessThanOrEqual(longest);
        expect(longest).toBeLessThanOrEqual(used.length);
        expect(strength).toBeGreaterThanOrEqual(0);
        expect(strength).toBeLessThan(100);
        expect(days.map((shown) => shown.day)).toEqual(
          dayRange(addDays(all.today, -83), all.today),
        );
      }),
    );
  });
});

describe('one miss', () => {
  /** A kept history of whole weeks with one scheduled day taken out. */
  const oneMiss = fc
    .record({
      from: fc.integer({ min: 0, max: 170 }).map((weeks) => addDays(day('2024-01-01'), weeks * 7)),
      weeks: fc.integer({ min: 2, max: 40 }),
      missed: fc.nat(),
    })
    .map(({ from, weeks, missed }) => {
      const marks = Array.from({ length: weeks * 7 }, () => 'k' as const);
      const week = missed % (weeks - 1);
      const full: History = { from, marks, startedAfter: 0, weeklyGoal: 3 };
      return { full, miss: withMark(full, week * 7 + (missed % 5), 'n') };
    });

  it('costs the line one day and no more', () => {
    fc.assert(
      fc.property(oneMiss, ({ full, miss }) => {
        const before = figures(input(full));
        const after = figures(input(miss));
        expect(after).toMatchObject({
          current: (before['current'] ?? 0) - 1,
          longest: (before['longest'] ?? 0) - 1,
          weeks: before['weeks'],
        });
      }),
    );
  });

  it('costs at most 5.2 points of strength, whatever the history (Lally 2010)', () => {
    fc.assert(
      fc.property(historyWithIndex, ([each, index]) => {
        const kept = figures(input(withMark(each, index, 'k')));
        const missed = figures(input(withMark(each, index, 'n')));
        expect((kept['strength'] ?? 0) - (missed['strength'] ?? 0)).toBeLessThan(5.2);
      }),
    );
  });
});
