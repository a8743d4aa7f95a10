import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  likenessOf,
  recommendPush,
  spreadsOf,
  type PushCandidate,
  type SpreadWorkflow,
} from './attachment-push.ts';
import { ATTACHMENT_STATES } from './attachment.ts';

const card = (id: string, change: Partial<PushCandidate> = {}): PushCandidate => ({
  id,
  state: 'trial',
  fellBack: false,
  weeksWithRuns: 1,
  createdAt: 0,
  carriesGoal: false,
  ...change,
});

describe('the one push of the week', () => {
  test.each([
    ['nothing is there', [], undefined],
    ['everything is attached', [card('a', { state: 'attached' })], undefined],
    [
      'what fell back goes first',
      [card('a', { weeksWithRuns: 2 }), card('b', { fellBack: true })],
      { id: 'b', why: 'fellBack' },
    ],
    [
      'also from settled to attached',
      [card('a', { state: 'attached', fellBack: true })],
      { id: 'a', why: 'fellBack' },
    ],
    [
      'then what lacks a week',
      [card('a'), card('b', { weeksWithRuns: 2 })],
      { id: 'b', why: 'nearlyAttached' },
    ],
    [
      'a trial before an idea',
      [card('a', { state: 'proposed' }), card('b')],
      { id: 'b', why: 'inTrial' },
    ],
    [
      'an idea when there is nothing else',
      [card('a', { state: 'proposed' })],
      { id: 'a', why: 'firstTrial' },
    ],
    [
      'what fell back weeks ago waits for its turn',
      [card('a'), card('b', { state: 'proposed', fellBack: true, fellWeeksAgo: 2 })],
      { id: 'a', why: 'inTrial' },
    ],
    [
      'what fell back weeks ago is not spoken of as new',
      [card('b', { state: 'proposed', fellBack: true, fellWeeksAgo: 2 })],
      { id: 'b', why: 'fellBack' },
    ],
    [
      'what carries the goal',
      [card('a'), card('b', { carriesGoal: true, createdAt: 9 })],
      { id: 'b', why: 'inTrial' },
    ],
    [
      'the oldest',
      [card('a', { createdAt: 2 }), card('b', { createdAt: 1 })],
      { id: 'b', why: 'inTrial' },
    ],
  ] as const)('%s', (_name, cards, push) => {
    expect(recommendPush(cards)).toEqual(push);
  });

  it('does not depend on the order of the cards', () => {
    const cards = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        state: fc.constantFrom(...ATTACHMENT_STATES),
        fellBack: fc.boolean(),
        weeksWithRuns: fc.nat(4),
        createdAt: fc.nat(3),
        carriesGoal: fc.boolean(),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    fc.assert(
      fc.property(cards, (all) => {
        expect(recommendPush(all.toReversed())).toEqual(recommendPush(all));
      }),
    );
  });
});

const work = (id: string, change: Partial<SpreadWorkflow> = {}): SpreadWorkflow => ({
  id,
  departmentId: 'sales',
  title: '見積書の作成',
  state: 'attached',
  ...change,
});

describe('where an attached workflow could spread to', () => {
  const theirs = { departmentId: 'office', state: 'trial' } as const;

  test.each([
    ['a department with one like it', { title: '見積書を作成' }, true],
    [
      'the same pack item under another name',
      { title: 'おまかせ', source: { pack: 'sales', item: 'quote' } },
      true,
    ],
    ['not one with other work', { title: '月次の締め' }, false],
    ['not one where it is attached already', { state: 'settled' }, false],
    ['not one the floor does not tell', { state: undefined }, false],
    ['not its own department', { departmentId: 'sales' }, false],
  ] as const)('%s', (_name, change, isProposed) => {
    const own = work('a', { source: { pack: 'sales', item: 'quote' } });
    const other = work('b', { ...theirs, ...change });
    expect(spreadsOf([own, other])).toEqual(
      isProposed
        ? [{ id: 'a', toDepartmentId: 'office', like: { id: 'b', title: other.title } }]
        : [],
    );
  });

  it('names the likest, and nothing of a workflow that is not attached', () => {
    const like = work('b', { ...theirs, title: '見積書の作成メモ' });
    const likest = work('c', { ...theirs });
    expect(spreadsOf([work('a'), like, likest])).toEqual([
      { id: 'a', toDepartmentId: 'office', like: { id: 'c', title: '見積書の作成' } },
    ]);
    expect(spreadsOf([work('a', { state: 'trial' }), likest])).toEqual([]);
    expect(spreadsOf([work('a', { state: undefined }), likest])).toEqual([]);
  });
});

describe('how alike two titles are', () => {
  it.each([
    ['月次締め', '月次の締め処理', false],
    ['見積書の作成', '見積書を作成', true],
    ['Quote reply', 'Reply to a quote', true],
    ['ミツモリ作成', 'みつもり作成', true],
    ['見積書の作成', '議事録の作成', false],
    ['', '', false],
  ])('%s and %s: %s', (a, b, isAlike) => {
    expect(likenessOf({ title: a }, { title: b }) >= 0.5).toBe(isAlike);
  });

  it('is between nothing and the same, and no matter which comes first', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const likeness = likenessOf({ title: a }, { title: b });
        expect(likeness).toBe(likenessOf({ title: b }, { title: a }));
        expect(likeness >= 0 && likeness <= 1).toBe(true);
      }),
    );
  });
});
