import { expect, it } from 'vitest';
import type { DepartmentDto } from '../lib/contract/hub/organisation.ts';
import { addDays, dayRange, weekOf, type DayKey } from '../lib/domain/day.ts';
import { joinAll, onBothHubs, setUp, use, type HubWorlds } from '../test/support/hub-world.ts';

const START = '2026-04-06' as DayKey;
const TODAY = addDays(START, 35);
const at = (day: DayKey) => `${day}T12:00:00+09:00`;

/**
 * 総務 (three and a champion) was hidden and took 製造 (seven) into Other with it for five weeks; then everybody moved to 営業,
 * whose owner asks. An advisor came by 総務, and the goal names it.
 */
async function createCompany(worlds: HubWorlds) {
  const begin = await worlds.fresh(at(START));
  const {
    memberToken: owner,
    organisationId,
    departments,
  } = await setUp(begin, ['営業', '製造', '総務']);
  const [sales, works, office] = departments;
  if (!sales || !works || !office) throw new Error('three departments');
  const others = [
    ...(await joinAll(begin, sales.invites.member, 8)),
    ...(await joinAll(begin, works.invites.member, 7)),
  ];
  const few = await joinAll(begin, office.invites.member, 3);
  const [champion] = await joinAll(begin, office.invites.champion);
  if (!champion) throw new Error('champion');
  const advising = await begin.ask(`POST /v1/departments/${office.id}/invites`, {
    token: owner,
    body: { role: 'advisor' },
  });
  const [advisor] = await joinAll(begin, advising.json<{ link: string }>().link);
  const world = await worlds.beside(begin, at(TODAY));
  const days = dayRange(START, addDays(TODAY, -1));
  for (const [index, { memberToken }] of [...others, ...few, champion].entries()) {
    const own = days.filter((_, day) => (day * 7 + index * 3) % 5 < 3);
    await use(world, memberToken, own);
  }
  const goal = { purpose: 'hands', sentence: '半分の時間で', share: 0.5, by: '2026-09-30' };
  const departmentIds = [sales.id, office.id];
  await world.ask('PUT /v1/goal', {
    token: owner,
    body: { ...goal, departmentIds, workflowIds: [] },
  });
  const move = async (memberId: string, departmentId: string) =>
    world.ask(`PUT /v1/members/${memberId}`, { token: owner, body: { move: { departmentId } } });
  return {
    world,
    owner,
    organisationId,
    advisor: advisor?.memberToken ?? '',
    champion,
    people: [...few, champion],
    sales: sales.id,
    works: works.id,
    office: office.id,
    invite: office.invites.member,
    move,
    close: (id: string, token: string = owner) =>
      world.ask(`DELETE /v1/departments/${id}`, { token }),
    async empty() {
      for (const { memberId } of [...few, champion]) {
        expect((await move(memberId, sales.id)).status).toBe(200);
      }
    },
  };
}

type Company = Awaited<ReturnType<typeof createCompany>>;

/** Everything that is told of the two departments that stay. */
async function toldOfOthers({ world, owner, organisationId, sales, works }: Company) {
  const told = [];
  for (const departmentId of [sales, works]) {
    const range = { from: weekOf(START), to: weekOf(TODAY) };
    told.push(await world.hub.figures.weeks({ organisationId, departmentId, ...range }));
    for (let week = 0; week < 5; week += 1) {
      const path = `summary?week=${weekOf(addDays(START, week * 7))}` as const;
      const answer = await world.ask(`GET /v1/departments/${departmentId}/${path}`, {
        token: owner,
      });
      expect(answer.status).toBe(200);
      const { lines: _, others: __, ...numbers } = answer.json();
      told.push(numbers);
    }
  }
  return JSON.stringify(told);
}

onBothHubs('closing a department', (worlds) => {
  it('is refused while somebody belongs to it, and is the owner’s', async () => {
    const company = await createCompany(worlds);
    const { world, owner, close, office, champion, advisor, people } = company;
    const refused = await close(office);
    expect([refused.status, refused.json()['detail']]).toEqual([
      409,
      'Somebody belongs to this department. Move everybody to another department first.',
    ]);
    // Nothing of it was done.
    const invites = await world.ask(`GET /v1/departments/${office}/invites`, { token: owner });
    expect(invites.text).not.toContain('"revoked":true');
    const me = await world.ask('GET /v1/me', { token: champion.memberToken });
    expect(me.json()['role']).toBe('champion');
    for (const token of [champion.memberToken, advisor, people[0]?.memberToken]) {
      expect((await close(office, token)).status).toBe(403);
    }
    expect((await close('elsewhere')).status).toBe(404);
  });

  it('takes it out of everything that is to come', async () => {
    const company = await createCompany(worlds);
    const { world, owner, close, empty, office, sales, works, champion, advisor } = company;
    const channel = { kind: 'webhook', url: 'https://hook.example/1' };
    const added = await world.ask(`POST /v1/departments/${office}/channels`, {
      token: owner,
      body: { label: 'hook', language: 'ja', settings: channel },
    });
    expect(added.status).toBe(201);
    await empty();
    expect((await close(office)).status).toBe(204);

    const list = await world.ask('GET /v1/departments', { token: owner });
    expect(list.json<{ departments: DepartmentDto[] }>().departments.map(({ id }) => id)).toEqual([
      sales,
      works,
    ]);
    const lines = await world.ask(`GET /v1/lines?today=${TODAY}`, { token: owner });
    expect(lines.text).not.toContain(office);
    const month = await world.ask('GET /v1/sponsor-page', { token: owner });
    expect(month.json<{ departments: { id: string }[] }>().departments.map(({ id }) => id)).toEqual(
      [sales],
    );
    const goal = await world.ask('GET /v1/goal', { token: owner });
    expect(goal.json()).toMatchObject({ goal: { departmentIds: [sales] } });
    for (const path of ['invites', 'summary?week=2026-W18', 'programme', 'channels', 'meetings']) {
      const answer = await world.ask(`GET /v1/departments/${office}/${path}`, { token: owner });
      expect([path, answer.status]).toEqual([path, 404]);
    }
    const late = await world.ask('POST /v1/join', { body: { invite: company.invite } });
    expect(late.json()['code']).toBe('inviteInvalid');
    expect((await company.move(champion.memberId, office)).status).toBe(404);
    expect((await close(office)).status).toBe(404);
    // The hub sends it nothing any more, and whoever pushed it forward is a member of where they are.
    const { organisationId } = company;
    const channels = await world.hub.sending.channels.ofDepartment(organisationId, office);
    expect(channels.map(({ active }) => active)).toEqual(channels.map(() => false));
    const me = await world.ask('GET /v1/me', { token: champion.memberToken });
    expect(me.json()).toMatchObject({ role: 'member', championOf: [], department: { id: sales } });
    const outside = await world.ask('GET /v1/me', { token: advisor });
    expect(outside.json()).toMatchObject({ role: 'advisor', department: { id: sales } });
    // The name is free again.
    const anew = await world.ask('POST /v1/departments', { token: owner, body: { name: '総務' } });
    expect(anew.status).toBe(201);
  });

  it('changes nothing that was told of the others, those who were counted with it included', async () => {
    const company = await createCompany(worlds);
    await company.empty();
    const before = await toldOfOthers(company);
    expect(before).toContain(company.office);
    expect(before).toContain('"group":"other"');
    expect(before).toContain('"shown":true');
    expect((await company.close(company.office)).status).toBe(204);
    expect(await toldOfOthers(company)).toBe(before);
    // Also at a hub that starts afterwards and never held it open.
    const later = await worlds.beside(company.world, at(TODAY));
    expect(await toldOfOthers({ ...company, world: later })).toBe(before);
  });

  it('of two at once who close it and come in, one is refused', async () => {
    const company = await createCompany(worlds);
    const { world, owner, empty, close, office, champion } = company;
    await empty();
    const beside = await worlds.beside(world, at(TODAY));
    const joined = joinAll(beside, company.invite).then(
      () => true,
      () => false,
    );
    const moved = beside
      .ask(`PUT /v1/members/${champion.memberId}`, {
        token: owner,
        body: { move: { departmentId: office } },
      })
      .then(({ status }) => status === 200);
    const closed = (await close(office)).status === 204;
    expect(closed).toBe(!(await joined) && !(await moved));
  });
});
