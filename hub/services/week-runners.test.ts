import { expect, it } from 'vitest';
import { mondayOfNumber } from '../../lib/domain/week-number.ts';
import { PEOPLE_AND_CALENDARS } from '../repositories/marks.ts';
import { createWeekRunners } from './week-runners.ts';

const KEY = { organisationId: 'org', departmentId: 'sales' };
const WEEKS = [2940, 2941, 2942];

function world() {
  const versions = new Map<number, number>();
  const asked: number[] = [];
  const runners = createWeekRunners({
    marks: { of: async () => new Map(versions) },
    usage: {
      async runnersOfDays({ fromDay, ids }) {
        asked.push(fromDay);
        return ids.map((id) => ({ id, memberId: `runner of ${fromDay}` }));
      },
    },
  });
  return {
    versions,
    /** Asks, and answers the Mondays of the weeks that were read for it. */
    async ask(ids = ['quotes'], weeks = WEEKS): Promise<number[]> {
      asked.length = 0;
      const found = await runners.ofWeeks(KEY, ids, weeks);
      expect(found).toEqual(
        weeks.map(
          (week) => new Map(ids.map((id) => [id, new Set([`runner of ${mondayOfNumber(week)}`])])),
        ),
      );
      return [...asked];
    },
  };
}

const MONDAYS = WEEKS.map(mondayOfNumber);

it('reads a week once, and again when one of its days changed', async () => {
  const { ask, versions } = world();
  expect(await ask()).toEqual(MONDAYS);
  expect(await ask()).toEqual([]);
  versions.set((MONDAYS[1] ?? 0) + 6, 1);
  expect(await ask()).toEqual([MONDAYS[1]]);
  expect(await ask()).toEqual([]);
});

it('reads everything again when people or the workflows changed, and of a new week only that', async () => {
  const { ask, versions } = world();
  await ask();
  versions.set(PEOPLE_AND_CALENDARS, 1);
  expect(await ask()).toEqual(MONDAYS);
  expect(await ask(['quotes', 'minutes'])).toEqual(MONDAYS);
  expect(await ask(['minutes', 'quotes'])).toEqual([]);
  expect(await ask(['minutes', 'quotes'], [...WEEKS.slice(1), 2943])).toEqual([
    mondayOfNumber(2943),
  ]);
});
