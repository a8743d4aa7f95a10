import type { Calendar } from './calendar.ts';
import { addDays, dayRange, mondayOf, weekOf, type DayKey, type WeekKey } from './day.ts';
import { isVisitDay, type Ledger } from './ledger.ts';

/** How somebody uses the tools, after Microsoft `vivainsights`, `identify_usage_segments` (METRICS.md M8). */
export type Segment = 'power' | 'habitual' | 'novice' | 'low' | 'nonUser';

/** What a completed ISO week held: visit-days (M2) and prompts started (M3) on any of its days. */
export interface WeekOfUse {
  readonly week: WeekKey;
  readonly visitDays: number;
  readonly promptsStarted: number;
}

/** What counts as an action: prompts started, or visit-days where prompts cannot be seen. */
export type ActionMeasure = 'promptsStarted' | 'visitDays';

/** A segment with the rule in force, which is shown beside it. */
export interface UsageSegment {
  readonly segment: Segment;
  /** Weeks looked at: 4 until the twelfth, then 12. */
  readonly window: 4 | 12;
  readonly measure: ActionMeasure;
  /** Mean actions a week from which a habitual person is a power user. */
  readonly powerThreshold: number;
}

/** A week in which habitual-or-power use turned on (`gained`) or off (`lost`). */
export interface HabitChange {
  readonly week: WeekKey;
  readonly change: 'gained' | 'lost';
}

/** M8's defaults: actions a week of a power user. */
export const POWER_THRESHOLDS: Readonly<Record<ActionMeasure, number>> = {
  promptsStarted: 15,
  visitDays: 4,
};

const ACTIVE_WEEKS = { 4: 4, 12: 9 } as const;

/**
 * The completed weeks from the first day's week to the one before `today`'s, oldest first. A week without a scheduled
 * day (お盆, a long leave) is left out, because days off neither help nor harm; earlier weeks take its place.
 */
export function weeksOfUse(input: {
  readonly ledger: Ledger;
  readonly calendar: Calendar;
  readonly startedOn: DayKey;
  readonly today: DayKey;
}): WeekOfUse[] {
  const { ledger, calendar, startedOn, today } = input;
  const weeks: WeekOfUse[] = [];
  const thisMonday = mondayOf(today);
  for (let monday = mondayOf(startedOn); monday < thisMonday; monday = addDays(monday, 7)) {
    const days = dayRange(monday, addDays(monday, 6));
    if (!days.some((day) => day >= startedOn && calendar.isScheduled(day))) continue;
    const seen = days.map((day) => ledger[day] ?? {});
    const entries = seen.flatMap((tools) => Object.values(tools));
    weeks.push({
      week: weekOf(monday),
      visitDays: seen.filter(isVisitDay).length,
      promptsStarted: entries.reduce((sum, entry) => sum + entry.promptsStarted, 0),
    });
  }
  return weeks;
}

/**
 * The segment after the last of these completed weeks (M8), evaluated in the page's order; undefined before there are
 * four. A week is active when it held a visit-day or an action. Unless told, prompts count as visible when the window
 * saw any; otherwise visit-days are the actions.
 */
export function usageSegment(
  weeks: readonly WeekOfUse[],
  options: { readonly promptsVisible?: boolean; readonly powerThreshold?: number } = {},
): UsageSegment | undefined {
  if (weeks.length < 4) return undefined;
  const length = weeks.length < 12 ? 4 : 12;
  const seen = weeks.slice(-length);
  const promptsVisible =
    options.promptsVisible ?? seen.some(({ promptsStarted }) => promptsStarted > 0);
  const measure: ActionMeasure = promptsVisible ? 'promptsStarted' : 'visitDays';
  const powerThreshold = options.powerThreshold ?? POWER_THRESHOLDS[measure];
  const mean = seen.reduce((sum, week) => sum + week[measure], 0) / length;
  const active = seen.filter((week) => week.visitDays > 0 || week[measure] > 0).length;
  const rule = { window: length, measure, powerThreshold } as const;
  if (active >= ACTIVE_WEEKS[length]) {
    return { ...rule, segment: mean >= powerThreshold ? 'power' : 'habitual' };
  }
  if (mean >= 1) return { ...rule, segment: 'novice' };
  return { ...rule, segment: active > 0 ? 'low' : 'nonUser' };
}

/** The weeks in which habitual-or-power use turned on or off (M8), oldest first; before the fourth week it is off. */
export function habitChanges(weeks: readonly WeekOfUse[]): HabitChange[] {
  const changes: HabitChange[] = [];
  let habit = false;
  weeks.forEach(({ week }, index) => {
    const segment = usageSegment(weeks.slice(0, index + 1))?.segment;
    const now = segment === 'habitual' || segment === 'power';
    if (now !== habit) changes.push({ week, change: now ? 'gained' : 'lost' });
    habit = now;
  });
  return changes;
}
