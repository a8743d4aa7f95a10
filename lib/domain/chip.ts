import type { Calendar } from './calendar.ts';
import { daysBetween, type DayKey } from './day.ts';
import { IGNORED_UNTIL_SILENT, IGNORED_UNTIL_WEEKLY } from './nudge.ts';
import { dueWorkflows, type RunDays } from './rhythm.ts';
import type { Workflow } from './workflow.ts';

/** What this browser remembers of one workflow's chip. */
export interface ChipShown {
  /** The local day on which it was last shown. */
  readonly on: DayKey;
  /** Times in a row that it was shown and nothing came of it, the last one included. */
  readonly passed: number;
}

/** By workflow id; a workflow whose chip was never shown has none. */
export type ChipHistory = Readonly<Record<string, ChipShown>>;

/** All that decides whether a registered work site shows a chip. */
export interface ChipState {
  /** The workflows done at this site that can be begun in one tap, deleted ones left out. */
  readonly workflows: readonly Workflow[];
  readonly calendar: Calendar;
  readonly today: DayKey;
  readonly runs: RunDays;
  readonly history: ChipHistory;
  /** Workflows the person does not want to be reminded of. */
  readonly muted: readonly string[];
}

/**
 * The workflow whose chip is to be shown on its site now; undefined for none. Work that is due comes first, then work on demand; never on a day off,
 * never after it was run today, at most once a day. Passed over three times in a row it comes once in seven days, six times not
 * again until the work was run. Pure.
 */
export function nextChip(state: ChipState): Workflow | undefined {
  const { workflows, calendar, today, runs, muted } = state;
  if (!calendar.isScheduled(today)) return undefined;
  const due = dueWorkflows({ workflows, calendar, today, runs }).map(({ workflow }) => workflow);
  const onDemand = workflows.filter(
    ({ id, rhythm }) => rhythm.kind === 'onDemand' && !runs.get(id)?.has(today),
  );
  return [...due, ...onDemand].find(({ id }) => !muted.includes(id) && mayShow(state, id));
}

/** The history once a chip was shown: passed over until the person takes it. */
export function chipShown(history: ChipHistory, id: string, today: DayKey): ChipHistory {
  return { ...history, [id]: { on: today, passed: shownOf(history, id).passed + 1 } };
}

/** The history once the person took a chip. */
export function chipTaken(history: ChipHistory, id: string, today: DayKey): ChipHistory {
  return { ...history, [id]: { on: today, passed: 0 } };
}

function mayShow({ history, runs, today }: ChipState, id: string): boolean {
  if (!Object.hasOwn(history, id)) return true;
  const { on, passed } = shownOf(history, id);
  const wasRun = [...(runs.get(id) ?? [])].some((day) => day >= on);
  const inARow = wasRun ? 0 : passed;
  if (inARow >= IGNORED_UNTIL_SILENT) return false;
  const days = Math.abs(daysBetween(on, today));
  return days >= (inARow >= IGNORED_UNTIL_WEEKLY ? 7 : 1);
}

function shownOf(
  history: ChipHistory,
  id: string,
): { readonly on: DayKey; readonly passed: number } {
  return (Object.hasOwn(history, id) && history[id]) || { on: '1970-01-01' as DayKey, passed: 0 };
}
