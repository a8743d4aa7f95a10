import { describe, expect, it } from 'vitest';
import { weekdayOf, type DayKey } from './day.ts';
import type { Calendar } from './calendar.ts';
import { DEFAULT_PLAN } from './meeting.ts';
import { meetingNews, type ToldMeeting } from './meeting-notice.ts';

/** Weekdays are working days. The default plan meets on Tuesday the 10th and the 24th of November 2026 at 10. */
const calendar = { isScheduled: (day: DayKey) => weekdayOf(day) <= 5 } as Calendar;
const at = (day: string, minute = 540) => ({ day: day as DayKey, minute });
const toldOf = (change: Partial<ToldMeeting> = {}): ToldMeeting => ({
  day: '2026-11-24' as DayKey,
  startsAt: 600,
  minutes: 30,
  isOff: false,
  sequence: 0,
  ...change,
});
const look = (change: Partial<Parameters<typeof meetingNews>[0]>) =>
  meetingNews({
    plan: DEFAULT_PLAN,
    calendar,
    now: at('2026-11-20'),
    told: [],
    held: [],
    ...change,
  }).map(({ what, day, sequence }) => `${what} ${day}.${sequence}`);

describe('what of a meeting is told', () => {
  it.each<[string, Parameters<typeof look>[0], string[]]>([
    ['three working days before', { now: at('2026-11-19') }, []],
    ['two working days before', {}, ['near 2026-11-24.0']],
    ['told already', { told: [toldOf()] }, []],
    ['on its morning', { now: at('2026-11-24', 599) }, ['near 2026-11-24.0']],
    ['once it has begun', { now: at('2026-11-24', 600) }, []],
    ['held early on its day', { now: at('2026-11-24'), held: ['2026-11-24' as DayKey] }, []],
    ['at another hour', { told: [toldOf({ startsAt: 900 })] }, ['moved 2026-11-24.1']],
    ['of another length', { told: [toldOf({ minutes: 60, sequence: 3 })] }, ['moved 2026-11-24.4']],
    [
      'on another day',
      { plan: { ...DEFAULT_PLAN, weekday: 3 }, told: [toldOf()] },
      ['off 2026-11-24.1'],
    ],
    [
      'off and told so',
      { plan: { ...DEFAULT_PLAN, weekday: 4 }, told: [toldOf({ isOff: true })] },
      [],
    ],
    ['back again', { told: [toldOf({ isOff: true, sequence: 1 })] }, ['near 2026-11-24.2']],
  ])('%s', (_, change, expected) => {
    expect(look(change)).toEqual(expected);
  });
});
