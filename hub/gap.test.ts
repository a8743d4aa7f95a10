import { expect, it } from 'vitest';
import type { CheckInReply } from '../lib/contract/hub/check-in.ts';
import type { GapReply } from '../lib/contract/hub/gap.ts';
import { onBothHubs, type HubWorld } from '../test/support/hub-world.ts';
import { gapWorld, type GapWorld } from '../test/support/gap-world.ts';

const gapOf = async ({ world, departmentId, champion }: GapWorld, at: HubWorld = world) =>
  (await at.ask(`GET /v1/departments/${departmentId}/gap`, { token: champion })).json<GapReply>();

const offer = async ({ world, departmentId, champion }: GapWorld, at: HubWorld = world) =>
  at.ask(`POST /v1/departments/${departmentId}/offers`, { token: champion });

onBothHubs('the gap', (worlds) => {
  it('is told with its three shares, asks for an offer where half do nothing, and is hidden under ten', async () => {
    const gap = await gapWorld(worlds, { members: 11, active: 3 });
    const told = await gapOf(gap);
    expect(told).toMatchObject({
      now: {
        from: '2026-W19',
        to: '2026-W22',
        active28: { shown: true, low: 4, high: 4, of: 13 },
        gap: { shown: true, state: 'mostlyUnused' },
      },
      before: { to: '2026-W18' },
      mayOffer: 'yes',
    });
    const few = await gapWorld(worlds, { members: 6, active: 2 });
    expect(await gapOf(few)).toMatchObject({
      now: { gap: { shown: false, because: 'fewerThanTen' } },
      mayOffer: 'notCalledFor',
    });
    expect((await offer(few)).status).toBe(409);
  });
});

onBothHubs('an offer', (worlds) => {
  it('is the same for everybody of the department, whoever it concerns, and for nobody else', async () => {
    // Nearly all are concerned, and half are.
    const answers = [];
    for (const active of [1, 5]) {
      const gap = await gapWorld(worlds, { members: 11, active });
      const answer = await offer(gap);
      expect(answer.status).toBe(201);
      answers.push(answer.text);
      const seen = [];
      for (const { memberToken } of gap.members) {
        seen.push((await gap.world.ask('GET /v1/check-in', { token: memberToken })).text);
      }
      expect(new Set(seen).size).toBe(1);
      expect(JSON.parse(seen[0] ?? '')).toMatchObject({
        offer: { offeredOn: '2026-06-01', until: '2026-06-14' },
      });
      const advisor = await gap.world.ask('GET /v1/check-in', { token: gap.advisor });
      expect(advisor.json()).toEqual({});
    }
    expect(new Set(answers).size).toBe(1);
  });

  it('is one at a time, ends by itself and is made again after four weeks at the earliest', async () => {
    const gap = await gapWorld(worlds, { members: 11, active: 2 });
    const token = gap.members[0]?.memberToken;
    const pressed = await Promise.all([offer(gap), offer(gap)]);
    expect(pressed.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await gapOf(gap)).toMatchObject({
      mayOffer: 'stands',
      offer: { until: '2026-06-14' },
      nextOfferFrom: '2026-06-29',
    });
    const last = await worlds.beside(gap.world, '2026-06-14T23:00:00+09:00');
    expect((await last.ask('GET /v1/check-in', { token })).json()).toHaveProperty('offer');
    const over = await worlds.beside(gap.world, '2026-06-15T01:00:00+09:00');
    expect((await over.ask('GET /v1/check-in', { token })).json<CheckInReply>()).toEqual({});
    expect((await gapOf(gap, over)).mayOffer).toBe('tooSoon');
    expect((await offer(gap, over)).status).toBe(409);
    const again = await worlds.beside(gap.world, '2026-06-29T09:00:00+09:00');
    expect((await offer(gap, again)).status).toBe(201);
  });
});
