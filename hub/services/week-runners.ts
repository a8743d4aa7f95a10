import { setImmediate as nextTurn } from 'node:timers/promises';
import { mondayOfNumber } from '../../lib/domain/week-number.ts';
import type { DepartmentKey } from '../repositories/help.ts';
import { PEOPLE_AND_CALENDARS, type Marks } from '../repositories/marks.ts';
import type { Usage } from '../repositories/usage.ts';

/** Who ran what in a week: members by workflow, of all who belonged to the department on one of its days. */
type Runners = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads who ran a department's workflows, week by week. */
export interface WeekRunners {
  /**
   * Members who ran these workflows in each of these numbered weeks, in their order. As fresh as the database: a week is
   * read again once one of its days or anybody's stay changed, and the others come from memory. Whole weeks of fifty
   * departments make a company's month, which would else be six hundred queries each time it is looked at.
   */
  ofWeeks(
    department: DepartmentKey,
    ids: readonly string[],
    weeks: readonly number[],
  ): Promise<readonly Runners[]>;
}

interface HeldWeek {
  /** The marks under which it was read. */
  readonly version: string;
  readonly runners: Runners;
}

const WEEK_DAYS = 7;
/** A large company's departments; the ones looked at longest ago go first. */
const MOST_DEPARTMENTS = 300;

/** The service over its repositories. */
export function createWeekRunners({
  usage,
  marks,
}: {
  readonly usage: Pick<Usage, 'runnersOfDays'>;
  readonly marks: Marks;
}): WeekRunners {
  const held = new Map<string, Map<number, HeldWeek>>();

  async function read(
    { organisationId, departmentId }: DepartmentKey,
    ids: readonly string[],
    fromDay: number,
  ): Promise<Runners> {
    const toDay = fromDay + WEEK_DAYS - 1;
    const query = { organisationId, departmentId, ids, fromDay, toDay };
    const runners = new Map<string, Set<string>>();
    for (const { id, memberId } of await usage.runnersOfDays(query)) {
      const members = runners.get(id) ?? new Set();
      runners.set(id, members.add(memberId));
    }
    // So that other requests come in between.
    await nextTurn();
    return runners;
  }

  return {
    async ofWeeks(department, ids, weeks) {
      // Read before the rows, so that what changes meanwhile is read once more the next time.
      const versions = await marks.of(department.organisationId);
      const basis = `${versions.get(PEOPLE_AND_CALENDARS) ?? 0} ${ids.toSorted().join(' ')}`;
      const key = `${department.organisationId} ${department.departmentId}`;
      const before = held.get(key) ?? new Map<number, HeldWeek>();
      const now = new Map<number, HeldWeek>();
      for (const week of weeks) {
        const fromDay = mondayOfNumber(week);
        const days = Array.from({ length: WEEK_DAYS }, (_, day) => versions.get(fromDay + day));
        const version = `${basis} ${days.join(' ')}`;
        const known = before.get(week);
        // oxlint-disable-next-line no-await-in-loop -- a week at a time, as other requests come in between
        const runners =
          known?.version === version ? known.runners : await read(department, ids, fromDay);
        now.set(week, { version, runners });
      }
      held.delete(key);
      held.set(key, now);
      const oldest = held.keys().next().value;
      if (held.size > MOST_DEPARTMENTS && oldest !== undefined) held.delete(oldest);
      return [...now.values()].map(({ runners }) => runners);
    },
  };
}
