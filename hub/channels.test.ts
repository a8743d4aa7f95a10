import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelMade, ChannelsReply } from '../lib/contract/hub/channels.ts';
import { hubWorlds, joinAll, type HubWorld } from '../test/support/hub-world.ts';
import { hubAt, MONDAY, weeklyWorld, type WeeklyWorld } from '../test/support/weekly-world.ts';
import { readAloud } from '../test/support/read-aloud.ts';
import { createJobs } from './jobs/jobs.ts';

const worlds = hubWorlds();
const SLOW_MS = 60_000;
const HOOK = 'https://hooks.slack.com/services/T000/B000/very-secret';

describe('channels', () => {
  let chat: Server;
  let port = 0;
  let posts: { url: string; body: string }[] = [];
  let status = 200;

  beforeEach(async () => {
    posts = [];
    status = 200;
    chat = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => {
        body += part.toString();
      });
      request.on('end', () => {
        posts.push({ url: request.url ?? '', body });
        response.writeHead(status).end('ok');
      });
    });
    await new Promise<void>((resolve) => {
      chat.listen(0, '127.0.0.1', resolve);
    });
    port = (chat.address() as AddressInfo).port;
  });
  afterEach(() => {
    chat.close();
  });

  async function monday(): Promise<{
    weekly: WeeklyWorld;
    hub: HubWorld;
    token: string;
    base: `/v1/departments/${string}/channels`;
  }> {
    const weekly = await weeklyWorld(worlds);
    const env = { WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' };
    const hub = await hubAt(worlds, weekly, { at: MONDAY, env });
    return {
      weekly,
      hub,
      token: weekly.champion.memberToken,
      base: `/v1/departments/${weekly.sales}/channels`,
    };
  }

  const slack = (url: string) => ({
    label: '営業 Slack',
    language: 'ja',
    settings: { kind: 'slack', url },
  });

  it(
    'are added, listed without their secrets, changed and removed',
    async () => {
      const { hub, token, base } = await monday();
      const made = await hub.ask(`POST ${base}`, { token, body: slack(HOOK) });
      expect(made.status).toBe(201);
      const { channel } = made.json<ChannelMade>();
      const listed = await hub.ask(`GET ${base}`, { token });
      expect(`${made.text}${listed.text}`).not.toContain('very-secret');
      expect(listed.json<ChannelsReply>().channels).toMatchObject([
        { kind: 'mail', own: true, label: '推進 花子', secret: 'none', active: true },
        { kind: 'slack', own: false, target: 'hooks.slack.com', secret: 'set', active: true },
      ]);
      const one = `${base}/${channel.id}` as const;
      const off = await hub.ask(`PUT ${one}`, { token, body: { active: false, label: '営業' } });
      expect(off.json<ChannelMade>().channel).toMatchObject({ active: false, label: '営業' });
      expect((await hub.ask(`DELETE ${one}`, { token })).status).toBe(204);
      expect((await hub.ask(`DELETE ${one}`, { token })).status).toBe(404);
    },
    SLOW_MS,
  );

  it(
    'keep secrets sealed in the database',
    async () => {
      const { weekly, hub, token, base } = await monday();
      await hub.ask(`POST ${base}`, { token, body: slack(HOOK) });
      const { organisation } = weekly.champion;
      const stored = await hub.hub.sending.channels.ofDepartment(organisation.id, weekly.sales);
      expect(JSON.stringify(stored)).not.toContain('very-secret');
      expect(stored.at(-1)?.sealed).toMatch(/^v1\./);
    },
    SLOW_MS,
  );

  it(
    'take a service’s own https addresses only, and nothing inside the network',
    async () => {
      const { hub, token, base } = await monday();
      const refused = [
        slack('https://evil.example/services/x'),
        slack('http://hooks.slack.com/services/x'),
        slack('https://hooks.slack.com.evil.example/x'),
        {
          ...slack(HOOK),
          settings: { kind: 'teams', url: 'https://logic.azure.com.evil.example' },
        },
        { ...slack(HOOK), settings: { kind: 'googleChat', url: 'https://chat.example.com/x' } },
        { ...slack(HOOK), settings: { kind: 'webhook', url: 'http://intranet/hook' } },
        { ...slack(HOOK), settings: { kind: 'webhook', url: 'file:///etc/passwd' } },
        { ...slack(HOOK), settings: { kind: 'fax', url: HOOK } },
        { ...slack(HOOK), extra: true },
        { ...slack(HOOK), label: 'a\r\nBcc: x@example.com' },
      ];
      for (const body of refused) {
        expect([body, (await hub.ask(`POST ${base}`, { token, body })).status]).toEqual([
          body,
          422,
        ]);
      }
      // A public name is judged again when something is sent: this one leads to this machine.
      const inside = {
        ...slack(HOOK),
        settings: { kind: 'webhook', url: 'https://localhost/hook' },
      };
      const made = (await hub.ask(`POST ${base}`, { token, body: inside })).json<ChannelMade>();
      const test = await hub.ask(`POST ${base}/${made.channel.id}/test`, { token });
      expect(test.json()).toEqual({ arrived: false, reason: 'targetNotAllowed' });
      expect(posts).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'are for the department’s champions and the owner',
    async () => {
      const { weekly, hub, token, base } = await monday();
      const { channel } = (
        await hub.ask(`POST ${base}`, { token, body: slack(HOOK) })
      ).json<ChannelMade>();
      const [other] = await joinAll(
        weekly.world,
        weekly.setup.departments[1]?.invites.champion ?? '',
      );
      const requests = [
        [`GET ${base}`, undefined],
        [`POST ${base}`, slack(HOOK)],
        [`PUT ${base}/${channel.id}`, { active: false }],
        [`DELETE ${base}/${channel.id}`, undefined],
        [`POST ${base}/${channel.id}/test`, undefined],
        [`GET ${base.replace('channels', 'deliveries')}`, undefined],
        [`POST ${base.replace('channels', 'deliveries')}/x/retry`, undefined],
      ] as const;
      for (const [request, body] of requests) {
        const ask = (who: string | undefined) =>
          hub.ask(request as 'GET /', { token: who, body }).then((answer) => answer.status);
        expect([request, await ask(undefined)]).toEqual([request, 401]);
        expect([request, await ask(weekly.member.memberToken)]).toEqual([request, 403]);
        expect([request, await ask(other?.memberToken)]).toEqual([request, 403]);
      }
      // A channel is not reached through another department either.
      const elsewhere = `/v1/departments/${weekly.office}/channels/${channel.id}` as const;
      const through = await hub.ask(`PUT ${elsewhere}`, {
        token: other?.memberToken,
        body: { active: false },
      });
      expect(through.status).toBe(404);
      expect((await hub.ask(`GET ${base}`, { token: weekly.setup.memberToken })).status).toBe(200);
    },
    SLOW_MS,
  );

  it(
    'try out what Monday will bring, a few times a minute, and say what went wrong',
    async () => {
      const { hub, token, base } = await monday();
      const body = slack(`http://127.0.0.1:${port}/hook`);
      const { channel } = (await hub.ask(`POST ${base}`, { token, body })).json<ChannelMade>();
      const test = () => hub.ask(`POST ${base}/${channel.id}/test`, { token });
      expect((await test()).json()).toEqual({ arrived: true });
      expect(posts[0]?.body).toContain('【テスト】営業の週のまとめ');
      status = 404;
      expect((await test()).json()).toEqual({ arrived: false, reason: 'recipientRefused' });
      const answers = [await test(), await test(), await test(), await test()];
      expect(answers.at(-1)?.status).toBe(429);
      expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    },
    SLOW_MS,
  );

  it(
    'get the Monday summary beside the mail, each once; a lost key is said, not silent',
    async () => {
      const { weekly, hub, token, base } = await monday();
      const url = `http://127.0.0.1:${port}/hook`;
      await hub.ask(`POST ${base}`, { token, body: slack(url) });
      const signed = { ...slack(url), settings: { kind: 'webhook', url } };
      const made = (await hub.ask(`POST ${base}`, { token, body: signed })).json<ChannelMade>();
      expect(made.signingSecret).toMatch(/^whsec_/);
      expect(await createJobs(hub.hub).tick()).toMatchObject({ sent: 3, failed: 0 });
      expect(await createJobs(hub.hub).tick()).toMatchObject({ sent: 0 });
      expect(posts).toHaveLength(2);

      const env = {
        WEBHOOK_PRIVATE_HOSTS: '127.0.0.1',
        SECRET_KEY_FILE: `${hub.env['DATA_DIR']}/new.key`,
      };
      const next = await hubAt(worlds, weekly, { at: '2026-11-24T09:00:00+09:00', env });
      expect(await createJobs(next.hub).tick()).toMatchObject({ sent: 1, failed: 2 });
      const state = await next.ask(`GET /v1/departments/${weekly.sales}/deliveries`, { token });
      expect(state.text.match(/secretLost/g)).toHaveLength(2);
    },
    SLOW_MS,
  );
});

describe('the summary by Accept', () => {
  it(
    'is data, a page, text or a table, for whoever may see the department',
    async () => {
      const weekly = await weeklyWorld(worlds);
      const hub = await hubAt(worlds, weekly, { at: MONDAY });
      const url = `GET /v1/departments/${weekly.sales}/summary?week=2026-W46` as const;
      const token = weekly.member.memberToken;
      const as = async (accept: string) => hub.ask(url, { token, headers: { accept } });
      const types = [
        ['*/*', 'application/json'],
        ['application/json', 'application/json'],
        ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html; charset=utf-8'],
        ['text/plain', 'text/plain; charset=utf-8'],
        ['text/csv', 'text/csv; charset=utf-8'],
        ['text/plain;q=0.3, text/html;q=0.2', 'text/plain; charset=utf-8'],
      ] as const;
      for (const [accept, type] of types) {
        const answer = await as(accept);
        expect([accept, answer.status, answer.headers.get('content-type')]).toEqual([
          accept,
          200,
          type,
        ]);
      }
      const page = await as('text/html');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(readAloud(page.text)).toContain('営業 11月9日〜15日の週');
      expect(page.text).not.toContain('cid:');
      expect((await as('text/csv')).text).toContain('人事評価には使いません');
      expect((await as('text/plain')).text).toContain('■ 3 つの数字');
    },
    SLOW_MS,
  );

  it(
    'is refused to members of other departments, and for weeks that are none',
    async () => {
      const weekly = await weeklyWorld(worlds);
      const hub = await hubAt(worlds, weekly, { at: MONDAY });
      const [other] = await joinAll(
        weekly.world,
        weekly.setup.departments[1]?.invites.member ?? '',
      );
      const url = `GET /v1/departments/${weekly.sales}/summary` as const;
      const token = weekly.member.memberToken;
      expect((await hub.ask(`${url}?week=2026-W46`, { token: other?.memberToken })).status).toBe(
        403,
      );
      expect((await hub.ask(`${url}?week=2026-46`, { token })).status).toBe(422);
      expect((await hub.ask(url, { token })).status).toBe(422);
      const owner = weekly.setup.memberToken;
      const gone = await hub.ask('GET /v1/departments/none/summary?week=2026-W46', {
        token: owner,
      });
      expect(gone.status).toBe(404);
    },
    SLOW_MS,
  );
});
