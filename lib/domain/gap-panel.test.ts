import { describe, expect, it } from 'vitest';
import { GAP_ACTIONS, type GapState } from './gap.ts';
import { GAP_STEPS, gapPanelState, type GapPanelState, type GapStep } from './gap-panel.ts';
import type { NotShown, ShownGap } from './released.ts';

const told = (state: GapState) =>
  ({ shown: true, state, flagged: state === 'split', action: GAP_ACTIONS[state] }) as ShownGap;

describe('the gap panel', () => {
  it.each<[GapState, GapStep]>([
    ['split', 'offer'],
    ['mostlyUnused', 'offer'],
    ['closing', 'meeting'],
    ['concentrated', 'library'],
    ['even', 'attachment'],
  ])('of a told gap %s asks for %s', (state, step) => {
    const found = gapPanelState({ gap: told(state) });
    expect([found, GAP_STEPS[found]]).toEqual([state, step]);
  });

  it.each<[NotShown, GapPanelState, GapStep]>([
    ['fewerThanTen', 'tooFew', 'invite'],
    ['fewerThanFloor', 'tooFew', 'invite'],
    ['fewerThanThree', 'tooFew', 'invite'],
    ['noMembers', 'notYet', 'lines'],
    ['tooEarly', 'notYet', 'lines'],
    ['weekNotOver', 'notYet', 'lines'],
    ['nobodyDue', 'notYet', 'lines'],
    ['regrouped', 'notYet', 'lines'],
    ['floorChanged', 'notYet', 'lines'],
    ['complementary', 'hidden', 'lines'],
    ['notForOther', 'hidden', 'lines'],
    ['fewContributors', 'hidden', 'lines'],
  ])('that is not told because of %s is %s and asks for %s', (because, state, step) => {
    const found = gapPanelState({ gap: { shown: false, because } });
    expect([found, GAP_STEPS[found]]).toEqual([state, step]);
  });
});
