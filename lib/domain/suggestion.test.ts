import { array, assert, boolean, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  pickVaried,
  rankOne,
  rankPrompts,
  tasteAfterPass,
  tasteAfterUse,
  type Candidate,
  type Moment,
  type Taste,
} from './suggestion.ts';

const DAY = 86_400_000;
/** 2026-11-23 10:00 in Tokyo. */
const moment: Moment = {
  nowMs: Date.parse('2026-11-23T01:00:00Z'),
  utcOffsetMinutes: 540,
  tool: 'claude',
};
const plain: Candidate = { id: 'plain', due: false, registered: true };
const ago = (days: number): Moment => ({ ...moment, nowMs: moment.nowMs - days * DAY });

function used(times: number, daysAgo: number): Taste {
  let taste: Taste | undefined;
  for (let use = 0; use < times; use++) taste = tasteAfterUse(taste, ago(daysAgo));
  return taste!;
}

const best = (...candidates: Candidate[]) => rankPrompts({ candidates, moment })[0]?.id;

describe('what comes first', () => {
  it('is what is due, whatever was used or passed over', () => {
    let passed: Taste | undefined;
    for (let time = 0; time < 20; time++) passed = tasteAfterPass(passed, moment.nowMs);
    expect(
      best(
        { ...plain, id: 'habit', taste: used(50, 0) },
        { ...plain, id: 'due', due: true, taste: passed },
      ),
    ).toBe('due');
  });

  it('is a plain likeness to the draft before what is due', () => {
    const [first] = rankPrompts({
      candidates: [
        { ...plain, id: 'due', due: true },
        { ...plain, id: 'like' },
      ],
      moment,
      likeness: (position) => (position === 1 ? 0.9 : 0),
    });
    expect(first).toMatchObject({ id: 'like', reason: 'matchesDraft' });
  });

  it('is what was used lately before what was used as often long ago', () => {
    expect(
      best({ ...plain, id: 'old', taste: used(4, 90) }, { ...plain, id: 'new', taste: used(4, 2) }),
    ).toBe('new');
  });

  it('is the own prompt before the pack’s, the tool at hand before another', () => {
    expect(best({ ...plain, id: 'pack', registered: false }, plain)).toBe('plain');
    expect(best({ ...plain, id: 'other', tool: 'gemini' }, plain)).toBe('plain');
    expect(best(plain, { ...plain, id: 'here', tool: 'claude' })).toBe('here');
  });

  it('is what is taken before what is passed over again and again, until it is used', () => {
    const passed = tasteAfterPass(tasteAfterPass(used(1, 1), moment.nowMs), moment.nowMs);
    expect(
      best({ ...plain, id: 'passed', taste: passed }, { ...plain, id: 'taken', taste: used(1, 1) }),
    ).toBe('taken');
    expect(tasteAfterUse(passed, moment).passedOver).toBe(0);
  });

  it('is what helped before what was only used, and what missed after both, less with every month', () => {
    const said = (verdict: 'helped' | 'missed', daysAgo: number): Candidate => ({
      ...plain,
      id: verdict,
      taste: { ...used(3, 2), verdict, answeredAt: ago(daysAgo).nowMs },
    });
    const usedOnly = { ...plain, id: 'used', taste: used(3, 2) };
    const order = (daysAgo: number) =>
      rankPrompts({
        candidates: [said('missed', daysAgo), usedOnly, said('helped', daysAgo)],
        moment,
      });
    expect(order(1).map(({ id }) => id)).toEqual(['helped', 'used', 'missed']);
    const distance = (daysAgo: number) => order(daysAgo)[0]!.score - order(daysAgo)[2]!.score;
    expect(distance(180)).toBeCloseTo(distance(0) / 4, 5);
  });

  it('is what was run before what was only put into a composer, and what was edited before what was not', () => {
    const ran = { ...plain, id: 'ran', ranOnMs: [ago(3).nowMs, ago(10).nowMs] };
    expect(best(plain, ran)).toBe('ran');
    expect(best({ ...plain, id: 'ranLongAgo', ranOnMs: [ago(400).nowMs] }, ran)).toBe('ran');
    expect(best(plain, { ...plain, id: 'edited', edited: true })).toBe('edited');
  });

  it('is what is used at this hour', () => {
    const nine = [9, 10, 11].map((hour) => hour);
    expect(rankOne({ ...plain, taste: { ...used(3, 5), hours: nine } }, moment, 0).reason).toBe(
      'atThisHour',
    );
    expect(
      rankOne({ ...plain, taste: { ...used(3, 5), hours: [20, 21, 22] } }, moment, 0).reason,
    ).toBe('usedThisWeek');
  });
});

describe('the reason', () => {
  it.each([
    [{ ...plain, due: true }, 'dueToday'],
    [{ ...plain, taste: used(1, 0) }, 'usedToday'],
    [{ ...plain, taste: used(1, 3) }, 'usedThisWeek'],
    [{ ...plain, taste: used(1, 9) }, 'usedLastWeek'],
    [{ ...plain, taste: { ...used(5, 40), hours: [1, 2] } }, 'usedOften'],
    [{ ...plain, taste: used(1, 40) }, 'registered'],
    [plain, 'registered'],
    [{ ...plain, registered: false }, 'starter'],
  ] as const)('%#: %j is %s', (candidate, reason) => {
    expect(rankOne(candidate, moment, 0).reason).toBe(reason);
  });

  it('comes with parts that add up to the score', () => {
    const { score, parts } = rankOne({ ...plain, due: true, taste: used(3, 4) }, moment, 0.3);
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score);
  });
});

describe('taste', () => {
  it('halves a use in three weeks', () => {
    const fresh = rankOne({ ...plain, taste: used(1, 0) }, moment, 0).parts.uses;
    const old = rankOne({ ...plain, taste: used(1, 21) }, moment, 0).parts.uses;
    expect(fresh).toBeCloseTo(2 * (1 - 0.5));
    expect(old).toBeCloseTo(2 * (1 - 0.5 ** 0.5));
  });

  it('never grows by a clock that was set back, and stays finite whatever happened', () => {
    assert(
      property(
        array(tuple(boolean(), integer({ min: -400, max: 400 })), { maxLength: 40 }),
        (events) => {
          let taste: Taste | undefined;
          for (const [isUse, days] of events) {
            taste = isUse
              ? tasteAfterUse(taste, ago(days))
              : tasteAfterPass(taste, ago(days).nowMs);
          }
          const { score, parts } = rankOne({ ...plain, taste }, moment, 0);
          expect(Number.isFinite(score)).toBe(true);
          expect(parts.uses).toBeLessThanOrEqual(2);
          expect(parts.passedOver).toBeGreaterThanOrEqual(-2.4);
        },
      ),
    );
  });
});

describe('the row', () => {
  const ranked = ['a1', 'a2', 'b1', 'c1'].map((id) => rankOne({ ...plain, id }, moment, 0));

  it('takes one prompt of each workflow first', () => {
    expect(pickVaried(ranked, firstLetter, 3).map(({ id }) => id)).toEqual(['a1', 'b1', 'c1']);
  });

  it('fills up with second ones when there is nothing else', () => {
    const two = ranked.slice(0, 3);
    expect(pickVaried(two, firstLetter, 3).map(({ id }) => id)).toEqual(['a1', 'b1', 'a2']);
    expect(pickVaried([], firstLetter, 3)).toEqual([]);
  });
});

function firstLetter(id: string): string | undefined {
  return id[0];
}
