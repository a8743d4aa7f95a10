import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelMade, DeliveryDto } from '../lib/contract/hub/channels.ts';
import type { NewQuestion, OwnQuestionsReply } from '../lib/contract/hub/help.ts';
import { onBothHubs, type HubWorld } from '../test/support/hub-world.ts';
import { hubAt, weeklyWorld, type WeeklyWorld } from '../test/support/weekly-world.ts';
import { createJobs } from './jobs/jobs.ts';

const SLOW_MS = 60_000;
/** A Tuesday, after the Monday's summary. */
const MORNING = '2026-11-17T10:00:00+09:00';
const KEY = 'k'.repeat(43);
const TEXT = '表を貼ると崩れます。\n<!channel> どうすれば？';

onBothHubs('a question to a chat', (worlds) => {
  let chat: Server;
  let url = '';
  let posts: { id: string; data: { text: string; question: object } }[] = [];
  let status = 200;
  let weekly: WeeklyWorld;

  beforeEach(async () => {
    posts = [];
    status = 200;
    chat = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => {
        body += part.toString();
      });
      request.on('end', () => {
        const said = JSON.parse(body) as { type: string; data: (typeof posts)[number]['data'] };
        const id = String(request.headers['webhook-id']);
        if (said.type === 'question') posts.push({ id, data: said.data });
        response.writeHead(status).end('ok');
      });
    });
    await new Promise<void>((resolve) => {
      chat.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(chat.address() as AddressInfo).port}/hook`;
    weekly = await weeklyWorld(worlds);
  });
  afterEach(() => {
    chat.close();
  });

  const at = (clock: string) =>
    hubAt(worlds, weekly, { at: clock, env: { WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' } });
  const tick = async (world: HubWorld) => createJobs(world.hub).tick();

  async function addChannel(world: HubWorld, change: object = { questions: true }) {
    const token = weekly.champion.memberToken;
    const base = `/v1/departments/${weekly.sales}/channels` as const;
    const body = { label: '営業', language: 'ja', settings: { kind: 'webhook', url } };
    const { channel } = (await world.ask(`POST ${base}`, { token, body })).json<ChannelMade>();
    expect(channel.questions).toBe(false);
    const changed = await world.ask(`PUT ${base}/${channel.id}`, { token, body: change });
    return changed.json<ChannelMade>().channel;
  }

  const ask = async (world: HubWorld, question: Partial<NewQuestion> = {}) =>
    (
      await world.ask('POST /v1/help', {
        token: weekly.member.memberToken,
        body: { id: 'one', text: TEXT, toChat: ['webhook'], ...question },
      })
    ).status;

  const chats = async (world: HubWorld, token: string) =>
    (await world.ask('POST /v1/help/own', { token, body: { keys: [] } })).json<OwnQuestionsReply>()
      .chats;

  const sentToChat = async (world: HubWorld) => {
    const { memberToken: token } = weekly.champion;
    const route = `GET /v1/departments/${weekly.sales}/deliveries` as const;
    const { deliveries } = (await world.ask(route, { token })).json<{
      deliveries: DeliveryDto[];
    }>();
    return deliveries.filter(({ kind }) => kind === 'asked');
  };

  it(
    'goes once, as it was written, where it is switched on and its asker was told so',
    async () => {
      const world = await at(MORNING);
      const token = weekly.member.memberToken;
      expect(await chats(world, token)).toBeUndefined();
      await addChannel(world);
      expect(await chats(world, token)).toEqual(['webhook']);
      expect(await ask(world)).toBe(204);
      expect(await ask(world)).toBe(204);
      await tick(world);
      expect(await ask(world)).toBe(204);
      await tick(world);
      expect(posts).toHaveLength(1);
      expect(posts[0]?.data.question).toMatchObject({ text: TEXT });
      expect(posts[0]?.data.text).toContain('営業：質問が届きました');
      expect(posts[0]?.data.text).toMatch(/さんから/);
      expect(posts[0]?.data.text).toContain('ここへの返信は届きません');
      expect(await sentToChat(world)).toMatchObject([{ state: 'sent', week: 'one' }]);
    },
    SLOW_MS,
  );

  it(
    'carries no name where its asker gave none',
    async () => {
      const world = await at(MORNING);
      await addChannel(world);
      const me = await world.ask('GET /v1/me', { token: weekly.member.memberToken });
      const { displayName, memberId } = me.json<{ displayName: string; memberId: string }>();
      expect(await ask(world, { key: KEY })).toBe(204);
      await tick(world);
      const said = JSON.stringify(posts);
      expect(said).toContain('名前なし');
      expect([displayName, memberId, KEY].filter((word) => said.includes(word))).toEqual([]);
    },
    SLOW_MS,
  );

  it.each([
    ['its asker was not told', { questions: true }, { toChat: undefined }],
    ['its asker was told of another chat', { questions: true }, { toChat: ['slack'] as const }],
    ['nobody switched it on', {}, {}],
    ['the chat is switched off', { questions: true, active: false }, {}],
  ])(
    'goes nowhere where %s',
    async (_, change, question) => {
      const world = await at(MORNING);
      await addChannel(world, change);
      expect(await ask(world, question as Partial<NewQuestion>)).toBe(204);
      await tick(world);
      expect(posts).toEqual([]);
      expect(await sentToChat(world)).toEqual([]);
    },
    SLOW_MS,
  );

  it.each([
    ['taken back', { do: 'withdraw', key: KEY }, 'member'],
    ['answered', { do: 'answer', text: '先に一行書きます。' }, 'champion'],
  ] as const)(
    '%s before it went is not sent, and no word of it is kept with the delivery',
    async (_, body, who) => {
      const world = await at(MORNING);
      await addChannel(world);
      await ask(world, { key: KEY });
      const token = weekly[who].memberToken;
      expect((await world.ask('PUT /v1/help/one', { token, body })).status).toBeLessThan(300);
      await tick(world);
      await tick(await at('2026-11-17T10:10:00+09:00'));
      await tick(await at('2026-11-17T11:00:00+09:00'));
      expect(posts).toEqual([]);
      const [told] = await sentToChat(world);
      expect(told).toMatchObject({ state: 'failed', reason: 'overtaken' });
      const [organisationId = ''] = await world.hub.organisations.ids();
      const slot = { organisationId, departmentId: weekly.sales };
      const kept = await world.hub.sending.slots.byKey({ ...slot, kind: 'asked', period: 'one' });
      expect(kept?.content).toBe('{}');
    },
    SLOW_MS,
  );

  it(
    'is tried again with the same id while the chat is away, and given up where everybody sees it',
    async () => {
      const world = await at(MORNING);
      await addChannel(world);
      await ask(world);
      status = 500;
      await tick(world);
      status = 200;
      await tick(await at('2026-11-17T10:10:00+09:00'));
      expect(posts).toHaveLength(2);
      expect(new Set(posts.map(({ id }) => id)).size).toBe(1);
      await ask(world, { id: 'two' });
      status = 404;
      for (const clock of ['10:20', '10:40', '11:40']) {
        // One try after the other, as the hub makes them.
        // oxlint-disable-next-line no-await-in-loop
        await tick(await at(`2026-11-17T${clock}:00+09:00`));
      }
      const [given] = (await sentToChat(world)).filter(({ week }) => week === 'two');
      expect(given).toMatchObject({ state: 'failed', reason: 'recipientRefused' });
    },
    SLOW_MS,
  );

  it(
    'goes to chats alone, and only who manages the department switches it on',
    async () => {
      const world = await at(MORNING);
      const channel = await addChannel(world);
      const base = `/v1/departments/${weekly.sales}/channels` as const;
      const put = async (id: string, token?: string) =>
        (await world.ask(`PUT ${base}/${id}`, { token, body: { questions: true } })).status;
      expect(await put(channel.id, weekly.member.memberToken)).toBe(403);
      expect(await put(channel.id)).toBe(401);
      const mail = {
        label: 'x',
        language: 'ja',
        settings: { kind: 'mail', address: 'a@b.example' },
      };
      const { memberToken: token } = weekly.champion;
      const made = (await world.ask(`POST ${base}`, { token, body: mail })).json<ChannelMade>();
      expect(await put(made.channel.id, token)).toBe(422);
    },
    SLOW_MS,
  );
});
