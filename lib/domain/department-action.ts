import { goalReached, type DepartmentChange, type DepartmentGoals } from './department-change.ts';
import type { Figure, ReleasedFigures, ReleasedReview } from './released.ts';

/** The one thing a champion is asked to do this week; words and the ready message are elsewhere. */
export type DepartmentAction =
  /** Too few for numbers of its own: bring colleagues in. */
  | { readonly code: 'inviteColleagues' }
  /** Nobody was due: nothing to do. */
  | { readonly code: 'rest' }
  /** A habit beside non-use: a practised and a new person do one piece of work together. */
  | { readonly code: 'pairUp' }
  /** Few start: one workflow, fifteen minutes, together. */
  | { readonly code: 'firstStepTogether' }
  /** People used it this month and not this week: ask what stood in the way. At least `people` of them. */
  | { readonly code: 'askWhatStoppedIt'; readonly people: number }
  /** A line ended: one piece of work for tomorrow morning. */
  | { readonly code: 'beginAgain' }
  /** Many use it, few by habit: register a workflow with a rhythm. */
  | { readonly code: 'registerRhythm' }
  /** A habit of few prompts: share one person's prompt for a workflow. */
  | { readonly code: 'shareOneWorkflow' }
  /** A goal was reached: say so, and pass it on to the next department. */
  | { readonly code: 'tellTheOthers' }
  /** All is well: the next workflow. */
  | { readonly code: 'nextWorkflow' };

const FEW_ACTIVE = 0.4;
const MANY_ACTIVE = 0.6;
const FEW_HABITUAL = 0.5;
const FEW_PROMPTS = 5;
const STOPPED = 2;

/** Whether a share is surely below, or surely at least, a bound. */
function surely(figure: Figure, than: 'below' | 'atLeast', bound: number): boolean {
  if (!figure.shown) return false;
  return than === 'below' ? figure.high / figure.of < bound : figure.low / figure.of >= bound;
}

/**
 * The recommended action (UX.md, weekly summary; METRICS.md M9, M10): the first rule that holds for sure. It looks at
 * nothing but what the summary shows.
 */
export function departmentAction(input: {
  readonly now: ReleasedFigures;
  readonly review: ReleasedReview;
  readonly changed: DepartmentChange;
  readonly goals: DepartmentGoals;
}): DepartmentAction {
  const { now, review, changed, goals } = input;
  if (changed.rule === 'weekOff') return { code: 'rest' };
  if (now.groupedBecause === 'fewerThanFloor') return { code: 'inviteColleagues' };
  if (review.gap.shown && review.gap.flagged) return { code: 'pairUp' };
  if (changed.rule === 'habitGoalReached' || changed.rule === 'activeGoalReached') {
    return { code: 'tellTheOthers' };
  }
  if (surely(now.weeklyActive, 'below', FEW_ACTIVE)) return { code: 'firstStepTogether' };
  const stopped = sureDifference(review.active28, now.weeklyActive);
  if (stopped >= STOPPED) return { code: 'askWhatStoppedIt', people: stopped };
  if (changed.rule === 'lineEnded') return { code: 'beginAgain' };
  if (surely(now.weeklyActive, 'atLeast', MANY_ACTIVE)) {
    const habit = now.habitual;
    if (surely(habit, 'below', goals.habitual ?? FEW_HABITUAL)) return { code: 'registerRhythm' };
    const few = goals.promptsPerMember ?? FEW_PROMPTS;
    if (goalReached(now.promptsPerMember, few, 'mean') === 'no')
      return { code: 'shareOneWorkflow' };
  }
  return { code: 'nextWorkflow' };
}

function sureDifference(more: Figure, less: Figure): number {
  return more.shown && less.shown ? Math.max(0, more.low - less.high) : 0;
}
