import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type DayKey } from '../domain/day.ts';
import { ledgerSchema } from './ledger.ts';
import { parseLedger } from './parse-ledger.ts';

const ODD = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, -1, 1.5, '1', [], {}, true, 1e9),
  fc.jsonValue(),
);
/** Mostly right, sometimes wrong, so that both answers come up often. */
const mostly = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: ODD });
const names = (...rare: string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom('chatgpt', 'gemini', 'a-1') },
    { weight: 1, arbitrary: fc.constantFrom('constructor', '__proto__', 'valueOf', '', ...rare) },
  );
const days = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('2026-11-22', '2024-02-29', '2026-01-01') },
  { weight: 1, arbitrary: fc.constantFrom('2026-02-30', '2026-1-1', '__proto__', '', '2026-11') },
);
const entry = fc.record(
  {
    visits: mostly(fc.nat(9)),
    engagedSeconds: mostly(fc.nat(86_401)),
    promptsStarted: mostly(fc.nat(9)),
    selfReported: mostly(fc.boolean()),
    runs: mostly(fc.dictionary(names('a/b.c'), mostly(fc.nat(3)), { maxKeys: 2 })),
    extra: fc.boolean(),
  },
  { requiredKeys: ['visits', 'engagedSeconds', 'promptsStarted', 'selfReported', 'runs'] },
);
const withoutExtra = mostly(
  entry.chain((value) =>
    fc.integer({ min: 0, max: 19 }).map((odds) => {
      if (odds > 0) delete value.extra;
      return value;
    }),
  ),
);
const ledger = mostly(
  fc.dictionary(days, mostly(fc.dictionary(names('Chat GPT'), withoutExtra, { maxKeys: 2 })), {
    maxKeys: 3,
  }),
);
/** zod leaves a key `__proto__` out without a word; storage cannot hold one that means anything. */
const holdsProto = (value: unknown): boolean =>
  JSON.stringify(value)?.includes('"__proto__"') ?? false;

test('accepts and refuses what the schema does', () => {
  let accepted = 0;
  fc.assert(
    fc.property(ledger, (value) => {
      fc.pre(!holdsProto(value));
      const quick = parseLedger(value);
      const slow = ledgerSchema.safeParse(value);
      expect(quick.ok ? quick.value : undefined).toEqual(slow.data);
      accepted += quick.ok ? 1 : 0;
    }),
    { numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(300);
});

test('refuses a key that would reach the prototype', () => {
  const entryText =
    '{"visits":1,"engagedSeconds":1,"promptsStarted":0,"selfReported":false,"runs":{}}';
  for (const text of [
    `{"__proto__":{"chatgpt":${entryText}}}`,
    `{"2026-11-22":{"__proto__":${entryText}}}`,
    `{"2026-11-22":{"chatgpt":${entryText.replace('"runs":{}', '"runs":{"__proto__":1}')}}}`,
  ]) {
    expect(parseLedger(JSON.parse(text)).ok).toBe(false);
  }
});

test('a reason names day and field', () => {
  const bad = {
    visits: 1,
    engagedSeconds: 90_000,
    promptsStarted: 0,
    selfReported: false,
    runs: {},
  };
  const parsed = parseLedger({ '2026-11-22': { chatgpt: bad } });
  expect(parsed).toEqual({ ok: false, reason: '2026-11-22.chatgpt.engagedSeconds' });
});

test('five years of three tools are read in 10 ms', () => {
  const value: Record<string, unknown> = {};
  for (let index = 0; index < 1825; index += 1) {
    const one = {
      visits: 2,
      engagedSeconds: 600,
      promptsStarted: 4,
      selfReported: false,
      runs: { w: 1 },
    };
    value[addDays('2021-11-22' as DayKey, index)] = { chatgpt: one, gemini: one, claude: one };
  }
  const rounds = Array.from({ length: 9 }, () => {
    const startedAt = performance.now();
    expect(parseLedger(value).ok).toBe(true);
    return performance.now() - startedAt;
  });
  // The quickest round: the others say how busy the machine is.
  expect(Math.min(...rounds)).toBeLessThan(10);
});
