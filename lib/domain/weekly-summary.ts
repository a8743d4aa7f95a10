import type { Calendar } from './calendar.ts';
import { addDays, dayRange, mondayOfWeek, weekOf, type DayKey, type WeekKey } from './day.ts';
import { dayTotal, isSelfReportedOnly, isVisitDay, type Ledger } from './ledger.ts';
import { computeLine, firstVisitDay, visitDays, type Line } from './line.ts';
import { isPromptRun } from './prompt-run.ts';
import { comesDueOn, runDays } from './rhythm.ts';
import { habitChanges, weeksOfUse } from './segment.ts';
import type { Workflow } from './workflow.ts';

/** One ISO week's figures. Every number is a count unless its name has a unit. */
export interface WeekFigures {
  readonly week: WeekKey;
  /** Scheduled days since the person's first day (M4). */
  readonly scheduledDays: number;
  /** Scheduled days with a visit-day (M2), self-reported ones included. */
  readonly visitDays: number;
  /** The part of `visitDays` that stands on a hand-made mark, always shown apart. */
  readonly selfReportedDays: number;
  /** On any day of the week (M3). */
  readonly promptsStarted: number;
  /** Whole minutes on any day of the week (M1). */
  readonly engagedMinutes: number;
  /** Workflow runs (M3), most first; workflows without a run are left out. */
  readonly runs: readonly WorkflowRuns[];
  /** Self-declared minutes × runs (M13): an estimate, and always labelled as one. */
  readonly estimatedMinutesSaved: number;
}

/** Runs of one workflow in a week. `workflow` is absent when it was deleted for good. */
export interface WorkflowRuns {
  readonly workflowId: string;
  readonly workflow?: Workflow | undefined;
  readonly runs: number;
}

/** Which rule chose the one thing that changed; the words for it are elsewhere. */
export type WeekChange =
  /** Nobody was due to work. */
  | { readonly rule: 'weekOff' }
  /** The first visit-day ever. */
  | { readonly rule: 'firstVisit' }
  /** Use after at least one week with scheduled days and without a visit-day. */
  | { readonly rule: 'backAgain' }
  | { readonly rule: 'habitGained' }
  /** The longest line of days got longer, is `days` now and still runs. */
  | { readonly rule: 'longestLine'; readonly days: number }
  /** Weeks kept in a row reached a multiple of 4. */
  | { readonly rule: 'weeksInARow'; readonly weeks: number }
  /** A workflow was run for the first time. */
  | { readonly rule: 'newWorkflow'; readonly workflowId: string }
  | { readonly rule: 'moreVisitDays' | 'fewerVisitDays'; readonly by: number }
  | { readonly rule: 'morePrompts' | 'fewerPrompts'; readonly by: number }
  | { readonly rule: 'noVisit' }
  | { readonly rule: 'steady' };

/** A workflow with the days on which it comes due. */
export interface ComingWorkflow {
  readonly workflow: Workflow;
  readonly days: readonly DayKey[];
}

/** A person's own weekly summary as data; page, copy and mail draw the same one. */
export interface WeeklySummary {
  /** Monday and Sunday of the week. */
  readonly from: DayKey;
  readonly to: DayKey;
  readonly now: WeekFigures;
  readonly before: WeekFigures;
  /** As of the week's last day. */
  readonly line: Line;
  /** As of the Sunday before. */
  readonly lineBefore: Line;
  readonly changed: WeekChange;
  /** The following week's due workflows, the ones with the earliest day first. */
  readonly next: { readonly week: WeekKey; readonly due: readonly ComingWorkflow[] };
}

/** What a summary is made from. */
export interface SummaryInput {
  readonly ledger: Ledger;
  /** All workflows, deleted ones that are still kept included: their runs were real. */
  readonly workflows: readonly Workflow[];
  readonly calendar: Calendar;
  readonly startedOn: DayKey;
  readonly today: DayKey;
  readonly weeklyGoal: number;
  /** The week to sum up; the last completed one when absent. A running week is summed up to `today`. */
  readonly week?: WeekKey | undefined;
}

/** Sums up one's own week (UX.md, weekly summary; METRICS.md M2, M3, M5, M6, M13). Pure; the same input, the same summary. */
export function summariseWeek(input: SummaryInput): WeeklySummary {
  const { ledger, calendar, startedOn, today, weeklyGoal, workflows } = input;
  const week = input.week ?? weekOf(addDays(today, -7));
  const from = mondayOfWeek(week);
  const to = addDays(from, 6);
  const days = visitDays(ledger);
  const lineOn = (day: DayKey): Line =>
    computeLine({ days, calendar, startedOn, today: day, weeklyGoal });
  const parts = {
    from,
    to,
    now: weekFigures(input, from),
    before: weekFigures(input, addDays(from, -7)),
    line: lineOn(to < today ? to : today),
    lineBefore: lineOn(addDays(from, -1)),
  };
  const nextMonday = addDays(from, 7);
  return {
    ...parts,
    changed: whatChanged(input, parts),
    next: { week: weekOf(nextMonday), due: comingWorkflows(workflows, calendar, nextMonday) },
  };
}

/** A week's figures, from its Monday to its Sunday or today. */
function weekFigures(input: SummaryInput, monday: DayKey): WeekFigures {
  const { ledger, calendar, startedOn, workflows } = input;
  const all = dayRange(monday, addDays(monday, 6));
  const past = all.filter((day) => day <= input.today);
  const scheduled = all.filter((day) => day >= startedOn && calendar.isScheduled(day));
  const visited = past.filter((day) => calendar.isScheduled(day) && isVisitDay(ledger[day]));
  const totals = past.map((day) => dayTotal(ledger[day] ?? {}));
  const counts = new Map<string, number>();
  for (const { runs } of totals) {
    for (const [id, count] of Object.entries(runs)) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  const runs = [...counts]
    .filter(([id, count]) => count > 0 && !isPromptRun(id))
    .map(([workflowId, count]): WorkflowRuns => {
      const workflow = workflows.find(({ id }) => id === workflowId);
      return { workflowId, workflow, runs: count };
    })
    .toSorted((a, b) => b.runs - a.runs || (a.workflowId < b.workflowId ? -1 : 1));
  const engagedSeconds = totals.reduce((sum, total) => sum + total.engagedSeconds, 0);
  return {
    week: weekOf(monday),
    scheduledDays: scheduled.length,
    visitDays: visited.length,
    selfReportedDays: visited.filter((day) => isSelfReportedOnly(ledger[day])).length,
    promptsStarted: totals.reduce((sum, total) => sum + total.promptsStarted, 0),
    engagedMinutes: Math.floor(engagedSeconds / 60),
    runs,
    estimatedMinutesSaved: runs.reduce(
      (sum, { workflow, runs: count }) => sum + (workflow?.minutes ?? 0) * count,
      0,
    ),
  };
}

/** Which change is told: the first rule that holds, the rarer and happier ones first. */
function whatChanged(
  input: SummaryInput,
  parts: Pick<WeeklySummary, 'from' | 'now' | 'before' | 'line' | 'lineBefore'>,
): WeekChange {
  const { from, now, before, line, lineBefore } = parts;
  const first = firstVisitDay(visitDays(input.ledger));
  if (now.scheduledDays === 0) return { rule: 'weekOff' };
  if (now.visitDays === 0) return { rule: 'noVisit' };
  if (first !== undefined && first >= from) return { rule: 'firstVisit' };
  if (before.scheduledDays > 0 && before.visitDays === 0) return { rule: 'backAgain' };
  const weeks = weeksOfUse({ ...input, today: addDays(from, 7) });
  const habit = habitChanges(weeks).at(-1);
  if (habit?.week === now.week && habit.change === 'gained') return { rule: 'habitGained' };
  if (line.weeks.current > lineBefore.weeks.current && line.weeks.current % 4 === 0) {
    return { rule: 'weeksInARow', weeks: line.weeks.current };
  }
  const ran = runDays(input.ledger);
  const fresh = now.runs.find(({ workflowId }) =>
    [...(ran.get(workflowId) ?? [])].every((day) => day >= from),
  );
  if (fresh) return { rule: 'newWorkflow', workflowId: fresh.workflowId };
  if (line.longest > lineBefore.longest && line.current === line.longest) {
    return { rule: 'longestLine', days: line.longest };
  }
  return comparison(now, before);
}

/** Against the week before, when both had as many scheduled days; otherwise the weeks do not compare. */
function comparison(now: WeekFigures, before: WeekFigures): WeekChange {
  if (now.scheduledDays !== before.scheduledDays) return { rule: 'steady' };
  const days = now.visitDays - before.visitDays;
  if (days !== 0)
    return { rule: days > 0 ? 'moreVisitDays' : 'fewerVisitDays', by: Math.abs(days) };
  const prompts = now.promptsStarted - before.promptsStarted;
  if (prompts === 0) return { rule: 'steady' };
  return { rule: prompts > 0 ? 'morePrompts' : 'fewerPrompts', by: Math.abs(prompts) };
}

function comingWorkflows(
  workflows: readonly Workflow[],
  calendar: Calendar,
  monday: DayKey,
): ComingWorkflow[] {
  return workflows
    .map((workflow) => ({
      workflow,
      days: dayRange(monday, addDays(monday, 6)).filter((day) =>
        comesDueOn(workflow, calendar, day),
      ),
    }))
    .filter(({ days }) => days.length > 0)
    .toSorted((a, b) => ((a.days[0] as DayKey) < (b.days[0] as DayKey) ? -1 : 1));
}
