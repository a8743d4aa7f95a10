import { setImmediate as nextTurn } from 'node:timers/promises';
import { addDays, dayOfEpoch, epochDay, weekOf, type DayKey } from '../../lib/domain/day.ts';
import { tellUse, useWindow, whoCounts, type SharedUse } from '../../lib/domain/shared-use.ts';
import type { HubClock } from '../clock.ts';
import { dayKeyAt } from '../local-day.ts';
import { isGone } from '../repositories/erasure.ts';
import type { Organisations } from '../repositories/organisations.ts';
import type { People } from '../repositories/people.ts';
import type { Usage } from '../repositories/usage.ts';
import { organisationSettings } from './settings-of.ts';

/** Tells how much a department uses what it shares, by the privacy floor. */
export interface SharedCounts {
  /**
   * What may be told of each of some run ids (a workflow's, or `promptRunId`) over the last four weeks (`useWindow`); ids of
   * which nothing may be told are not in it. Nothing is told of weeks under another floor, nor of a department while
   * somebody who counted in it is erased: what was told with that person's rows could be subtracted. Weeks that are over
   * only, so it may lag behind late deliveries by `HELD_MS`.
   */
  ofDepartment(
    organisationId: string,
    departmentId: string,
    runIds: readonly string[],
  ): Promise<ReadonlyMap<string, SharedUse>>;
}

/** What counting needs. */
export interface SharedCountsDeps {
  readonly organisations: Organisations;
  readonly people: People;
  readonly usage: Usage;
  readonly clock: HubClock;
}

interface Counts {
  /** Who counts, by department. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  /** Runs by what was run and by member. */
  readonly runs: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

interface Held {
  readonly from: DayKey;
  readonly until: number;
  readonly counts: Promise<Counts>;
}

type Window = ReturnType<typeof useWindow>;

const HELD_MS = 600_000;
const MOST_ORGANISATIONS = 200;
const DAYS_PER_QUERY = 7;

/** Counts held in memory by organisation, so that a department that all open at nine is counted once. */
export function createSharedCounts(deps: SharedCountsDeps): SharedCounts {
  const { organisations, people, usage, clock } = deps;
  const held = new Map<string, Held>();

  async function countRuns(organisationId: string, { from, to }: Window): Promise<Counts['runs']> {
    const counted = new Map<string, Map<string, number>>();
    for (let day = from; day <= to; day = addDays(day, DAYS_PER_QUERY)) {
      const fromDay = epochDay(day);
      // A week at a time, so that other requests come in between.
      const rows = await usage.runsOfDays({
        organisationId,
        fromDay,
        toDay: Math.min(epochDay(to), fromDay + DAYS_PER_QUERY - 1),
      });
      for (const { id, memberId, runs } of rows) {
        const byMember = counted.get(id) ?? new Map<string, number>();
        counted.set(id, byMember.set(memberId, (byMember.get(memberId) ?? 0) + runs));
      }
      await nextTurn();
    }
    return counted;
  }

  async function count(organisationId: string, window: Window): Promise<Counts> {
    const lastDay = epochDay(window.to);
    const stays = await people.memberships(organisationId, lastDay - 6, lastDay);
    const members = whoCounts(
      stays.map(({ memberId, departmentId, fromDay, toDay }) => ({
        memberId,
        departmentId,
        fromDay: dayOfEpoch(fromDay),
        toDay: toDay === undefined ? undefined : dayOfEpoch(toDay),
      })),
      window.to,
    );
    return { members, runs: await countRuns(organisationId, window) };
  }

  function countsOf(organisationId: string, window: Window): Held['counts'] {
    const before = held.get(organisationId);
    if (before !== undefined && before.from === window.from && before.until > clock.now()) {
      return before.counts;
    }
    const counts = count(organisationId, window);
    held.delete(organisationId);
    held.set(organisationId, { from: window.from, until: clock.now() + HELD_MS, counts });
    counts.catch(() => held.delete(organisationId));
    const oldest = held.keys().next().value;
    if (held.size > MOST_ORGANISATIONS && oldest !== undefined) held.delete(oldest);
    return counts;
  }

  return {
    async ofDepartment(organisationId, departmentId, runIds) {
      const organisation = await organisations.byId(organisationId);
      if (organisation === undefined || runIds.length === 0) return new Map();
      const window = useWindow(dayKeyAt(clock.now(), organisation.timeZone));
      const { floor, floorSince } = organisationSettings(organisation);
      const isUnderThisFloor = floorSince === undefined || weekOf(window.from) >= floorSince;
      const { members, runs } = await countsOf(organisationId, window);
      const group = members.get(departmentId) ?? new Set();
      const told = new Map<string, SharedUse>();
      if (!isUnderThisFloor || [...group].some(isGone)) return told;
      for (const id of runIds) {
        const counts = [...(runs.get(id) ?? [])].flatMap(([memberId, sum]) =>
          group.has(memberId) ? [sum] : [],
        );
        const use = tellUse(counts, { members: group.size, minimum: floor });
        if (use !== undefined) told.set(id, use);
      }
      return told;
    },
  };
}
