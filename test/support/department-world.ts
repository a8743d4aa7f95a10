import { createCalendar, type Calendar, type DaysOff } from '../../lib/domain/calendar.ts';
import {
  addDays,
  dayRange,
  epochDay,
  mondayOfWeek,
  weekOf,
  type DayKey,
  type WeekKey,
} from '../../lib/domain/day.ts';
import type { UseRow } from '../../lib/domain/department-count.ts';
import { createMeasuring, type DepartmentMeasure } from '../../lib/domain/department-measure.ts';
import {
  buildDepartmentSummary,
  type DepartmentSummary,
  type SummaryLine,
} from '../../lib/domain/department-summary.ts';
import type { FloorSettings } from '../../lib/domain/floor-settings.ts';
import { createFloor } from '../../lib/domain/privacy-floor.ts';
import type { Stay } from '../../lib/domain/stay.ts';

/** A company as plain choices, so that a counterexample can be read. */
export interface Company {
  readonly stays: readonly Stay[];
  readonly use: readonly UseRow[];
  readonly leave?: ReadonlyMap<string, readonly DaysOff[]>;
  readonly target?: number;
  readonly settings?: FloorSettings;
}

/** Everything that anybody is shown of a company. */
export interface Shown {
  readonly summaries: readonly DepartmentSummary[];
  readonly total: unknown;
}

/** Monday to Friday, no holidays. */
export function weekdaysOnly(): Calendar {
  return createCalendar({ country: 'ZZ', weekdays: [1, 2, 3, 4, 5], closures: [], leave: [] }, {});
}

/** Ids of the departments anybody ever belonged to, ascending. */
export function departmentsOf({ stays }: Company): string[] {
  return [...new Set(stays.map(({ departmentId }) => departmentId))].toSorted();
}

/** Every department counted on a day, as the hub does it: with the stays of its own people. */
export function measureAll(company: Company, today: DayKey): DepartmentMeasure[] {
  const calendar = weekdaysOnly();
  return departmentsOf(company).map((departmentId) => {
    const people = new Set(
      company.stays.flatMap((stay) => (stay.departmentId === departmentId ? [stay.memberId] : [])),
    );
    return createMeasuring({
      departmentId,
      stays: company.stays.filter(({ memberId }) => people.has(memberId)),
      calendar,
      leave: company.leave,
      today,
      target: company.target ?? 0.5,
    }).measure(company.use.filter(({ memberId }) => people.has(memberId)));
  });
}

/** All that is shown of some weeks on a day: every department's summary of each and the organisation's totals. */
export function shownOf(company: Company, weeks: readonly WeekKey[], today: DayKey): Shown[] {
  const floor = createFloor(company.settings ?? { floor: 5 });
  const ids = departmentsOf(company);
  const measures = measureAll(company, today);
  const plan = floor.planGroups(company.stays, weeks.toSorted().at(-1) ?? weekOf(today));
  return weeks.map((week) => {
    const until = addDays(mondayOfWeek(week), 6);
    const lines = ids.map((id, index): SummaryLine => {
      const own = measures[index] as DepartmentMeasure;
      return { id, name: id, ...floor.releaseLine(own, { plan, until, weeklyGoal: 3 }) };
    });
    return {
      summaries: ids.map((id, index) =>
        buildDepartmentSummary({
          floor,
          plan,
          department: { id, name: id },
          week,
          measures,
          own: measures[index] as DepartmentMeasure,
          others: lines.filter((line) => line.id !== id),
          goals: { weeklyActive: 0.8, habitual: 0.6, promptsPerMember: 10 },
          weeklyGoal: 3,
        }),
      ),
      total: floor.releaseTotal(
        ids.map((departmentId) => floor.releaseFigures({ plan, departmentId, measures, week })),
      ),
    };
  });
}

/** Stays of members `prefix1…` in one department. */
export function staysOf(
  departmentId: string,
  count: number,
  { from = '2026-01-05', to }: { readonly from?: string; readonly to?: string } = {},
): Stay[] {
  return Array.from({ length: count }, (_, index) => ({
    memberId: `${departmentId}${index + 1}`,
    departmentId,
    fromDay: from as DayKey,
    toDay: to as DayKey | undefined,
  }));
}

/** One visit and some prompts by each of these members on each of these days. */
export function used(members: readonly string[], from: string, to: string, prompts = 1): UseRow[] {
  return members.flatMap((memberId) =>
    dayRange(from as DayKey, to as DayKey).map((day) => ({
      memberId,
      day: epochDay(day),
      visits: 1,
      promptsStarted: prompts,
      selfReported: false,
    })),
  );
}
