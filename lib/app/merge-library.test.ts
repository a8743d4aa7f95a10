import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../contract/workflow.ts';
import type { Prompt } from '../domain/workflow.ts';
import { generatedPrompt, generatedWorkflow } from '../../test/support/generated-held.ts';
import { mergePrompts, mergeWorkflows, overwrittenCopy } from './merge-library.ts';

const bodiesOf = (prompt: Prompt): string[] => [prompt, ...prompt.versions].map(({ body }) => body);
const two = fc.tuple(generatedPrompt('p'), generatedPrompt('p'));

describe('two states of a prompt', () => {
  test('keep every text that either had', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        const merged = bodiesOf(mergePrompts(a, b));
        expect(merged).toEqual(expect.arrayContaining([...bodiesOf(a), ...bodiesOf(b)]));
      }),
    );
  });

  test('give the same in either order, and the same again', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        const merged = mergePrompts(a, b);
        expect(mergePrompts(b, a)).toEqual(merged);
        expect(mergePrompts(merged, b)).toEqual(merged);
        expect(mergePrompts(a, merged)).toEqual(merged);
      }),
    );
  });

  test('merge into the one updated later, its versions oldest first', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        fc.pre(a.updatedAt > b.updatedAt);
        const merged = mergePrompts(b, a);
        expect([merged.body, merged.deletedAt]).toEqual([a.body, a.deletedAt]);
        const replaced = merged.versions.map(({ replacedAt }) => replacedAt);
        expect(replaced).toEqual(replaced.toSorted((x, y) => x - y));
      }),
    );
  });

  test('lose the oldest versions only past the limit', () => {
    const [prompt] = fc.sample(generatedPrompt('p'), 1) as [Prompt];
    const filled = (from: number): Prompt => ({
      ...prompt,
      body: `now ${from}`,
      updatedAt: from,
      versions: Array.from({ length: LIMITS.versions }, (_, index) => ({
        title: 'title',
        body: `text ${from + index}`,
        variables: [],
        replacedAt: from + index,
      })),
    });
    const { versions } = mergePrompts(filled(0), filled(1000));
    expect(versions).toHaveLength(LIMITS.versions);
    expect(versions.at(-1)?.body).toBe(`text ${1000 + LIMITS.versions - 1}`);
  });
});

describe('two states of a workflow', () => {
  const pair = fc.tuple(generatedWorkflow('w'), generatedWorkflow('w'));

  test('give the same in either order, and the same again', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const merged = mergeWorkflows(a, b);
        expect(mergeWorkflows(b, a)).toEqual(merged);
        expect(mergeWorkflows(merged, a)).toEqual(merged);
      }),
    );
  });

  test('leave what was overwritten here as a deleted one, unless it says the same', () => {
    fc.assert(
      fc.property(pair, ([held, file]) => {
        const merged = mergeWorkflows(held, file);
        const copy = overwrittenCopy(held, merged, 99);
        const expected = held.minutes === merged.minutes ? undefined : [held.minutes, 99];
        expect(copy && [copy.minutes, copy.deletedAt]).toEqual(expected);
        expect(copy?.id).not.toBe(held.id);
      }),
    );
  });
});
