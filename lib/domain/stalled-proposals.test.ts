import { describe, expect, it } from 'vitest';
import type { DayKey } from './day.ts';
import { stalledProposals, type ProposedWork } from './stalled-proposals.ts';

const TODAY = '2026-11-24' as DayKey;
const DAYS = 86_400_000;
const now = Date.parse(TODAY);
const work = (change: Partial<ProposedWork>): ProposedWork => ({
  state: 'proposed',
  fellBack: false,
  waiting: false,
  proposedAt: now - 30 * DAYS,
  ...change,
});

describe('proposals that do not move', () => {
  it.each<[string, Partial<ProposedWork>, boolean]>([
    ['proposed a month ago', {}, true],
    ['proposed a fortnight ago', { proposedAt: now - 14 * DAYS }, true],
    ['proposed a day less ago', { proposedAt: now - 13 * DAYS }, false],
    ['in trial', { state: 'trial' }, false],
    ['attached', { state: 'attached' }, false],
    ['fallen back lately', { fellBack: true, proposedAt: now }, true],
    ['hidden by the floor', { state: undefined }, false],
    ['hidden, but waiting to be accepted', { state: undefined, waiting: true }, true],
  ])('%s', (_, change, isStalled) => {
    expect(stalledProposals([work(change)], TODAY)).toHaveLength(isStalled ? 1 : 0);
  });

  it('put what fell back first, then the oldest', () => {
    const [old, older, fallen] = [
      work({ proposedAt: now - 20 * DAYS }),
      work({ proposedAt: now - 40 * DAYS }),
      work({ fellBack: true, proposedAt: now }),
    ];
    expect(stalledProposals([old, older, fallen], TODAY)).toEqual([fallen, older, old]);
  });
});
