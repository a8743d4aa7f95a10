import { expect, it } from 'vitest';
import type { LinesReply } from '../lib/contract/hub/lines.ts';
import {
  dayOfUse,
  joinAll,
  onBothHubs,
  setUp,
  use,
  type HubWorld,
} from '../test/support/hub-world.ts';

const MONDAY = '2026-06-01T09:00:00+09:00';
const FRIDAY = '2026-06-05T18:00:00+09:00';
const WEEK = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05'] as const;

async function linesOf({ ask }: HubWorld, token: string, today: string): Promise<LinesReply> {
  const answer = await ask(`GET /v1/lines?today=${today}`, { token });
  expect(answer.status).toBe(200);
  return answer.json<LinesReply>();
}

function states(line: LinesReply['mine'], last: number): string {
  return line.days
    .slice(-last)
    .map(({ state }) => state[0])
    .join('');
}

/** A company on a Monday: six members in the first department, two in the second. */
async function company(world: HubWorld) {
  const setup = await setUp(world, ['営業', '経理', '製造']);
  const [sales, office] = setup.departments;
  const six = await joinAll(world, sales?.invites.member ?? '', 6);
  const two = await joinAll(world, office?.invites.member ?? '', 2);
  return {
    owner: setup.memberToken,
    departments: setup.departments,
    six: six.map(({ memberToken }) => memberToken),
    ids: six.map(({ memberId }) => memberId),
    two: two.map(({ memberToken }) => memberToken),
  };
}

onBothHubs('lines', (worlds) => {
  it('stand side by side: one’s own and every department’s, with the reason where one is hidden', async () => {
    const monday = await worlds.fresh(MONDAY);
    const { six, two } = await company(monday);
    const world = await worlds.beside(monday, FRIDAY);
    // Four of seven (the owner belongs to the first department) keep a day, three do not.
    for (const token of six.slice(0, 4)) await use(world, token, [WEEK[0], WEEK[1], WEEK[4]]);
    for (const token of six.slice(0, 3)) await use(world, token, [WEEK[2]]);
    for (const token of two) await use(world, token, WEEK);
    const { mine, departments } = await linesOf(world, six[0] ?? '', WEEK[4]);
    expect(mine.days).toHaveLength(84);
    expect(mine.days.at(-1)).toEqual({ day: WEEK[4], state: 'kept' });
    expect(states(mine, 5)).toBe('kkkrk');
    expect(mine.current).toBe(4);
    expect(mine.strength).toBeGreaterThan(0);
    expect(departments.map(({ name }) => name)).toEqual(['営業', '経理', '製造']);
    expect(states(departments[0]?.line as LinesReply['mine'], 6)).toBe('okkmmk');
    expect(departments[0]?.hiddenBecause).toBe('complementary');
    expect(departments[0]?.line).not.toHaveProperty('strength');
    expect(departments[1]).toMatchObject({ hiddenBecause: 'fewerThanThree', line: { current: 0 } });
    expect(new Set(departments[1]?.line.days.map(({ state }) => state))).toEqual(new Set(['off']));
  });

  it('know closures, weekdays and leave', async () => {
    const monday = await worlds.fresh(MONDAY);
    const { owner, six, departments } = await company(monday);
    const world = await worlds.beside(monday, FRIDAY);
    await use(world, six[0] ?? '', [WEEK[0], WEEK[4]]);
    const own = async () => states((await linesOf(world, six[0] ?? '', WEEK[4])).mine, 5);
    expect(await own()).toBe('kmrmk');
    const put = (path: string, token: string | undefined, body: object) =>
      world.ask(`PUT /v1/${path}` as 'PUT /', { token, body });
    await put('me/leave', six[0], { leave: [{ from: WEEK[1], to: WEEK[1] }] });
    expect(await own()).toBe('kormk');
    await put('organisation', owner, {
      closures: [{ from: WEEK[2], to: WEEK[2], name: '創立記念日' }],
    });
    expect(await own()).toBe('koork');
    await put(`departments/${departments[0]?.id ?? ''}`, owner, { weekdays: [1, 2, 3, 5] });
    expect(await own()).toBe('koook');
    await put('me/leave', six[0], { leave: [] });
    expect(await own()).toBe('krook');
  });

  it('are healed by a device that delivers late, through whichever hub', async () => {
    const monday = await worlds.fresh(MONDAY);
    const { six } = await company(monday);
    const [world, beside] = [
      await worlds.beside(monday, FRIDAY),
      await worlds.beside(monday, FRIDAY),
    ];
    const sales = async (hub: HubWorld, today: string = WEEK[4]) =>
      states(
        (await linesOf(hub, six[5] ?? '', today)).departments[0]?.line as LinesReply['mine'],
        5,
      );
    const saturday = '2026-06-06';
    for (const token of six.slice(0, 3)) await use(world, token, WEEK);
    expect(await sales(world)).toBe('mmmmo');
    expect(await sales(beside)).toBe('mmmmo');
    expect(await sales(beside, saturday)).toBe('mmmmo');
    await use(beside, six[3] ?? '', [WEEK[1], WEEK[4]]);
    expect(await sales(world)).toBe('mkmmk');
    expect(await sales(beside)).toBe('mkmmk');
    await use(world, six[4] ?? '', [WEEK[0]]);
    expect(await sales(beside)).toBe('kkmmk');
    // To somebody whose clock is a day ahead too.
    expect(await sales(beside, saturday)).toBe('kmmko');
  });

  it('add a person’s devices, and mark what was told by hand', async () => {
    const monday = await worlds.fresh(MONDAY);
    const { six } = await company(monday);
    const world = await worlds.beside(monday, FRIDAY);
    const token = six[0] ?? '';
    await use(world, token, [WEEK[0]], 'one');
    await use(world, token, [WEEK[1]], 'two');
    const byHand = { visits: 0, engagedSeconds: 0, promptsStarted: 0, selfReported: true };
    const days = [dayOfUse(WEEK[1], byHand), dayOfUse(WEEK[2], byHand)];
    await world.ask('PUT /v1/usage', { token, body: { deviceId: 'three', days } });
    expect(states((await linesOf(world, token, WEEK[4])).mine, 5)).toBe('kksmo');
  });

  it('leave history where it was earned when somebody moves', async () => {
    const monday = await worlds.fresh(MONDAY);
    const { owner, six, ids, departments } = await company(monday);
    const world = await worlds.beside(monday, FRIDAY);
    for (const token of six.slice(0, 4)) await use(world, token, WEEK);
    const path = `PUT /v1/members/${ids[0] ?? ''}` as const;
    const move = (fromDay: string) =>
      world.ask(path, {
        token: owner,
        body: { move: { departmentId: departments[1]?.id ?? '', fromDay } },
      });
    expect((await move('2026-05-29')).json()['field']).toBe('move.fromDay');
    expect((await move('2026-06-06')).json()['field']).toBe('move.fromDay');
    expect((await move(WEEK[3])).status).toBe(200);
    const me = await world.ask('GET /v1/me', { token: six[0] });
    expect(me.json()).toMatchObject({ department: { name: '経理' }, joinedOn: WEEK[3] });
    const lines = await linesOf(world, six[0] ?? '', WEEK[4]);
    // Until Wednesday four of seven; from Thursday three of six in the old department.
    expect(states(lines.departments[0]?.line as LinesReply['mine'], 5)).toBe('kkkkk');
    expect(states(lines.departments[1]?.line as LinesReply['mine'], 5)).toBe('ooomo');
  });
});
