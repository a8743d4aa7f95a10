import type { MemberWeek } from './department-facts.ts';
import { isHabit, tally, type Tally } from './reach.ts';

/** Fewest people of whom a gap can be told (METRICS.md M10). */
export const GAP_MINIMUM = 10;

const RISE_OF_HABIT = 0.05;
const FALL_OF_NON_USE = 0.02;
const MOSTLY = 0.5;

/** METRICS.md M10's three shares over four weeks. */
export interface GapShares {
  /** Share of all visit-days held by the most active fifth (rounded, 12 people's is 2), 0–1; undefined without visit-days. */
  readonly topFifth: number | undefined;
  /** No visit-day in the four weeks. */
  readonly nonUsers: Tally;
  /** Habitual or power in the 4-week form. */
  readonly habitual: Tally;
}

/** A share of people that is known from one count to another; the two are equal when it is known exactly. */
export interface CountRange {
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

/** The two shares that a gap is judged by. */
export interface GapRanges {
  readonly nonUsers: CountRange;
  readonly habitual: CountRange;
  /** 0–1, undefined where it is not known. */
  readonly topFifth?: number | undefined;
}

/**
 * How a group's use is spread: `split` is M10's flag (the habit grows while non-use stays), `mostlyUnused` half or more
 * do nothing, `closing` non-use falls, `concentrated` a fifth holds half of the use, `even` none of these.
 */
export type GapState = 'split' | 'mostlyUnused' | 'closing' | 'concentrated' | 'even';

/** What each state asks for; one each (METRICS.md M10). */
export type GapAction =
  | 'pairUp'
  | 'firstStepTogether'
  | 'keepGoing'
  | 'shareOneWorkflow'
  | 'nextWorkflow';

/** The recommended action of each state. */
export const GAP_ACTIONS: Readonly<Record<GapState, GapAction>> = {
  split: 'pairUp',
  mostlyUnused: 'firstStepTogether',
  closing: 'keepGoing',
  concentrated: 'shareOneWorkflow',
  even: 'nextWorkflow',
};

/** M10's shares of people who all have four completed weeks behind them. Days are the 28 that end with their week. */
export function gapShares(members: readonly MemberWeek[]): GapShares {
  const days = members.map(({ visitDays28 }) => visitDays28).toSorted((a, b) => b - a);
  const all = days.reduce((sum, count) => sum + count, 0);
  const fifth = days.slice(0, Math.max(1, Math.round(days.length / 5)));
  return {
    topFifth: all === 0 ? undefined : fifth.reduce((sum, count) => sum + count, 0) / all,
    nonUsers: tally(members, ({ visitDays28 }) => visitDays28 === 0),
    habitual: tally(members, ({ segmentOf4Weeks }) => isHabit(segmentOf4Weeks)),
  };
}

/**
 * Whether the gap widened (METRICS.md M10): habitual-or-power rose by at least 5 points while non-use fell by less than 2.
 * Told only when it holds for every value the ranges allow; without the four weeks before it is never told.
 */
export function gapFlagged(now: GapRanges, before: GapRanges | undefined): boolean {
  if (before === undefined) return false;
  const rise = least(now.habitual) - most(before.habitual);
  const fall = most(before.nonUsers) - least(now.nonUsers);
  return rise >= RISE_OF_HABIT - 1e-9 && fall < FALL_OF_NON_USE - 1e-9;
}

/** The first state that holds for sure, in the order of `GapState`. */
export function gapState(now: GapRanges, before: GapRanges | undefined): GapState {
  if (gapFlagged(now, before)) return 'split';
  if (least(now.nonUsers) >= MOSTLY) return 'mostlyUnused';
  if (before && least(before.nonUsers) - most(now.nonUsers) >= FALL_OF_NON_USE - 1e-9) {
    return 'closing';
  }
  return (now.topFifth ?? 0) >= MOSTLY ? 'concentrated' : 'even';
}

function least({ low, of }: CountRange): number {
  return low / of;
}

function most({ high, of }: CountRange): number {
  return high / of;
}
