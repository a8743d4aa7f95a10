import { describe, expect, it } from 'vitest';
import { HOLIDAYS } from '../../content/holidays.ts';
import { DEFAULT_CALENDAR } from '../../lib/contract/settings.ts';
import { createCalendar } from '../../lib/domain/calendar.ts';
import { daysBetween } from '../../lib/domain/day.ts';
import { day } from '../support/history.ts';
import {
  simulateYear,
  weeklyNudges,
  type Habit,
  type Setting,
  type Year,
} from '../support/simulate-nudges.ts';

const PEOPLE_EACH = 25;
const HABITS: readonly Habit[] = [
  habit('comes by oneself every day', { byOneself: 0.95, follows: 0.3 }),
  habit('comes most days, in the afternoon', { byOneself: 0.6, hour: 15, follows: 0.3 }),
  habit('comes when reminded', { byOneself: 0.1, follows: 0.7 }),
  habit('follows one in three', { byOneself: 0.1, follows: 0.33 }),
  habit('puts it off', { byOneself: 0.2, follows: 0.2, snoozes: 0.5 }),
  habit('says "not today"', { byOneself: 0.1, follows: 0.1, putsAway: 0.6 }),
  habit('lets it stand', { byOneself: 0.05, follows: 0 }),
  habit('has little work registered', { byOneself: 0.2, follows: 0.4, due: 0.05 }),
];
const SETTING: Setting = {
  calendar: createCalendar(
    { ...DEFAULT_CALENDAR, leave: [{ from: day('2026-08-10'), to: day('2026-08-21') }] },
    HOLIDAYS,
  ),
  from: day('2026-01-01'),
  to: day('2026-12-31'),
  hours: { from: 9, to: 18 },
};

function habit(name: string, part: Partial<Habit>): Habit {
  return {
    name,
    byOneself: 0,
    hour: 10,
    follows: 0,
    snoozes: 0,
    putsAway: 0,
    due: 0.5,
    ...part,
  };
}

const years = HABITS.map((each) => ({
  habit: each,
  people: Array.from({ length: PEOPLE_EACH }, (_, index) =>
    simulateYear(each, SETTING, `${each.name} ${index}`),
  ),
}));
const all: readonly Year[] = years.flatMap(({ people }) => people);
const nudges = all.flatMap((year) => year.nudges);

describe('a year of 200 simulated people', () => {
  it('nudges enough to prove anything', () => {
    expect(all).toHaveLength(200);
    expect(nudges.length).toBeGreaterThan(4000);
  });

  it('never nudges on a day off, outside working hours or after use', () => {
    expect(nudges.filter((nudge) => !SETTING.calendar.isScheduled(nudge.day))).toEqual([]);
    expect(nudges.filter(({ minute }) => minute < 9 * 60 || minute >= 18 * 60)).toEqual([]);
    expect(nudges.filter(({ usedBefore }) => usedBefore)).toEqual([]);
  });

  it('nudges once a day, and again only when it was put off', () => {
    const pairs = all.flatMap(({ nudges: given }) =>
      given.slice(1).map((nudge, index) => ({ nudge, before: given[index] })),
    );
    const sameDay = pairs.filter(({ nudge, before }) => nudge.day === before?.day);
    expect(new Set(sameDay.map(({ before }) => before?.outcome))).toEqual(new Set(['snoozed']));
    expect(pairs.filter(({ nudge, before }) => nudge.copy === before?.copy)).toEqual([]);
  });

  it('keeps the weekly pace after three ignored ones, and the silence after six', () => {
    for (const year of all) {
      for (const nudge of weeklyNudges(year)) {
        const before = year.nudges[year.nudges.indexOf(nudge) - 1];
        expect(daysBetween(before?.day ?? nudge.day, nudge.day)).toBeGreaterThanOrEqual(7);
      }
      const { silentFrom } = year;
      expect(year.nudges.filter(({ day: on }) => silentFrom && on >= silentFrom)).toEqual([]);
    }
    const standing = years.find(({ habit: each }) => each.name === 'lets it stand');
    expect(standing?.people.filter(({ silentFrom }) => silentFrom === undefined)).toEqual([]);
  });

  it('is what the table in the documents says', async () => {
    await expect(tableOf()).toMatchFileSnapshot('../../docs/nudge-year.md');
  });
});

/** Medians of the people of each habit. */
function tableOf(): string {
  const rows = years.map(({ habit: { name }, people }) => {
    const middle = (value: (year: Year) => number): number =>
      people.map(value).toSorted((a, b) => a - b)[Math.floor(people.length / 2)] ?? 0;
    const outcome = (wanted: string) =>
      middle((year) => year.nudges.filter((each) => each.outcome === wanted).length);
    const silent = people.filter(({ silentFrom }) => silentFrom !== undefined).length;
    return [
      name,
      middle((year) => year.visitDays),
      middle((year) => year.nudges.length),
      outcome('followed'),
      outcome('snoozed'),
      outcome('putAway'),
      outcome('left'),
      `${silent} of ${people.length}`,
    ];
  });
  const head = 'habit|visit-days|nudges|followed|put off|put away|left standing|fell silent';
  const lines = [head.split('|'), head.split('|').map(() => '---'), ...rows];
  return [
    '# A year of nudges',
    '',
    'What `nextNudge` (`lib/domain/nudge.ts`) does to 200 simulated people in a year with 祝日 and two weeks of leave:',
    'medians of 25 people a habit. The test that writes this page also holds that no nudge came on a day off, outside working hours,',
    'after use, twice a day (unless put off) or in the same words twice in a row; that three ignored ones make it weekly and six silent.',
    '',
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}
