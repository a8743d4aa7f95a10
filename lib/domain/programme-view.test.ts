import { describe, expect, it, test } from 'vitest';
import { notShown, shown } from '../../test/support/department-summaries.ts';
import { day } from '../../test/support/history.ts';
import { addDays, dayRange, weekOf, type DayKey } from './day.ts';
import type { LineDay } from './line.ts';
import { mondayOfProgramme } from './programme.ts';
import { programmeView, type ProgrammeFacts } from './programme-view.ts';

const START = day('2026-04-06');
const on = (week: number, weekday = 3): DayKey =>
  addDays(mondayOfProgramme(START, week), weekday - 1);

/** The second and fourth Thursday, as a department planned. */
const PLANNED = (
  [
    '2026-04-09',
    '2026-04-23',
    '2026-05-14',
    '2026-05-28',
    '2026-06-11',
    '2026-06-25',
    '2026-07-09',
    '2026-07-23',
  ] as const
).map(day);

/** Share of twenty people at the end of a week: 0 at first, 12 and more from week 13. */
const shares = new Map(
  Array.from({ length: 60 }, (_, index) => [
    weekOf(on(index)),
    shown(Math.min(index, 14), Math.min(index, 14), 20),
  ]),
);

/** Mondays to Fridays are kept, Thursdays of even weeks missed, the fifth week a week off. */
function lineUntil(last: DayKey): LineDay[] {
  return dayRange(START, last).map((each, index): LineDay => {
    const isOff = index % 7 >= 5 || Math.floor(index / 7) === 4;
    return { day: each, state: isOff ? 'off' : index % 14 === 10 ? 'missed' : 'kept' };
  });
}

function facts(today: DayKey, change: Partial<ProgrammeFacts> = {}): ProgrammeFacts {
  return {
    startedOn: START,
    today,
    goal: 0.6,
    meetings: [2, 4, 6, 8, 10, 12, 14, 16].map((week) => on(week)),
    planned: PLANNED,
    noGoalSince: undefined,
    noOpenActionSince: undefined,
    slowHelpSince: undefined,
    shares,
    work: { tried: 2, attached: 1, registered: 4 },
    days: lineUntil(today),
    weeklyGoal: 5,
    ...change,
  };
}

describe('a programme on a day (METRICS.md M14)', () => {
  test.each([
    [addDays(START, -1), 'waiting'],
    [START, 'running'],
    [on(14), 'running'],
    [on(16, 2), 'running'],
    [on(16, 3), 'passed'],
    [on(40), 'passed'],
  ] as const)('on %s is %s', (today, phase) => {
    expect(programmeView(facts(today)).phase).toBe(phase);
  });

  it('is over after sixteen weeks that did not pass, and says why not', () => {
    const failed = facts(on(17, 1), { goal: 0.9 });
    expect(programmeView(failed)).toMatchObject({
      phase: 'over',
      week: 17,
      exit: { passed: false, because: 'underGoal' },
    });
    expect(programmeView({ ...failed, today: on(16, 7) }).phase).toBe('running');
  });

  it('counts no meeting that is to come', () => {
    const { actual, exit } = programmeView(facts(on(7)));
    expect(actual.meetings).toBe(3);
    expect(exit.meetings).toHaveLength(3);
  });

  test.each([
    ['what nothing is expected of yet', on(4), {}, undefined],
    ['half of the goal in week 9, with 8 of 20', on(9), {}, 'yes'],
    ['half of a higher goal', on(9), { goal: 0.9 }, 'no'],
    [
      'a share that is hidden',
      on(9),
      { shares: new Map([[weekOf(on(8)), notShown('tooEarly')]]) },
      undefined,
    ],
    [
      'a range with the mark in it',
      on(9),
      { shares: new Map([[weekOf(on(8)), shown(2, 18, 20)]]) },
      'unknown',
    ],
    ['no goal', on(9), { goal: undefined }, undefined],
  ] as const)('is on course: %s', (_name, today, change, onCourse) => {
    expect(programmeView(facts(today, change)).actual.onCourse).toBe(onCourse);
  });

  it('draws sixteen weeks with their meetings, the running one not judged', () => {
    const { weeks } = programmeView(facts(on(7, 5)));
    expect(weeks.map(({ state }) => state)).toEqual([
      'kept',
      'missed',
      'kept',
      'missed',
      'off',
      'missed',
      'open',
      ...Array.from({ length: 9 }, () => 'ahead'),
    ]);
    expect(weeks.slice(0, 6).map(({ meetings }) => meetings)).toEqual([0, 1, 0, 1, 0, 1]);
    // Held a week after the plan, three times: none of those planned was missed.
    expect(weeks.map(({ meeting }) => meeting ?? '-').join(' ')).toBe(
      '- held - held - held - planned - planned - planned - planned - planned',
    );
    expect(weeks.at(-1)?.monday).toBe(on(16, 1));
  });

  it('is stalled until it passed, and watched from then on', () => {
    const stuck = { noOpenActionSince: on(12) };
    expect(programmeView(facts(on(15), stuck)).stalled.tells).toBe('sponsor');
    const after = programmeView(facts(on(24), stuck));
    expect(after.stalled).toEqual({ reasons: [], tells: 'nobody', sponsorFrom: undefined });
    expect(after.watch?.months.map(({ month }) => month)).toEqual(['2026-08']);
    expect(programmeView(facts(on(15))).watch).toBeUndefined();
  });

  it('that is over without an exit is pushed and not watched, because nothing can fall', () => {
    const over = programmeView(facts(on(21), { goal: 0.9 }));
    expect(over.stalled.reasons.map(({ reason }) => reason)).toEqual(['noMeeting']);
    expect(over.phase).toBe('over');
    expect(over.watch).toBeUndefined();
  });
});
