import { expect, it } from 'vitest';
import { addDays, weekOf, type DayKey } from '../lib/domain/day.ts';
import { joinAll, onBothHubs, setUp, use, type HubWorld } from '../test/support/hub-world.ts';
import { tidyUp } from './services/tidy-up.ts';

const MONDAY = '2026-04-06' as DayKey;
const at = (day: DayKey) => `${day}T12:00:00+09:00`;
const days = (monday: DayKey) => [0, 1, 2, 3, 4].map((back) => addDays(monday, back));

/** Three departments on a Monday: three people with the owner, six and seven. */
async function company(worlds: { fresh(clock: string): Promise<HubWorld> }) {
  const world = await worlds.fresh(at(MONDAY));
  const {
    memberToken: owner,
    organisationId,
    departments,
  } = await setUp(world, ['企画', '営業', '製造']);
  const ids = departments.map(({ id }) => id);
  const invites = departments.map((each) => each.invites.member);
  const [planning = '', sales = '', factory = ''] = invites;
  const two = await joinAll(world, planning, 2);
  const more = [...(await joinAll(world, sales, 6)), ...(await joinAll(world, factory, 7))];
  const tokens = [owner, ...[...two, ...more].map(({ memberToken }) => memberToken)];
  return { world, organisationId, ids, invites, owner, tokens };
}

type Company = Awaited<ReturnType<typeof company>>;

function agree(world: HubWorld, token: string | undefined, agreed = true) {
  return world.ask('PUT /v1/me/agreement', { token, body: { agreed } });
}

async function agreeAll(world: HubWorld, tokens: readonly string[]): Promise<unknown> {
  let last: unknown;
  for (const token of tokens) last = (await agree(world, token)).json();
  return last;
}

/** Which departments count as one in a week, in the words of the summary. */
async function groupOf(world: HubWorld, { owner, ids }: Company, monday: DayKey) {
  const path = `GET /v1/departments/${ids[0] ?? ''}/summary?week=${weekOf(monday)}` as const;
  const { numbersOf, numbers } = (await world.ask(path, { token: owner })).json<{
    numbersOf: { group: string; groupedBecause?: string };
    numbers: { now: { shown: boolean; because?: string } }[];
  }>();
  return { ...numbersOf, departmentIds: undefined, now: numbers[0]?.now };
}

onBothHubs('an agreement to be shown in groups of three', (worlds) => {
  it('holds once everybody has agreed, and begins with the running week', async () => {
    const all = await company(worlds);
    const { world, tokens } = all;
    expect(await agreeAll(world, tokens.slice(1))).toEqual({ agreed: true, holds: false });
    const ask = () => world.ask('GET /v1/me/agreement', { token: all.owner });
    expect((await ask()).json()).toEqual({ agreed: false, holds: false });
    const friday = await worlds.beside(world, at(addDays(MONDAY, 11)));
    for (const token of tokens) await use(friday, token, days(MONDAY));
    expect(await groupOf(friday, all, MONDAY)).toMatchObject({ groupedBecause: 'fewerThanFloor' });
    expect((await agree(friday, all.owner)).json()).toEqual({ agreed: true, holds: true });
    const monday = await worlds.beside(world, at(addDays(MONDAY, 14)));
    // What was told under five stays so; the week in which everybody agreed is told under three.
    expect(await groupOf(monday, all, MONDAY)).toMatchObject({ groupedBecause: 'fewerThanFloor' });
    const since = await groupOf(monday, all, addDays(MONDAY, 7));
    expect(since).toMatchObject({ group: 'department', now: { shown: true } });
    const organisation = await monday.ask('GET /v1/organisation', { token: all.owner });
    expect(organisation.json()).toMatchObject({ floor: 5, agreedToThree: true });
  });

  it('ends in the moment in which somebody comes who did not agree, and what was told stays', async () => {
    const all = await company(worlds);
    const { world, tokens, invites } = all;
    await agreeAll(world, tokens);
    for (const token of tokens) await use(world, token, [MONDAY]);
    const next = await worlds.beside(world, at(addDays(MONDAY, 7)));
    const alone = { group: 'department', now: { shown: true } };
    expect(await groupOf(next, all, MONDAY)).toMatchObject(alone);
    const [newcomer] = await joinAll(next, invites[1] ?? '');
    const later = await worlds.beside(world, at(addDays(MONDAY, 14)));
    expect(await groupOf(later, all, MONDAY)).toMatchObject(alone);
    expect(await groupOf(later, all, addDays(MONDAY, 7))).toMatchObject({
      groupedBecause: 'fewerThanFloor',
    });
    expect((await agree(later, newcomer?.memberToken)).json()).toEqual({
      agreed: true,
      holds: true,
    });
    expect((await agree(later, newcomer?.memberToken, false)).json()).toEqual({
      agreed: false,
      holds: false,
    });
  });

  it('is over for every reader also while the hub that took the newcomer in has not settled it', async () => {
    const all = await company(worlds);
    const { world, tokens, organisationId, ids } = all;
    await agreeAll(world, tokens);
    const next = await worlds.beside(world, at(addDays(MONDAY, 7)));
    // As if that hub had been killed between the joining and what follows.
    await next.hub.agreements.set(
      {
        organisationId,
        memberId: (await next.hub.roster.ofOrganisation(organisationId))[0]?.id ?? '',
      },
      null,
    );
    const week = { from: weekOf(MONDAY), to: weekOf(MONDAY) };
    const query = { organisationId, departmentId: ids[0] ?? '', ...week };
    const [figures] = await next.hub.figures.weeks(query);
    expect(figures?.weeklyActive).toEqual({ shown: false, because: 'floorChanged' });
    await tidyUp(next.hub);
    const [kept] = await next.hub.figures.weeks(query);
    expect(kept).toMatchObject({ group: 'department', weeklyActive: { shown: true } });
  });

  it('waits for the next week when somebody left who had not agreed', async () => {
    const all = await company(worlds);
    const { world, tokens } = all;
    await agreeAll(world, tokens.slice(0, -1));
    const left = await world.ask('DELETE /v1/me?rows=now', { token: tokens.at(-1) });
    expect(left.status).toBe(204);
    await tidyUp(world.hub);
    const holds = async ({ ask }: HubWorld) =>
      (await ask('GET /v1/me/agreement', { token: all.owner })).json()['holds'];
    expect(await holds(world)).toBe(false);
    const next = await worlds.beside(world, at(addDays(MONDAY, 7)));
    await tidyUp(next.hub);
    expect(await holds(next)).toBe(true);
    // One who agreed and leaves takes nothing away from the others.
    await next.ask('DELETE /v1/me?rows=now', { token: tokens[5] });
    await tidyUp(next.hub);
    expect(await holds(next)).toBe(true);
  });

  it('is each member’s own: advisors are not asked, and nobody sees who agreed', async () => {
    const all = await company(worlds);
    const { world, owner, tokens, ids } = all;
    const made = await world.ask(`POST /v1/departments/${ids[0] ?? ''}/invites`, {
      token: owner,
      body: { role: 'advisor' },
    });
    const [advisor] = await joinAll(world, made.json<{ link: string }>().link);
    expect((await agree(world, advisor?.memberToken)).status).toBe(409);
    expect(await agreeAll(world, tokens)).toEqual({ agreed: true, holds: true });
    const roster = await world.ask('GET /v1/members', { token: owner });
    expect(roster.text).not.toMatch(/agree/);
  });
});
