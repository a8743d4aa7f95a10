import { expect, it } from 'vitest';
import { createApp } from '../../hub/app.ts';
import type { Hub } from '../../hub/hub.ts';
import { createBoardHub } from '../../lib/app/board-hub.ts';
import { recordInsertion } from '../../lib/app/record-insertion.ts';
import { createEngagementRecorder } from '../../lib/app/record-engagement.ts';
import { createTeamMembership } from '../../lib/app/team-membership.ts';
import { createTeamSync } from '../../lib/app/sync-outbox.ts';
import type { OpenHub } from '../../lib/app/hub-port.ts';
import { promptRunId } from '../../lib/domain/prompt-run.ts';
import { createHubClient } from '../../lib/platform/hub-client.ts';
import {
  createCommandWorld,
  promptDraft,
  workflowDraft,
  type CommandWorld,
} from '../support/command-world.ts';
import { dayOfUse, hubWorlds, joinAll, setUp } from '../support/hub-world.ts';

/** Both halves of the product without a browser: the extension's own use-cases against the real hub. */
const worlds = hubWorlds();
const MONDAY = '2026-06-01T09:00:00+09:00';
const TUESDAY = '2026-06-02T09:00:00+09:00';
const FOUR_WEEKS_ON = '2026-06-29T09:00:00+09:00';

interface Profile extends CommandWorld {
  readonly team: ReturnType<typeof createTeamMembership>;
}

it('what one shares on Monday is used by a colleague on Tuesday, and counted', async () => {
  const monday = await worlds.fresh(MONDAY);
  const setup = await setUp(monday);
  const [sales] = setup.departments;
  if (sales === undefined) throw new Error('no department');
  const invites = sales.invites;
  let hub = monday.hub;
  const openHub: OpenHub = (place) =>
    createHubClient(place, { fetch: requestsTo(() => hub), now: () => hub.clock.now() });
  const profile = (): Profile => {
    const world = createCommandWorld();
    const { store, clock, queue } = world;
    const sync = createTeamSync({ store, clock, queue, openHub, random: () => 0 });
    const access = { has: async () => true, giveBack: async () => {} };
    return { ...world, team: createTeamMembership({ store, clock, queue, openHub, access, sync }) };
  };
  const [yamada, suzuki] = [profile(), profile()];
  const colleagues = await joinAll(monday, invites.member, 6);
  const [champion] = await joinAll(monday, invites.champion);
  for (const [person, displayName] of [
    [yamada, '山田'],
    [suzuki, '鈴木'],
  ] as const) {
    person.clock.nowMs = Date.parse(MONDAY);
    await person.team({ type: 'joinTeam', invite: linkOf(invites.member), displayName });
  }

  // Monday: Yamada shares, the champion returns it with a word, Yamada mends it, it is approved.
  const workflow = await yamada.done({ type: 'saveWorkflow', workflow: workflowDraft() });
  const id = await yamada.done({
    type: 'savePrompt',
    prompt: { ...promptDraft(), workflowId: workflow },
  });
  await yamada.team({ type: 'sharePrompt', promptId: id, named: true, withWorkflow: true });
  const board = createBoardHub(
    openHub({ hubUrl: 'https://hub.example', token: champion?.memberToken }),
  );
  const word = '相手の名前は空欄にしてください。';
  expect(await board.actOnPrompt(id, { do: 'return', version: 1, word })).toMatchObject({
    ok: true,
  });
  await yamada.team({ type: 'syncTeam', asked: true });
  expect(mineOf(yamada, id)).toMatchObject({ state: 'returned', word });
  const body = '{{相手}}への返信を、三つの段落で書いてください。';
  await yamada.done({
    type: 'savePrompt',
    id,
    prompt: { ...promptDraft({ body }), workflowId: workflow },
  });
  await yamada.team({ type: 'sharePrompt', promptId: id, named: true, withWorkflow: true });
  expect(await board.actOnPrompt(id, { do: 'approve', version: 2 })).toMatchObject({ ok: true });

  // Tuesday: it stands in Suzuki's list with its source, she takes its workflow over and runs it.
  hub = (await worlds.beside(monday, TUESDAY)).hub;
  for (const person of [yamada, suzuki]) {
    person.clock.nowMs = Date.parse(TUESDAY);
    await person.team({ type: 'syncTeam', asked: true });
  }
  expect(mineOf(yamada, id)?.state).toBe('approved');
  expect(suzuki.person().prompts).toMatchObject([
    { id, body, source: { kind: 'department', department: '営業', author: '山田' } },
  ]);
  await suzuki.done({ type: 'takeOverWorkflow', id: workflow });
  await run(suzuki, id);
  const runs = { [workflow]: 1, [promptRunId(id)]: 1 };
  const [tuesday] = Object.values(suzuki.person().ledger);
  expect(tuesday?.['chatgpt']?.runs).toEqual(runs);
  await suzuki.team({ type: 'syncTeam', asked: true });

  // So do five of the others; once the four weeks are over both the list and the board tell of it, in steps and without a name.
  const tuesdayAsk = await worlds.beside(monday, TUESDAY);
  for (const { memberToken } of colleagues.slice(0, 5)) {
    await tuesdayAsk.ask('PUT /v1/usage', {
      token: memberToken,
      body: { deviceId: 'd', days: [dayOfUse('2026-06-02', { runs })] },
    });
  }
  hub = (await worlds.beside(monday, FOUR_WEEKS_ON)).hub;
  suzuki.clock.nowMs = Date.parse(FOUR_WEEKS_ON);
  await suzuki.team({ type: 'syncTeam', asked: true });
  expect(suzuki.person().shared?.use.get(id)).toEqual({ people: 5, runs: 5 });
  const library = await board.library(sales.id);
  expect(library).toMatchObject({
    ok: true,
    value: {
      prompts: [{ id, state: 'inUse', use: { people: 5, runs: 5 } }],
      workflows: [{ id: workflow, state: 'registered', use: { people: 5, runs: 5 } }],
    },
  });
});

/** The link of an invite, whatever address the hub calls its own. */
function linkOf(invite: string): string {
  return `https://hub.example/join#${invite.slice(invite.indexOf('#') + 1)}`;
}

function mineOf(person: Profile, id: string) {
  return person.person().shared?.prompts.find((prompt) => prompt.id === id)?.mine;
}

/** The prompt is put into a composer and started. */
async function run({ store: local, session, clock, queue }: Profile, promptId: string) {
  const recorder = createEngagementRecorder({ local, session, clock, queue, saveAfter: () => {} });
  const atMs = clock.nowMs;
  await recordInsertion(session, { tabId: 1, tool: 'chatgpt', promptId, atMs });
  await recorder.record(
    {
      tool: 'chatgpt',
      fromMs: atMs,
      toMs: atMs + 1000,
      utcOffsetMinutes: 540,
      promptsStarted: 1,
      messageId: crypto.randomUUID(),
    },
    1,
  );
}

function requestsTo(hub: () => Hub): typeof globalThis.fetch {
  return async (input, init) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    return createApp(hub()).request(`${pathname}${search}`, init);
  };
}
