import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { day } from '../../test/support/history.ts';
import { addDays, type DayKey } from './day.ts';
import { firstStall, noOpenActionSince, stalledBy, type StallInput } from './programme-stall.ts';

const START = day('2026-04-06');
const after = (days: number): DayKey => addDays(START, days);

const running: StallInput = {
  startedOn: START,
  today: after(30),
  meetings: [after(10), after(24)],
  planned: [after(10), after(24), after(38)],
  noGoalSince: undefined,
  noOpenActionSince: undefined,
  slowHelpSince: undefined,
};

describe('a programme in name only (METRICS.md M14)', () => {
  it('is none while meetings are held, with a goal, an action and answers', () => {
    expect(stalledBy(running)).toEqual({
      reasons: [],
      tells: 'nobody',
      sponsorFrom: undefined,
    });
  });

  test.each([
    ['20 days after the start without a meeting', { meetings: [], today: after(20) }, []],
    ['21 days after', { meetings: [], today: after(21) }, [['noMeeting', 21]]],
    ['20 days after the last meeting', { today: after(44) }, []],
    ['21 days after it', { today: after(45) }, [['noMeeting', 45]]],
    ['the day of a meeting planned for the 21st', { planned: [after(45)], today: after(45) }, []],
    ['the day after it', { planned: [after(45)], today: after(46) }, [['noMeeting', 46]]],
    [
      'one that went by before the 21st',
      { planned: [after(44)], today: after(45) },
      [['noMeeting', 45]],
    ],
    [
      'a meeting that is only planned',
      { meetings: [after(40)], today: after(30) },
      [['noMeeting', 21]],
    ],
    ['no goal', { noGoalSince: after(29) }, [['noGoal', 29]]],
    ['no open action', { noOpenActionSince: after(30) }, [['noOpenAction', 30]]],
    ['slow help', { slowHelpSince: after(25) }, [['slowHelp', 25]]],
    ['what begins tomorrow', { noGoalSince: after(31) }, []],
    ['no goal since before the start', { noGoalSince: after(-90) }, [['noGoal', 0]]],
    ['a programme that has not begun', { noGoalSince: after(-90), today: after(-1) }, []],
  ] as const)('%s', (_name, change, reasons) => {
    const { reasons: found } = stalledBy({ ...running, ...change });
    expect(found).toEqual(reasons.map(([reason, since]) => ({ reason, since: after(since) })));
  });

  it('is told to the champion first and to the sponsor seven days later', () => {
    const told = [28, 29, 35, 36].map(
      (days) => stalledBy({ ...running, noGoalSince: after(29), today: after(days) }).tells,
    );
    expect(told).toEqual(['nobody', 'champion', 'champion', 'sponsor']);
  });

  it('does not begin the seven days anew when one reason follows another', () => {
    const both = { ...running, noGoalSince: after(20), slowHelpSince: after(26) };
    expect(stalledBy({ ...both, today: after(27) })).toMatchObject({
      tells: 'sponsor',
      sponsorFrom: after(27),
    });
  });
});

it('the first reason is the one that held longest, and moves with nothing', () => {
  const later = { reason: 'noMeeting', since: after(21) } as const;
  const [early, alike] = (['noGoal', 'slowHelp'] as const).map((reason) => ({
    reason,
    since: after(3),
  }));
  if (!early || !alike) throw new Error('two reasons of one day');
  expect(firstStall([])).toBeUndefined();
  expect(firstStall([later, early, alike])).toBe(early);
});

describe('since when nothing agreed is open', () => {
  test.each([
    ['before the first meeting', [], [], undefined],
    ['a meeting that agreed on nothing', [], [10], 10],
    ['while something is open', [undefined, 12], [10], undefined],
    ['since the last was done', [14, 12], [10, 24], 14],
    ['done before the first meeting', [3], [10], 10],
  ] as const)('%s', (_name, done, meetings, on) => {
    const actions = done.map((days) => ({ doneOn: days === undefined ? undefined : after(days) }));
    expect(noOpenActionSince(actions, meetings.map(after))).toBe(
      on === undefined ? undefined : after(on),
    );
  });
});

const since = fc.option(
  fc.integer({ min: -20, max: 80 }).map((days) => after(days)),
  { nil: undefined },
);

describe('whatever happens', () => {
  it('the sponsor never hears before seven days of a reason, and never without one', () => {
    fc.assert(
      fc.property(
        fc.record({
          today: fc.integer({ min: -5, max: 120 }).map(after),
          meetings: fc.array(fc.integer({ min: 0, max: 120 }).map(after), { maxLength: 8 }),
          noGoalSince: since,
          noOpenActionSince: since,
          slowHelpSince: since,
        }),
        (change) => {
          const { reasons, tells } = stalledBy({ ...running, ...change });
          expect(tells === 'nobody').toBe(reasons.length === 0);
          if (tells !== 'sponsor') return;
          expect(reasons.some((reason) => addDays(reason.since, 7) <= change.today)).toBe(true);
        },
      ),
    );
  });

  it('a meeting today leaves no lack of meetings', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(120).map(after)), fc.nat(120), (meetings, days) => {
        const { reasons } = stalledBy({
          ...running,
          today: after(days),
          meetings: [...meetings, after(days)],
        });
        expect(reasons).toEqual([]);
      }),
    );
  });
});
