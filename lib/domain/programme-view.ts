import { addDays, weekOf, type DayKey } from './day.ts';
import { goalReached } from './department-change.ts';
import type { LineDay } from './line.ts';
import { meetingMark, type MeetingMark } from './meeting-mark.ts';
import {
  exitTest,
  expectedIn,
  mondayOfProgramme,
  PROGRAMME_WEEKS,
  programmeWeek,
  type ExitTest,
  type ExpectedState,
  type Shares,
} from './programme.ts';
import { stalledBy, type Stalled, type StallInput } from './programme-stall.ts';
import { watchAfter, type ProgrammeWatch } from './programme-watch.ts';
import type { Figure } from './released.ts';

/** Workflows of a department by how far they are (M11). */
export interface WorkSoFar {
  /** In trial or further. */
  readonly tried: number;
  /** Attached or settled. */
  readonly attached: number;
  readonly registered: number;
}

/** Everything a programme is judged from; all of it released, none of it about a person. */
export interface ProgrammeFacts extends StallInput {
  /** Habitual-or-power share to reach, 0–1. */
  readonly goal: number | undefined;
  readonly shares: Shares;
  /** Undefined where the floor does not tell it. */
  readonly work: WorkSoFar | undefined;
  /** The department's line as released, any stretch of it. */
  readonly days: readonly LineDay[];
  /** Kept days that keep a week (M5). */
  readonly weeklyGoal: number;
}

/** Where a programme stands: to begin, running, its exit test passed, or its weeks over without. */
export type ProgrammePhase = 'waiting' | 'running' | 'passed' | 'over';

/** One of the sixteen weeks as it is drawn. */
export interface ProgrammeWeek {
  readonly week: number;
  readonly monday: DayKey;
  /** The department's week as M7 keeps weeks; `open` while it runs, `ahead` before, `off` without a scheduled day. */
  readonly state: 'kept' | 'missed' | 'open' | 'off' | 'ahead';
  /** Meetings held in it. */
  readonly meetings: number;
  /** How its meeting is marked; undefined without one. */
  readonly meeting: MeetingMark | undefined;
}

/** A programme as it is shown and told (METRICS.md M14). */
export interface ProgrammeView {
  readonly phase: ProgrammePhase;
  /** 1–16; 0 or less before it begins, more when it is over. */
  readonly week: number;
  readonly weeks: readonly ProgrammeWeek[];
  readonly expected: ExpectedState & {
    /** Meetings planned until the end of the week. */
    readonly meetings: number;
  };
  readonly actual: {
    readonly meetings: number;
    /** Of the last week that is over. */
    readonly share: Figure | undefined;
    /** Whether it is where the week expects it; absent when no share or goal is told, or nothing is expected yet. */
    readonly onCourse: 'yes' | 'no' | 'unknown' | undefined;
    readonly work: WorkSoFar | undefined;
  };
  readonly exit: ExitTest;
  readonly stalled: Stalled;
  /** From the exit on; whoever did not pass has nothing to fall from, and each meeting says how it stands. */
  readonly watch: ProgrammeWatch | undefined;
}

/** The whole view of a programme on a day. Pure: the same facts, the same view; nothing in it tells more than its facts. */
export function programmeView(facts: ProgrammeFacts): ProgrammeView {
  const { startedOn, today, goal, shares } = facts;
  const week = programmeWeek(startedOn, today);
  const held = [...new Set(facts.meetings)].filter((day) => day >= startedOn && day <= today);
  const exit = exitTest({ startedOn, meetings: held, goal, shares });
  const phase = phaseOf({ week, hasBegun: today >= startedOn, exit });
  const share = shares.get(weekOf(addDays(today, -7)));
  const expected = expectedIn(week);
  return {
    phase,
    week,
    weeks: weeksOf(facts, held),
    expected: { ...expected, meetings: plannedUntil(facts, week) },
    actual: {
      meetings: held.length,
      share,
      onCourse: onCourse(share, goal, expected),
      work: facts.work,
    },
    exit,
    // Whoever passed is watched, not pushed.
    stalled: stalledBy(exit.passed ? { ...facts, today: addDays(startedOn, -1) } : facts),
    watch: exit.passed ? watchAfter({ passedOn: exit.on, today, goal, shares }) : undefined,
  };
}

function phaseOf(input: {
  readonly week: number;
  readonly hasBegun: boolean;
  readonly exit: ExitTest;
}): ProgrammePhase {
  if (!input.hasBegun) return 'waiting';
  if (input.exit.passed) return 'passed';
  return input.week > PROGRAMME_WEEKS ? 'over' : 'running';
}

function onCourse(
  share: Figure | undefined,
  goal: number | undefined,
  { partOfGoal }: ExpectedState,
): ProgrammeView['actual']['onCourse'] {
  if (share === undefined || goal === undefined || partOfGoal === 0) return undefined;
  return goalReached(share, goal * partOfGoal, 'share');
}

/** The planned meetings of the sixteen weeks; what lies beside them is another programme's. */
function plannedIn({ startedOn, planned }: ProgrammeFacts): DayKey[] {
  const end = addDays(mondayOfProgramme(startedOn, PROGRAMME_WEEKS), 6);
  return planned.filter((day) => day >= startedOn && day <= end);
}

function plannedUntil(facts: ProgrammeFacts, week: number): number {
  const end = addDays(mondayOfProgramme(facts.startedOn, week), 6);
  return plannedIn(facts).filter((day) => day <= end).length;
}

function weeksOf(facts: ProgrammeFacts, held: readonly DayKey[]): ProgrammeWeek[] {
  const planned = plannedIn(facts);
  const stateOf = new Map(facts.days.map(({ day, state }) => [day, state]));
  return Array.from({ length: PROGRAMME_WEEKS }, (_, index): ProgrammeWeek => {
    const week = index + 1;
    const monday = mondayOfProgramme(facts.startedOn, week);
    const sunday = addDays(monday, 6);
    const due = Array.from({ length: 7 }, (__, more) => stateOf.get(addDays(monday, more))).filter(
      (state) => state !== undefined && state !== 'off',
    );
    const kept = due.filter((state) => state !== 'missed' && state !== 'open').length;
    const isKept = due.length > 0 && kept >= Math.min(facts.weeklyGoal, due.length);
    return {
      week,
      monday,
      state: stateOfWeek({ monday, sunday, today: facts.today, hasDays: due.length > 0, isKept }),
      meetings: held.filter((day) => day >= monday && day <= sunday).length,
      meeting: meetingMark(monday, { planned, held, today: facts.today }),
    };
  });
}

function stateOfWeek(input: {
  readonly monday: DayKey;
  readonly sunday: DayKey;
  readonly today: DayKey;
  readonly hasDays: boolean;
  readonly isKept: boolean;
}): ProgrammeWeek['state'] {
  if (input.monday > input.today) return 'ahead';
  // The days of a running week that are to come are not known yet, so it is not judged by those that are.
  if (input.sunday >= input.today) return 'open';
  if (!input.hasDays) return 'off';
  return input.isKept ? 'kept' : 'missed';
}
