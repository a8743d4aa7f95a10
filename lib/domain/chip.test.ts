import { describe, expect, it } from 'vitest';
import { day, workweek } from '../../test/support/history.ts';
import { chipShown, chipTaken, nextChip, type ChipHistory, type ChipState } from './chip.ts';
import { addDays } from './day.ts';
import type { Rhythm, Workflow } from './workflow.ts';

const TUESDAY = day('2026-11-24');

function work(id: string, rhythm: Rhythm): Workflow {
  const source = { kind: 'own' } as const;
  return { id, name: id, kind: 'other', rhythm, minutes: 5, source, createdAt: 0, updatedAt: 0 };
}

const DAILY = work('daily', { kind: 'everyWorkday' });
const WEEKLY = work('weekly', { kind: 'weekdays', weekdays: [2] });
const FRIDAY = work('friday', { kind: 'weekdays', weekdays: [5] });
const ANYTIME = work('anytime', { kind: 'onDemand' });

function shown(change: Partial<ChipState>): string | undefined {
  return nextChip({
    workflows: [DAILY],
    calendar: workweek(),
    today: TUESDAY,
    runs: new Map(),
    history: {},
    muted: [],
    ...change,
  })?.id;
}

const passed = (times: number, daysAgo: number): ChipHistory => ({
  daily: { on: addDays(TUESDAY, -daysAgo), passed: times },
});

describe('which chip a work site shows', () => {
  it.each([
    ['work that is due', {}, 'daily'],
    ['the rarest of what is due', { workflows: [ANYTIME, DAILY, WEEKLY] }, 'weekly'],
    ['work on demand when nothing is due', { workflows: [FRIDAY, ANYTIME] }, 'anytime'],
    ['nothing that is not due', { workflows: [FRIDAY] }, undefined],
    ['nothing on a day off', { today: addDays(TUESDAY, 4), workflows: [ANYTIME] }, undefined],
    ['nothing that is done', { runs: new Map([['daily', new Set([TUESDAY])]]) }, undefined],
    [
      'no work on demand a second time today',
      { workflows: [ANYTIME], runs: new Map([['anytime', new Set([TUESDAY])]]) },
      undefined,
    ],
    ['nothing muted', { muted: ['daily'] }, undefined],
    ['nothing shown today', { history: passed(1, 0) }, undefined],
    ['again the next day', { history: passed(2, 1) }, 'daily'],
    ['once in seven days after three', { history: passed(3, 6) }, undefined],
    ['and then again', { history: passed(3, 7) }, 'daily'],
    ['nothing after six', { history: passed(6, 100) }, undefined],
    [
      'again once the work was run by itself',
      {
        history: passed(6, 3),
        runs: new Map([['daily', new Set([addDays(TUESDAY, -1)])]]),
      },
      'daily',
    ],
  ] satisfies [string, Partial<ChipState>, string | undefined][])('%s', (_, change, expected) => {
    expect(shown(change)).toBe(expected);
  });

  it('counts what was passed over until it is taken', () => {
    const twice = chipShown(chipShown({}, 'daily', addDays(TUESDAY, -1)), 'daily', TUESDAY);
    expect(twice).toEqual({ daily: { on: TUESDAY, passed: 2 } });
    expect(chipTaken(twice, 'daily', TUESDAY)).toEqual({ daily: { on: TUESDAY, passed: 0 } });
    expect(chipShown({}, 'constructor', TUESDAY)).toHaveProperty('constructor', {
      on: TUESDAY,
      passed: 1,
    });
  });
});
