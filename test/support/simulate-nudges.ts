import { chance } from '../../hub/sample/chance.ts';
import type { Calendar } from '../../lib/domain/calendar.ts';
import { dayRange, type DayKey } from '../../lib/domain/day.ts';
import {
  answered,
  given,
  IGNORED_UNTIL_WEEKLY,
  isSilent,
  nextNudge,
  NO_NUDGES,
  putAway,
  settled,
  SNOOZE_MS,
  used,
  type NudgeHistory,
  type WorkingHours,
} from '../../lib/domain/nudge.ts';

/** How a kind of person lives with the product. */
export interface Habit {
  readonly name: string;
  /** Chance of a first use by oneself on a scheduled day, and around which hour. */
  readonly byOneself: number;
  readonly hour: number;
  /** Chance that a nudge is followed, put off for an hour, or put away for the day; else it is left standing. */
  readonly follows: number;
  readonly snoozes: number;
  readonly putsAway: number;
  /** Chance that registered work is due on a scheduled day. */
  readonly due: number;
}

/** One nudge as it was given. */
export interface GivenNudge {
  readonly day: DayKey;
  readonly minute: number;
  readonly copy: number;
  readonly workflowId: string;
  readonly outcome: 'followed' | 'snoozed' | 'putAway' | 'left';
  /** Nudges in a row that nothing had come of before it. */
  readonly ignoredBefore: number;
  readonly usedBefore: boolean;
}

/** One simulated person's year. */
export interface Year {
  readonly nudges: readonly GivenNudge[];
  readonly visitDays: number;
  /** The first day on which everything fell silent; undefined when it never did. */
  readonly silentFrom?: DayKey | undefined;
  readonly history: NudgeHistory;
}

/** What the simulated people share. */
export interface Setting {
  readonly calendar: Calendar;
  readonly from: DayKey;
  readonly to: DayKey;
  readonly hours: WorkingHours;
}

const STEP_MINUTES = 5;
const WORKFLOWS = ['daily', 'weekly', 'monthly'];

/** A year of one person, looked at every five minutes of the day as the alarms would. Deterministic in `seed` and `who`. */
export function simulateYear(
  habit: Habit,
  { calendar, from, to, hours }: Setting,
  who: string,
): Year {
  let history = NO_NUDGES;
  let wasUsed = false;
  let visitDays = 0;
  let silentFrom: DayKey | undefined;
  const nudges: GivenNudge[] = [];
  for (const today of dayRange(from, to)) {
    history = settled(history, today, wasUsed);
    if (isSilent(history)) silentFrom ??= today;
    const roll = (what: string): number => chance(7, who, today, what);
    const isScheduled = calendar.isScheduled(today);
    // Some work on a weekend as well; nobody is to be nudged into it.
    const comes = roll('comes') < (isScheduled ? habit.byOneself : habit.byOneself / 10);
    const comesAt = Math.round((habit.hour + (roll('hour') - 0.5) * 4) * 60);
    const due = WORKFLOWS.filter((id) => roll(id) < habit.due);
    let isUsed = false;
    for (let minute = 0; minute < 24 * 60; minute += STEP_MINUTES) {
      const use = (): void => {
        isUsed = true;
        history = used(history, today, Math.floor(minute / 60));
      };
      if (!isUsed && comes && minute >= comesAt) use();
      const nowMs = minute * 60_000;
      const nudge = nextNudge(
        { due, muted: [], isScheduled, isUsed, hours, history },
        { nowMs, today, minute },
      );
      if (nudge === undefined || nudge.atMs > nowMs) continue;
      const ignoredBefore = history.ignored;
      history = given(history, nudge, today);
      const outcome = outcomeOf(habit, roll(`answer ${minute}`));
      nudges.push({ ...nudge, day: today, minute, outcome, ignoredBefore, usedBefore: isUsed });
      if (outcome === 'followed') use();
      else if (outcome === 'snoozed') history = answered(history, nowMs + SNOOZE_MS);
      else if (outcome === 'putAway') history = putAway(history, today);
    }
    wasUsed = isUsed;
    if (isUsed) visitDays += 1;
    // Instants of this simulation begin anew every day.
    history = { ...history, snoozedUntilMs: undefined };
  }
  return { nudges, visitDays, silentFrom, history };
}

function outcomeOf(habit: Habit, roll: number): GivenNudge['outcome'] {
  if (roll < habit.follows) return 'followed';
  if (roll < habit.follows + habit.snoozes) return 'snoozed';
  return roll < habit.follows + habit.snoozes + habit.putsAway ? 'putAway' : 'left';
}

/** Nudges given in the weekly pace, for the promise that it holds. */
export function weeklyNudges(year: Year): readonly GivenNudge[] {
  return year.nudges.filter(({ ignoredBefore }) => ignoredBefore >= IGNORED_UNTIL_WEEKLY);
}
