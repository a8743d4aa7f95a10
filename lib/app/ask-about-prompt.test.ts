import { expect, it } from 'vitest';
import { createCommandWorld, NOON_MS, promptDraft } from '../../test/support/command-world.ts';
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
  await use();
  await use();
  expect(question()).toBeUndefined();
  world.clock.nowMs += 2 * HOUR;
  expect(question()).toEqual({ about: 'helped', promptId });
  await world.done({ type: 'answerQuestion', promptId, answer: 'missed' });
  expect(question()).toBeUndefined();
  expect(world.held().taste[promptId]).toEqual({
    uses: 2,
    lastUsedAt: NOON_MS,
    weight: 2,
    hours: [12, 12],
    passedOver: 0,
    verdict: 'missed',
    answeredAt: NOON_MS + 2 * HOUR,
  });
});

it('an answer about a prompt that is gone is kept and breaks nothing', async () => {
  const world = createCommandWorld();
  await world.done({ type: 'answerQuestion', promptId: 'constructor-like', answer: 'skip' });
  expect(world.held().taste['constructor-like']).toMatchObject({ uses: 0, passedOver: 0 });
});
