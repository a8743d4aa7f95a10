import { addDays, daysBetween, mondayOf, weekOf, type DayKey, type WeekKey } from './day.ts';
import { goalReached } from './department-change.ts';
import type { Figure } from './released.ts';

/** How long a programme runs (METRICS.md M14). */
export const PROGRAMME_WEEKS = 16;

/** What a week of the programme is for (docs/adr/0019-programme.md). */
export type ProgrammeStage = 'begin' | 'trial' | 'attach' | 'spread' | 'exit';

/** What should be so by the end of a week of the programme. */
export interface ExpectedState {
  readonly stage: ProgrammeStage;
  /** Workflows in trial or further. */
  readonly tried: number;
  /** Workflows attached or settled. */
  readonly attached: number;
  /** The part of the goal's share that is reached, 0–1. */
  readonly partOfGoal: number;
}

/** The released habitual-or-power share (M8) by the week it is of; a week that nobody released is absent. */
export type Shares = ReadonlyMap<WeekKey, Figure>;

/** What the exit test is made from. */
export interface ExitInput {
  readonly startedOn: DayKey;
  /** Days on which a meeting was held, in any order, repeats included. */
  readonly meetings: readonly DayKey[];
  /** Habitual-or-power share to reach, 0–1; undefined without a goal. */
  readonly goal: number | undefined;
  readonly shares: Shares;
}

/** A meeting, and how the share stood at it. */
export interface MeetingAtGoal {
  readonly day: DayKey;
  /** The last week that was over on that day. */
  readonly week: WeekKey;
  /** Whether the goal was reached; `unknown` when the shown range holds it, absent when no share or goal was told. */
  readonly reached?: 'yes' | 'no' | 'unknown' | undefined;
}

/** Passed at the second of two meetings, or the first reason why not. */
export type ExitTest =
  | { readonly passed: true; readonly on: DayKey; readonly meetings: readonly MeetingAtGoal[] }
  | {
      readonly passed: false;
      readonly because:
        | 'noGoal'
        | 'tooFewMeetings'
        | 'notTold'
        | 'underGoal'
        | 'onlyOnce'
        | 'unsure';
      readonly meetings: readonly MeetingAtGoal[];
    };

const FIRST_SHARE_WEEK = 4;
/** The goal has to be reached at the meetings of weeks 14 and 16. */
const GOAL_WEEK = 14;

/**
 * The week of a programme that a day lies in, by calendar weeks (M4): 1 is the week of the start; 0 or less before it, 17
 * and more when the sixteen are over.
 */
export function programmeWeek(startedOn: DayKey, day: DayKey): number {
  return Math.floor(daysBetween(mondayOf(startedOn), day) / 7) + 1;
}

/** The Monday of a programme's numbered week. */
export function mondayOfProgramme(startedOn: DayKey, week: number): DayKey {
  return addDays(mondayOf(startedOn), (week - 1) * 7);
}

/** What should be so by the end of a week; weeks before the first are as the first, later ones as the last. */
export function expectedIn(week: number): ExpectedState {
  const at = Math.min(Math.max(week, 1), PROGRAMME_WEEKS);
  return {
    stage: stageOf(at),
    tried: at >= 4 ? 1 : 0,
    attached: at >= 12 ? 2 : at >= 8 ? 1 : 0,
    partOfGoal: Math.min(1, Math.max(0, (at - FIRST_SHARE_WEEK) / (GOAL_WEEK - FIRST_SHARE_WEEK))),
  };
}

function stageOf(week: number): ProgrammeStage {
  if (week <= 2) return 'begin';
  if (week <= 4) return 'trial';
  if (week <= 8) return 'attach';
  return week < GOAL_WEEK ? 'spread' : 'exit';
}

/**
 * The exit test (M14): the share is at the goal, for sure, at two meetings in a row. The share of a meeting is that of the
 * last week that was over on its day. A share the floor does not tell neither passes nor fails: it is named as the reason.
 */
export function exitTest({ startedOn, meetings, goal, shares }: ExitInput): ExitTest {
  const held = [...new Set(meetings)]
    .filter((day) => day >= startedOn)
    .toSorted()
    .map((day) => meetingAt(day, goal, shares));
  for (const [index, second] of held.entries()) {
    const first = held[index - 1];
    if (first?.reached === 'yes' && second.reached === 'yes') {
      return { passed: true, on: second.day, meetings: held };
    }
  }
  return { passed: false, because: whyNot(held, goal), meetings: held };
}

/** A meeting with the share of its day. */
function meetingAt(day: DayKey, goal: number | undefined, shares: Shares): MeetingAtGoal {
  const week = weekOf(addDays(day, -7));
  const share = shares.get(week);
  return { day, week, reached: share && goalReached(share, goal, 'share') };
}

/** The reason that stands first: what is missing before what is not enough. */
function whyNot(
  held: readonly MeetingAtGoal[],
  goal: number | undefined,
): Extract<ExitTest, { passed: false }>['because'] {
  if (goal === undefined) return 'noGoal';
  if (held.length < 2) return 'tooFewMeetings';
  const [before, last] = held.slice(-2);
  if (last?.reached === undefined) return 'notTold';
  if (last.reached === 'no') return 'underGoal';
  if (last.reached === 'unknown') return 'unsure';
  return before?.reached === 'unknown' ? 'unsure' : 'onlyOnce';
}
