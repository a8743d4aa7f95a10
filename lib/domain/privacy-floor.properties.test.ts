import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  departmentsOf,
  shownOf,
  staysOf,
  type Company,
} from '../../test/support/department-world.ts';
import { addDays, epochDay, weekOf, type DayKey, type WeekKey } from './day.ts';
import type { UseRow } from './department-count.ts';
import type { FloorSettings } from './floor-settings.ts';
import { createFloor } from './privacy-floor.ts';
import type { Stay } from './stay.ts';
import { weekNumber } from './week-number.ts';

/** Companies of three departments whose people come and go, with uses of their weeks. */
const comingAndGoing = fc.record({
  stays: fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'h'), fc.nat(60), fc.option(fc.nat(80), { nil: undefined })),
    { minLength: 8, maxLength: 22 },
  ),
  use: fc.array(fc.tuple(fc.nat(21), fc.nat(80), fc.nat(12)), { maxLength: 200 }),
});
const BEGIN = '2026-01-05' as DayKey;

function companyOf(drawn: {
  stays: readonly (readonly [string, number, number | undefined])[];
  use: readonly (readonly [number, number, number])[];
}): Company {
  const stays = drawn.stays.map(([departmentId, from, length], index): Stay => ({
    memberId: `m${index}`,
    departmentId,
    fromDay: addDays(BEGIN, from),
    toDay: length === undefined ? undefined : addDays(BEGIN, from + length),
  }));
  const use = drawn.use.map(([member, at, promptsStarted]) => ({
    memberId: `m${member}`,
    day: epochDay(addDays(BEGIN, at)),
    visits: 1,
    promptsStarted,
    selfReported: false,
  }));
  return { stays, use };
}

/** Rows of what some of these members did, as days after the beginning with their prompts. */
function rows(
  who: readonly (readonly [number, number, number])[],
  ids: readonly string[],
): UseRow[] {
  return who.map(([index, at, promptsStarted]) => ({
    memberId: ids[index] ?? 'nobody',
    day: epochDay(addDays(BEGIN, at)),
    visits: 1,
    promptsStarted,
    selfReported: false,
  }));
}

describe('whatever the company', () => {
  it('a week shows the same whenever, and after whatever joining, leaving and use, it is looked at', () => {
    fc.assert(
      fc.property(
        comingAndGoing,
        fc.integer({ min: 14, max: 80 }),
        fc.nat(30),
        (drawn, at, later) => {
          const company = companyOf(drawn);
          const sunday = addDays(BEGIN, at - (at % 7) + 6);
          const week = weekOf(sunday);
          // As it was known then: nobody had joined, left or used anything later.
          const asOf: Company = {
            stays: company.stays
              .filter(({ fromDay }) => fromDay <= sunday)
              .map((stay) => ({
                ...stay,
                toDay: stay.toDay !== undefined && stay.toDay <= sunday ? stay.toDay : undefined,
              })),
            use: company.use.filter(({ day }) => day <= epochDay(sunday)),
          };
          const [then] = shownOf(asOf, [week], addDays(sunday, 1));
          const [now] = shownOf(company, [week], addDays(sunday, 1 + later));
          const seen = (shown: typeof now, id: string): unknown =>
            shown?.summaries
              .filter(({ department }) => department.id === id)
              .map((summary) => ({ ...summary, others: [] }));
          for (const id of departmentsOf(asOf)) expect(seen(now, id)).toEqual(seen(then, id));
          expect(now?.total).toEqual(then?.total);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('what a hidden group’s people do changes nothing anybody sees', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.nat(40), fc.nat(20)), { maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(9), fc.nat(40), fc.nat(20)), { maxLength: 60 }),
        (secret, open) => {
          const stays = [...staysOf('a', 10), ...staysOf('h', 2), ...staysOf('i', 2)];
          const known = rows(
            open,
            staysOf('a', 10).map(({ memberId }) => memberId),
          );
          const weeks = [2, 3, 4, 5, 6].map((number) => `2026-W0${number}` as WeekKey);
          const today = '2026-03-02' as DayKey;
          const without = shownOf({ stays, use: known }, weeks, today);
          const use = [...known, ...rows(secret, ['h1', 'h2', 'i1', 'i2'])];
          expect(shownOf({ stays, use }, weeks, today)).toEqual(without);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('no sums of shown numbers, over all weeks, leave fewer people than the floor', () => {
    fc.assert(
      fc.property(comingAndGoing, fc.integer({ min: 5, max: 7 }), (drawn, floor) => {
        const company = companyOf(drawn);
        const weeks = Array.from({ length: 14 }, (_, index) => weekOf(addDays(BEGIN, index * 7)));
        const smallest = smallestSolvable(company, weeks, { floor });
        expect(smallest).toBeGreaterThanOrEqual(floor);
      }),
      { numRuns: 100 },
    );
  });
});

/**
 * The fewest members of whom a number can be solved for from the groups shown: the smallest atom of the sets of members
 * that each week shows, its total included. Members of a week are unknowns of their own, so weeks do not mix.
 */
function smallestSolvable(
  company: Company,
  weeks: readonly WeekKey[],
  settings: FloorSettings,
): number {
  const plan = createFloor(settings).planGroups(company.stays, weeks.at(-1) as WeekKey);
  let smallest = Infinity;
  for (const week of weeks) {
    const monday = addDays(BEGIN, (weekNumber(week) - weekNumber(weekOf(BEGIN))) * 7);
    const shown = plan.groups(weekNumber(week)).filter((group) => group.shown);
    const members = company.stays.filter(
      ({ fromDay, toDay }) => fromDay <= addDays(monday, 6) && (toDay ?? monday) >= monday,
    );
    const atoms = new Map<string, number>();
    for (const { departmentId } of members) {
      const seenIn = shown.flatMap(({ departmentIds }, index) =>
        departmentIds.includes(departmentId) ? [index] : [],
      );
      if (seenIn.length > 0) atoms.set(seenIn.join(), (atoms.get(seenIn.join()) ?? 0) + 1);
    }
    smallest = Math.min(smallest, ...atoms.values());
  }
  return smallest;
}
