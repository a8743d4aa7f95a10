import { describe, expect, it } from 'vitest';
import {
  createCommandWorld,
  NOON_MS,
  promptDraft,
  workflowDraft,
} from '../../test/support/command-world.ts';
import { workweek } from '../../test/support/history.ts';
import type { Command } from '../contract/commands.ts';
import { entryOf, parseStored } from '../contract/envelope.ts';
import { nudgeItem } from '../contract/nudge.ts';
import { given, NO_NUDGES, type NudgeHistory } from '../domain/nudge.ts';
import { todayOf } from './mark-day.ts';
import { planNudge, standingNudge } from './plan-nudge.ts';

const NOON_MINUTE = 12 * 60;

/** A world with one piece of daily work and its prompt, on a Tuesday at noon. */
async function worldWithWork() {
  const world = createCommandWorld();
  const workflowId = await world.done({ type: 'saveWorkflow', workflow: workflowDraft() });
  const promptId = await world.done({
    type: 'savePrompt',
    prompt: promptDraft({ workflowId }),
  });
  const today = todayOf(world);
  const history = (): NudgeHistory => {
    const found = parseStored(nudgeItem, world.store.dump()[nudgeItem.key]);
    return found.state === 'read' ? found.value : NO_NUDGES;
  };
  const plan = () =>
    planNudge(world.person(), workweek(), {
      nowMs: world.clock.nowMs,
      today,
      minute: NOON_MINUTE,
      history: history(),
    });
  const stand = async (): Promise<void> => {
    const held = given(NO_NUDGES, { workflowId, copy: 1, atMs: NOON_MS }, today);
    await world.store.write(Object.fromEntries([entryOf(nudgeItem, held)]));
  };
  const standing = () => standingNudge({ ...world.person(), nudges: history() }, workweek());
  const answer = (said: Extract<Command, { type: 'answerNudge' }>['answer']) =>
    world.send({ type: 'answerNudge', answer: said });
  return { world, workflowId, promptId, today, history, plan, stand, standing, answer };
}

describe('planning a nudge', () => {
  it('names due work that has a prompt', async () => {
    const { plan, workflowId, promptId } = await worldWithWork();
    expect(plan().next).toMatchObject({ workflow: { id: workflowId }, prompt: { id: promptId } });
  });

  it('names no work without a living prompt, because a nudge is one tap', async () => {
    const { world, plan, promptId } = await worldWithWork();
    await world.done({ type: 'deletePrompt', id: promptId });
    expect(plan().next).toBeUndefined();
  });

  it.each([
    ['nudges are off', { nudges: { on: false, from: 9, to: 18, mutedWorkflows: [] } }],
    ['recording is paused', { paused: 'always' }],
  ] as const)('says nothing at noon while %s', async (_, settings) => {
    const { world, plan } = await worldWithWork();
    await world.done({ type: 'saveSettings', settings });
    expect(plan().next).toBeUndefined();
  });

  it('learns the hour of the first use and stands down', async () => {
    const { world, plan, stand, standing, today } = await worldWithWork();
    await stand();
    expect(standing()).toBeDefined();
    await world.done({ type: 'selfReport', day: today, tool: 'claude' });
    expect(plan()).toMatchObject({
      history: { firstHours: [12], waiting: false },
      next: undefined,
    });
    expect(standing()).toBeUndefined();
  });
});

describe('answering a nudge', () => {
  it('opens its prompt in the preferred tool', async () => {
    const { world, stand, answer, history } = await worldWithWork();
    await stand();
    expect(await answer('open')).toEqual({ ok: true });
    expect(world.opened).toEqual(['https://chatgpt.com/']);
    expect(history()).toMatchObject({ waiting: false, ignored: 0 });
  });

  it('comes again in an hour when put off', async () => {
    const { stand, answer, plan, standing } = await worldWithWork();
    await stand();
    await answer('later');
    expect(standing()).toBeUndefined();
    expect(plan().next?.atMs).toBe(NOON_MS + 3_600_000);
  });

  it('is over for the day when put away', async () => {
    const { stand, answer, plan, standing } = await worldWithWork();
    await stand();
    await answer('notToday');
    expect(standing()).toBeUndefined();
    expect(plan().next).toBeUndefined();
  });

  it('never names muted work again, until it is brought back in the settings', async () => {
    const { world, workflowId, stand, answer, plan } = await worldWithWork();
    await stand();
    await answer('muteWork');
    expect(world.person().settings.nudges?.mutedWorkflows).toEqual([workflowId]);
    expect(plan().next).toBeUndefined();
  });

  it('is refused when none stands, except for being asked again', async () => {
    const { answer, history, world } = await worldWithWork();
    expect(await answer('open')).toMatchObject({ ok: false, code: 'notFound' });
    await world.store.write(Object.fromEntries([entryOf(nudgeItem, { ...NO_NUDGES, ignored: 6 })]));
    expect(await answer('askAgain')).toEqual({ ok: true });
    expect(history().ignored).toBe(0);
  });
});
