import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, entry } from '../../test/support/history.ts';
import { ledgerDaySchema } from '../contract/ledger.ts';
import { dayOfEpoch } from './day.ts';
import {
  addEntries,
  addLedgers,
  addToDay,
  dayTotal,
  EMPTY_ENTRY,
  isSelfReportedOnly,
  isVisitDay,
  mergeEntries,
  mergeLedgers,
  MOST_COUNTED,
  type Ledger,
  type LedgerEntry,
} from './ledger.ts';

const count = fc.nat({ max: 1000 });
/** Few ids, so that histories meet; the odd ones are ids like any other. */
const id = fc.constantFrom('quote', 'minutes', 'close', 'constructor', '__proto__');
const anyEntry: fc.Arbitrary<LedgerEntry> = fc.record({
  visits: count,
  engagedSeconds: fc.nat({ max: 86_400 }),
  promptsStarted: count,
  selfReported: fc.boolean(),
  runs: fc.array(fc.tuple(id, count), { maxLength: 3 }).map(Object.fromEntries),
});
const tools = fc
  .array(fc.tuple(fc.constantFrom('chatgpt', 'gemini', 'constructor'), anyEntry), { maxLength: 3 })
  .map(Object.fromEntries);
const anyLedger: fc.Arbitrary<Ledger> = fc
  .array(fc.tuple(fc.integer({ min: 20_000, max: 20_005 }).map(dayOfEpoch), tools), {
    maxLength: 5,
  })
  .map(Object.fromEntries);

describe('merging histories of one device', () => {
  it('is commutative: who delivers first makes no difference', () => {
    fc.assert(
      fc.property(anyLedger, anyLedger, (a, b) => {
        expect(mergeLedgers(a, b)).toEqual(mergeLedgers(b, a));
      }),
    );
  });

  it('is associative: how deliveries are bundled makes no difference', () => {
    fc.assert(
      fc.property(anyLedger, anyLedger, anyLedger, (a, b, c) => {
        expect(mergeLedgers(mergeLedgers(a, b), c)).toEqual(mergeLedgers(a, mergeLedgers(b, c)));
      }),
    );
  });

  it('is idempotent: a repeated delivery makes no difference, nor does an empty one', () => {
    fc.assert(
      fc.property(anyLedger, anyLedger, (a, b) => {
        const merged = mergeLedgers(a, b);
        expect(mergeLedgers(a, a)).toEqual(a);
        expect(mergeLedgers(merged, b)).toEqual(merged);
        expect(mergeLedgers(a, {})).toEqual(a);
      }),
    );
  });

  it('loses nothing: no number falls and no day disappears', () => {
    fc.assert(
      fc.property(anyLedger, anyLedger, (a, b) => {
        const merged = mergeLedgers(a, b);
        for (const [key, known] of Object.entries(a)) {
          const total = dayTotal(merged[day(key)] ?? {});
          expect(total.visits).toBeGreaterThanOrEqual(dayTotal(known).visits);
          expect(isVisitDay(merged[day(key)])).toBe(isVisitDay(known) || isVisitDay(b[day(key)]));
        }
      }),
    );
  });

  it('takes the larger of each part', () => {
    const a = entry({ visits: 3, promptsStarted: 1, runs: { quote: 2 } });
    const b = entry({ visits: 1, promptsStarted: 4, selfReported: true, runs: { close: 1 } });
    expect(mergeEntries(a, b)).toEqual(
      entry({ visits: 3, promptsStarted: 4, selfReported: true, runs: { quote: 2, close: 1 } }),
    );
  });

  it('changes neither of what it was given', () => {
    fc.assert(
      fc.property(anyLedger, anyLedger, (a, b) => {
        const before = structuredClone([a, b]);
        mergeLedgers(a, b);
        addLedgers([a, b]);
        expect([a, b]).toEqual(before);
      }),
    );
  });
});

describe('adding up devices', () => {
  it('adds numbers and keeps marks, in any order of devices', () => {
    fc.assert(
      fc.property(anyLedger, anyLedger, (a, b) => {
        expect(addLedgers([a, b])).toEqual(addLedgers([b, a]));
        expect(addLedgers([a])).toEqual(a);
      }),
    );
    expect(addLedgers([])).toEqual({});
    expect(
      addEntries(
        entry({ visits: 1, runs: { quote: 1 } }),
        entry({ visits: 2, runs: { quote: 1 } }),
      ),
    ).toEqual(entry({ visits: 3, runs: { quote: 2 } }));
  });

  it('keeps a day’s engaged seconds within a day (M1)', () => {
    const full = entry({ engagedSeconds: 80_000 });
    expect(addEntries(full, full).engagedSeconds).toBe(86_400);
    expect(dayTotal({ chatgpt: full, gemini: full }).engagedSeconds).toBe(86_400);
  });

  it('adds to a tool’s entry and leaves the others alone', () => {
    const gemini = entry({ visits: 5 });
    const one = entry({ visits: 1 });
    const added = addToDay(addToDay({ gemini }, 'chatgpt', one), 'chatgpt', one);
    expect(added).toEqual({ gemini, chatgpt: entry({ visits: 2 }) });
    expect(addToDay({}, 'constructor', one)).toEqual({ constructor: one });
  });
});

describe('visit-days (M2)', () => {
  it.each([
    ['nothing', undefined, false, false],
    ['no tool', {}, false, false],
    ['seconds below a visit', { chatgpt: entry({ engagedSeconds: 20 }) }, false, false],
    ['a visit', { chatgpt: entry({ visits: 1 }) }, true, false],
    ['a mark', { chatgpt: entry({ selfReported: true }) }, true, true],
    [
      'a mark beside seconds',
      { claude: entry({ selfReported: true, engagedSeconds: 5 }) },
      true,
      true,
    ],
    [
      'a visit to one tool, a mark for another',
      { chatgpt: entry({ visits: 1 }), claude: entry({ selfReported: true }) },
      true,
      false,
    ],
  ])('%s', (_, seen, visited, selfReportedOnly) => {
    expect(isVisitDay(seen)).toBe(visited);
    expect(isSelfReportedOnly(seen)).toBe(selfReportedOnly);
  });

  it('an empty day’s total is the empty entry', () => {
    expect(dayTotal({})).toEqual(EMPTY_ENTRY);
  });
});

it('keeps a count at its most readable, whatever is added', () => {
  const full = {
    ...EMPTY_ENTRY,
    visits: MOST_COUNTED,
    promptsStarted: MOST_COUNTED,
    runs: { w: MOST_COUNTED },
  };
  const kept = addToDay({ claude: full }, 'claude', {
    ...EMPTY_ENTRY,
    visits: 1,
    promptsStarted: 1,
    runs: { w: 1 },
  });
  expect(kept).toEqual({ claude: full });
  expect(ledgerDaySchema.safeParse(kept).success).toBe(true);
});
