import { expect, it } from 'vitest';
import type { SponsorPage } from '../lib/contract/hub/sponsor.ts';
import { joinAll, onBothHubs, setUp, type HubWorlds } from '../test/support/hub-world.ts';

/** The first working day of June 2026 is its first. */
const NOW = '2026-06-01T12:00:00+09:00';

/** 営業 with a champion, a workflow and a programme since March; 経理 named by the goal, not begun. */
async function createCompany(worlds: HubWorlds) {
  const before = await worlds.fresh('2026-03-30T12:00:00+09:00');
  const { memberToken: owner, departments } = await setUp(before, ['営業', '経理', '総務']);
  const [sales, office] = departments;
  if (!sales || !office) throw new Error('departments');
  const [champion] = await joinAll(before, sales.invites.champion);
  const [member] = await joinAll(before, sales.invites.member);
  const advising = await before.ask(`POST /v1/departments/${sales.id}/invites`, {
    token: owner,
    body: { role: 'advisor' },
  });
  const [advisor] = await joinAll(before, advising.json<{ link: string }>().link);
  const set = async (request: `${'PUT' | 'POST'} /${string}`, body: object) => {
    const answer = await before.ask(request, { token: owner, body });
    expect([request, answer.status < 300]).toEqual([request, true]);
  };
  await set('PUT /v1/goal', {
    purpose: 'hands',
    sentence: '見積もりを半分の時間で返す',
    share: 0.6,
    by: '2026-09-30',
    departmentIds: [sales.id, office.id],
    workflowIds: [],
  });
  const rhythm = { kind: 'everyWorkday' };
  const workflow = { name: '見積書の作成', kind: 'sales', rhythm, minutes: 20 };
  await set('POST /v1/workflows', { ...workflow, departmentId: sales.id });
  await set(`PUT /v1/departments/${sales.id}/appointment`, { memberId: champion?.memberId });
  await set(`PUT /v1/departments/${sales.id}/programme`, { startedOn: '2026-03-30' });
  const world = await worlds.beside(before, NOW);
  return {
    world,
    owner,
    sales: sales.id,
    office: office.id,
    champion: champion?.memberToken ?? '',
    member: member?.memberToken ?? '',
    advisor: advisor?.memberToken ?? '',
  };
}

onBothHubs('the sponsor’s page', (worlds) => {
  it('tells the month that is over: goal, programmes, and what needs authority', async () => {
    const { world, owner, sales, office } = await createCompany(worlds);
    const answer = await world.ask('GET /v1/sponsor-page', { token: owner });
    expect(answer.status).toBe(200);
    const page = answer.json<SponsorPage>();
    expect(page).toMatchObject({
      month: '2026-05',
      week: '2026-W22',
      goal: { share: 0.6, by: '2026-09-30' },
      beside: 1,
      habitual: { goal: 0.6, untold: 1 },
    });
    expect(page.departments.map(({ id, missing }) => [id, missing])).toEqual([
      [sales, []],
      [office, ['workflow', 'champion', 'start']],
    ]);
    expect(page.departments[0]).toMatchObject({ meetings: 0, programme: { week: 10 } });
    expect(page.needs).toEqual([
      { need: 'noChampion', departmentId: office },
      { need: 'standstill', departmentId: sales, since: '2026-04-20' },
    ]);
  });

  it('is for owners and advisors, and asks for a goal first', async () => {
    const { world, owner, champion, member, advisor } = await createCompany(worlds);
    const status = async (token: string | undefined) =>
      (await world.ask('GET /v1/sponsor-page', { token })).status;
    expect(await Promise.all([owner, advisor, champion, member, undefined].map(status))).toEqual([
      200, 200, 403, 403, 401,
    ]);
    await world.ask('PUT /v1/organisation', { token: owner, body: { goals: {} } });
    const page = (await world.ask('GET /v1/sponsor-page', { token: owner })).json<SponsorPage>();
    expect(page.goal).toBeUndefined();
    expect(page.needs).toEqual([{ need: 'noGoal' }]);
  });
});
