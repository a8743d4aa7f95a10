import { expect, it } from 'vitest';
import { createApp } from '../../hub/app.ts';
import type { Hub } from '../../hub/hub.ts';
import { createBoardHub } from '../../lib/app/board-hub.ts';
import type { OpenHub } from '../../lib/app/hub-port.ts';
import { offerToShow } from '../../lib/app/offer-to-show.ts';
import { readItem } from '../../lib/app/read-item.ts';
import { momentOf, personOf } from '../../lib/app/read-person.ts';
import { createTeamSync } from '../../lib/app/sync-outbox.ts';
import { createTeamMembership } from '../../lib/app/team-membership.ts';
import { teamViewOf } from '../../lib/app/team-view.ts';
import { checkInItem } from '../../lib/contract/check-in.ts';
import { createHubClient } from '../../lib/platform/hub-client.ts';
import { createCommandWorld } from '../support/command-world.ts';
import { GAP_TOLD, gapWorld, type GapWorld } from '../support/gap-world.ts';
import { hubWorlds } from '../support/hub-world.ts';

/** Both halves of the product without a browser: the extension's own use-cases against the real hub. */
const worlds = hubWorlds();
const LATER = '2026-06-10T10:00:00+09:00';

async function offerWorld(gap: GapWorld) {
  let hub: Hub = gap.world.hub;
  const sent: string[] = [];
  const openHub: OpenHub = (place) =>
    createHubClient(place, {
      fetch: async (input, init) => {
        const { pathname, search } = new URL(input instanceof Request ? input.url : input);
        sent.push(`${init?.method ?? 'GET'} ${pathname}`);
        return createApp(hub).request(pathname + search, init);
      },
      now: () => hub.clock.now(),
    });
  /** A second browser of a member. */
  const browserOf = async (token: string) => {
    const world = createCommandWorld();
    const { store, clock, queue } = world;
    clock.nowMs = Date.parse(GAP_TOLD);
    const sync = createTeamSync({ store, clock, queue, openHub, random: () => 0 });
    const access = { has: async () => true, giveBack: async () => {} };
    const team = createTeamMembership({ store, clock, queue, openHub, access, sync });
    const code = await gap.world.ask('POST /v1/me/device-codes', { token });
    const invite = `https://hub.example/join#device:${code.json<{ code: string }>().code}`;
    await team({ type: 'joinTeam', invite });
    return {
      ...world,
      async offer(at = LATER) {
        clock.nowMs = Date.parse(at);
        await team({ type: 'syncTeam', asked: true });
        const raw = store.dump();
        const checkIn = await readItem(store, checkInItem, clock.nowMs);
        const view = teamViewOf(raw, clock.nowMs);
        return offerToShow({ ...personOf(raw, momentOf(world)), team: view, checkIn });
      },
      sync: () => team({ type: 'syncTeam', asked: true }),
    };
  };
  return {
    sent,
    browserOf,
    champion: createBoardHub(openHub({ hubUrl: 'https://hub.example', token: gap.champion })),
    async at(clock: string) {
      ({ hub } = await worlds.beside(gap.world, clock));
    },
  };
}

it('an offer is seen by those it concerns alone, and only a yes is ever told', async () => {
  const gap = await gapWorld(worlds, { members: 11, active: 3 });
  const { champion, browserOf, at, sent } = await offerWorld(gap);
  const token = (index: number) => gap.members[index]?.memberToken ?? '';
  const active = await browserOf(token(0));
  const quiet = await browserOf(token(5));
  const silent = await browserOf(token(6));
  const firm = await browserOf(token(7));
  expect((await champion.offerTenMinutes(gap.departmentId)).ok).toBe(true);

  await at(LATER);
  // What was used on the other browser counts here too.
  expect(await active.offer()).toBeUndefined();
  const offer = await quiet.offer();
  expect(offer).toEqual({ offeredOn: '2026-06-01', until: '2026-06-14' });
  expect(await silent.offer()).toEqual(offer);
  expect(await firm.offer()).toEqual(offer);
  const { offeredOn = '' as never } = offer ?? {};

  // "Not now" and "not again" leave nothing at the hub.
  const before = sent.length;
  await silent.done({ type: 'answerOffer', offeredOn, answer: 'notNow' });
  await firm.done({ type: 'answerOffer', offeredOn, answer: 'never' });
  await silent.sync();
  await firm.sync();
  const kinds = new Set(sent.slice(before));
  expect([...kinds].filter((each) => /POST \/v1\/help$|PUT|offer/.test(each))).toEqual([]);
  expect(await silent.offer()).toBeUndefined();
  expect(await firm.offer()).toBeUndefined();

  // "Yes", pressed twice, is one question with the name.
  await quiet.done({ type: 'answerOffer', offeredOn, answer: 'yes' });
  await quiet.done({ type: 'answerOffer', offeredOn, answer: 'yes' });
  await quiet.sync();
  const queue = await champion.help(gap.departmentId);
  expect(queue.ok && queue.value.questions).toMatchObject([{ state: 'open' }]);
  expect(queue.ok && queue.value.questions[0]?.name).toBeTruthy();
  expect(await quiet.offer()).toBeUndefined();

  // The next offer comes to who said "not now", and not to who said "not again".
  const NEXT = '2026-06-29T10:00:00+09:00';
  await at(NEXT);
  expect((await champion.offerTenMinutes(gap.departmentId)).ok).toBe(true);
  expect(await silent.offer(NEXT)).toMatchObject({ offeredOn: '2026-06-29' });
  expect(await firm.offer(NEXT)).toBeUndefined();
});
