import { expect, it } from 'vitest';
import {
  createCommandWorld,
  NOON_MS,
  promptDraft,
  workflowDraft,
} from '../../test/support/command-world.ts';
import type { DayKey } from '../domain/day.ts';
import { EMPTY_ENTRY } from '../domain/ledger.ts';
import { questionFor } from './ask-about-prompt.ts';
import { keepTaste } from './keep-page-notes.ts';

const HOUR = 3_600_000;

it('a question comes a while after the second use, its answer stays with the prompt, and no other question follows', async () => {
  const world = createCommandWorld();
  const promptId = await world.done({ type: 'savePrompt', prompt: promptDraft() });
  const use = () =>
    keepTaste(world, {
      promptId,
      passedOver: [],
      moment: { nowMs: world.clock.nowMs, utcOffsetMinutes: 540 },
    });
  const question = () => questionFor(world.person(), world.held().taste, world.clock.nowMs);
  await world.done({ type: 'answerQuestion', promptId: 'earlier', answer: 'skip' });
  world.clock.nowMs += 8 * 24 * HOUR;
  const usedAt = world.clock.nowMs;
  await use();
  await use();
  expect(question()).toBeUndefined();
  world.clock.nowMs += 2 * HOUR;
  expect(question()).toEqual({ about: 'helped', promptId });
  await world.done({ type: 'answerQuestion', promptId, answer: 'missed' });
  expect(question()).toBeUndefined();
  expect(world.held().taste[promptId]).toEqual({
    uses: 2,
    lastUsedAt: usedAt,
    weight: 2,
    hours: [12, 12],
    passedOver: 0,
    verdict: 'missed',
    answeredAt: usedAt + 2 * HOUR,
  });
  expect(world.held().taste['earlier']).toMatchObject({ answeredAt: NOON_MS });
});

it('who shares is invited by what the ledger saw, whoever is alone or shared it already is not', async () => {
  const world = createCommandWorld();
  const workflowId = await world.done({ type: 'saveWorkflow', workflow: workflowDraft() });
  const promptId = await world.done({
    type: 'savePrompt',
    prompt: promptDraft({ workflowId }),
  });
  const entry = { ...EMPTY_ENTRY, visits: 1, runs: { [workflowId]: 1 } };
  const days = ['2026-11-18', '2026-11-19', '2026-11-20'] as DayKey[];
  const person = {
    ...world.person(),
    ledger: Object.fromEntries(days.map((day) => [day, { chatgpt: entry }])),
  };
  const tastes = { [promptId]: { uses: 5, passedOver: 0, lastUsedAt: NOON_MS - 90 * 24 * HOUR } };
  const shared = { prompts: [] };
  const sharedIt = { prompts: [{ id: promptId }] };
  expect(questionFor({ ...person, shared }, tastes, NOON_MS)).toEqual({ about: 'share', promptId });
  expect(questionFor({ ...person, shared: sharedIt }, tastes, NOON_MS)).toBeUndefined();
  expect(questionFor(person, tastes, NOON_MS)).toBeUndefined();
});

it('an answer about a prompt that is gone is kept and breaks nothing', async () => {
  const world = createCommandWorld();
  await world.done({ type: 'answerQuestion', promptId: 'gone', answer: 'skip' });
  expect(world.held().taste['gone']).toMatchObject({ uses: 0, passedOver: 0 });
});
