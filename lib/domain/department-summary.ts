import { addDays, mondayOfWeek, weekOf, type DayKey, type WeekKey } from './day.ts';
import { departmentAction, type DepartmentAction } from './department-action.ts';
import {
  departmentChange,
  goalReached,
  type DepartmentChange,
  type DepartmentGoals,
} from './department-change.ts';
import type { DepartmentMeasure } from './department-measure.ts';
import type { GroupPlan } from './group-plan.ts';
import type { Floor } from './privacy-floor.ts';
import type { Figure, ReleasedFigures, ReleasedLine, ReleasedReview } from './released.ts';
import { weekNumber } from './week-number.ts';

/** Sections of METRICS.md that a summary's foot spells out. */
export type Definition = 'M2' | 'M3' | 'M4' | 'M7' | 'M8' | 'M9' | 'M10' | 'P';

/** A department by id and name. */
export interface DepartmentRef {
  readonly id: string;
  readonly name: string;
}

/** One of the three numbers. */
export interface SummaryNumber {
  /** `weeklyActive` and `habitual` count people; `promptsPerMember` is a mean in whole prompts. */
  readonly metric: 'weeklyActive' | 'habitual' | 'promptsPerMember';
  readonly now: Figure;
  /** As released for the week before. */
  readonly before: Figure;
  /** A share (0–1) for people, whole prompts for the mean; absent when none is set. */
  readonly goal?: number | undefined;
  /** Absent without a goal or a number; `unknown` when the shown range holds it. */
  readonly goalReached?: 'yes' | 'no' | 'unknown' | undefined;
}

/** A department's line beside the others. */
export interface SummaryLine extends DepartmentRef, ReleasedLine {}

/** A department's week as data: mail, chat, board and print draw the same one. Every number in it went through the floor. */
export interface DepartmentSummary {
  readonly department: DepartmentRef;
  readonly week: WeekKey;
  /** Monday and Sunday. */
  readonly from: DayKey;
  readonly to: DayKey;
  /** Whose numbers these are: the department's own, or Other's and why. */
  readonly numbersOf: Pick<ReleasedFigures, 'group' | 'departmentIds' | 'groupedBecause'>;
  /** Always three, in this order: weekly active, habitual, prompts a member. */
  readonly numbers: readonly SummaryNumber[];
  readonly review: ReleasedReview;
  readonly changed: DepartmentChange;
  /** As of the week's Sunday. */
  readonly line: SummaryLine;
  readonly others: readonly SummaryLine[];
  readonly action: DepartmentAction;
  readonly definitions: readonly Definition[];
}

/** What a department's summary is made from. */
export interface DepartmentSummaryInput {
  readonly floor: Floor;
  /** Made by the same floor, up to this week or later. */
  readonly plan: GroupPlan;
  readonly department: DepartmentRef;
  readonly week: WeekKey;
  /** Of the departments that `departmentsFor` names. */
  readonly measures: readonly DepartmentMeasure[];
  readonly own: DepartmentMeasure;
  /** The other departments' lines, released as of the week's Sunday (`Floor.releaseLine`), in the order to draw. */
  readonly others: readonly SummaryLine[];
  readonly goals: DepartmentGoals;
  /** M5's weekly goal for department weeks, 1–7. */
  readonly weeklyGoal: number;
}

const DEFINITIONS: readonly Definition[] = ['M2', 'M3', 'M4', 'M7', 'M8', 'M9', 'M10', 'P'];
const METRICS = ['weeklyActive', 'habitual', 'promptsPerMember'] as const;

/**
 * The departments whose measures a department's summary needs: itself, and those it is counted with this week or was the
 * week before. Ascending; usually itself alone.
 */
export function departmentsFor(plan: GroupPlan, departmentId: string, week: WeekKey): string[] {
  const number = weekNumber(week);
  const ids = [number, number - 1].flatMap((each) => [
    ...(plan.groupOf(departmentId, each)?.departmentIds ?? []),
  ]);
  return [...new Set([departmentId, ...ids])].toSorted();
}

/**
 * A department's weekly summary (UX.md; METRICS.md M7–M10, P). The three numbers are how many came (the share of those
 * due), how many it is a habit for (what the programme is judged by, M14), and how much was asked (prompts for each
 * member due, not for each active one: that mean would speak of the few). Pure; the same days, the same summary, whenever
 * it is made after the week is over. A running week has its line up to the day of counting and no numbers yet.
 */
export function buildDepartmentSummary(input: DepartmentSummaryInput): DepartmentSummary {
  const { floor, plan, department, week, goals, weeklyGoal } = input;
  const from = mondayOfWeek(week);
  const to = addDays(from, 6);
  const query = { plan, departmentId: department.id, measures: input.measures };
  const now = floor.releaseFigures({ ...query, week });
  const before = floor.releaseFigures({ ...query, week: weekOf(addDays(from, -7)) });
  const review = floor.releaseReview({ ...query, week });
  const own = floor.releaseLine(input.own, { plan, until: to, weeklyGoal });
  const lineBefore = floor.releaseLine(input.own, { plan, until: addDays(from, -1), weeklyGoal });
  const changed = departmentChange({
    now,
    before,
    line: own.line,
    lineBefore: lineBefore.line,
    review,
    goals,
  });
  return {
    department,
    week,
    from,
    to,
    numbersOf: {
      group: now.group,
      departmentIds: now.departmentIds,
      groupedBecause: now.groupedBecause,
    },
    numbers: METRICS.map((metric): SummaryNumber => {
      const unit = metric === 'promptsPerMember' ? 'mean' : 'share';
      const goal = goals[metric];
      return {
        metric,
        now: now[metric],
        before: before[metric],
        goal,
        goalReached: goalReached(now[metric], goal, unit),
      };
    }),
    review,
    changed,
    line: { ...department, ...own },
    others: input.others,
    action: departmentAction({ now, review, changed, goals }),
    definitions: DEFINITIONS,
  };
}
