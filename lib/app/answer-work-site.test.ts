import { describe, expect, it } from 'vitest';
import { HOLIDAYS } from '../../content/holidays.ts';
import {
  createCommandWorld,
  promptDraft,
  workflowDraft,
} from '../../test/support/command-world.ts';
import type { WorkMessage } from '../contract/work-messages.ts';
import { chipFor, keepChip, type WorkSiteDeps } from './answer-work-site.ts';

const SITE = 'https://mail.minato.example';
const OTHER = 'https://sheet.minato.example';
const DAY_MS = 86_400_000;

/** A world on a Tuesday with daily work at a site. */
async function worldAtWork() {
  const world = createCommandWorld();
  const workflowId = await world.done({
    type: 'saveWorkflow',
    workflow: workflowDraft({ site: SITE }),
  });
  await world.done({ type: 'savePrompt', prompt: promptDraft({ workflowId }) });
  const deps: WorkSiteDeps = {
    store: world.store,
    session: world.session,
    clock: world.clock,
    tabs: { open: async (url) => world.opened.push(url), notifyChanged: async () => {} },
    packDrafts: async () => undefined,
    holidays: HOLIDAYS,
    languages: ['ja'],
  };
  const ask = (site = SITE) => chipFor(deps, site);
  const tell = (act: Extract<WorkMessage, { type: 'chip' }>['act'], site = SITE) =>
    keepChip(deps, { type: 'chip', workflowId, act }, site);
  return { world, workflowId, ask, tell };
}

describe('the chip of a work site', () => {
  it('is for the work done there, in the person’s words', async () => {
    const { ask, workflowId } = await worldAtWork();
    expect(await ask()).toMatchObject({ workflowId, name: '見積もりの返信', language: 'ja' });
    expect(await ask(OTHER)).toBeUndefined();
  });

  it('comes once a day', async () => {
    const { world, ask, tell } = await worldAtWork();
    await tell('shown');
    expect(await ask()).toBeUndefined();
    world.clock.nowMs += DAY_MS;
    expect(await ask()).toBeDefined();
  });

  it('opens the tool with the prompt when taken', async () => {
    const { world, tell } = await worldAtWork();
    await tell('taken');
    expect(world.opened).toEqual(['https://chatgpt.com/']);
  });

  it.each(['notToday', 'muteSite', 'muteWork', 'off'] as const)(
    'stays away after "%s", and only as long as that says',
    async (act) => {
      const { world, ask, tell } = await worldAtWork();
      await tell(act);
      expect(await ask()).toBeUndefined();
      world.clock.nowMs += DAY_MS;
      expect((await ask()) !== undefined).toBe(act === 'notToday');
    },
  );

  it('is not shown while recording is paused, nor for work without a prompt', async () => {
    const { world, ask } = await worldAtWork();
    await world.done({ type: 'saveSettings', settings: { paused: 'always' } });
    expect(await ask()).toBeUndefined();
    await world.done({ type: 'saveSettings', settings: { paused: 'no' } });
    const [prompt] = world.held().prompts;
    await world.done({ type: 'deletePrompt', id: prompt?.id ?? '' });
    expect(await ask()).toBeUndefined();
  });

  it('takes no word of a page about work of another site', async () => {
    const { world, tell } = await worldAtWork();
    const before = world.store.dump();
    await tell('taken', OTHER);
    await tell('muteWork', OTHER);
    expect(world.opened).toEqual([]);
    expect(world.store.dump()).toEqual(before);
  });
});
