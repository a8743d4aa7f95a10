import { beforeEach, describe, expect, test } from 'vitest';
import {
  createCommandWorld,
  promptDraft,
  workflowDraft,
  type CommandWorld,
} from '../../test/support/command-world.ts';
import { takeHandoff } from './handoff.ts';

let world: CommandWorld;

beforeEach(() => {
  world = createCommandWorld();
});

const take = (tabId: number) =>
  world.queue(() => takeHandoff(world.session, tabId, world.clock.nowMs));

describe('opening a tool with a prompt', () => {
  test('hands it to that tab, once', async () => {
    const promptId = await world.done({ type: 'savePrompt', prompt: promptDraft() });
    await world.done({ type: 'openWithPrompt', promptId, tool: 'gemini' });
    expect(world.opened).toEqual(['https://gemini.google.com/app']);
    expect(await take(2)).toBeUndefined();
    expect(await take(1)).toBe(promptId);
    expect(await take(1)).toBeUndefined();
  });

  test('holds it for ten minutes', async () => {
    const promptId = await world.done({ type: 'savePrompt', prompt: promptDraft() });
    await world.done({ type: 'openWithPrompt', promptId });
    world.clock.nowMs += 10 * 60_000;
    expect(await take(1)).toBeUndefined();
  });

  test('a page that is quicker than the command waits for it', async () => {
    const promptId = await world.done({ type: 'savePrompt', prompt: promptDraft() });
    const opening = world.send({ type: 'openWithPrompt', promptId });
    // Opening is under way, and the new tab asks before it was noted down.
    const taken = take(1);
    await opening;
    expect(await taken).toBe(promptId);
  });

  test("takes the workflow's tool, else the person's", async () => {
    const workflowId = await world.done({
      type: 'saveWorkflow',
      workflow: workflowDraft({ tool: 'claude' }),
    });
    const withTool = await world.done({ type: 'savePrompt', prompt: promptDraft({ workflowId }) });
    const without = await world.done({ type: 'savePrompt', prompt: promptDraft() });
    await world.done({ type: 'openWithPrompt', promptId: withTool });
    await world.done({ type: 'openWithPrompt', promptId: without });
    await world.done({ type: 'openWithPrompt', promptId: 'pack/sales/quote/first' });
    expect(world.opened).toEqual([
      'https://claude.ai/new',
      'https://chatgpt.com/',
      'https://claude.ai/new',
    ]);
  });

  test.each([
    ['none', 'notFound', undefined],
    ['pack/sales/none/first', 'notFound', undefined],
    ['pack/sales/quote/first', 'invalid', 'elsewhere'],
  ])('%s is refused as %s and opens nothing', async (promptId, code, tool) => {
    expect(await world.send({ type: 'openWithPrompt', promptId, tool })).toMatchObject({ code });
    expect(world.opened).toEqual([]);
  });
});

test('what lies damaged in session storage hands out nothing', async () => {
  await world.session.write({ handoffs: [{ tabId: 1, promptId: 'p' }] });
  expect(await take(1)).toBeUndefined();
});
