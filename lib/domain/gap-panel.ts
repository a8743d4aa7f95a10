import type { GapState } from './gap.ts';
import type { NotShown, ReleasedReview } from './released.ts';

/**
 * What the gap panel says (METRICS.md M10): a state of the gap, or why none is told. `tooFew` people for it, `notYet`
 * four weeks to look back on, `hidden` to keep somebody's numbers private.
 */
export type GapPanelState = GapState | 'tooFew' | 'notYet' | 'hidden';

/** The one thing that a state asks for. `offer` is the private offer of ten minutes; every other leads to a page of the board. */
export type GapStep = 'offer' | 'meeting' | 'library' | 'attachment' | 'invite' | 'lines';

/** One step each (METRICS.md M10). */
export const GAP_STEPS: Readonly<Record<GapPanelState, GapStep>> = {
  split: 'offer',
  mostlyUnused: 'offer',
  closing: 'meeting',
  concentrated: 'library',
  even: 'attachment',
  tooFew: 'invite',
  notYet: 'lines',
  hidden: 'lines',
};

const WHY_NOT: Readonly<Record<NotShown, Exclude<GapPanelState, GapState>>> = {
  fewerThanTen: 'tooFew',
  fewerThanFloor: 'tooFew',
  fewerThanThree: 'tooFew',
  noMembers: 'notYet',
  tooEarly: 'notYet',
  weekNotOver: 'notYet',
  nobodyDue: 'notYet',
  regrouped: 'notYet',
  floorChanged: 'notYet',
  complementary: 'hidden',
  notForOther: 'hidden',
  fewContributors: 'hidden',
};

/** The panel's state of a look back. It reads nothing but what the floor released. Total. */
export function gapPanelState({ gap }: Pick<ReleasedReview, 'gap'>): GapPanelState {
  return gap.shown ? gap.state : WHY_NOT[gap.because];
}
