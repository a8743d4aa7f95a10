import type { WeekKey } from './day.ts';
import type { DepartmentLine } from './department-line.ts';
import type { CountRange, GapAction, GapState } from './gap.ts';
import type { GroupedBecause } from './group-plan.ts';
import type { ToldPulse } from './pulse-disclosure.ts';

declare const released: unique symbol;

/** Something the privacy floor let out. Nothing else can make one, so what draws or sends these cannot be handed a raw figure. */
export type Released<T> = T & { readonly [released]: true };

/**
 * Why a number is not shown. The first three are METRICS.md P's; `weekNotOver`: while a week runs, who joins or leaves
 * between two looks would be read off the difference; `tooEarly`: fewer than the floor have four weeks behind them;
 * `fewContributors`: too few people hold too much of a sum; `fewerThanTen`: a gap needs ten; `regrouped`: the look back
 * covers a week in which the department was counted with others; `notForOther`: Other has only the week's own numbers;
 * `floorChanged`: the week was released under other settings; `nobodyDue`: a week off; `noMembers`.
 */
export type NotShown =
  | GroupedBecause
  | 'fewerThanThree'
  | 'weekNotOver'
  | 'tooEarly'
  | 'fewContributors'
  | 'fewerThanTen'
  | 'regrouped'
  | 'notForOther'
  | 'floorChanged'
  | 'nobodyDue'
  | 'noMembers';

/** Not shown, and why. */
export interface Hidden {
  readonly shown: false;
  readonly because: NotShown;
}

/**
 * A number as it may be shown: exactly when `low` equals `high`, "under" or "over" when the range ends at nothing or at
 * everything (`of`), else a range. Counts of people for shares, whole prompts for a mean; `of` is people.
 */
export type ShownFigure = Released<{ readonly shown: true } & CountRange>;

/** A number of a group. */
export type Figure = ShownFigure | Hidden;

/** The numbers of a group in one week. */
export interface ReleasedFigures {
  readonly week: WeekKey;
  /** Whose numbers they are: the department's, or Other's with the departments in it. */
  readonly group: 'department' | 'other';
  readonly departmentIds: readonly string[];
  /** Why the department has none of its own. */
  readonly groupedBecause?: GroupedBecause | undefined;
  /** M9: members with a visit-day, of those with a scheduled day. */
  readonly weeklyActive: Figure;
  /** M8: members habitual or better, of those due that week who have four weeks behind them. */
  readonly habitual: Figure;
  /** M3: prompts started for each member due that week. */
  readonly promptsPerMember: Figure;
}

/** A share between 0 and 1; exact (to 0.05) when `low` equals `high`. */
export type ShownShare = Released<{
  readonly shown: true;
  readonly low: number;
  readonly high: number;
}>;

/** How a group's use is spread, and the one thing to do about it (M10). */
export type ShownGap = Released<{
  readonly shown: true;
  readonly state: GapState;
  readonly flagged: boolean;
  readonly action: GapAction;
}>;

/** The last four completed weeks of a group, looked at every fourth week (M9, M10). */
export interface ReleasedReview {
  readonly from: WeekKey;
  readonly to: WeekKey;
  /** Members with a visit-day in the four weeks, of those with four weeks behind them. The rest are M10's non-users. */
  readonly active28: Figure;
  /** Habitual or better in the 4-week form. */
  readonly habitual: Figure;
  /** Share of all visit-days held by the most active fifth. */
  readonly topFifth: ShownShare | Hidden;
  readonly gap: ShownGap | Hidden;
}

/** A month's pulse of a department as it may be shown; never in exact numbers. */
export type ReleasedPulse = Released<{ readonly shown: true } & ToldPulse> | Hidden;

/** A department's line as it may be shown. */
export interface ReleasedLine {
  /** All days off when the line itself is hidden. */
  readonly line: Released<DepartmentLine>;
  /** `fewerThanThree` hides the line; the others say why only the line is shown. */
  readonly hiddenBecause?: GroupedBecause | 'fewerThanThree' | undefined;
}
