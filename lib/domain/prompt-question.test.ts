import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayKey } from './day.ts';
import { promptQuestion, tasteAfterAnswer, type QuestionInput } from './prompt-question.ts';
import type { Taste } from './suggestion.ts';
import type { Prompt } from './workflow.ts';

const NOW = 1_790_000_000_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function prompt(id: string, rest: Partial<Prompt> = {}): Prompt {
  return {
    id,
    workflowId: `w-${id}`,
    title: id,
    body: 'x',
    variables: [],
    versions: [],
    source: { kind: 'own' },
    createdAt: 0,
    updatedAt: 0,
    ...rest,
  };
}

function used(rest: Partial<Taste> = {}): Taste {
  return { uses: 2, passedOver: 0, lastUsedAt: NOW - 5 * HOUR, ...rest };
}

const days = (count: number) =>
  new Set(Array.from({ length: count }, (_, at) => `2026-09-${10 + at}` as DayKey));

function ask(input: Partial<QuestionInput>) {
  return promptQuestion({
    prompts: [prompt('a')],
    tastes: {},
    runs: new Map(),
    nowMs: NOW,
    ...input,
  });
}

describe('whether a prompt helped', () => {
  it.each([
    ['used twice, five hours ago', used(), true],
    ['used once', used({ uses: 1 }), false],
    ['used a moment ago: the work is still going on', used({ lastUsedAt: NOW - HOUR / 2 }), false],
    ['used four days ago: forgotten', used({ lastUsedAt: NOW - 4 * DAY }), false],
    ['answered before', used({ answeredAt: NOW - 90 * DAY, verdict: 'helped' }), false],
    ['never used', { uses: 0, passedOver: 3 }, false],
  ] as const)('is asked: %s', (_, taste, isAsked) => {
    expect(ask({ tastes: { a: taste } })).toEqual(
      isAsked ? { about: 'helped', promptId: 'a' } : undefined,
    );
  });

  it('is asked of the prompt used last, of no deleted and no unknown one', () => {
    const prompts = [prompt('old'), prompt('new'), prompt('gone', { deletedAt: 1 })];
    const tastes = {
      old: used({ lastUsedAt: NOW - 20 * HOUR }),
      new: used({ lastUsedAt: NOW - 2 * HOUR }),
      gone: used({ lastUsedAt: NOW - 1.5 * HOUR }),
      'pack/x/y': used(),
    };
    expect(ask({ prompts, tastes })?.promptId).toBe('new');
  });

  it('leaves a week between any two questions', () => {
    const prompts = [prompt('a'), prompt('b')];
    const asked = (agoMs: number) =>
      ask({ prompts, tastes: { a: used(), b: used({ answeredAt: NOW - agoMs }) } });
    expect(asked(6.9 * DAY)).toBeUndefined();
    expect(asked(7.1 * DAY)?.promptId).toBe('a');
    // A clock that was set back must not silence for good.
    expect(asked(-90 * DAY)?.promptId).toBe('a');
  });
});

describe('the invitation to share', () => {
  const proven = {
    tastes: { a: used({ uses: 5, lastUsedAt: NOW - 9 * DAY }) },
    runs: new Map([['w-a', days(3)]]),
    sharedIds: new Set<string>(),
  };

  it.each<[string, Partial<QuestionInput>, boolean]>([
    ['used five times, on three days', {}, true],
    ['without a company', { sharedIds: undefined }, false],
    ['shared already', { sharedIds: new Set(['a']) }, false],
    ['on two days only', { runs: new Map([['w-a', days(2)]]) }, false],
    ['used four times', { tastes: { a: used({ uses: 4 }) } }, false],
    ['put away before', { tastes: { a: used({ uses: 9, invitedAt: NOW - 90 * DAY }) } }, false],
    ['said to have missed', { tastes: { a: used({ uses: 9, verdict: 'missed' }) } }, false],
    [
      'a pack’s text as it came',
      { prompts: [prompt('a', { source: { kind: 'pack', pack: 'p', item: 'i' } })] },
      false,
    ],
  ])('%s', (_, change, isInvited) => {
    const question = ask({ ...proven, ...change });
    expect(question?.about === 'share').toBe(isInvited);
  });

  it('once declined is not repeated, and nothing else is asked for a week', () => {
    const declined = tasteAfterAnswer(used({ uses: 5, lastUsedAt: NOW - DAY }), 'notShared', NOW);
    expect(declined).toEqual(used({ uses: 5, lastUsedAt: NOW - DAY, invitedAt: NOW }));
    const asked = (nowMs: number) =>
      ask({
        ...proven,
        prompts: [prompt('a'), prompt('b')],
        tastes: { a: declined, b: used({ lastUsedAt: nowMs - 2 * HOUR }) },
        nowMs,
      });
    expect(asked(NOW + 6.9 * DAY)).toBeUndefined();
    expect(asked(NOW + 7.1 * DAY)).toEqual({ about: 'helped', promptId: 'b' });
  });

  it('comes before a question', () => {
    const tastes = { a: used({ uses: 5 }), b: used({ lastUsedAt: NOW - 2 * HOUR }) };
    expect(ask({ ...proven, prompts: [prompt('a'), prompt('b')], tastes })).toEqual({
      about: 'share',
      promptId: 'a',
    });
  });
});

it('whatever was answered, nothing is asked of anything for a week, and never of that prompt again', () => {
  const answer = fc.constantFrom('helped' as const, 'missed' as const, 'skip' as const);
  const hours = fc.integer({ min: 1, max: 24 * 200 });
  fc.assert(
    fc.property(answer, hours, fc.nat(20), (said, laterHours, uses) => {
      const before = used({ uses });
      const after = tasteAfterAnswer(before, said, NOW);
      const nowMs = NOW + laterHours * HOUR;
      const fresh = used({ lastUsedAt: nowMs - 2 * HOUR });
      const question = ask({
        prompts: [prompt('a'), prompt('b')],
        tastes: { a: { ...after, uses: uses + 2, lastUsedAt: nowMs - 2 * HOUR }, b: fresh },
        nowMs,
      });
      expect(question?.promptId).toBe(laterHours < 24 * 7 ? undefined : 'b');
      expect(after).toMatchObject({ uses, lastUsedAt: before.lastUsedAt });
    }),
  );
});
