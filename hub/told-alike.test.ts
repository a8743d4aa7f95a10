import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ChannelSettings } from '../lib/contract/hub/channels.ts';
import { hubWorlds } from '../test/support/hub-world.ts';
import {
  alikeWorld,
  PASTS,
  TOLD_AT,
  type AlikeWorld,
  type Past,
} from '../test/support/alike-world.ts';
import {
  lookAs,
  mondayFrom,
  readingRoutes,
  standingStill,
  type Seen,
} from '../test/support/look-everywhere.ts';

const worlds = hubWorlds();
const SLOW_MS = 240_000;

/** One of each kind of chat, at addresses of their own. */
function chats(number: number): ChannelSettings[] {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return [
    { kind: 'slack', url: `https://hooks.slack.com/services/T/B/${number}` },
    { kind: 'teams', url: `https://x.logic.azure.com/workflows/${number}` },
    { kind: 'googleChat', url: `https://chat.googleapis.com/v1/spaces/${number}/messages` },
    { kind: 'chatwork', roomId: `${number}`, token: 'x' },
    { kind: 'webhook', url: `https://hook.example/${number}` },
    {
      kind: 'lineWorks',
      botId: `${number}`,
      channelId: 'x',
      clientId: 'x',
      clientSecret: 'x',
      serviceAccount: 'x',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  ];
}

async function addChats({ world, departmentIds, readers }: AlikeWorld): Promise<void> {
  for (const [at, id] of departmentIds.entries()) {
    for (const [index, settings] of chats(at).entries()) {
      const language = (at + index) % 2 === 0 ? 'ja' : 'en';
      const body = { label: settings.kind, language, settings };
      const request = `POST /v1/departments/${id}/channels` as const;
      const answer = await world.ask(request, { token: readers[0]?.token, body });
      if (answer.status !== 201) throw new Error(answer.text);
    }
  }
}

/**
 * A goal for all departments, the first one's programme, and its work with the shared prompt proposed to the others, so that
 * everything about them is told too.
 */
async function begin({ world, departmentIds, readers }: AlikeWorld): Promise<void> {
  const [owner, champion] = readers;
  const [first = '', ...others] = departmentIds;
  const me = await world.ask('GET /v1/me', { token: champion?.token });
  const set = async (request: `${'PUT' | 'POST'} /${string}`, body: object) => {
    const answer = await world.ask(request, { token: owner?.token, body });
    if (answer.status >= 300) throw new Error(answer.text);
  };
  const goal = { purpose: 'hands', sentence: '半分の時間で返す', share: 0.5, by: '2026-09-30' };
  await set('PUT /v1/goal', { ...goal, departmentIds, workflowIds: [] });
  const workflow = { name: '見積書', kind: 'sales', rhythm: { kind: 'everyWorkday' }, minutes: 5 };
  await set('POST /v1/workflows', { ...workflow, id: 'quotes', departmentId: first });
  await set('PUT /v1/prompts/reply', { do: 'attach', workflowId: 'quotes' });
  for (const departmentId of others)
    await set('POST /v1/workflows/quotes/spread', { departmentId });
  const { memberId } = me.json<{ memberId: string }>();
  await set(`PUT /v1/departments/${first}/appointment`, { memberId });
  await set(`PUT /v1/departments/${first}/programme`, { startedOn: '2026-05-04' });
}

/** All that anybody sees of a past, before and after Monday's mails. */
async function seenOf(alike: AlikeWorld, past: Past): Promise<Seen> {
  await alike.happen(past);
  const { hub } = await worlds.beside(alike.world, TOLD_AT);
  const still = standingStill(hub);
  const seen = new Map(await mondayFrom(still));
  for (const reader of alike.readers) {
    for (const [where, what] of await lookAs(still, reader, alike)) seen.set(where, what);
  }
  return seen;
}

it(
  'what the privacy floor tells alike looks alike in every answer, mail, picture and chat, to the last byte',
  async () => {
    const alike = await alikeWorld(worlds);
    await addChats(alike);
    await begin(alike);
    const [first, ...others] = PASTS;
    const seen = await seenOf(alike, first as Past);
    // Something is told, and every route, mail and chat is among what is looked at.
    const everything = [...seen].map((each) => each.join('\n')).join('\n');
    expect(everything).toContain('"people":5,"runs":10');
    expect(everything).toContain('"good":"most"');
    expect(everything).toContain('"offers":[{');
    expect(everything).toContain('"until":"2026-06-10"');
    expect(everything).toContain('8 人以上');
    expect(everything).toContain('at least 8 people');
    for (const { path } of readingRoutes(alike.world.hub)) {
      const answers = [...seen].filter(([where]) => where.includes(` GET ${path} `));
      expect([path, answers.some(([, what]) => what.startsWith('200'))]).toEqual([path, true]);
    }
    expect(JSON.parse(seen.get('Monday') ?? '')).toMatchObject({ opened: 5, failed: 0 });
    for (const kind of [
      'mail to champion@',
      'mail to owner@',
      'slack',
      'azure',
      'googleapis',
      'chatwork',
      'hook.',
      'worksapis',
    ]) {
      expect([kind, [...seen.keys()].some((where) => where.includes(kind))]).toEqual([kind, true]);
    }
    for (const past of others) {
      const same = await seenOf(alike, past);
      expect(new Set(same.keys())).toEqual(new Set(seen.keys()));
      const different = [...same].filter(([where, what]) => what !== seen.get(where));
      expect(different.map(([where, what]) => [where, seen.get(where), what])).toEqual([]);
    }
  },
  SLOW_MS,
);
