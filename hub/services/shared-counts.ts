import { setImmediate as nextTurn } from 'node:timers/promises';
import { addDays, epochDay, type DayKey } from '../../lib/domain/day.ts';
import { tellUse, useWindow, type SharedUse } from '../../lib/domain/shared-use.ts';
import type { HubClock } from '../clock.ts';
import { dayKeyAt, dayNumberAt } from '../local-day.ts';
import type { Organisations } from '../repositories/organisations.ts';
import type { People } from '../repositories/people.ts';
import type { Usage } from '../repositories/usage.ts';
import { organisationSettings } from './settings-of.ts';

/** Tells how much a department uses what it shares, by the privacy floor. */
export interface SharedCounts {
  /**
   * What may be told of each of some run ids (a workflow's, or `promptRunId`); ids of which nothing may be told are not in
   * it. Weeks that are over only, so it may lag behind late deliveries by `HELD_MS`.
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

interface Counted {
  readonly from: DayKey;
  readonly until: number;
  /** Runs by what was run and by member. */
  readonly runs: Promise<Map<string, Map<string, number>>>;
}

const HELD_MS = 600_000;
const MOST_ORGANISATIONS = 200;
const DAYS_PER_QUERY = 7;

/** Counts held in memory by organisation, so that a department that all open at nine is counted once. */
export function createSharedCounts(deps: SharedCountsDeps): SharedCounts {
  const { organisations, people, usage, clock } = deps;
  const held = new Map<string, Counted>();

  async function count(
    organisationId: string,
    { from, to }: { readonly from: DayKey; readonly to: DayKey },
  ): Promise<Map<string, Map<string, number>>> {
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

  function runsOf(organisationId: string, today: DayKey): Counted['runs'] {
    const window = useWindow(today);
    const before = held.get(organisationId);
    if (before !== undefined && before.from === window.from && before.until > clock.now()) {
      return before.runs;
    }
    const runs = count(organisationId, window);
    held.delete(organisationId);
    held.set(organisationId, { from: window.from, until: clock.now() + HELD_MS, runs });
    runs.catch(() => held.delete(organisationId));
    const oldest = held.keys().next().value;
    if (held.size > MOST_ORGANISATIONS && oldest !== undefined) held.delete(oldest);
    return runs;
  }

  return {
    async ofDepartment(organisationId, departmentId, runIds) {
      const organisation = await organisations.byId(organisationId);
      if (organisation === undefined || runIds.length === 0) return new Map();
      const now = clock.now();
      const today = dayNumberAt(now, organisation.timeZone);
      const stays = await people.memberships(organisationId, today, today);
      const members = new Set(
        stays.filter((stay) => stay.departmentId === departmentId).map(({ memberId }) => memberId),
      );
      const group = {
        members: members.size,
        minimum: organisationSettings(organisation).floor,
      };
      const runs = await runsOf(organisationId, dayKeyAt(now, organisation.timeZone));
      const told = new Map<string, SharedUse>();
      for (const id of runIds) {
        const counts = [...(runs.get(id) ?? [])].flatMap(([memberId, sum]) =>
          members.has(memberId) ? [sum] : [],
        );
        const use = tellUse(counts, group);
        if (use !== undefined) told.set(id, use);
      }
      return told;
    },
  };
}
