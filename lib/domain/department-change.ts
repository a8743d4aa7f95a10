import type { DepartmentLine } from './department-line.ts';
import type { CountRange } from './gap.ts';
import type { Figure, ReleasedFigures, ReleasedReview } from './released.ts';

/** Which rule chose the one thing that changed in a department's week, with what the words need. */
export type DepartmentChange =
  /** Nobody was due to work. */
  | { readonly rule: 'weekOff' }
  /** The share of habitual use reached its goal; it had not the week before. */
  | { readonly rule: 'habitGoalReached'; readonly goal: number }
  /** The gap widened in the four weeks that end with this week (M10). */
  | { readonly rule: 'gapWidened' }
  /** Kept weeks in a row reached a multiple of 4. */
  | { readonly rule: 'weeksInARow'; readonly weeks: number }
  /** The weekly active rate reached its goal; it had not the week before. */
  | { readonly rule: 'activeGoalReached'; readonly goal: number }
  /** The line grew past its earlier longest, or past a multiple of ten days, is `days` now and still runs. */
  | { readonly rule: 'longestLine'; readonly days: number }
  /** A line of at least five days ended of `longest` before it, which no words show any more. */
  | { readonly rule: 'lineEnded'; readonly days: number; readonly longest: number }
  /** Percentage points, at least so many whatever the ranges hide. */
  | { readonly rule: 'activeUp' | 'activeDown' | 'habitUp' | 'habitDown'; readonly points: number }
  /** Percent against the week before. */
  | { readonly rule: 'promptsUp' | 'promptsDown'; readonly percent: number }
  /** The line has begun, or runs again, after a week without a kept day. */
  | { readonly rule: 'lineBegan'; readonly days: number }
  | { readonly rule: 'steady' };

/** The sponsor's goals; what is absent has none. Shares are 0–1, prompts are whole numbers a member and week. */
export interface DepartmentGoals {
  readonly weeklyActive?: number | undefined;
  readonly habitual?: number | undefined;
  readonly promptsPerMember?: number | undefined;
}

/** What the rule looks at: nothing but what is shown in the same summary, so that a sentence cannot tell more than it. */
export interface ChangeInput {
  readonly now: ReleasedFigures;
  readonly before: ReleasedFigures;
  readonly line: DepartmentLine;
  readonly lineBefore: DepartmentLine;
  readonly review: ReleasedReview;
  readonly goals: DepartmentGoals;
}

const LONG_LINE = 5;
const ACTIVE_POINTS = 10;
const HABIT_POINTS = 5;
const PROMPT_PERCENT = 20;

/** Whether a figure reached a goal: for sure, surely not, or not to be told from the range; undefined without either. */
export function goalReached(
  figure: Figure,
  goal: number | undefined,
  unit: 'share' | 'mean',
): 'yes' | 'no' | 'unknown' | undefined {
  if (!figure.shown || goal === undefined) return undefined;
  const whole = unit === 'share' ? figure.of : 1;
  if (figure.low / whole >= goal - 1e-9) return 'yes';
  return figure.high / whole < goal - 1e-9 ? 'no' : 'unknown';
}

/** Which change is told (UX.md, weekly summary): the first rule that holds for sure, the rarer ones first. */
export function departmentChange(input: ChangeInput): DepartmentChange {
  const { line, lineBefore } = input;
  const week = line.days.slice(-7);
  const { weeklyActive } = input.now;
  if (!weeklyActive.shown && weeklyActive.because === 'nobodyDue') return { rule: 'weekOff' };
  return (
    reached(input) ??
    ofTheLine(
      line,
      lineBefore,
      week.some(({ state }) => state === 'missed'),
    ) ??
    ofTheNumbers(input) ??
    (line.current > 0 && lineBefore.days.slice(-7).every(({ state }) => state !== 'kept')
      ? { rule: 'lineBegan', days: line.current }
      : { rule: 'steady' })
  );
}

function reached({
  now,
  before,
  line,
  lineBefore,
  review,
  goals,
}: ChangeInput): DepartmentChange | undefined {
  const isNew = (part: 'habitual' | 'weeklyActive'): boolean =>
    goalReached(now[part], goals[part], 'share') === 'yes' &&
    goalReached(before[part], goals[part], 'share') === 'no';
  if (isNew('habitual')) return { rule: 'habitGoalReached', goal: goals.habitual ?? 0 };
  if (review.to === now.week && review.gap.shown && review.gap.flagged)
    return { rule: 'gapWidened' };
  if (line.weeks.current > lineBefore.weeks.current && line.weeks.current % 4 === 0) {
    return { rule: 'weeksInARow', weeks: line.weeks.current };
  }
  if (isNew('weeklyActive')) return { rule: 'activeGoalReached', goal: goals.weeklyActive ?? 0 };
  return undefined;
}

function ofTheLine(
  line: DepartmentLine,
  before: DepartmentLine,
  missed: boolean,
): DepartmentChange | undefined {
  const isLongest = line.longest > before.longest && line.current === line.longest;
  // A line that runs is longer every week; it is news past an earlier one, and past every ten days.
  const isNews =
    before.current < before.longest ||
    Math.floor(line.longest / 10) > Math.floor(before.longest / 10);
  if (isLongest && isNews && line.longest > LONG_LINE) {
    return { rule: 'longestLine', days: line.longest };
  }
  if (missed && before.current >= LONG_LINE && line.current < before.current) {
    return { rule: 'lineEnded', days: before.current, longest: line.longest };
  }
  return undefined;
}

function ofTheNumbers({ now, before }: ChangeInput): DepartmentChange | undefined {
  const active = surePoints(now.weeklyActive, before.weeklyActive);
  if (Math.abs(active) >= ACTIVE_POINTS) {
    return { rule: active > 0 ? 'activeUp' : 'activeDown', points: Math.abs(active) };
  }
  const habit = surePoints(now.habitual, before.habitual);
  if (Math.abs(habit) >= HABIT_POINTS) {
    return { rule: habit > 0 ? 'habitUp' : 'habitDown', points: Math.abs(habit) };
  }
  const prompts = surePercent(now.promptsPerMember, before.promptsPerMember);
  if (Math.abs(prompts) >= PROMPT_PERCENT) {
    return { rule: prompts > 0 ? 'promptsUp' : 'promptsDown', percent: Math.abs(prompts) };
  }
  return undefined;
}

/** Whole percentage points a share moved at least, whatever its ranges hide; 0 when it need not have moved. */
function surePoints(now: Figure, before: Figure): number {
  if (!now.shown || !before.shown) return 0;
  return sure(scaled(now, 100 / now.of), scaled(before, 100 / before.of));
}

function surePercent(now: Figure, before: Figure): number {
  if (!now.shown || !before.shown || before.low === 0) return 0;
  return sure(scaled(now, 100 / before.low), scaled(before, 100 / before.low));
}

function scaled({ low, high, of }: CountRange, factor: number): CountRange {
  return { low: low * factor, high: high * factor, of };
}

function sure(now: CountRange, before: CountRange): number {
  if (now.low > before.high) return Math.round(now.low - before.high);
  return now.high < before.low ? -Math.round(before.low - now.high) : 0;
}
