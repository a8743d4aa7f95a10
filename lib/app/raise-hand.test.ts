import { describe, expect, it } from 'vitest';
import { createFakeHelp } from '../../test/support/fake-help.ts';
import { createTeamWorld, HUB_URL } from '../../test/support/team-world.ts';
import { MOST_WRITTEN } from '../contract/help-items.ts';
import type { ChatKind } from '../contract/hub/chat-kind.ts';
import { payloadsItem } from '../contract/team.ts';
import { createHubClient } from '../platform/hub-client.ts';
import { helpViewOf } from './help-questions.ts';
import { askForHelp, carryOutHelp, seeAnswers, withdrawNameless } from './raise-hand.ts';
import { readItem } from './read-item.ts';
import { withoutToken } from './team-view.ts';
import { createWriteQueue } from './write-queue.ts';

const MINUTE_MS = 60_000;
const TEXT = '表を貼ると崩れます。';

function createHelpWorld() {
  const team = createTeamWorld();
  const help = createFakeHelp();
  team.hub.help = help;
  const { store, clock, hub } = team;
  const queue = createWriteQueue();
  const openHub: Parameters<typeof carryOutHelp>[0]['openHub'] = (place) =>
    createHubClient(place, { fetch: hub.fetch, now: clock.now });
  const deps = { store, clock, queue, openHub };
  return {
    ...team,
    help,
    ask: (named = true, text = TEXT) => askForHelp(deps, { text, named }),
    askToChat: (toChat: ChatKind[]) => askForHelp(deps, { text: TEXT, named: true, toChat }),
    see: (ids: string[]) => seeAnswers(deps, ids),
    settle: (id: string) => carryOutHelp(deps, { type: 'settleQuestion', id }),
    withdraw: (id: string) => carryOutHelp(deps, { type: 'withdrawQuestion', id }),
    leave: () => withdrawNameless(deps, openHub({ hubUrl: HUB_URL, token: 'secret' })),
    view: () => helpViewOf(store.dump()),
    /** The next request of this path is held back, unread by the hub, until it is released. */
    holdBack(path: string) {
      const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      hub.holdBack = async (request) => {
        if (!new URL(request.url).pathname.endsWith(path)) return;
        hub.holdBack = undefined;
        begun.resolve();
        await released.promise;
      };
      return { begun: begun.promise, release: released.resolve };
    },
    later: async (minutes = 20) => {
      clock.nowMs += minutes * MINUTE_MS;
      await team.sync().run();
    },
  };
}

describe('a question', () => {
  it('is kept, sent soon, and its answer comes in as news until it was read', async () => {
    const world = createHelpWorld();
    const id = await world.ask();
    expect(world.view()).toMatchObject({ questions: [{ id, state: 'waiting', named: true }] });
    const at = (await world.sync().nextAt()) ?? 0;
    expect(at - world.clock.nowMs).toBeLessThan(MINUTE_MS);
    await world.sync().run();
    expect(world.help.asked.get(id)).toEqual({ id, text: TEXT, state: 'open' });
    expect(world.view()).toMatchObject({ questions: [{ id, state: 'open' }], news: 0 });
    world.help.answer(id, 'CSV で貼ります。');
    // An answer is looked for within the hour.
    const next = (await world.sync().nextAt()) ?? 0;
    expect(next - world.clock.nowMs).toBeLessThanOrEqual(15 * MINUTE_MS);
    await world.later();
    expect(world.view()).toMatchObject({
      questions: [{ id, state: 'answered', isNew: true, answer: { text: 'CSV で貼ります。' } }],
      news: 1,
    });
    await world.see([id]);
    expect(world.view()).toMatchObject({ news: 0 });
    await world.settle(id);
    expect(world.view()).toMatchObject({ questions: [{ state: 'closed' }] });
    await world.later();
    expect(world.view()).toMatchObject({ questions: [{ state: 'closed' }] });
    expect(((await world.sync().nextAt()) ?? 0) - world.clock.nowMs).toBeGreaterThan(
      60 * MINUTE_MS,
    );
  });

  it('written without a connection leaves with the next one, once', async () => {
    const world = createHelpWorld();
    world.hub.faults.push('noConnection');
    const id = await world.ask();
    await world.sync().run();
    expect(world.view()).toMatchObject({ questions: [{ id, state: 'waiting' }] });
    await world.later();
    expect([...world.help.asked.keys()]).toEqual([id]);
    await world.later();
    expect(world.view().questions).toHaveLength(1);
  });

  it('whose answer was lost, or whose worker was killed, is sent again under its id', async () => {
    const world = createHelpWorld();
    await world.sync().run();
    const id = await world.ask();
    world.store.killAfter(world.store.changes);
    await world
      .sync()
      .run()
      .catch(() => {});
    world.restart();
    await world.later();
    await world.later();
    expect([...world.help.asked.keys()]).toEqual([id]);
    expect(world.view()).toMatchObject({ questions: [{ state: 'open' }] });
  });

  it('without a name is found by its key alone, which is shown nowhere', async () => {
    const world = createHelpWorld();
    const id = await world.ask(false);
    await world.sync().run();
    const key = world.help.asked.get(id)?.key ?? '';
    expect(key).toMatch(/^[\w-]{43}$/);
    const payloads = await readItem(world.store, payloadsItem, 1);
    expect(payloads.help?.body).toEqual({ id, text: TEXT, key: '…' });
    expect(JSON.stringify(withoutToken(world.store.dump()))).not.toContain(key);
    world.help.answer(id, 'はい');
    await world.later();
    expect(world.view()).toMatchObject({ questions: [{ named: false, state: 'answered' }] });
    await world.withdraw(id);
    expect(world.help.asked.size).toBe(0);
    expect(world.view().questions).toEqual([]);
  });

  it('is taken back before it was sent without asking anybody', async () => {
    const world = createHelpWorld();
    const id = await world.ask();
    world.hub.faults.push('noConnection');
    await world.withdraw(id);
    world.hub.faults.length = 0;
    await world.sync().run();
    expect(world.help.asked.size).toBe(0);
  });

  it.each([true, false])(
    'taken back while it is being sent stands nowhere (named: %s)',
    async (named) => {
      const world = createHelpWorld();
      await world.sync().run();
      const id = await world.ask(named);
      const sending = world.holdBack('/v1/help');
      const run = world.sync().run();
      await sending.begun;
      await world.withdraw(id);
      expect(world.view().questions).toEqual([]);
      sending.release();
      await run;
      await world.later();
      expect(world.help.asked.size).toBe(0);
      expect(world.view().questions).toEqual([]);
    },
  );

  it('taken back after the hub took it and the worker was killed before it knew stands nowhere', async () => {
    const world = createHelpWorld();
    await world.sync().run();
    const id = await world.ask(false);
    const sending = world.holdBack('/v1/help');
    const run = world.sync().run();
    await sending.begun;
    world.store.killAfter(0);
    sending.release();
    await run.catch(() => {});
    expect([...world.help.asked.keys()]).toEqual([id]);
    world.restart();
    await world.withdraw(id);
    world.hub.faults.push('noConnection');
    await world.later();
    expect(world.view().questions).toEqual([]);
    world.restart();
    await world.later(60);
    expect(world.help.asked.size).toBe(0);
  });

  it('without a name that the hub took before the worker was killed goes with a leaver too', async () => {
    const world = createHelpWorld();
    await world.sync().run();
    await world.ask(false);
    const sending = world.holdBack('/v1/help');
    const run = world.sync().run();
    await sending.begun;
    world.store.killAfter(0);
    sending.release();
    await run.catch(() => {});
    expect(world.help.asked.size).toBe(1);
    world.restart();
    await world.leave();
    expect(world.help.asked.size).toBe(0);
  });

  it('taken back while another is being sent is not sent any more', async () => {
    const world = createHelpWorld();
    await world.sync().run();
    const first = await world.ask();
    const second = await world.ask(false);
    const sending = world.holdBack('/v1/help');
    const run = world.sync().run();
    await sending.begun;
    await world.withdraw(second);
    sending.release();
    await run;
    expect([...world.help.asked.keys()]).toEqual([first]);
  });

  it('says which chats it goes to as well, and goes to no other', async () => {
    const world = createHelpWorld();
    expect(world.view().chats).toEqual([]);
    world.help.chats = ['slack'];
    await world.later();
    expect(world.view().chats).toEqual(['slack']);
    const id = await world.askToChat(['slack']);
    await world.sync().run();
    expect(world.help.asked.get(id)).toEqual({ id, text: TEXT, toChat: ['slack'], state: 'open' });
    world.help.chats = undefined;
    await world.later();
    expect(world.view().chats).toEqual([]);
  });

  it('cannot be taken back while the hub is away', async () => {
    const world = createHelpWorld();
    const id = await world.ask();
    await world.sync().run();
    world.hub.faults.push('noConnection');
    await expect(world.withdraw(id)).rejects.toMatchObject({ code: 'hubUnreachable' });
    expect(world.view().questions).toHaveLength(1);
  });

  it('that the hub refuses says so, and is not sent again', async () => {
    const world = createHelpWorld();
    world.help.refuses = true;
    const id = await world.ask();
    await world.sync().run();
    world.help.refuses = false;
    await world.later();
    expect(world.help.asked.size).toBe(0);
    expect(world.view()).toMatchObject({ questions: [{ id, state: 'refused' }] });
    await world.withdraw(id);
    expect(world.view().questions).toEqual([]);
  });

  it('waits for a hub that knows help, without hurry', async () => {
    const world = createHelpWorld();
    world.hub.help = undefined;
    const id = await world.ask();
    await world.sync().run();
    expect(world.view()).toMatchObject({ questions: [{ id, state: 'waiting' }] });
    expect(((await world.sync().nextAt()) ?? 0) - world.clock.nowMs).toBeGreaterThan(
      10 * MINUTE_MS,
    );
    world.hub.help = world.help;
    await world.later();
    expect(world.help.asked.size).toBe(1);
  });

  it('lost by a restore is sent again; one taken back elsewhere is not', async () => {
    const world = createHelpWorld();
    const [named, nameless] = [await world.ask(), await world.ask(false)];
    await world.sync().run();
    world.help.asked.delete(named);
    await world.later();
    expect(world.view().questions.map(({ id }) => id)).toEqual([nameless]);
    world.help.asked.clear();
    await world.later();
    await world.later();
    expect([...world.help.asked.keys()]).toEqual([nameless]);
    const again = await world.ask();
    await world.later();
    world.help.asked.clear();
    world.hub.instance = 'restored';
    await world.later(25 * 60);
    await world.later();
    expect([...world.help.asked.keys()].toSorted()).toEqual([nameless, again].toSorted());
  });

  it('is not kept when as many wait as can be', async () => {
    const world = createHelpWorld();
    for (let index = 0; index < MOST_WRITTEN; index += 1) await world.ask(true, `質問 ${index}`);
    await expect(world.ask()).rejects.toMatchObject({ code: 'invalid' });
    const [first] = world.view().questions;
    await world.withdraw(first?.id ?? '');
    await world.ask();
    expect(world.view().questions).toHaveLength(MOST_WRITTEN);
  });
});

it('those who answer see how many wait, and everybody the how-tos', async () => {
  const world = createHelpWorld();
  world.help.waiting = 2;
  world.help.howTos = [{ id: 'short', title: '短くする', text: '三行で。', publishedAt: 1 }];
  await world.sync().run();
  expect(world.view()).toMatchObject({ waiting: 2, howTos: [{ id: 'short' }] });
  world.help.waiting = undefined;
  world.help.howTos = [];
  await world.later();
  expect(world.view()).toMatchObject({ waiting: 0, howTos: [] });
});
