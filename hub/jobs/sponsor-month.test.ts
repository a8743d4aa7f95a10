import { expect, it } from 'vitest';
import type { DeliveryDto } from '../../lib/contract/hub/channels.ts';
import type { SponsorMail, SponsorPage } from '../../lib/contract/hub/sponsor.ts';
import { onBothHubs, type HubWorld } from '../../test/support/hub-world.ts';
import { mailedWeeks } from '../../test/support/mailed-weeks.ts';
import { createJobs } from './jobs.ts';

const SLOW_MS = 60_000;
/** The first working day of December. */
const FIRST = '2026-12-01T09:00:00+09:00';
const GOAL = {
  purpose: 'hands',
  sentence: '見積もりを半分の時間で返す',
  share: 0.6,
  by: '2027-03-31',
  workflowIds: [],
};

onBothHubs('the sponsor’s monthly mail', (worlds, engine) => {
  const weeks = mailedWeeks(worlds);
  const { at, told } = weeks;
  const ofSponsor = () => told('sponsor');
  async function prepare(world: HubWorld, hasGoal = true): Promise<void> {
    const token = weeks.weekly.setup.memberToken;
    await world.ask('PUT /v1/me', { token, body: { email: 'owner@example.com' } });
    if (!hasGoal) return;
    const body = { ...GOAL, departmentIds: [weeks.weekly.sales] };
    expect((await world.ask('PUT /v1/goal', { token, body })).status).toBe(200);
  }

  it(
    'arrives once at the owner, on the first working day at nine, in text and HTML alike',
    async () => {
      // October is over before there is a goal, and goes to nobody.
      await createJobs((await at('2026-11-04T09:00:00+09:00')).hub).tick();
      const early = await at('2026-12-01T08:59:30+09:00');
      await prepare(early);
      await createJobs(early.hub).tick();
      expect(ofSponsor()).toHaveLength(0);
      const [one, two] = [await at(FIRST), await at(FIRST)];
      const ticks = [one, two].map(
        ({ hub }) =>
          () =>
            createJobs(hub).tick(),
      );
      // Two hubs at once share a server; two on one file in one thread would wait for each other.
      if (engine === 'postgres') await Promise.all(ticks.map((tick) => tick()));
      else for (const tick of ticks) await tick();
      await createJobs((await at('2026-12-15T09:00:00+09:00')).hub).tick();
      expect(ofSponsor()).toHaveLength(1);
      expect(ofSponsor()[0]?.to).toEqual(['owner@example.com']);
      const mail = ofSponsor()[0]?.parsed;
      expect(mail?.subject).toBe(
        '【リハーサル】伴走商事の11月のまとめ：責任者の判断が要ることが 1\u00a0つあります',
      );
      expect(mail?.messageId).toMatch(/^<sponsor\.[0-9a-f]{32}@localhost>$/);
      for (const said of [
        '営業に推進担当者がいません',
        '見積もりを半分の時間で返す',
        '人事評価には使いません',
      ]) {
        expect(mail?.text).toContain(said);
        expect(mail?.html).toContain(said);
      }
    },
    SLOW_MS,
  );

  it(
    'stays as it was sent, while the page on the board goes on',
    async () => {
      const world = await at(FIRST);
      await prepare(world);
      await createJobs(world.hub).tick();
      const token = weeks.weekly.setup.memberToken;
      const page = async (query: string) =>
        (await world.ask(`GET /v1/sponsor-page${query}`, { token })).json<SponsorPage>();
      const sent = await page('?month=2026-11');
      expect(sent).toEqual(await page(''));
      const body = { ...GOAL, share: 0.8, departmentIds: [weeks.weekly.sales] };
      await world.ask('PUT /v1/goal', { token, body });
      expect((await page('')).goal?.share).toBe(0.8);
      expect(await page('?month=2026-11')).toEqual(sent);
      const mail = await world.ask('GET /v1/sponsor-mail', { token });
      expect(mail.json<SponsorMail>()).toEqual({
        active: true,
        hasAddress: true,
        sent: ['2026-11'],
      });
      expect((await world.ask('GET /v1/sponsor-page?month=2026-10', { token })).status).toBe(404);
    },
    SLOW_MS,
  );

  it(
    'is stopped by its link, and begun again on the board',
    async () => {
      const november = await at(FIRST);
      await prepare(november);
      await createJobs(november.hub).tick();
      const [url = ''] =
        /https:\S+unsubscribe\?token=\S+/.exec(ofSponsor()[0]?.parsed.text ?? '') ?? [];
      const stop = `POST ${new URL(url).pathname}${new URL(url).search}` as 'POST /';
      expect((await november.ask(stop)).status).toBe(200);
      const token = weeks.weekly.setup.memberToken;
      const state = await november.ask('GET /v1/sponsor-mail', { token });
      expect(state.json()).toMatchObject({ active: false });
      await createJobs((await at('2027-01-04T09:00:00+09:00')).hub).tick();
      expect(ofSponsor()).toHaveLength(1);
      await november.ask('PUT /v1/sponsor-mail', { token, body: { active: true } });
      await createJobs((await at('2027-02-01T09:00:00+09:00')).hub).tick();
      expect(ofSponsor()).toHaveLength(2);
    },
    SLOW_MS,
  );

  it(
    'that was given up stands on the board of owner and champion, and is sent by one more press',
    async () => {
      const first = await at(FIRST);
      await prepare(first);
      weeks.server.treat(() => 'reject');
      for (const hour of ['09', '12', '15']) {
        await createJobs((await at(`2026-12-01T${hour}:00:00+09:00`)).hub).tick();
      }
      const path = `/v1/departments/${weeks.weekly.sales}/deliveries` as const;
      const givenUp = async (token: string) => {
        const answer = await first.ask(`GET ${path}`, { token });
        const { deliveries } = answer.json<{ deliveries: DeliveryDto[] }>();
        return deliveries.filter(({ kind }) => kind === 'sponsor');
      };
      const [owner, champion] = [weeks.weekly.setup.memberToken, weeks.weekly.champion.memberToken];
      const [delivery] = await givenUp(owner);
      expect(delivery).toMatchObject({
        week: '2026-11',
        channelLabel: '責任者',
        state: 'failed',
        reason: 'recipientRefused',
      });
      expect(await givenUp(champion)).toEqual([delivery]);
      const member = weeks.weekly.member.memberToken;
      expect((await first.ask(`GET ${path}`, { token: member })).status).toBe(403);
      weeks.server.treat(() => 'accept');
      const retry = `POST ${path}/${delivery?.id}/retry` as const;
      expect((await first.ask(retry, { token: member })).status).toBe(403);
      expect((await first.ask(retry, { token: champion })).status).toBe(204);
      await createJobs((await at('2026-12-01T16:00:00+09:00')).hub).tick();
      expect(ofSponsor()).toHaveLength(1);
    },
    SLOW_MS,
  );

  it(
    'goes to nobody where no goal was set, and needs an address',
    async () => {
      const world = await at(FIRST);
      const token = weeks.weekly.setup.memberToken;
      const body = { active: false };
      await world.ask('PUT /v1/me', { token, body: { email: null } });
      const before = await world.ask('GET /v1/sponsor-mail', { token });
      expect(before.json()).toMatchObject({ hasAddress: false, sent: [] });
      expect((await world.ask('PUT /v1/sponsor-mail', { token, body })).status).toBe(409);
      await prepare(world, false);
      await createJobs(world.hub).tick();
      expect(ofSponsor().filter(({ parsed }) => parsed.subject?.includes('月のまとめ'))).toEqual(
        [],
      );
    },
    SLOW_MS,
  );
});
