import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DepartmentGoals } from '../../lib/domain/department-change.ts';
import {
  buildDepartmentSummary,
  type DepartmentSummary,
  type SummaryLine,
} from '../../lib/domain/department-summary.ts';
import {
  addDays,
  dayOfEpoch,
  epochDay,
  weekOf,
  type DayKey,
  type WeekKey,
} from '../../lib/domain/day.ts';
import type { ReleasedFigures } from '../../lib/domain/released.ts';
import { createCalendar } from '../../lib/domain/calendar.ts';
import { DEFAULT_WEEKLY_GOAL } from '../../lib/domain/department-line.ts';
import { computeLine, type Line } from '../../lib/domain/line.ts';
import { calendarRulesOf } from '../../lib/domain/organisation-calendar.ts';
import { HOLIDAYS } from '../../content/holidays.ts';
import type { Member } from '../repositories/people.ts';
import { organisationCalendar } from './settings-of.ts';
import { sundayOf, weekNumber } from '../../lib/domain/week-number.ts';
import type { ToldDay, ToldWeek } from '../repositories/told.ts';
import type { Shelf } from './figures-shelf.ts';
import type { OrganisationFacts } from './organisation-facts.ts';

const MOST_LINES = 100;
/** How long the thread is kept before others are answered. */
const TURN_MS = 4;
/** Weeks back in which a summary may look at the groups of other departments. */
const GROUP_WEEKS = 24;

/** An organisation whose shelf is up to date, and the floor that speaks for it. */
export type Opened = {
  readonly shelf: Shelf;
  readonly facts: OrganisationFacts;
  readonly hubDay: DayKey;
} & ReturnType<Shelf['remember']>;

/** One department's line as of a day; undefined when there is no such department. */
export function lineOf(
  opened: Opened,
  departmentId: string,
  asOf: DayKey,
): SummaryLine | undefined {
  const { shelf, facts, hubDay, floor } = opened;
  const department = facts.departments.find(({ id }) => id === departmentId);
  if (!department) return undefined;
  // A member's clock may be a day away from the organisation's; further back the days are over for everybody.
  const today = asOf >= addDays(hubDay, -1) ? asOf : hubDay;
  const plan = opened.planUntil(weekOf(today));
  const { line, hiddenBecause } = floor.releaseLine(shelf.measure(department, today), {
    plan,
    until: asOf,
    weeklyGoal: department.settings.weeklyGoal,
  });
  return { id: department.id, name: department.name, line, hiddenBecause };
}

/** The lines of the first 100 departments and of those in `always`, in the order to show. */
export async function linesOf(
  opened: Opened,
  asOf: DayKey,
  always: readonly string[],
): Promise<SummaryLine[]> {
  const lines: SummaryLine[] = [];
  let begun = performance.now();
  const departments = opened.facts.departments.filter(({ isClosed }) => !isClosed);
  for (const [index, { id }] of departments.entries()) {
    if (index >= MOST_LINES && !always.includes(id)) continue;
    const line = lineOf(opened, id, asOf);
    if (line) lines.push(line);
    // Counting one department takes milliseconds, remembering it none; others are answered in between.
    if (performance.now() - begun < TURN_MS) continue;
    await nextTurn();
    begun = performance.now();
  }
  return lines;
}

/** A department's measures and those of every department it was counted with in these numbered weeks. */
export function measuresFor(
  opened: Opened,
  departmentId: string,
  to: number,
  from = to - GROUP_WEEKS,
) {
  const { shelf, facts, hubDay } = opened;
  const plan = opened.planUntil(weekOf(hubDay));
  const wanted = new Set([departmentId]);
  for (let week = from; week <= to; week += 1) {
    for (const id of plan.groupOf(departmentId, week)?.departmentIds ?? []) wanted.add(id);
  }
  const measures = facts.departments
    .filter(({ id }) => wanted.has(id))
    .map((department) => shelf.measure(department, hubDay));
  return { plan, measures };
}

/** Weeks of a department, both included. */
export interface WantedWeeks {
  readonly departmentId: string;
  readonly from: WeekKey;
  readonly to: WeekKey;
}

/** Departments' numbers week by week, oldest first, in the order in which they are wanted. */
export async function weeksOf(
  opened: Opened,
  wanted: readonly WantedWeeks[],
): Promise<ReleasedFigures[][]> {
  const found: ReleasedFigures[][] = [];
  let begun = performance.now();
  for (const { departmentId, from, to } of wanted) {
    const { plan, measures } = measuresFor(opened, departmentId, weekNumber(to), weekNumber(from));
    found.push(
      weeksBetween(from, to).map((week) =>
        opened.floor.releaseFigures({ plan, departmentId, measures, week }),
      ),
    );
    if (performance.now() - begun < TURN_MS) continue;
    await nextTurn();
    begun = performance.now();
  }
  return found;
}

/** A department's weekly summary; undefined when there is no such department. */
export async function summaryOf(
  opened: Opened,
  departmentId: string,
  week: WeekKey,
): Promise<DepartmentSummary | undefined> {
  const { shelf, facts, hubDay, floor } = opened;
  const department = facts.departments.find(({ id }) => id === departmentId);
  if (!department || department.isClosed) return undefined;
  const { plan, measures } = measuresFor(opened, departmentId, weekNumber(week));
  const sunday = sundayOf(week);
  const others = await linesOf(opened, sunday < hubDay ? sunday : hubDay, []);
  return buildDepartmentSummary({
    floor,
    plan,
    department: { id: department.id, name: department.name },
    week,
    measures,
    own: shelf.measure(department, hubDay),
    others: others.filter(({ id }) => id !== departmentId),
    goals: goalsOf(facts.settings.goals, department.settings.goals),
    weeklyGoal: department.settings.weeklyGoal,
  });
}

/** A member's own line: own days, the department's calendar and the member's leave. */
export function memberLine({ shelf, facts }: Opened, member: Member, today: DayKey): Line {
  const department = facts.departments.find(({ id }) => id === member.departmentId);
  const kept = new Set<DayKey>();
  const selfReported = new Set<DayKey>();
  for (const { day, visits, selfReported: byHand } of shelf.useOf(member.id)) {
    if (visits > 0) kept.add(dayOfEpoch(day));
    else if (byHand) selfReported.add(dayOfEpoch(day));
  }
  const stays = facts.stays.filter(({ memberId }) => memberId === member.id);
  const startedOn = stays.reduce<DayKey>(
    (first, { fromDay }) => (fromDay < first ? fromDay : first),
    today,
  );
  const rules = calendarRulesOf(
    organisationCalendar(facts.organisation),
    department?.settings,
    facts.leave.get(member.id),
  );
  return computeLine({
    days: { kept, selfReported },
    calendar: createCalendar(rules, HOLIDAYS),
    startedOn,
    today,
    weeklyGoal: department?.settings.weeklyGoal ?? DEFAULT_WEEKLY_GOAL,
  });
}

/** What is told of all departments for the weeks and days that are over. */
export function everythingTold(opened: Opened): { weeks: ToldWeek[]; days: ToldDay[] } {
  const { shelf, facts, hubDay, floor } = opened;
  const yesterday = addDays(hubDay, -1);
  const firstDay = dayOfEpoch(shelf.firstDay());
  const weeks: ToldWeek[] = [];
  const days: ToldDay[] = [];
  for (const { id } of facts.departments) {
    const begun = facts.stays.some(({ departmentId }) => departmentId === id);
    if (!begun) continue;
    const last = weekNumber(weekOf(hubDay)) - 1;
    const { plan, measures } = measuresFor(opened, id, last, weekNumber(weekOf(firstDay)));
    for (const week of weeksBetween(weekOf(firstDay), weekOf(addDays(hubDay, -7)))) {
      if (!plan.groupOf(id, weekNumber(week))) continue;
      const query = { plan, departmentId: id, measures, week };
      weeks.push({
        departmentId: id,
        week: weekNumber(week),
        figures: floor.releaseFigures(query),
        review: floor.releaseReview(query),
      });
    }
    // A released line holds 84 days, so the history is read off in steps of that.
    for (let to = yesterday; to >= firstDay; to = addDays(to, -84)) {
      for (const { day, state } of lineOf(opened, id, to)?.line.days ?? []) {
        if (day >= firstDay) days.push({ departmentId: id, day: epochDay(day), state });
      }
    }
  }
  return { weeks, days };
}

function goalsOf(ofOrganisation: DepartmentGoals, ofDepartment: DepartmentGoals): DepartmentGoals {
  return { ...ofOrganisation, ...ofDepartment };
}

/** Every week from one to another, both included. */
export function weeksBetween(from: WeekKey, to: WeekKey): WeekKey[] {
  const weeks: WeekKey[] = [];
  for (let sunday = sundayOf(from); sunday <= sundayOf(to); sunday = addDays(sunday, 7)) {
    weeks.push(weekOf(sunday));
  }
  return weeks;
}
