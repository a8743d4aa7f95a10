import { expect, it } from 'vitest';
import type { LinesReply } from '../lib/contract/hub/lines.ts';
import { addDays, dayRange, weekOf, type DayKey } from '../lib/domain/day.ts';
import { joinAll, onBothHubs, setUp, use, type HubWorld } from '../test/support/hub-world.ts';
import { tidyUp } from './services/tidy-up.ts';

const START = '2026-04-06' as DayKey;
const TODAY = addDays(START, 35);
const at = (day: DayKey) => `${day}T12:00:00+09:00`;

/** Five weeks of two departments: seven and eight people, of whom some use it on most days. */
async function fiveWeeks(worlds: {
  fresh(clock: string): Promise<HubWorld>;
  beside(world: HubWorld, clock: string): Promise<HubWorld>;
}) {
  const begin = await worlds.fresh(at(START));
  const { memberToken: owner, departments } = await setUp(begin);
  const [sales, office] = departments;
  const six = await joinAll(begin, sales?.invites.member ?? '', 7);
  const eight = await joinAll(begin, office?.invites.member ?? '', 8);
  const world = await worlds.beside(begin, at(TODAY));
  const days = dayRange(START, addDays(TODAY, -1));
  for (const [index, { memberToken }] of [...six, ...eight].entries()) {
    await use(
      world,
      memberToken,
      days.filter((_, day) => (day * 7 + index * 3) % 5 < 3),
    );
  }
  return { world, owner, departments, six, eight };
}

async function everythingTold(world: HubWorld, owner: string): Promise<string> {
  const { hub } = world;
  const { organisationId } = (await hub.people.byId(
    (await hub.organisations.ids())[0] ?? '',
    (await world.ask('GET /v1/me', { token: owner })).json<{ memberId: string }>().memberId,
  )) ?? { organisationId: '' };
  const lines = await world.ask(`GET /v1/lines?today=${addDays(TODAY, -1)}`, { token: owner });
  const weeks = [];
  for (const { id } of await hub.organisations.departments(organisationId)) {
    const range = { from: weekOf(START), to: weekOf(addDays(TODAY, -7)) };
    weeks.push(await hub.figures.weeks({ organisationId, departmentId: id, ...range }));
  }
  return JSON.stringify([lines.json<LinesReply>().departments, weeks]);
}

onBothHubs('what was told', (worlds) => {
  it('stays as it was when somebody leaves and has the own days deleted at once', async () => {
    const { world, owner, six } = await fiveWeeks(worlds);
    const before = await everythingTold(world, owner);
    expect(before).toContain('"shown":true');
    const [leaver] = six;
    const gone = await world.ask('DELETE /v1/me?rows=now', { token: leaver?.memberToken });
    expect(gone.status).toBe(204);
    expect(await everythingTold(world, owner)).toBe(before);
    // Also at a hub that starts afterwards and never saw the rows.
    const later = await worlds.beside(world, at(TODAY));
    expect(await everythingTold(later, owner)).toBe(before);
    const rows = await later.hub.usage.ofMember({
      organisationId: leaver?.organisation.id ?? '',
      memberId: leaver?.memberId ?? '',
      fromDay: 20_000,
      toDay: 21_000,
    });
    expect(rows).toEqual([]);
    const roster = await world.ask('GET /v1/members', { token: owner });
    expect(roster.text).not.toContain(leaver?.memberId);
  });

  it('stays as it was when the floor is set anew, and later weeks follow the new one', async () => {
    const { world, owner } = await fiveWeeks(worlds);
    const before = await everythingTold(world, owner);
    const changed = await world.ask('PUT /v1/organisation', { token: owner, body: { floor: 10 } });
    expect(changed.json()['floor']).toBe(10);
    expect(await everythingTold(world, owner)).toBe(before);
    const week = await worlds.beside(world, at(addDays(TODAY, 7)));
    const [organisationId = ''] = await week.hub.organisations.ids();
    const [first] = await week.hub.organisations.departments(organisationId);
    const range = { from: weekOf(TODAY), to: weekOf(TODAY) };
    const figures = await week.hub.figures.weeks({
      organisationId,
      departmentId: first?.id ?? '',
      ...range,
    });
    expect(figures[0]).toMatchObject({ groupedBecause: 'fewerThanFloor' });
  });

  it('goes on from what is kept, day by day', async () => {
    const { world, owner, six, eight } = await fiveWeeks(worlds);
    await world.ask('DELETE /v1/me?rows=now', { token: six[0]?.memberToken });
    const next = await worlds.beside(world, at(addDays(TODAY, 1)));
    for (const { memberToken } of eight) await use(next, memberToken, [TODAY]);
    const { departments } = (
      await next.ask(`GET /v1/lines?today=${addDays(TODAY, 1)}`, { token: owner })
    ).json<LinesReply>();
    expect(departments[1]?.line.days.slice(-2).map(({ state }) => state)).toEqual(['kept', 'open']);
    expect(departments[0]?.line.days.slice(-2).map(({ state }) => state)).toEqual([
      'missed',
      'open',
    ]);
    expect(departments[1]?.line.days).toHaveLength(84);
  });
});

onBothHubs('days', (worlds) => {
  it('of a leaver go within 30 days, and the leaver is out at once', async () => {
    const { world, owner, six } = await fiveWeeks(worlds);
    const [leaver] = six;
    const member = {
      organisationId: leaver?.organisation.id ?? '',
      memberId: leaver?.memberId ?? '',
      fromDay: 20_000,
      toDay: 21_000,
    };
    const path = `DELETE /v1/members/${member.memberId}` as const;
    expect((await world.ask(path, { token: owner })).status).toBe(204);
    expect((await world.ask('GET /v1/me', { token: leaver?.memberToken })).status).toBe(401);
    await tidyUp(world.hub);
    expect((await world.hub.usage.ofMember(member)).length).toBeGreaterThan(0);
    const later = await worlds.beside(world, at(addDays(TODAY, 30)));
    await tidyUp(later.hub);
    expect(await later.hub.usage.ofMember(member)).toEqual([]);
    expect(await later.hub.people.byId(member.organisationId, member.memberId)).toBeUndefined();
  });

  it('go after 13 months, and the lines stay', async () => {
    const { world, owner, six } = await fiveWeeks(worlds);
    const before = JSON.parse(await everythingTold(world, owner)) as [LinesReply['departments']];
    const late = await worlds.beside(world, at(addDays(TODAY, 395)));
    await tidyUp(late.hub);
    const organisationId = six[0]?.organisation.id ?? '';
    const memberId = six[0]?.memberId ?? '';
    const query = { organisationId, memberId, fromDay: 20_000, toDay: 21_000 };
    const left = await late.hub.usage.ofMember(query);
    expect(left.length).toBeGreaterThan(0);
    expect(Math.min(...left.map(({ day }) => day))).toBeGreaterThan(20_549);
    const anew = await worlds.beside(world, at(addDays(TODAY, 395)));
    const lines = await anew.hub.figures.lines(organisationId, addDays(TODAY, -1));
    expect(lines.map(({ line }) => line.days)).toEqual(before[0].map(({ line }) => line.days));
  });
});
