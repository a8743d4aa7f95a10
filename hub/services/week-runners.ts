import { setImmediate as nextTurn } from 'node:timers/promises';
import { mondayOfNumber } from '../../lib/domain/week-number.ts';
import { inLanes } from '../jobs/in-lanes.ts';
import { eachRunner } from '../repositories/day-uses.ts';
import type { Marks } from '../repositories/marks.ts';
import type { SharedReader } from '../repositories/shared.ts';
import type { Usage } from '../repositories/usage.ts';
import { createMemberNumbers, type MemberNumbers } from './member-numbers.ts';

/** Who ran what in a week: members by workflow, whatever their departments. */
type Runners = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads who ran what an organisation shares, week by week. */
export interface WeekRunners {
  /**
   * Members who ran these shared workflows in each of these numbered weeks, in their order; others may be among them. As
   * fresh as the database: a week is read again once one of its days changed or a workflow came that it was not read for,
   * and the others come from memory. The whole organisation at once, because fifty departments' weeks one by one are six
   * hundred and fifty queries.
   */
  ofWeeks(
    organisationId: string,
    ids: Iterable<string>,
    weeks: readonly number[],
  ): Promise<readonly Runners[]>;
}

interface Held {
  readonly weeks: Map<number, HeldWeek>;
  readonly names: MemberNumbers;
}

interface HeldWeek {
  /** The marks under which it was read. */
  readonly version: string;
  /** What was shared before it was read, and so is in it. */
  readonly shared: ReadonlySet<string>;
  readonly runners: Map<string, Set<string>>;
}

const WEEK_DAYS = 7;
/** Half a year and a little: further back nobody looks (`attachmentWeeks`). */
const MOST_WEEKS = 30;
/** As many as have their days in memory; the ones looked at longest ago go first. */
const MOST_ORGANISATIONS = 20;
/** Queries under way at once. */
const AT_ONCE = 4;

/** The service over its repositories. */
export function createWeekRunners({
  usage,
  marks,
  shared,
}: {
  readonly usage: Pick<Usage, 'runnersOfDay'>;
  readonly marks: Marks;
  readonly shared: Pick<SharedReader, 'workflowIds'>;
}): WeekRunners {
  const held = new Map<string, Held>();
  const running = new Map<string, Promise<unknown>>();

  /** What is held of an organisation, now the one used last; the first is the one to be let go. */
  function heldOf(organisationId: string): Held {
    const own = held.get(organisationId) ?? { weeks: new Map(), names: createMemberNumbers() };
    held.delete(organisationId);
    held.set(organisationId, own);
    const oldest = held.keys().next().value;
    if (held.size > MOST_ORGANISATIONS && oldest !== undefined) held.delete(oldest);
    return own;
  }

  async function read(
    organisationId: string,
    ids: ReadonlySet<string>,
    weeks: readonly number[],
  ): Promise<readonly Runners[]> {
    // Both read before the rows, so that what changes meanwhile is read once more the next time.
    const versions = await marks.of(organisationId);
    const known = new Set(await shared.workflowIds(organisationId));
    const { weeks: own, names } = heldOf(organisationId);
    const found = weeks.map((week): HeldWeek => {
      const before = own.get(week);
      const version = daysOf(week)
        .map((day) => versions.get(day) ?? 0)
        .join(' ');
      const isFresh = before?.version === version && ids.isSubsetOf(before.shared);
      return isFresh ? before : { version, shared: known, runners: new Map() };
    });
    const stale = weeks.flatMap((week, index) => {
      const now = found[index];
      return now === undefined || now === own.get(week)
        ? []
        : daysOf(week).map((day) => ({ day, runners: now.runners }));
    });
    await inLanes(stale, AT_ONCE, async ({ day, runners }) => {
      for (const { id, text } of await usage.runnersOfDay(organisationId, day)) {
        const members = runners.get(id) ?? new Set();
        // By their numbers: a piece of the text would keep all of it in memory.
        eachRunner(text, (from, to) => members.add(names.nameOf(names.numberIn(text, from, to))));
        runners.set(id, members);
      }
      // A day at a time, as other requests come in between.
      await nextTurn();
    });
    for (const [index, week] of weeks.entries()) {
      const now = found[index];
      if (now !== undefined) own.set(week, now);
    }
    const newest = [...own.keys()].toSorted((a, b) => b - a);
    for (const week of newest.slice(MOST_WEEKS)) own.delete(week);
    return found.map(({ runners }) => runners);
  }

  return {
    async ofWeeks(organisationId, ids, weeks) {
      const wanted = new Set(ids);
      if (wanted.size === 0) return weeks.map(() => new Map());
      // One after the other: who comes while the weeks are read finds them read.
      const before = running.get(organisationId);
      const reading = (before ?? Promise.resolve())
        .catch(() => undefined)
        .then(() => read(organisationId, wanted, weeks));
      running.set(organisationId, reading);
      try {
        return await reading;
      } finally {
        if (running.get(organisationId) === reading) running.delete(organisationId);
      }
    },
  };
}

function daysOf(week: number): number[] {
  const monday = mondayOfNumber(week);
  return Array.from({ length: WEEK_DAYS }, (_, day) => monday + day);
}
