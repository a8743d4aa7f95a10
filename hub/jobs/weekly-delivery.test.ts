import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DeliveryDto } from '../../lib/contract/hub/channels.ts';
import { onBothHubs, type HubWorld } from '../../test/support/hub-world.ts';
import { startSmtpServer, type TestSmtpServer } from '../../test/support/smtp-server.ts';
import { hubAt, MONDAY, weeklyWorld, type WeeklyWorld } from '../../test/support/weekly-world.ts';
import { use } from '../../test/support/hub-world.ts';
import { createJobs } from './jobs.ts';

const SLOW_MS = 60_000;
/** Well after what a hub that started on Monday at nine has done. */
const AFTER_MONDAY = '2026-11-16T09:05:00+09:00';

async function deliveriesOf(
  { ask }: HubWorld,
  { champion, sales }: WeeklyWorld,
): Promise<DeliveryDto[]> {
  const answer = await ask(`GET /v1/departments/${sales}/deliveries`, {
    token: champion.memberToken,
  });
  return answer.json<{ deliveries: DeliveryDto[] }>().deliveries;
}

onBothHubs('the Monday mail', (worlds) => {
  let server: TestSmtpServer;
  beforeEach(async () => {
    server = await startSmtpServer();
  });
  afterEach(async () => {
    await server.close();
  });

  it(
    'arrives once at the champion, at nine, and not a minute before',
    async () => {
      const weekly = await weeklyWorld(worlds);
      const smtpPort = server.port;
      const before = await hubAt(worlds, weekly, { at: '2026-11-09T09:00:00+09:00', smtpPort });
      await createJobs(before.hub).tick();
      const early = await hubAt(worlds, weekly, { at: '2026-11-16T08:59:30+09:00', smtpPort });
      expect(await createJobs(early.hub).tick()).toMatchObject({ opened: 0, sent: 0 });
      const monday = await hubAt(worlds, weekly, { at: MONDAY, smtpPort });
      // Two departments are due; the one with nobody in it is opened and sent to nobody.
      expect(await createJobs(monday.hub).tick()).toEqual({ opened: 2, sent: 1, failed: 0 });
      expect(await createJobs(monday.hub).tick()).toEqual({ opened: 0, sent: 0, failed: 0 });
      const second = await hubAt(worlds, weekly, { at: '2026-11-18T10:00:00+09:00', smtpPort });
      expect(await createJobs(second.hub).tick()).toEqual({ opened: 0, sent: 0, failed: 0 });
      expect(server.mails).toHaveLength(2);
      const [, mail] = server.mails;
      expect(mail?.to).toEqual(['hanako@example.com']);
      expect(mail?.parsed.subject).toMatch(/^【リハーサル】営業の週のまとめ：/);
      expect(mail?.parsed.text).toContain('11月9日〜15日');
      expect(mail?.parsed.text).toContain('人事評価には使いません');
      expect(mail?.parsed.messageId).toMatch(/^<weekly\.[0-9a-f]{32}@localhost>$/);
      expect(await deliveriesOf(monday, weekly)).toMatchObject([
        { week: '2026-W46', state: 'sent', attempts: 0, channelLabel: '推進 花子' },
        { week: '2026-W45', state: 'sent' },
      ]);
    },
    SLOW_MS,
  );

  it(
    'after downtime is the latest one only',
    async () => {
      const weekly = await weeklyWorld(worlds);
      const late = await hubAt(worlds, weekly, {
        at: '2026-12-10T15:00:00+09:00',
        smtpPort: server.port,
      });
      // Two departments and the company's month, which goes to nobody while there is no goal.
      expect(await createJobs(late.hub).tick()).toMatchObject({ opened: 3, sent: 1 });
      expect(server.mails[0]?.parsed.text).toContain('11月30日〜12月6日');
    },
    SLOW_MS,
  );

  it(
    'stays as it was sent, though days that come late change the week',
    async () => {
      const weekly = await weeklyWorld(worlds);
      const monday = await hubAt(worlds, weekly, { at: MONDAY, smtpPort: server.port });
      const url = `GET /v1/departments/${weekly.sales}/summary?week=2026-W46` as const;
      const token = weekly.member.memberToken;
      const before = (await monday.ask(url, { token })).json();
      await use(monday, weekly.champion.memberToken, ['2026-11-09', '2026-11-10', '2026-11-11']);
      const healed = (await monday.ask(url, { token })).json();
      expect(healed).not.toEqual(before);
      await createJobs(monday.hub).tick();
      await use(monday, weekly.champion.memberToken, ['2026-11-12'], 'other-device');
      await use(monday, weekly.setup.memberToken, ['2026-11-12', '2026-11-13']);
      expect((await monday.ask(url, { token })).json()).toEqual(healed);
    },
    SLOW_MS,
  );

  it(
    'is tried again after a delay, given up visibly after refusals, and never doubled',
    async () => {
      const weekly = await weeklyWorld(worlds);
      const treatments = ['delay', 'dropInData', 'reject', 'reject', 'reject', 'reject'] as const;
      server.treat((attempt) => treatments[attempt] ?? 'accept');
      const seen: string[] = [];
      let hub: HubWorld | undefined;
      for (const hour of [0, 1, 2, 4, 8]) {
        const at = new Date(Date.parse(MONDAY) + hour * 3_600_000).toISOString();
        hub = await hubAt(worlds, weekly, { at, smtpPort: server.port });
        await createJobs(hub.hub).tick();
        const [delivery] = await deliveriesOf(hub, weekly);
        seen.push(`${delivery?.state} ${delivery?.attempts} ${delivery?.reason}`);
      }
      expect(seen).toEqual([
        'retrying 1 busy',
        'retrying 2 unreachable',
        'failed 3 recipientRefused',
        'failed 3 recipientRefused',
        'failed 3 recipientRefused',
      ]);
      expect(server.mails).toHaveLength(0);
      const [given] = hub ? await deliveriesOf(hub, weekly) : [];
      server.treat(() => 'accept');
      const retry = `POST /v1/departments/${weekly.sales}/deliveries/${given?.id}/retry` as const;
      const token = weekly.champion.memberToken;
      expect((await hub?.ask(retry, { token: weekly.member.memberToken }))?.status).toBe(403);
      expect((await hub?.ask(retry, { token }))?.status).toBe(204);
      expect((await hub?.ask(retry, { token }))?.status).toBe(409);
      await createJobs((hub as HubWorld).hub).tick();
      await createJobs((hub as HubWorld).hub).tick();
      expect(server.mails).toHaveLength(1);
    },
    SLOW_MS,
  );

  it(
    'is written to the outbox folder while there is no server, and the hub says so',
    async () => {
      const weekly = await weeklyWorld(worlds);
      const monday = await hubAt(worlds, weekly, { at: MONDAY });
      expect(await createJobs(monday.hub).tick()).toMatchObject({ sent: 1 });
      const files = readdirSync(join(weekly.world.env['DATA_DIR'] ?? '', 'outbox'));
      expect(files.map((name) => name.split('.').at(-1)).toSorted()).toEqual(['eml', 'html']);
      const channels = await monday.ask(`GET /v1/departments/${weekly.sales}/channels`, {
        token: weekly.champion.memberToken,
      });
      expect(channels.json()).toMatchObject({ mailIsSent: false });
    },
    SLOW_MS,
  );

  it(
    'can be stopped by its own link, and by no other',
    async () => {
      const weekly = await weeklyWorld(worlds);
      const monday = await hubAt(worlds, weekly, { at: MONDAY, smtpPort: server.port });
      await createJobs(monday.hub).tick();
      const link = /<(https:\/\/hub\.example[^>]+)>/.exec(
        String(server.mails[0]?.raw.toString('latin1').replaceAll(/\r\n\s/g, '')),
      )?.[1];
      const path = (link ?? '').replace('https://hub.example', '') as `/${string}`;
      const page = await monday.ask(`GET ${path}`);
      expect(page.text).toContain('<form method="post"');
      expect((await monday.ask(`POST ${path}x`)).status).toBe(404);
      expect((await monday.ask('POST /v1/unsubscribe?token=a.b')).status).toBe(404);
      expect((await monday.ask(`POST ${path}`)).status).toBe(200);
      const next = await hubAt(worlds, weekly, {
        at: '2026-11-24T09:00:00+09:00',
        smtpPort: server.port,
      });
      expect(await createJobs(next.hub).tick()).toMatchObject({ opened: 2, sent: 0 });
      expect(server.mails).toHaveLength(1);
    },
    SLOW_MS,
  );

  it(
    'goes to the owner while a department has no champion who reads mail',
    async () => {
      const weekly = await weeklyWorld(worlds);
      await weekly.world.ask('POST /v1/join', {
        body: { invite: weekly.setup.departments[1]?.invites.member },
      });
      const monday = await hubAt(worlds, weekly, { at: MONDAY, smtpPort: server.port });
      await createJobs(monday.hub).tick();
      expect(server.mails.map(({ to }) => to.join(',')).toSorted()).toEqual([
        'hanako@example.com',
        'owner@example.com',
      ]);
    },
    SLOW_MS,
  );

  it(
    'a stop begins nothing new, and the next start goes on',
    async () => {
      const weekly = await weeklyWorld(worlds);
      const monday = await hubAt(worlds, weekly, { at: MONDAY, smtpPort: server.port });
      const jobs = createJobs(monday.hub, { tickMs: 10 });
      jobs.start();
      await jobs.stop();
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
      expect(server.mails).toHaveLength(0);
      // A clock that starts anew at nine stands before the instant at which the first hub, whose clock ran on, opened.
      const again = await hubAt(worlds, weekly, { at: AFTER_MONDAY, smtpPort: server.port });
      await createJobs(again.hub).tick();
      expect(server.mails).toHaveLength(1);
    },
    SLOW_MS,
  );

  it(
    'a stop lets what is under way end, and it is not sent again',
    async () => {
      const weekly = await weeklyWorld(worlds);
      const monday = await hubAt(worlds, weekly, { at: MONDAY, smtpPort: server.port });
      const jobs = createJobs(monday.hub, { tickMs: 10 });
      jobs.start();
      await vi.waitFor(() => expect(server.attempts()).toBe(1), { timeout: SLOW_MS, interval: 1 });
      await jobs.stop();
      expect(server.mails).toHaveLength(1);
      expect(await deliveriesOf(monday, weekly)).toMatchObject([{ state: 'sent', attempts: 0 }]);
      const again = await hubAt(worlds, weekly, { at: AFTER_MONDAY, smtpPort: server.port });
      await createJobs(again.hub).tick();
      expect(server.mails).toHaveLength(1);
    },
    SLOW_MS,
  );
});
