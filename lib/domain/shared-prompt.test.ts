import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  FIRST_SUBMISSION,
  nextReview,
  staleBecause,
  type ReviewAct,
  type SharedReview,
} from './shared-prompt.ts';

const NOW = 1_780_000_000_000;
const DAY = 86_400_000;

const waiting = FIRST_SUBMISSION;
const inUse: SharedReview = { state: 'inUse', version: 1, latest: 1, reviewedAt: 5 };
const renewed: SharedReview = { ...inUse, latest: 2, open: { version: 2, state: 'submitted' } };
const returned: SharedReview = { ...waiting, open: { version: 1, state: 'returned' } };
const retired: SharedReview = { ...inUse, state: 'retired' };

describe('a shared prompt', () => {
  test.each<[string, SharedReview, ReviewAct, SharedReview | undefined]>([
    ['is approved', waiting, { do: 'approve', version: 1 }, { ...inUse, reviewedAt: NOW }],
    ['is returned', waiting, { do: 'return', version: 1 }, returned],
    ['is not approved by a version nobody read', waiting, { do: 'approve', version: 2 }, undefined],
    ['that was returned is not approved', returned, { do: 'approve', version: 1 }, undefined],
    [
      'is submitted again after it was returned',
      returned,
      { do: 'submit' },
      { ...waiting, latest: 2, open: { version: 2, state: 'submitted' } },
    ],
    ['in use gets a new version that waits', inUse, { do: 'submit' }, renewed],
    [
      'in use is replaced when that is approved',
      renewed,
      { do: 'approve', version: 2 },
      { state: 'inUse', version: 2, latest: 2, reviewedAt: NOW },
    ],
    [
      'in use stays when that is returned',
      renewed,
      { do: 'return', version: 2 },
      { ...renewed, open: { version: 2, state: 'returned' } },
    ],
    ['in use stays when that is taken back', renewed, { do: 'withdraw' }, { ...inUse, latest: 2 }],
    [
      'that never was in use is gone when it is taken back',
      waiting,
      { do: 'withdraw' },
      { state: 'withdrawn', version: 0, latest: 1 },
    ],
    ['without anything open cannot be taken back', inUse, { do: 'withdraw' }, undefined],
    ['that is stale is kept', inUse, { do: 'keep' }, { ...inUse, reviewedAt: NOW }],
    ['that never was in use cannot be kept', waiting, { do: 'keep' }, undefined],
    ['is retired', inUse, { do: 'retire' }, retired],
    ['is retired once', retired, { do: 'retire' }, undefined],
    [
      'comes back',
      retired,
      { do: 'reuse' },
      { state: 'inUse', version: 2, latest: 2, reviewedAt: NOW },
    ],
    ['that never was in use cannot come back', returned, { do: 'reuse' }, undefined],
  ])('%s', (_name, held, act, after) => {
    expect(nextReview(held, act, NOW)).toEqual(after);
  });

  it('keeps its promises whatever is done to it', () => {
    const act = fc.oneof(
      fc.constantFrom<ReviewAct>(
        { do: 'submit' },
        { do: 'withdraw' },
        { do: 'keep' },
        { do: 'retire' },
        { do: 'reuse' },
      ),
      fc.record({
        do: fc.constantFrom('approve' as const, 'return' as const),
        version: fc.integer({ min: 0, max: 8 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let held = FIRST_SUBMISSION;
        const wereInUse = new Set<number>();
        for (const [at, one] of acts.entries()) {
          const next = nextReview(held, one, at);
          if (next === undefined) continue;
          // Numbers only rise.
          expect(next.latest).toBeGreaterThanOrEqual(held.latest);
          expect(next.version).toBeLessThanOrEqual(next.latest);
          // What comes into use was the open one and approved, or is an earlier one under a new number.
          const isOther = next.version !== held.version;
          const isApproved = one.do === 'approve' && held.open?.version === next.version;
          expect(!isOther || isApproved || one.do === 'reuse').toBe(true);
          expect(isOther && wereInUse.has(next.version)).toBe(false);
          wereInUse.add(next.version);
          // Nothing is lost once it was in use.
          const isKept = next.version > 0 && next.state !== 'withdrawn';
          expect(held.version === 0 || isKept).toBe(true);
          expect(next.state !== 'inUse' || next.version > 0).toBe(true);
          held = next;
        }
      }),
    );
  });
});

describe('a prompt in use', () => {
  test.each([
    ['is fresh for 90 days', 89, undefined, undefined],
    ['is stale after 90 days', 90, undefined, 'age'],
    ['is stale when its tool changed since', 1, 0.5, 'tool'],
    ['is not stale by a change before the last look', 1, 2, undefined],
  ] as const)('%s', (_name, reviewedDaysAgo, changedDaysAgo, expected) => {
    const reviewedAt = NOW - reviewedDaysAgo * DAY;
    const toolChangedAt = changedDaysAgo === undefined ? undefined : NOW - changedDaysAgo * DAY;
    expect(staleBecause({ state: 'inUse', reviewedAt }, { nowMs: NOW, toolChangedAt })).toBe(
      expected,
    );
  });

  it('only counts as stale while it is in use', () => {
    expect(staleBecause({ state: 'retired', reviewedAt: 1 }, { nowMs: NOW })).toBeUndefined();
    expect(staleBecause(FIRST_SUBMISSION, { nowMs: NOW })).toBeUndefined();
  });
});
