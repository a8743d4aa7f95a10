import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../test/support/history.ts';
import { addDays } from './day.ts';
import {
  answered,
  askedAgain,
  given,
  isSilent,
  isStanding,
  nextNudge,
  NO_NUDGES,
  NUDGE_COPIES,
  putAway,
  settled,
  SNOOZE_MS,
  used,
  usualHour,
  type LocalNow,
  type NudgeHistory,
  type NudgeState,
} from './nudge.ts';

const TUESDAY = day('2026-11-24');
const STATE: NudgeState = {
  due: ['quote', 'report'],
  muted: [],
  isScheduled: true,
  isUsed: false,
  hours: { from: 9, to: 18 },
  history: NO_NUDGES,
};

function at(clock: string, today = TUESDAY): LocalNow {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const minutes = hour * 60 + minute;
  return { nowMs: Date.parse(`${today}T00:00:00Z`) + minutes * 60_000, today, minute: minutes };
}

function timeOf(state: Partial<NudgeState>, now = at('08:00')): string | undefined {
  const nudge = nextNudge({ ...STATE, ...state }, now);
  return nudge && new Date(nudge.atMs).toISOString().slice(11, 16);
}

const history = (part: Partial<NudgeHistory>): NudgeHistory => ({ ...NO_NUDGES, ...part });

describe('when a nudge comes', () => {
  it.each([
    ['half an hour after ten while the hour is not known', {}, '10:30'],
    [
      'half an hour after the usual hour',
      { history: history({ firstHours: [8, 13, 16, 13, 9] }) },
      '13:30',
    ],
    [
      'not before the desk is reached',
      { history: history({ firstHours: [6, 7, 7, 6] }), hours: { from: 10, to: 16 } },
      '10:15',
    ],
    [
      'not in the last three quarters of an hour',
      { history: history({ firstHours: [20, 20, 20] }) },
      '17:15',
    ],
    [
      'at the end of a snooze',
      { history: history({ snoozedUntilMs: at('15:40').nowMs }) },
      '15:40',
    ],
    ['never on a day off', { isScheduled: false }, undefined],
    ['never after use', { isUsed: true }, undefined],
    ['never without work that is due', { due: [] }, undefined],
    ['never about muted work alone', { muted: ['quote', 'report'] }, undefined],
    ['never on a day put away', { history: history({ offOn: TUESDAY }) }, undefined],
    ['never twice a day', { history: history({ lastOn: TUESDAY }) }, undefined],
    ['never in hours without room', { hours: { from: 9, to: 9 } }, undefined],
    [
      'never when a snooze outlasts the day',
      { history: history({ snoozedUntilMs: at('17:30').nowMs }) },
      undefined,
    ],
    [
      'again when the clock was set back',
      { history: history({ lastOn: addDays(TUESDAY, 40) }) },
      '10:30',
    ],
    [
      'not when the date line made today earlier',
      { history: history({ lastOn: addDays(TUESDAY, 1) }) },
      undefined,
    ],
  ] satisfies [string, Partial<NudgeState>, string | undefined][])('%s', (_, state, expected) => {
    expect(timeOf(state)).toBe(expected);
  });

  it('is at once when its time has passed, until the day ends', () => {
    const late = nextNudge(STATE, at('14:00'));
    expect(late?.atMs).toBeLessThan(at('14:00').nowMs);
    expect(nextNudge(STATE, at('17:20'))).toBeUndefined();
  });
});

describe('what is ignored', () => {
  const left = (times: number, lastOn = addDays(TUESDAY, -1)): NudgeHistory =>
    history({ ignored: times, lastOn, workflowId: 'quote' });

  it('three times in a row makes it one in seven days', () => {
    expect(timeOf({ history: left(2) })).toBe('10:30');
    expect(timeOf({ history: left(3, addDays(TUESDAY, -6)) })).toBeUndefined();
    expect(timeOf({ history: left(3, addDays(TUESDAY, -7)) })).toBe('10:30');
  });

  it('six times in a row makes it silent until asked', () => {
    const silent = left(6, addDays(TUESDAY, -300));
    expect(timeOf({ history: silent })).toBeUndefined();
    expect(isSilent(silent)).toBe(true);
    expect(timeOf({ history: askedAgain(silent) })).toBe('10:30');
  });

  it('makes the next one about other work that is due', () => {
    expect(nextNudge({ ...STATE, history: left(1) }, at('11:00'))?.workflowId).toBe('report');
    const alone = { ...STATE, muted: ['report'], history: left(1) };
    expect(nextNudge(alone, at('11:00'))?.workflowId).toBe('quote');
  });

  it('counts once its day is over, and not when the day was used after all', () => {
    const waiting = history({ waiting: true, lastOn: TUESDAY, ignored: 2 });
    expect(settled(waiting, TUESDAY, false)).toBe(waiting);
    expect(settled(waiting, addDays(TUESDAY, 1), false)).toMatchObject({
      waiting: false,
      ignored: 3,
    });
    expect(settled(waiting, addDays(TUESDAY, 1), true)).toMatchObject({ ignored: 0 });
  });

  it('is not what was followed or put off', () => {
    const waiting = history({ waiting: true, lastOn: TUESDAY, ignored: 5 });
    const later = answered(waiting, at('12:00').nowMs + SNOOZE_MS);
    expect(later).toMatchObject({ waiting: false, ignored: 0 });
    expect(timeOf({ history: later }, at('12:00'))).toBe('13:00');
    expect(settled(answered(waiting), addDays(TUESDAY, 1), false).ignored).toBe(0);
  });

  it('is what was put away for the day, unless the day was used after all', () => {
    const away = putAway(history({ waiting: true, lastOn: TUESDAY, ignored: 1 }), TUESDAY);
    expect(isStanding(away, TUESDAY)).toBe(false);
    expect(timeOf({ history: away })).toBeUndefined();
    expect(settled(away, addDays(TUESDAY, 1), false).ignored).toBe(2);
    expect(settled(used(away, TUESDAY, 16), addDays(TUESDAY, 1), true).ignored).toBe(0);
  });
});

describe('the usual hour', () => {
  it('is the one by which four days of five have begun, once there are three', () => {
    expect(usualHour(history({ firstHours: [9, 14] }))).toBeUndefined();
    expect(usualHour(history({ firstHours: [9, 14, 10] }))).toBe(10);
    expect(usualHour(history({ firstHours: [9, 15, 9, 10, 9, 10, 9, 11, 9, 17] }))).toBe(11);
  });

  it('is learned once a day and follows a change', () => {
    let learned = NO_NUDGES;
    for (let days = 0; days < 25; days += 1) {
      const today = addDays(TUESDAY, days);
      learned = used(used(learned, today, days < 15 ? 9 : 15), today, 20);
    }
    expect(learned.firstHours).toHaveLength(10);
    expect(usualHour(learned)).toBe(15);
    expect(used(learned, addDays(TUESDAY, 24), 20)).toBe(learned);
  });
});

describe('the words', () => {
  it('are never the same twice in a row, whatever the days between', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2 }), (gaps) => {
        let told = NO_NUDGES;
        let today = TUESDAY;
        for (const gap of gaps) {
          today = addDays(today, gap);
          const nudge = nextNudge({ ...STATE, history: told }, at('11:00', today));
          expect(nudge?.copy).not.toBe(told.copy);
          expect(nudge?.copy).toBeLessThan(NUDGE_COPIES);
          if (nudge) told = { ...given(told, nudge, today), waiting: false };
        }
      }),
    );
  });
});
