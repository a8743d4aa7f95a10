import { expect, it } from 'vitest';
import { mondayOfNumber } from '../../lib/domain/week-number.ts';
import { PEOPLE_AND_CALENDARS } from '../repositories/marks.ts';
import { createWeekRunners } from './week-runners.ts';

const WEEKS = [2940, 2941, 2942];
const MONDAYS = WEEKS.map(mondayOfNumber);

function world() {
  const versions = new Map<number, number>();
  const asked: number[] = [];
  const shared = ['quotes', 'minutes'];
  const runners = createWeekRunners({
    marks: { of: async () => new Map(versions) },
    shared: { workflowIds: async () => [...shared] },
    usage: {
      async runnersOfDay(_organisation, day) {
        asked.push(day);
        return shared.map((id) => ({ id, text: `all;runner of ${day}` }));
      },
    },
  });
  return {
    versions,
    shared,
    /** Asks, and answers the Mondays of the weeks that were read for it. */
    async ask(ids = ['quotes'], weeks = WEEKS): Promise<number[]> {
      asked.length = 0;
      const found = await runners.ofWeeks('org', ids, weeks);
      expect(found.map((week) => week.get(ids[0] ?? ''))).toEqual(
        weeks.map((week) => new Set(['all', ...daysOf(week).map((day) => `runner of ${day}`)])),
      );
      return asked.filter((day) => MONDAYS.includes(day) || day === mondayOfNumber(2943));
    },
  };
}

function daysOf(week: number): number[] {
  return Array.from({ length: 7 }, (_, day) => mondayOfNumber(week) + day);
}

it('reads a week once, whichever departments ask, and again when one of its days changed', async () => {
  const { ask, versions } = world();
  expect(await ask()).toEqual(MONDAYS);
  expect(await ask()).toEqual([]);
  expect(await ask(['minutes', 'quotes'])).toEqual([]);
  versions.set((MONDAYS[1] ?? 0) + 6, 1);
  expect(await ask()).toEqual([MONDAYS[1]]);
  expect(await ask()).toEqual([]);
  // Who belonged where is asked for beside it.
  versions.set(PEOPLE_AND_CALENDARS, 1);
  expect(await ask()).toEqual([]);
});

it('reads everything again for a workflow that came, and of a new week only that', async () => {
  const { ask, shared } = world();
  await ask();
  shared.push('mails');
  expect(await ask()).toEqual([]);
  expect(await ask(['mails'])).toEqual(MONDAYS);
  expect(await ask(['quotes', 'mails'])).toEqual([]);
  expect(await ask(['minutes'], [...WEEKS.slice(1), 2943])).toEqual([mondayOfNumber(2943)]);
});

it('reads a week once for two who ask at once, and again after a failure', async () => {
  const asked: number[] = [];
  let fails = true;
  const runners = createWeekRunners({
    marks: { of: async () => new Map() },
    shared: { workflowIds: async () => ['quotes'] },
    usage: {
      async runnersOfDay(_organisation, day) {
        if (fails) throw new Error('away');
        asked.push(day);
        return [{ id: 'quotes', text: 'a' }];
      },
    },
  });
  const ask = () => runners.ofWeeks('org', ['quotes'], [2940]);
  await expect(ask()).rejects.toThrow('away');
  fails = false;
  const both = await Promise.all([ask(), ask()]);
  expect(both.map(([week]) => week)).toEqual(
    Array.from({ length: 2 }, () => new Map([['quotes', new Set(['a'])]])),
  );
  expect(asked.toSorted((a, b) => a - b)).toEqual(daysOf(2940));
});
