import { scheduledOnOrAfter, scheduledOnOrBefore, type Calendar } from './calendar.ts';
import {
  addDays,
  dayRange,
  daysBetween,
  mondayOf,
  monthOf,
  weekdayOf,
  type DayKey,
} from './day.ts';
import type { Ledger } from './ledger.ts';
import type { Rhythm, Workflow } from './workflow.ts';

/** Days on which each workflow was run (M3), by workflow id. */
export type RunDays = ReadonlyMap<string, ReadonlySet<DayKey>>;

/** A workflow that is due, with the scheduled day on which it came due; earlier than today when it is late. */
export interface DueWorkflow {
  readonly workflow: Workflow;
  readonly dueOn: DayKey;
  /** Scheduled days since `dueOn`: 0 today, at most 2. */
  readonly late: number;
}

/** Scheduled days that monthly work stays due after its day. */
const GRACE = 2;
/** Days before its due day in which a run of weekly or monthly work counts as done early. */
const EARLY_DAYS = { weekly: 3, monthly: 7 } as const;
const LOOK_AHEAD_DAYS = 400;

/** The days on which a ledger saw runs. */
export function runDays(ledger: Ledger): RunDays {
  const runs = new Map<string, Set<DayKey>>();
  for (const [day, entries] of Object.entries(ledger) as [DayKey, Ledger[DayKey]][]) {
    for (const entry of Object.values(entries)) {
      for (const [id, count] of Object.entries(entry.runs)) {
        if (count === 0) continue;
        const days = runs.get(id) ?? new Set();
        runs.set(id, days.add(day));
      }
    }
  }
  return runs;
}

/**
 * Whether a workflow comes round on a day, whatever was run: on its due day, and monthly work also on the following 2
 * scheduled days. Never on a day off, on demand, or when deleted. A monthly day that is a day off comes due on the
 * scheduled day before; so does once-a-week work within its week (on the first scheduled day after, when the week has
 * none before). Work with several weekdays just skips a day off: it comes round again soon.
 */
export function isDue(workflow: Workflow, calendar: Calendar, day: DayKey): boolean {
  return occurrence(workflow, calendar, day) !== undefined;
}

/**
 * The workflows due today and not yet run for this time round, the rarest and longest due first: a daily one is
 * remembered anyway. A run counts from 7 days before a monthly due day and 3 before a once-a-week one, so that work
 * done early is not asked for again.
 */
export function dueWorkflows(input: {
  readonly workflows: readonly Workflow[];
  readonly calendar: Calendar;
  readonly today: DayKey;
  readonly runs: RunDays;
}): DueWorkflow[] {
  const { workflows, calendar, today, runs } = input;
  const due = workflows.flatMap((workflow): DueWorkflow[] => {
    const found = occurrence(workflow, calendar, today);
    if (!found) return [];
    const from = addDays(found, -earlyDays(workflow.rhythm));
    const done = dayRange(from, today).some((day) => runs.get(workflow.id)?.has(day));
    return done
      ? []
      : [{ workflow, dueOn: found, late: scheduledDaysAfter(calendar, found, today) }];
  });
  return due.toSorted(
    (a, b) =>
      rarity(b.workflow.rhythm) - rarity(a.workflow.rhythm) ||
      daysBetween(b.dueOn, a.dueOn) ||
      a.workflow.createdAt - b.workflow.createdAt ||
      (a.workflow.id < b.workflow.id ? -1 : 1),
  );
}

/** Whether a day is a due day itself: like `isDue` without the days on which monthly work is late. */
export function comesDueOn(workflow: Workflow, calendar: Calendar, day: DayKey): boolean {
  return (
    workflow.deletedAt === undefined &&
    calendar.isScheduled(day) &&
    isDueDay(workflow.rhythm, calendar, day)
  );
}

/** The first due day on or after `from`; undefined on demand, when deleted, or without one in 400 days. */
export function nextDueDay(
  workflow: Workflow,
  calendar: Calendar,
  from: DayKey,
): DayKey | undefined {
  if (workflow.deletedAt !== undefined || workflow.rhythm.kind === 'onDemand') return undefined;
  for (let ahead = 0; ahead < LOOK_AHEAD_DAYS; ahead += 1) {
    const day = addDays(from, ahead);
    if (comesDueOn(workflow, calendar, day)) return day;
  }
  return undefined;
}

/** The due day that makes a workflow due on `day`. */
function occurrence(workflow: Workflow, calendar: Calendar, day: DayKey): DayKey | undefined {
  if (workflow.deletedAt !== undefined || !calendar.isScheduled(day)) return undefined;
  const { rhythm } = workflow;
  const grace = isMonthly(rhythm) ? GRACE : 0;
  let candidate: DayKey | undefined = day;
  for (let back = 0; back <= grace && candidate !== undefined; back += 1) {
    if (isDueDay(rhythm, calendar, candidate)) return candidate;
    candidate = scheduledOnOrBefore(calendar, addDays(candidate, -1));
  }
  return undefined;
}

/** Whether a scheduled day is one on which the rhythm comes due. */
function isDueDay(rhythm: Rhythm, calendar: Calendar, day: DayKey): boolean {
  switch (rhythm.kind) {
    case 'everyWorkday':
      return true;
    case 'weekdays':
      return isWeeklyDueDay(rhythm.weekdays, calendar, day);
    case 'monthlyDay':
      return [monthOf(day), monthOf(addDays(endOfMonth(day), 1))].some(
        (month) => scheduledOnOrBefore(calendar, dayInMonth(month, rhythm.day)) === day,
      );
    case 'monthlyLastWorkday':
      return nthLastScheduledDay(calendar, day, rhythm.nth) === day;
    case 'onDemand':
      return false;
  }
}

function isWeeklyDueDay(weekdays: readonly number[], calendar: Calendar, day: DayKey): boolean {
  const [only, ...others] = new Set(weekdays);
  if (only === undefined || others.length > 0) return weekdays.includes(weekdayOf(day));
  const monday = mondayOf(day);
  const nominal = addDays(monday, only - 1);
  const before = scheduledOnOrBefore(calendar, nominal);
  return (
    (before !== undefined && before >= monday ? before : scheduledOnOrAfter(calendar, nominal)) ===
    day
  );
}

/** The n-th last scheduled day of a day's month; its first scheduled day when the month has fewer. */
function nthLastScheduledDay(calendar: Calendar, day: DayKey, nth: number): DayKey | undefined {
  const scheduled = dayRange(`${monthOf(day)}-01` as DayKey, endOfMonth(day)).filter((each) =>
    calendar.isScheduled(each),
  );
  return scheduled[Math.max(0, scheduled.length - nth)];
}

function scheduledDaysAfter(calendar: Calendar, from: DayKey, to: DayKey): number {
  return dayRange(addDays(from, 1), to).filter((day) => calendar.isScheduled(day)).length;
}

/** A day of a month (`2026-11`), its last day when it has fewer. */
function dayInMonth(month: string, day: number): DayKey {
  const last = endOfMonth(`${month}-01` as DayKey);
  const wanted = `${month}-${String(day).padStart(2, '0')}` as DayKey;
  return wanted < last ? wanted : last;
}

function endOfMonth(day: DayKey): DayKey {
  const inNextMonth = addDays(`${monthOf(day)}-28` as DayKey, 4);
  return addDays(`${monthOf(inNextMonth)}-01` as DayKey, -1);
}

function isMonthly(rhythm: Rhythm): boolean {
  return rhythm.kind === 'monthlyDay' || rhythm.kind === 'monthlyLastWorkday';
}

function isOnceAWeek(rhythm: Rhythm): boolean {
  return rhythm.kind === 'weekdays' && new Set(rhythm.weekdays).size === 1;
}

function earlyDays(rhythm: Rhythm): number {
  if (isMonthly(rhythm)) return EARLY_DAYS.monthly;
  return isOnceAWeek(rhythm) ? EARLY_DAYS.weekly : 0;
}

function rarity(rhythm: Rhythm): number {
  if (isMonthly(rhythm)) return 3;
  if (isOnceAWeek(rhythm)) return 2;
  return rhythm.kind === 'weekdays' ? 1 : 0;
}
