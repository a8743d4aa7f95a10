import { weekOf, type DayKey, type WeekKey } from '../../lib/domain/day.ts';
import type { DepartmentSummary, SummaryLine } from '../../lib/domain/department-summary.ts';
import type { FloorSettings } from '../../lib/domain/floor-settings.ts';
import { createFloor } from '../../lib/domain/privacy-floor.ts';
import type { ReleasedFigures } from '../../lib/domain/released.ts';
import type { Line } from '../../lib/domain/line.ts';
import type { HubClock } from '../clock.ts';
import { dayKeyAt } from '../local-day.ts';
import type { Marks } from '../repositories/marks.ts';
import type { ToldDay, ToldWeek } from '../repositories/told.ts';
import type { Usage } from '../repositories/usage.ts';
import type { Authorized } from './authorize.ts';
import { Refusal } from './refusal.ts';
import { createShelf, type Shelf } from './figures-shelf.ts';
import type { FactsDeps, OrganisationFacts } from './organisation-facts.ts';
import {
  everythingTold,
  lineOf,
  linesOf,
  memberLine,
  summaryOf,
  weeksOf,
  type Opened,
  type WantedWeeks,
} from './release-figures.ts';

/**
 * Everything that is told of departments, and the one way to it: it loads stays, leave, calendars and days, and hands out
 * only what the privacy floor released (METRICS.md P). Fresh at every call, whichever hub of the database took the days in.
 */
export interface DepartmentFigures {
  /**
   * The lines of an organisation's departments as of a day, in the order to show. Of more than 100 departments the first
   * 100 and those of `always`.
   */
  lines(
    organisationId: string,
    asOf: DayKey,
    always?: readonly string[],
  ): Promise<readonly SummaryLine[]>;
  /** One department's line as of a day; undefined when there is no such department. */
  line(query: {
    readonly organisationId: string;
    readonly departmentId: string;
    readonly asOf: DayKey;
  }): Promise<SummaryLine | undefined>;
  /** The caller's own line over all devices (METRICS.md M5, M6). */
  mine(own: Authorized<'useOwnDays'>, today: DayKey): Promise<Line>;
  /** A department's weekly summary; undefined when there is no such department. */
  summary(query: {
    readonly organisationId: string;
    readonly departmentId: string;
    readonly week: WeekKey;
  }): Promise<DepartmentSummary | undefined>;
  /** A department's numbers week by week, oldest first. */
  weeks(
    query: { readonly organisationId: string } & WantedWeeks,
  ): Promise<readonly ReleasedFigures[]>;
  /** The same of several, in the order in which they are wanted; nothing when the organisation is gone. */
  weeksOfAll(
    organisationId: string,
    wanted: readonly WantedWeeks[],
  ): Promise<readonly (readonly ReleasedFigures[])[]>;
  /** What is told of all departments for the weeks and days that are over; `hub/services/keep-told.ts` keeps it. */
  everythingTold(organisationId: string): Promise<{ weeks: ToldWeek[]; days: ToldDay[] }>;
  /** Reads an organisation ahead of its first question; a large one takes seconds. */
  warm(organisationId: string): Promise<void>;
  /** Lets go of what is held in memory of an organisation; it is read again when asked for. */
  forget(organisationId: string): void;
}

/** What the figures are made from. */
export interface DepartmentFiguresDeps extends FactsDeps {
  readonly usage: Usage;
  readonly marks: Marks;
  readonly clock: HubClock;
}

/** Organisations held in memory; the ones looked at longest ago go first. */
export const MOST_SHELVES = 20;

/** The service over its repositories. It remembers days, counts and the lines drawn from them until one of them changes. */
export function createDepartmentFigures(deps: DepartmentFiguresDeps): DepartmentFigures {
  const shelves = new Map<string, Shelf>();

  async function open(
    organisationId: string,
    rules: (facts: OrganisationFacts, hubDay: DayKey) => FloorSettings = rulesNow,
  ): Promise<Opened | undefined> {
    const shelf = shelves.get(organisationId) ?? createShelf(deps, organisationId);
    // The one used last goes last; the first is the one to be let go.
    shelves.delete(organisationId);
    shelves.set(organisationId, shelf);
    const oldest = shelves.keys().next().value;
    if (shelves.size > MOST_SHELVES && oldest !== undefined) shelves.delete(oldest);
    await shelf.refresh();
    const facts = shelf.facts();
    if (!facts) return undefined;
    const hubDay = dayKeyAt(deps.clock.now(), facts.organisation.timeZone);
    const settings = rules(facts, hubDay);
    return { shelf, facts, hubDay, ...shelf.remember(createFloor(settings), settings.since) };
  }

  return {
    async lines(organisationId, asOf, always = []) {
      const opened = await open(organisationId);
      return opened ? linesOf(opened, asOf, always) : [];
    },

    async line({ organisationId, departmentId, asOf }) {
      const opened = await open(organisationId);
      return opened && lineOf(opened, departmentId, asOf);
    },

    async mine({ caller }, today) {
      const opened = await open(caller.organisationId);
      if (!opened) throw new Refusal('notFound', 'Your organisation is gone.');
      return memberLine(opened, caller, today);
    },

    async summary({ organisationId, departmentId, week }) {
      const opened = await open(organisationId);
      return opened && summaryOf(opened, departmentId, week);
    },

    async weeks({ organisationId, ...wanted }) {
      const opened = await open(organisationId);
      return (opened && (await weeksOf(opened, [wanted]))[0]) ?? [];
    },

    async weeksOfAll(organisationId, wanted) {
      if (wanted.length === 0) return [];
      const opened = await open(organisationId);
      return opened ? weeksOf(opened, wanted) : [];
    },

    async everythingTold(organisationId) {
      const opened = await open(organisationId, rulesAsSet);
      if (!opened) return { weeks: [], days: [] };
      return everythingTold(opened);
    },

    async warm(organisationId) {
      await open(organisationId);
    },

    forget(organisationId) {
      shelves.delete(organisationId);
    },
  };
}

/** The floor as the organisation's settings have it. */
function rulesAsSet({ settings }: OrganisationFacts): FloorSettings {
  const { floor, floorSince: since, agreedToThree } = settings;
  return { floor, since, agreedToThree };
}

/**
 * The floor to release with now: somebody who is here and did not agree ends the agreement in that moment, also before the
 * settings follow (`hub/services/agree-to-three.ts`). Weeks that are over then wait for what was told of them to be kept.
 */
function rulesNow(facts: OrganisationFacts, hubDay: DayKey): FloorSettings {
  const asSet = rulesAsSet(facts);
  if (asSet.agreedToThree !== true || facts.everybodyAgreed) return asSet;
  return { floor: asSet.floor, since: weekOf(hubDay) };
}
