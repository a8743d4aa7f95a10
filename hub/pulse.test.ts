import { expect, it } from 'vitest';
import type { NewPulse } from '../lib/contract/hub/check-in.ts';
import type { PulseReply } from '../lib/contract/hub/pulse.ts';
import {
  joinAll,
  onBothHubs,
  setUp,
  type HubWorld,
  type HubWorlds,
} from '../test/support/hub-world.ts';
import { openDatabase } from './db/open-database.ts';
import { readConfig } from './config.ts';
import { eraseMember } from './services/keep-told.ts';
import { tidyUp } from './services/tidy-up.ts';

/** The first Monday of the month's days. */
const ASKED = '2026-06-01T09:00:00+09:00';
const TOLD = '2026-06-15T09:00:00+09:00';

async function pulseWorld(worlds: HubWorlds, count = 6) {
  const world = await worlds.fresh(ASKED);
  const setup = await setUp(world, ['営業', '総務']);
  const [sales, office] = setup.departments;
  if (!sales || !office) throw new Error('two departments');
  const people = await joinAll(world, sales.invites.member, count);
  return {
    world,
    owner: setup.memberToken,
    sales: sales.id,
    people: people.map(({ memberToken }) => memberToken),
    memberIds: people.map(({ memberId }) => memberId),
    say: async (
      token: string | undefined,
      points: 1 | 2 | 3 | 4 | 5,
      more: Partial<NewPulse> = {},
    ) =>
      (
        await world.ask('PUT /v1/pulse', {
          token,
          body: {
            month: '2026-06',
            answers: { quality: points, effort: points, speed: points, productivity: points },
            ...more,
          },
        })
      ).status,
    at: (clock: string) => worlds.beside(world, clock),
    read: async (at: HubWorld) =>
      (
        await at.ask(`GET /v1/departments/${sales.id}/pulse`, { token: setup.memberToken })
      ).json<PulseReply>(),
  };
}

/** Every row of the pulse's tables. */
async function stored({ env }: HubWorld) {
  const config = readConfig(env);
  if (!config.ok) throw new Error(config.problems.join(' '));
  const { db, close } = openDatabase(config.config);
  const answered = await db.selectFrom('pulse_answered').selectAll().execute();
  const counts = await db.selectFrom('pulse_counts').selectAll().execute();
  await close();
  return { answered, counts };
}

onBothHubs('a pulse', (worlds) => {
  it('of five is told as means once its days are over, and of four not at all', async () => {
    const { people, say, at, read } = await pulseWorld(worlds);
    for (const [index, points] of ([4, 4, 3, 4] as const).entries()) {
      expect(await say(people[index], points)).toBe(204);
    }
    const over = await at(TOLD);
    expect(await read(over)).toEqual({
      month: '2026-06',
      now: { shown: false, because: 'fewerThanFloor' },
      before: { shown: false, because: 'fewerThanFloor' },
    });
    expect(await say(people[4], 2)).toBe(204);
    // While its days run a month is not told at all.
    expect((await read(await at('2026-06-14T23:00:00+09:00'))).month).toBe('2026-05');
    const told = { low: 3.5, high: 5 };
    expect(await read(over)).toMatchObject({
      now: {
        shown: true,
        atLeast: 5,
        questions: { quality: told, effort: told, speed: told, productivity: told },
      },
    });
    expect(await read(await at('2026-07-15T09:00:00+09:00'))).toMatchObject({
      month: '2026-07',
      now: { shown: false },
      before: { shown: true },
    });
  });

  it('is answered once a month, whatever comes at once, and on its days alone', async () => {
    const { world, people, say, at } = await pulseWorld(worlds);
    const [token] = people;
    const both = await Promise.all([say(token, 5), say(token, 1)]);
    expect(both.toSorted()).toEqual([204, 409]);
    const { counts } = await stored(world);
    expect(counts.map(({ answers }) => answers)).toEqual([1, 1, 1, 1]);
    expect(await say(people[1], 3, { month: '2026-05' })).toBe(409);
    expect(await say(people[1], 6 as 5)).toBe(422);
    expect((await world.ask('GET /v1/check-in', { token })).json()).toEqual({
      pulse: { month: '2026-06', answered: true },
    });
    const over = await at(TOLD);
    const late = await over.ask('PUT /v1/pulse', {
      token: people[1],
      body: { month: '2026-06', answers: { quality: 3, effort: 3, speed: 3, productivity: 3 } },
    });
    expect(late.status).toBe(409);
    expect((await over.ask('GET /v1/check-in', { token })).json()).toEqual({});
  });

  it('counts everybody who answers at the same instant', async () => {
    const { world, people, say } = await pulseWorld(worlds, 8);
    const all = await Promise.all(people.map((token) => say(token, 4)));
    expect(all).toEqual(people.map(() => 204));
    const { counts } = await stored(world);
    expect(counts.map(({ answers }) => answers)).toEqual([8, 8, 8, 8]);
  });

  it('stores no answer beside a person, and forgets who answered when its days are over', async () => {
    const { world, people, memberIds, say, at, owner } = await pulseWorld(worlds);
    for (const token of people) await say(token, 4);
    const held = await stored(world);
    expect(JSON.stringify(held.counts)).not.toMatch(new RegExp(memberIds.join('|')));
    expect(Object.keys(held.answered[0] ?? {}).toSorted()).toEqual([
      'member_id',
      'month',
      'organisation_id',
    ]);
    // A leaver's note goes with them; the counts hold nobody.
    const [organisationId = ''] = await world.hub.organisations.ids();
    await world.ask(`DELETE /v1/members/${memberIds[0] ?? ''}?rows=later`, { token: owner });
    await eraseMember(world.hub, { organisationId, memberId: memberIds[0] ?? '' });
    expect((await stored(world)).answered).toHaveLength(5);
    expect((await stored(world)).counts).toEqual(held.counts);
    await tidyUp((await at('2026-06-15T08:00:00+09:00')).hub);
    expect((await stored(world)).answered).toHaveLength(5);
    await tidyUp((await at('2026-06-17T09:00:00+09:00')).hub);
    expect(await stored(world)).toEqual({ answered: [], counts: held.counts });
    await tidyUp((await at('2027-09-01T09:00:00+09:00')).hub);
    expect((await stored(world)).counts).toEqual([]);
  });

  it('keeps to a floor that was raised, and never goes below five', async () => {
    const { world, people, say, at, read, owner } = await pulseWorld(worlds, 6);
    for (const token of people.slice(0, 5)) await say(token, 3);
    const over = await at(TOLD);
    expect((await read(over)).now.shown).toBe(true);
    const raised = await world.ask('PUT /v1/organisation', { token: owner, body: { floor: 8 } });
    expect(raised.status).toBe(200);
    expect((await read(over)).now.shown).toBe(false);
  });
});
