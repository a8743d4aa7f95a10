import { setImmediate as nextTurn } from 'node:timers/promises';
import { dayOfEpoch, mondayOf, epochDay, type DayKey, type WeekKey } from '../../lib/domain/day.ts';
import {
  createMeasuring,
  type DepartmentMeasure,
  type DepartmentMeasuring,
  type UseRow,
} from '../../lib/domain/department-measure.ts';
import type { GroupPlan } from '../../lib/domain/group-plan.ts';
import type { Floor } from '../../lib/domain/privacy-floor.ts';
import type { ReleasedLine } from '../../lib/domain/released.ts';
import type { HubClock } from '../clock.ts';
import { PEOPLE_AND_CALENDARS, type Marks } from '../repositories/marks.ts';
import type { Usage } from '../repositories/usage.ts';
import { createDayBook, type DayBook } from './day-book.ts';
import {
  readFacts,
  type DepartmentBasis,
  type FactsDeps,
  type OrganisationFacts,
} from './organisation-facts.ts';
import { rememberingFloor } from './told-before.ts';

/** What is held in memory of one organisation, and kept equal to the database by the marks. */
export interface Shelf {
  /** Reads again whatever changed since the last time; callers at once share one reading. */
  refresh(): Promise<void>;
  /** Undefined before the first refresh, and when there is no such organisation. */
  facts(): OrganisationFacts | undefined;
  /** First day that is held, days since 1970-01-01. */
  firstDay(): number;
  /** The department as counted on a day. */
  measure(department: DepartmentBasis, today: DayKey): DepartmentMeasure;
  /** One member's days of use. */
  useOf(memberId: string): Iterable<UseRow>;
  /** A floor that repeats what it told before, with its group plans remembered. */
  remember(
    raw: Floor,
    since: WeekKey | undefined,
  ): { readonly floor: Floor; planUntil(week: WeekKey): GroupPlan };
}

/** What a shelf reads from. */
export interface ShelfDeps extends FactsDeps {
  readonly usage: Usage;
  readonly marks: Marks;
  readonly clock: HubClock;
}

/** Daily rows live 13 months (METRICS.md P); the book reaches back a little further and is begun anew in time. */
export const DAILY_ROWS_DAYS = 397;
const MARGIN_DAYS = 35;
const MS_PER_DAY = 86_400_000;
/** Characters one query may bring, about 8,000 members' days: a few milliseconds of the thread. */
const CHARACTERS_PER_QUERY = 320_000;
/** Queries under way at once: a server looks for the next days while these are put in the book, and it has more than one core. */
const READS_AHEAD = 3;
/**
 * A refresh that read much and took long is not repeated at once: the largest organisations are a moment behind. A small one
 * never is, however busy its machine.
 */
const SLOW_REFRESH_MS = 100;
const SLOW_REFRESH_CHARACTERS = 800_000;
const PAUSE_FACTOR = 10;
/** The hub's day and a member's that is one ahead. */
const MEASURES_EACH = 2;
/** Departments that stay counted: all that one page draws (100) and their readers' own. A thousand would hold every member's year twice. */
const MEASURED_DEPARTMENTS = 300;
const PLANS = 4;
/** Last Sunday's for summaries, the Sunday before for what changed, and today's on two clocks for the board. */
const LINES_EACH = 4;

/** An empty shelf for one organisation. */
export function createShelf(deps: ShelfDeps, organisationId: string): Shelf {
  let book: DayBook | undefined;
  let facts: OrganisationFacts | undefined;
  let known = new Map<number, number>();
  let running: Promise<void> | undefined;
  let notBefore = 0;
  let measures = new Map<string, Map<DayKey, Counted>>();
  let remembered: { key: string; floor: Floor; plans: Map<WeekKey, GroupPlan> } | undefined;
  const basisOf = new WeakMap<DepartmentMeasure, DepartmentBasis>();

  function beginAnew(hubDay: number): DayBook {
    const firstDay = epochDay(mondayOf(dayOfEpoch(hubDay - DAILY_ROWS_DAYS - MARGIN_DAYS)));
    known = new Map();
    measures = new Map();
    facts = undefined;
    return createDayBook(firstDay);
  }

  /** Returns how many characters of members' days were read. */
  async function read(): Promise<number> {
    // UTC's day is near enough for how far back to hold.
    const hubDay = Math.floor(deps.clock.now() / MS_PER_DAY);
    if (!book || hubDay - book.firstDay > DAILY_ROWS_DAYS + 2 * MARGIN_DAYS) {
      book = beginAnew(hubDay);
    }
    const marks = await deps.marks.of(organisationId);
    const people = marks.get(PEOPLE_AND_CALENDARS) ?? 0;
    if (!facts || known.get(PEOPLE_AND_CALENDARS) !== people) {
      facts = await readFacts(deps, organisationId, book.firstDay);
      for (const { memberIds } of facts?.departments ?? []) book.expect(memberIds);
      remembered = undefined;
    }
    const { firstDay } = book;
    const days = [...marks]
      .filter(([day, version]) => day >= firstDay && known.get(day) !== version)
      .map(([day]) => day)
      .toSorted((a, b) => a - b);
    let characters = 0;
    const runs = createRuns(days);
    const readNext = () => {
      const range = runs.next();
      if (!range) return undefined;
      const query = { organisationId, fromDay: range.from, toDay: range.to };
      const found = deps.usage.ofDays(query);
      // Awaited in its turn; until then a failure is nobody's.
      found.catch(() => undefined);
      return { ...range, found };
    };
    try {
      const ahead = Array.from({ length: READS_AHEAD }, readNext);
      for (let run = ahead.shift(); run; run = ahead.shift()) {
        const { from, to } = run;
        const found = await run.found;
        const had = found.reduce((sum, { text }) => sum + text.length, 0);
        runs.had(had);
        characters += had;
        ahead.push(readNext());
        book.replaceDays(from, to, found);
        for (let day = from; day <= to; day += 1) known.set(day, marks.get(day) ?? 0);
        await nextTurn();
      }
      known.set(PEOPLE_AND_CALENDARS, people);
    } finally {
      // Also when the database went away halfway: what was read so far counts.
      noteChanged(book.takeChanged());
    }
    return characters;
  }

  function noteChanged(changed: ReadonlySet<string>): void {
    const bases = new Map(facts?.departments.map((each) => [each.id, each]));
    for (const [departmentId, held] of measures) {
      const basis = bases.get(departmentId);
      if (!basis) measures.delete(departmentId);
      const own = basis ? changed.intersection(basis.memberIds) : new Set<string>();
      for (const counted of held.values()) counted.stale = counted.stale.union(own);
    }
  }

  return {
    async refresh() {
      if (running) {
        // The reading under way may have begun before the caller's own write; the next one did not.
        await running.catch(() => undefined);
      }
      if (facts && performance.now() < notBefore) return;
      if (!running) {
        const begun = performance.now();
        running = read()
          .then((characters) => {
            const took = performance.now() - begun;
            const isSlow = took > SLOW_REFRESH_MS && characters > SLOW_REFRESH_CHARACTERS;
            notBefore = isSlow ? performance.now() + took * PAUSE_FACTOR : 0;
          })
          .finally(() => {
            running = undefined;
          });
      }
      await running;
    },

    facts: () => facts,
    firstDay: () => book?.firstDay ?? 0,
    useOf: (memberId) => book?.useOf([memberId]) ?? [],

    measure(department, today) {
      const held = measures.get(department.id) ?? new Map<DayKey, Counted>();
      // The one used last goes last; the first is the one to be let go.
      measures.delete(department.id);
      measures.set(department.id, held);
      const idle = measures.keys().next().value;
      if (measures.size > MEASURED_DEPARTMENTS && idle !== undefined) measures.delete(idle);
      const before = held.get(today);
      const isOfThese = before?.fingerprint === department.fingerprint;
      if (isOfThese && before.stale.size === 0) return before.measure;
      // Of a hundred people a few used something since the last time; a year of each is counted again, and not of all.
      const anew = isOfThese ? before.stale : department.memberIds;
      const measuring = isOfThese ? before.measuring : measuringOf(department, today);
      const measure = measuring.measure(book?.useOf(anew) ?? [], anew);
      basisOf.set(measure, department);
      held.set(today, {
        fingerprint: department.fingerprint,
        measuring,
        measure,
        stale: new Set(),
      });
      const oldest = held.keys().next().value;
      if (held.size > MEASURES_EACH && oldest !== undefined) held.delete(oldest);
      return measure;
    },

    remember(raw, since) {
      const key = `${raw.minimum} ${since ?? ''}`;
      if (remembered?.key !== key) {
        const told = facts?.told;
        const floor = told
          ? rememberingFloor(raw, told, (measure) => basisOf.get(measure) as DepartmentBasis)
          : raw;
        remembered = { key, floor: drawingOnce(floor), plans: new Map() };
      }
      const { floor, plans } = remembered;
      return {
        floor,
        planUntil(week) {
          const plan = plans.get(week) ?? floor.planGroups(facts?.stays ?? [], week);
          if (plans.size >= PLANS) plans.clear();
          plans.set(week, plan);
          return plan;
        },
      };
    },
  };
}

/** A department as counted on a day. */
interface Counted {
  readonly fingerprint: string;
  readonly measuring: DepartmentMeasuring;
  readonly measure: DepartmentMeasure;
  /** Members whose days changed since. */
  stale: ReadonlySet<string>;
}

function measuringOf(department: DepartmentBasis, today: DayKey): DepartmentMeasuring {
  const { id: departmentId, stays, calendar, leave, settings } = department;
  return createMeasuring({ departmentId, stays, calendar, leave, today, target: settings.target });
}

/**
 * A floor that draws a line once for as long as the same count is asked for: fifty summaries show the same fifty lines. Only
 * for as long as people, calendars and what was told before stay the same, because they are not in the key.
 */
function drawingOnce(floor: Floor): Floor {
  const drawn = new WeakMap<DepartmentMeasure, Map<string, ReleasedLine>>();
  return {
    ...floor,
    releaseLine(measure, options) {
      const held = drawn.get(measure) ?? new Map<string, ReleasedLine>();
      drawn.set(measure, held);
      const key = `${options.until} ${options.weeklyGoal}`;
      const line = held.get(key) ?? floor.releaseLine(measure, options);
      held.set(key, line);
      const oldest = held.keys().next().value;
      if (held.size > LINES_EACH && oldest !== undefined) held.delete(oldest);
      return line;
    },
  };
}

/** Days in a row, cut into queries that are as long as keeps the thread free: one day of a large company, months of a small one. */
function createRuns(days: readonly number[]): {
  next(): { from: number; to: number } | undefined;
  had(characters: number): void;
} {
  let at = 0;
  let most = 1;
  return {
    next() {
      const from = days[at];
      if (from === undefined) return undefined;
      let to = from;
      for (at += 1; days[at] === to + 1 && to + 1 - from < most; at += 1) to += 1;
      return { from, to };
    },
    had(characters) {
      most =
        characters > CHARACTERS_PER_QUERY
          ? Math.max(1, Math.floor(most / 2))
          : Math.min(60, most * 2);
    },
  };
}
