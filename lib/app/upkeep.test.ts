import { beforeEach, expect, test, vi } from 'vitest';
import {
  createCommandWorld,
  promptDraft,
  workflowDraft,
  type CommandWorld,
} from '../../test/support/command-world.ts';
import { runUpkeep } from './upkeep.ts';

const DAY_MS = 86_400_000;
let world: CommandWorld;
const upkeep = () => world.queue(() => runUpkeep(world));

beforeEach(() => {
  world = createCommandWorld();
});

test('what was deleted 30 days ago goes for good, with what was remembered for it', async () => {
  const workflow = await world.done({ type: 'saveWorkflow', workflow: workflowDraft() });
  const prompt = await world.done({ type: 'savePrompt', prompt: promptDraft() });
  const kept = await world.done({ type: 'savePrompt', prompt: promptDraft({ title: 'kept' }) });
  const taste = { uses: 1, passedOver: 0 };
  await world.store.write({
    [`remembered/${prompt}`]: { v: 1, data: { 相手: 'A 社' } },
    taste: { v: 1, data: { [prompt]: taste, [kept]: taste } },
  });
  await world.done({ type: 'deleteWorkflow', id: workflow });
  await world.done({ type: 'deletePrompt', id: prompt });
  world.clock.nowMs += 30 * DAY_MS - 1;
  await upkeep();
  expect(world.held().prompts).toHaveLength(2);
  world.clock.nowMs += DAY_MS;
  await upkeep();
  expect(world.held()).toMatchObject({
    workflows: [],
    prompts: [{ id: kept }],
    remembered: {},
    taste: { [kept]: taste },
  });
});

test('the second call of a day reads one short value', async () => {
  await upkeep();
  const read = vi.spyOn(world.store, 'read');
  world.clock.nowMs += 3_600_000;
  await upkeep();
  expect(read).not.toHaveBeenCalled();
  world.clock.nowMs += DAY_MS;
  await upkeep();
  expect(read).toHaveBeenCalled();
});

test('damaged items are set aside, others are left as they are', async () => {
  const left = { health: { v: 9, data: 'of tomorrow' }, 'hub/outbox': 'of others' };
  world = createCommandWorld({ ...left, settings: 'torn', 'ledger/dev-1/2026-11': 5 });
  await upkeep();
  expect(
    world
      .held()
      .quarantined.map(({ originalKey }) => originalKey)
      .toSorted(),
  ).toEqual(['health', 'ledger/dev-1/2026-11', 'settings']);
  expect(world.store.dump()).toMatchObject(left);
  expect(world.store.dump()).not.toHaveProperty('settings');
});

test('killed at any write, the next one finishes', async () => {
  for (const changes of [0, 1, 2, 3, 4]) {
    world = createCommandWorld({ settings: 'torn' });
    const id = await world.done({ type: 'savePrompt', prompt: promptDraft() });
    await world.done({ type: 'deletePrompt', id });
    world.clock.nowMs += 31 * DAY_MS;
    world.store.killAfter(changes);
    await upkeep().catch(() => {});
    world.store.revive();
    await upkeep();
    const { prompts, quarantined } = world.held();
    expect(prompts).toEqual([]);
    expect(quarantined.map(({ value }) => value)).toEqual(['torn']);
  }
});
