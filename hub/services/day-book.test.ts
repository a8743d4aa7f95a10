import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayUses } from '../repositories/day-uses.ts';
import { createDayBook, type DayBook } from './day-book.ts';

const FIRST = 20_000;
const MEMBERS = Array.from({ length: 90 }, (_, index) => `m${index}`);

/** A member's day as the test has it. */
interface DayOfUse {
  readonly day: number;
  readonly memberId: string;
  readonly visits: number;
  readonly promptsStarted: number;
  readonly selfReported: number;
}

/** As the database hands it over: each member once a day, in one text. */
function usesOf(rows: readonly DayOfUse[]): DayUses[] {
  return [...Map.groupBy(rows, ({ day }) => day)].map(([day, own]) => ({
    day,
    text: own
      .map((row) => {
        const flags = (row.visits > 0 ? 1 : 0) + row.selfReported * 2;
        return `${row.memberId} ${row.promptsStarted * 4 + flags}`;
      })
      .join(';'),
  }));
}

const rowOn = (fromDay: number, toDay: number): fc.Arbitrary<DayOfUse> =>
  fc.record({
    day: fc.integer({ min: fromDay, max: toDay }),
    memberId: fc.constantFrom(...MEMBERS),
    visits: fc.integer({ min: 0, max: 3 }),
    promptsStarted: fc.integer({ min: 0, max: 5 }),
    selfReported: fc.constantFrom(0, 1),
  });

const replacing = fc
  .tuple(fc.integer({ min: FIRST - 3, max: FIRST + 20 }), fc.integer({ min: 0, max: 4 }))
  .chain(([fromDay, more]) =>
    fc.record({
      fromDay: fc.constant(fromDay),
      toDay: fc.constant(fromDay + more),
      rows: fc.uniqueArray(rowOn(fromDay, fromDay + more), {
        maxLength: 120,
        selector: ({ day, memberId }) => `${day} ${memberId}`,
      }),
    }),
  );

/** The same by the plainest means: a map of days to maps of members. */
function createModel() {
  const days = new Map<number, Map<string, string>>();
  return {
    days,
    replace(fromDay: number, toDay: number, rows: readonly DayOfUse[]): Set<string> {
      const changed = new Set<string>();
      for (let day = Math.max(fromDay, FIRST); day <= toDay; day += 1) {
        const after = new Map<string, string>();
        for (const memberId of MEMBERS) {
          const own = rows.filter((row) => row.day === day && row.memberId === memberId);
          const visited = own.some(({ visits }) => visits > 0);
          const byHand = own.some(({ selfReported }) => selfReported > 0);
          const prompts = own.reduce((sum, { promptsStarted }) => sum + promptsStarted, 0);
          if (visited || byHand || prompts > 0) {
            after.set(memberId, `${visited ? 1 : 0} ${prompts} ${byHand}`);
          }
        }
        for (const memberId of MEMBERS) {
          if (days.get(day)?.get(memberId) !== after.get(memberId)) changed.add(memberId);
        }
        days.set(day, after);
      }
      return changed;
    },
  };
}

function contents(book: DayBook, memberIds: readonly string[]): string[] {
  return [...book.useOf(memberIds)]
    .map(
      (row) => `${row.day} ${row.memberId} ${row.visits} ${row.promptsStarted} ${row.selfReported}`,
    )
    .toSorted();
}

describe('the day book', () => {
  it('holds what was written last of each day, and knows who changed', () => {
    fc.assert(
      fc.property(fc.array(replacing, { maxLength: 8 }), (steps) => {
        const book = createDayBook(FIRST);
        const model = createModel();
        for (const { fromDay, toDay, rows } of steps) {
          book.replaceDays(fromDay, toDay, usesOf(rows));
          expect(book.takeChanged()).toEqual(model.replace(fromDay, toDay, rows));
        }
        const expected = [...model.days].flatMap(([day, people]) =>
          [...people].map(([memberId, facts]) => `${day} ${memberId} ${facts}`),
        );
        expect(contents(book, MEMBERS)).toEqual(expected.toSorted());
        expect(contents(book, ['nobody'])).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('forgets who changed once it was asked, and counts a day said again as no change', () => {
    const book = createDayBook(FIRST);
    const row = { day: FIRST, memberId: 'a', visits: 1, promptsStarted: 2, selfReported: 0 };
    book.replaceDays(FIRST, FIRST, usesOf([row]));
    expect(book.takeChanged()).toEqual(new Set(['a']));
    book.replaceDays(FIRST, FIRST, usesOf([row]));
    expect(book.takeChanged()).toEqual(new Set());
    book.replaceDays(FIRST, FIRST, usesOf([]));
    expect(book.takeChanged()).toEqual(new Set(['a']));
    expect(contents(book, ['a'])).toEqual([]);
  });

  it('passes over days far away', () => {
    const book = createDayBook(FIRST);
    const far = { memberId: 'a', visits: 1, promptsStarted: 0, selfReported: 0 };
    book.replaceDays(FIRST - 1, FIRST - 1, usesOf([{ ...far, day: FIRST - 1 }]));
    book.replaceDays(FIRST + 1000, FIRST + 1000, usesOf([{ ...far, day: FIRST + 1000 }]));
    expect(contents(book, ['a'])).toEqual([]);
    expect(book.takeChanged()).toEqual(new Set());
  });

  it('tells the same of members who were expected, and nothing of those who never came', () => {
    const days = usesOf([
      { day: FIRST, memberId: 'b', visits: 1, promptsStarted: 2, selfReported: 0 },
      { day: FIRST, memberId: 'a', visits: 0, promptsStarted: 0, selfReported: 1 },
    ]);
    const [plain, expecting] = [createDayBook(FIRST), createDayBook(FIRST)];
    expecting.expect(['a', 'never', 'a']);
    for (const book of [plain, expecting]) book.replaceDays(FIRST, FIRST, days);
    const all = ['a', 'b', 'never'];
    expect([...expecting.useOf(all)]).toEqual([...plain.useOf(all)]);
    expect(expecting.takeChanged()).toEqual(new Set(['a', 'b']));
  });
});
