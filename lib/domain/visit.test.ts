import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayKey } from './day.ts';
import { addLedgers, dayTotal, type Ledger, type LedgerEntry } from './ledger.ts';
import {
  advance,
  NOTHING_COUNTED,
  untilVisitMs,
  VISIT_GAP_MS,
  VISIT_MS,
  withMessageId,
  type CountingState,
  type EngagedInterval,
} from './visit.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** 2026-11-24 09:00 in Tokyo. */
const NINE = Date.parse('2026-11-24T00:00:00Z');
const TOKYO = 540;
let messages = 0;

interface Told {
  readonly at: number;
  readonly for: number;
  readonly tool?: string;
  readonly offset?: number;
  readonly prompts?: number;
  readonly id?: string;
}

function interval(told: Told): EngagedInterval {
  messages += 1;
  return {
    tool: told.tool ?? 'chatgpt',
    fromMs: told.at,
    toMs: told.at + told.for,
    utcOffsetMinutes: told.offset ?? TOKYO,
    promptsStarted: told.prompts ?? 0,
    messageId: told.id ?? `message ${messages}`,
  };
}

/** The ledger after counting intervals in the order given; the clock stands at the latest end, or at `nowMs`. */
function count(intervals: readonly EngagedInterval[], nowMs?: number) {
  let state: CountingState = NOTHING_COUNTED;
  const added: Ledger[] = [];
  let latest = 0;
  for (const each of intervals) {
    latest = Math.max(latest, each.toMs);
    const step = advance(state, each, nowMs ?? latest);
    state = step.state;
    for (const credit of step.credits) {
      added.push({ [credit.day]: { [credit.tool]: credit.added } });
    }
  }
  return { state, ledger: addLedgers(added) };
}

function entry(ledger: Ledger, day = '2026-11-24', tool = 'chatgpt'): LedgerEntry | undefined {
  return ledger[day as DayKey]?.[tool];
}

/** The same time told in pieces of `pieceMs`. */
function inPieces(told: Told, pieceMs: number): EngagedInterval[] {
  const pieces: EngagedInterval[] = [];
  for (let done = 0; done < told.for; done += pieceMs) {
    pieces.push(interval({ ...told, at: told.at + done, for: Math.min(pieceMs, told.for - done) }));
  }
  return pieces;
}

const ofOneTool = (each: Told) => interval({ ...each, tool: 'chatgpt' });

/** Engaged seconds of all tools by day. */
function secondsOfDays(ledger: Ledger): Record<string, number> {
  return Object.fromEntries(
    Object.entries(ledger).map(([day, of]) => [day, dayTotal(of).engagedSeconds]),
  );
}

describe('a visit (METRICS.md M1)', () => {
  it.each([
    ['29.999 s make none', [{ at: 0, for: 29_999 }], 0, 29],
    ['30 s make one', [{ at: 0, for: 30_000 }], 1, 30],
    [
      '30 s in two parts make one',
      [
        { at: 0, for: 20_000 },
        { at: 5 * MINUTE, for: 10_000 },
      ],
      1,
      30,
    ],
    ['an hour is one visit', [{ at: 0, for: 60 * MINUTE }], 1, 3600],
    [
      'a gap just under 15 min goes on',
      [
        { at: 0, for: 30_000 },
        { at: 30_000 + VISIT_GAP_MS - 1, for: 30_000 },
      ],
      1,
      60,
    ],
    [
      'a gap of 15 min begins another',
      [
        { at: 0, for: 30_000 },
        { at: 30_000 + VISIT_GAP_MS, for: 30_000 },
      ],
      2,
      60,
    ],
    [
      'short looks far apart never add up',
      [
        { at: 0, for: 20_000 },
        { at: 20 * MINUTE, for: 20_000 },
      ],
      0,
      40,
    ],
    ['an empty interval counts nothing', [{ at: 0, for: 0 }], undefined, undefined],
  ] satisfies [string, Told[], number | undefined, number | undefined][])(
    '%s',
    (_, told, visits, engagedSeconds) => {
      const { ledger } = count(told.map((each) => interval({ ...each, at: NINE + each.at })));
      expect(entry(ledger)?.visits).toBe(visits);
      expect(entry(ledger)?.engagedSeconds).toBe(engagedSeconds);
    },
  );

  it('belongs to its tool: 20 s in each of two tools make none', () => {
    const { ledger } = count([
      interval({ at: NINE, for: 20_000 }),
      interval({ at: NINE + 20_000, for: 20_000, tool: 'claude' }),
    ]);
    expect(entry(ledger)?.visits).toBe(0);
    expect(entry(ledger, '2026-11-24', 'claude')?.visits).toBe(0);
  });

  it('two tools engaged at the same instants share the time, they do not double it', () => {
    const { ledger } = count([
      interval({ at: NINE, for: 60_000 }),
      interval({ at: NINE + 30_000, for: 60_000, tool: 'claude' }),
    ]);
    expect(entry(ledger)?.engagedSeconds).toBe(60);
    expect(entry(ledger, '2026-11-24', 'claude')?.engagedSeconds).toBe(30);
  });

  it('milliseconds add up to whole seconds over the day', () => {
    const intervals = Array.from({ length: 10 }, (_, index) =>
      interval({ at: NINE + index * MINUTE, for: 1_100 }),
    );
    expect(entry(count(intervals).ledger)?.engagedSeconds).toBe(11);
  });
});

describe('what a page cannot know', () => {
  it('untilVisitMs tells how much is missing', () => {
    const at = { day: '2026-11-24' as DayKey, atMs: NINE + 20_000 };
    expect(untilVisitMs(NOTHING_COUNTED, 'chatgpt', at)).toBe(VISIT_MS);
    const begun = count([interval({ at: NINE, for: 20_000 })]).state;
    expect(untilVisitMs(begun, 'chatgpt', at)).toBe(10_000);
    expect(untilVisitMs(begun, 'claude', at)).toBe(VISIT_MS);
    expect(untilVisitMs(begun, 'chatgpt', { ...at, atMs: NINE + 20_000 + VISIT_GAP_MS })).toBe(
      VISIT_MS,
    );
    const counted = count([interval({ at: NINE, for: 30_000 })]).state;
    expect(untilVisitMs(counted, 'chatgpt', at)).toBe(Infinity);
  });
});

describe('prompts started (METRICS.md M3)', () => {
  it('count once however often the message is delivered, also without engaged time', () => {
    const once = interval({ at: NINE, for: 0, prompts: 1, id: 'a' });
    const { ledger, state } = count([once, once, interval({ at: NINE, for: 0, prompts: 2 }), once]);
    expect(entry(ledger)?.promptsStarted).toBe(3);
    expect(advance(state, once, NINE).promptsAreNew).toBe(false);
  });

  it('a message id that was noted by another cause counts nothing', () => {
    const noted = withMessageId(NOTHING_COUNTED, 'a');
    expect(advance(noted, interval({ at: NINE, for: 0, prompts: 1, id: 'a' }), NINE).state).toBe(
      noted,
    );
  });
});

describe('midnight, zones and clocks', () => {
  const midnight = Date.parse('2026-11-24T15:00:00Z');

  it('splits at local midnight: each day its own seconds and its own visit', () => {
    const { ledger } = count([interval({ at: midnight - 40_000, for: 75_000 })]);
    expect(entry(ledger)).toMatchObject({ visits: 1, engagedSeconds: 40 });
    expect(entry(ledger, '2026-11-25')).toMatchObject({ visits: 1, engagedSeconds: 35 });
  });

  it('20 s on either side of midnight make no visit', () => {
    const { ledger } = count([interval({ at: midnight - 20_000, for: 40_000 })]);
    expect(entry(ledger)?.visits).toBe(0);
    expect(entry(ledger, '2026-11-25')?.visits).toBe(0);
  });

  it('an hour that DST repeats on the wall is two hours of time', () => {
    // Berlin, 2026-10-25: 03:00 CEST becomes 02:00 CET at 01:00 UTC.
    const change = Date.parse('2026-10-25T01:00:00Z');
    const { ledger } = count([
      ...inPieces({ at: change - 60 * MINUTE, for: 60 * MINUTE, offset: 120 }, 15_000),
      ...inPieces({ at: change, for: 60 * MINUTE, offset: 60 }, 15_000),
    ]);
    expect(entry(ledger, '2026-10-25')?.engagedSeconds).toBe(7200);
  });

  it('a flight over the date line: each instant goes to the local day it was lived on, none twice', () => {
    const { ledger } = count([
      interval({ at: NINE, for: 60_000, offset: TOKYO }),
      interval({ at: NINE + 9 * 60 * MINUTE, for: 60_000, offset: -600 }),
      interval({ at: NINE + 10 * 60 * MINUTE, for: 60_000, offset: -600 }),
    ]);
    expect(entry(ledger)).toMatchObject({ visits: 2, engagedSeconds: 120 });
    expect(entry(ledger, '2026-11-23')).toMatchObject({ visits: 1, engagedSeconds: 60 });
  });

  it('a clock set back lives an hour again: it counts once, and counting goes on after it', () => {
    const hour = inPieces({ at: NINE, for: 60 * MINUTE }, 15_000);
    const again = inPieces({ at: NINE, for: 70 * MINUTE }, 15_000);
    expect(entry(count([...hour, ...again]).ledger)?.engagedSeconds).toBe(70 * 60);
  });

  it('a clock set forward and back again loses nothing', () => {
    const wrong = inPieces({ at: NINE + 400 * 24 * 60 * MINUTE, for: 10 * MINUTE }, 15_000);
    const right = inPieces({ at: NINE, for: 10 * MINUTE }, 15_000);
    expect(entry(count([...wrong, ...right], NINE).ledger)).toMatchObject({
      visits: 1,
      engagedSeconds: 600,
    });
  });

  it('set back beyond what is remembered, it starts afresh instead of refusing everything', () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      interval({ at: NINE + index * 2 * MINUTE, for: 60_000 }),
    );
    const { state } = count(many);
    expect(state.forgottenBeforeMs).toBeGreaterThan(NINE);
    const dayBefore = NINE - 24 * 60 * MINUTE;
    const back = advance(state, interval({ at: dayBefore, for: 60_000 }), dayBefore + 60_000);
    expect(back.credits).toHaveLength(1);
    expect(back.credits[0]?.added).toMatchObject({ visits: 1, engagedSeconds: 60 });
  });

  it('a message from before what is remembered is taken for counted', () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      interval({ at: NINE + index * 2 * MINUTE, for: 60_000 }),
    );
    const { state } = count(many);
    const late = advance(state, many[0] as EngagedInterval, NINE + 400 * MINUTE);
    expect(late).toEqual({
      state,
      credits: [],
      creditedFromMs: undefined,
      promptsAreNew: false,
    });
    expect(late.state).toBe(state);
  });
});

describe('what is remembered stays small', () => {
  it('after a day of a look every minute in three tools', () => {
    const looks = Array.from({ length: 24 * 60 }, (_, index) =>
      interval({
        at: NINE + index * MINUTE,
        for: 5_000,
        tool: ['chatgpt', 'gemini', 'claude'][index % 3] as string,
        prompts: 1,
      }),
    );
    const { state, ledger } = count(looks);
    expect(JSON.stringify(state).length).toBeLessThan(8_000);
    expect(dayTotal(ledger['2026-11-24' as DayKey] ?? {}).engagedSeconds).toBe(15 * 60 * 5);
  });
});

describe('any delivery', () => {
  const tools = ['chatgpt', 'gemini', 'claude'];
  const toldIntervals = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 40 * MINUTE }).map((ms) => NINE + 14 * 60 * MINUTE + ms),
      for: fc.integer({ min: 0, max: 20_000 }),
      tool: fc.constantFrom(...tools),
    }),
    { maxLength: 25 },
  );

  it('never credits more than the wall time that passed, whatever overlaps', () => {
    fc.assert(
      fc.property(toldIntervals, (all) => {
        const { ledger } = count(all.map((each) => interval(each)));
        const instants = new Set(
          all.flatMap((each) =>
            Array.from({ length: Math.ceil(each.for / 100) }, (_, index) =>
              Math.floor((each.at + index * 100) / 100),
            ),
          ),
        );
        const total = Object.values(secondsOfDays(ledger)).reduce((sum, each) => sum + each, 0);
        // Each stretch may begin and end inside a tenth of a second.
        expect(total).toBeLessThanOrEqual((instants.size + all.length) / 10);
      }),
    );
  });

  it('repeated deliveries change nothing', () => {
    fc.assert(
      fc.property(toldIntervals, fc.array(fc.nat(24), { maxLength: 30 }), (all, repeats) => {
        const once = all.map((each) => interval({ ...each, prompts: 1 }));
        const again = repeats.flatMap((index) => once.slice(index, index + 1));
        expect(count([...once, ...again]).ledger).toEqual(count(once).ledger);
      }),
    );
  });

  it('any order of one tool gives the same seconds, and visits only where a late one joins two', () => {
    fc.assert(
      fc.property(
        toldIntervals.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        ([all, shuffled]) => {
          const inOrder = [...all];
          inOrder.sort((a, b) => a.at - b.at);
          const straight = count(inOrder.map(ofOneTool)).ledger;
          const late = count(shuffled.map(ofOneTool)).ledger;
          expect(secondsOfDays(late)).toEqual(secondsOfDays(straight));
          for (const [day, of] of Object.entries(straight)) {
            const visits = dayTotal(late[day as DayKey] ?? {}).visits;
            expect(visits).toBeGreaterThanOrEqual(dayTotal(of).visits);
          }
        },
      ),
    );
  });

  it('any splitting gives the same ledger', () => {
    fc.assert(
      fc.property(toldIntervals, fc.integer({ min: 700, max: 9_000 }), (all, pieceMs) => {
        const whole = count(all.map((each) => interval(each))).ledger;
        const split = count(all.flatMap((each) => inPieces(each, pieceMs))).ledger;
        // An interval without time tells of no tool, and neither do its pieces.
        expect(split).toEqual(whole);
      }),
    );
  });
});
