import { expect, it } from 'vitest';
import { createApp } from '../../hub/app.ts';
import type { Hub } from '../../hub/hub.ts';
import { createBoardHub } from '../../lib/app/board-hub.ts';
import { helpViewOf } from '../../lib/app/help-questions.ts';
import type { OpenHub } from '../../lib/app/hub-port.ts';
import { createTeamSync } from '../../lib/app/sync-outbox.ts';
import { createTeamMembership } from '../../lib/app/team-membership.ts';
import { findHowTos } from '../../lib/domain/find-how-to.ts';
import { createHubClient } from '../../lib/platform/hub-client.ts';
import { createCommandWorld } from '../support/command-world.ts';
import { hubWorlds, joinAll, setUp } from '../support/hub-world.ts';

/** Both halves of the product without a browser: the extension's own use-cases against the real hub. */
const worlds = hubWorlds();
const MONDAY = '2026-06-01T09:00:00+09:00';
const TUESDAY = '2026-06-02T10:00:00+09:00';

it('a question without a name is answered, read by its asker alone, and helps the next one', async () => {
  const monday = await worlds.fresh(MONDAY);
  const [sales] = (await setUp(monday)).departments;
  if (sales === undefined) throw new Error('no department');
  let hub: Hub = monday.hub;
  const openHub: OpenHub = (place) =>
    createHubClient(place, {
      fetch: async (input, init) => {
        const { pathname, search } = new URL(input instanceof Request ? input.url : input);
        return createApp(hub).request(pathname + search, init);
      },
      now: () => hub.clock.now(),
    });
  const profile = async (displayName: string) => {
    const world = createCommandWorld();
    const { store, clock, queue } = world;
    clock.nowMs = Date.parse(MONDAY);
    const sync = createTeamSync({ store, clock, queue, openHub, random: () => 0 });
    const access = { has: async () => true, giveBack: async () => {} };
    const team = createTeamMembership({ store, clock, queue, openHub, access, sync });
    const invite = `https://hub.example/join#${sales.invites.member.split('#').at(-1)}`;
    await team({ type: 'joinTeam', invite, displayName });
    return { ...world, team, view: () => helpViewOf(store.dump()) };
  };
  const yamada = await profile('山田');
  const suzuki = await profile('鈴木');
  const [champion] = await joinAll(monday, sales.invites.champion);
  const token = champion?.memberToken;
  const board = createBoardHub(openHub({ hubUrl: 'https://hub.example', token }));

  // Monday: Yamada asks without a name.
  const text = '表を貼ると崩れます。どう頼めばよいですか。';
  await yamada.done({ type: 'askForHelp', text, named: false });
  await yamada.team({ type: 'syncTeam', asked: true });
  const queue = await board.help(sales.id);
  const [asked] = queue.ok ? queue.value.questions : [];
  expect(asked).toMatchObject({ text, state: 'open' });
  expect(asked).not.toHaveProperty('name');
  if (asked === undefined) return;

  // Tuesday, after nine working hours: late, answered, and made a how-to.
  hub = (await worlds.beside(monday, TUESDAY)).hub;
  for (const { clock } of [yamada, suzuki]) clock.nowMs = Date.parse(TUESDAY);
  await board.actOnQuestion(asked.id, { do: 'answer', text: 'CSV にして貼ります。' });
  await board.publishHowTo(sales.id, { title: '表を崩さずに貼る', text: 'CSV にして貼ります。' });
  const later = await board.help(sales.id);
  expect(later.ok && later.value.clock).toEqual({
    answered: 1,
    medianMinutes: 540,
    late: 1,
    open: 0,
  });
  await yamada.team({ type: 'syncTeam', asked: true });
  await suzuki.team({ type: 'syncTeam', asked: true });
  expect(yamada.view()).toMatchObject({
    news: 1,
    questions: [{ id: asked.id, named: false, answer: { text: 'CSV にして貼ります。' } }],
  });
  expect(suzuki.view().questions).toEqual([]);
  // Suzuki's like question finds it before it is sent.
  const next = { text: '表が崩れてしまいます' };
  expect(findHowTos(suzuki.view().howTos, next)).toMatchObject([{ title: '表を崩さずに貼る' }]);

  await yamada.done({ type: 'seeAnswers', ids: [asked.id] });
  await yamada.team({ type: 'settleQuestion', id: asked.id });
  expect(yamada.view()).toMatchObject({ news: 0, questions: [{ state: 'closed' }] });

  // Yamada leaves, and nothing without a name stays behind either.
  await yamada.team({ type: 'leaveTeam', eraseNow: true });
  const after = await board.help(sales.id);
  expect(after.ok && after.value.questions).toEqual([]);
});
