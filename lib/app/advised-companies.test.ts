import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCommandWorld } from '../../test/support/command-world.ts';
import { sponsorMonth } from '../../test/support/sponsor-months.ts';
import { createHubClient } from '../platform/hub-client.ts';
import { adviseCompany, advisedOf, leaveAdvised, openAdvised } from './advised-companies.ts';
import { createCompanyOverview } from './company-overview.ts';
import type { OpenHub } from './hub-port.ts';
import { createTeamSync } from './sync-outbox.ts';
import { createTeamMembership } from './team-membership.ts';
import { readTeam } from './team-storage.ts';
import { withoutToken } from './team-view.ts';

const NAMES = ['甲社', '乙社', '丙社'] as const;
const hostOf = (company: number): string => `https://hub${company}.example`;
const inviteOf = (company: number): string => `${hostOf(company)}/join#company${company}.invite`;

interface Asked {
  readonly company: number;
  readonly route: string;
  readonly token: string | null;
}

/** Several hubs behind one `fetch`. Each says its own name; an answer waits until `release` while `late` is on. */
function createHubs() {
  const asked: Asked[] = [];
  const waiting: (() => void)[] = [];
  const state = { late: false, role: 'advisor', joins: 0 };
  const answerTo = (company: number, route: string): Response => {
    const organisation = {
      // Hubs that claim to be one another are still several.
      id: 'same000000000000',
      name: NAMES[company],
      timeZone: 'Asia/Tokyo',
      locale: 'ja',
      country: 'JP',
    };
    if (route === 'POST /v1/join') {
      state.joins += 1;
      const memberToken = `token-of-${company}-${state.joins}`;
      const department = { id: 'd1', name: '営業部' };
      const { role } = state;
      return Response.json(
        { memberToken, memberId: 'same', role, organisation, department },
        { status: 201 },
      );
    }
    if (route === 'GET /v1/sponsor-page') {
      return Response.json(sponsorMonth([], { company: NAMES[company] ?? '' }));
    }
    return new Response(null, { status: 204 });
  };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { hostname, pathname } = new URL(request.url);
    const company = Number(/\d/.exec(hostname)?.[0]);
    const route = `${request.method} ${pathname}`;
    asked.push({ company, route, token: request.headers.get('authorization') });
    if (state.late && route === 'GET /v1/sponsor-page') {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    }
    return answerTo(company, route);
  };
  return { asked, waiting, state, fetch };
}

function createWorld() {
  const { store, clock, queue, held } = createCommandWorld();
  const hubs = createHubs();
  const given: string[] = [];
  const access = {
    has: async () => true,
    giveBack: async (hubUrl: string) => void given.push(hubUrl),
  };
  const openHub: OpenHub = (place) => createHubClient(place, { fetch: hubs.fetch, now: clock.now });
  const deps = { store, clock, queue, openHub, access };
  const sync = createTeamSync({ ...deps, random: () => 0 });
  return {
    store,
    held,
    hubs,
    given,
    deps,
    sync,
    carryOut: createTeamMembership({ ...deps, sync }),
  };
}

const companies = ({ store }: ReturnType<typeof createWorld>) => advisedOf(store.dump());

describe('an advised company', () => {
  it('is kept beside everything else, its token shown nowhere', async () => {
    const world = createWorld();
    const before = world.store.dump();
    await world.carryOut({ type: 'adviseCompany', invite: inviteOf(0), displayName: '顧問' });
    const [company] = companies(world);
    expect(company).toMatchObject({ hubUrl: hostOf(0), organisation: { name: '甲社' } });
    expect(world.store.dump()).toMatchObject(before);
    expect(Object.keys(world.store.dump()).length).toBe(Object.keys(before).length + 2);
    expect(JSON.stringify(world.store.dump())).toContain('token-of-0');
    expect(JSON.stringify(withoutToken(world.store.dump()))).not.toContain('token-of-0');
    expect(JSON.stringify(companies(world))).not.toContain('token-of-0');
  });

  it('is not joined as a member: that membership is given back at once', async () => {
    const world = createWorld();
    world.hubs.state.role = 'member';
    const joining = world.carryOut({ type: 'adviseCompany', invite: inviteOf(1) });
    await expect(joining).rejects.toMatchObject({ code: 'notAdvisorInvite' });
    expect(world.hubs.asked.map(({ route }) => route)).toEqual(['POST /v1/join', 'DELETE /v1/me']);
    expect(companies(world)).toEqual([]);
  });

  it.each([`${hostOf(0)}/join#device:code`, 'https://elsewhere.example/x', ''])(
    '%s is no invite of an advisor',
    async (invite) => {
      const world = createWorld();
      await expect(
        adviseCompany(world.deps, { type: 'adviseCompany', invite }),
      ).rejects.toMatchObject({
        code: 'inviteUnreadable',
      });
      expect(world.hubs.asked).toEqual([]);
    },
  );

  it('keeps the host’s permission while another company is behind it', async () => {
    const world = createWorld();
    await world.carryOut({ type: 'adviseCompany', invite: inviteOf(0) });
    await world.carryOut({ type: 'adviseCompany', invite: inviteOf(0) });
    const [first, second] = companies(world);
    await leaveAdvised(world.deps, { type: 'leaveAdvised', id: first?.id ?? '' });
    expect(world.given).toEqual([]);
    await leaveAdvised(world.deps, { type: 'leaveAdvised', id: second?.id ?? '' });
    expect(world.given).toEqual([hostOf(0)]);
  });
});

type Step =
  | { readonly do: 'join' | 'leave'; readonly company: number }
  | { readonly do: 'look' | 'late' | 'release' | 'sync' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('join' as const, 'leave' as const),
    company: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({ do: fc.constantFrom('look' as const, 'late', 'release', 'sync') }),
);

/** Two are asked and answer late; one of them is left meanwhile, and the other asked anew. */
const LET_GO: Step[] = [
  { do: 'join', company: 0 },
  { do: 'join', company: 1 },
  { do: 'late' },
  { do: 'look' },
  { do: 'leave', company: 0 },
  { do: 'look' },
  { do: 'release' },
];

it('companies never mix, whatever is joined, left and looked at, and however late the answers come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const world = createWorld();
      const { hubs, deps, store } = world;
      const names = () =>
        new Map(companies(world).map(({ id, organisation }) => [id, organisation.name]));
      const mixed: string[] = [];
      let asking: readonly string[] = [];
      const overview = createCompanyOverview(
        (id) => openAdvised(deps, id),
        () => {
          // Nothing is ever shown under a company that it did not answer for.
          for (const [id, look] of overview.looks()) {
            // Nor of one that was let go since, however late it answers.
            if (!asking.includes(id)) mixed.push(`${id} though it was let go`);
            const own = names().get(id);
            const told = 'ok' in look && look.ok ? look.value.company : own;
            if (own !== undefined && told !== own) mixed.push(`${told} under ${own}`);
          }
        },
      );
      const running: Promise<unknown>[] = [];
      const letGo = () => {
        for (const resolve of hubs.waiting.splice(0)) resolve();
      };
      for (const each of steps) {
        if (each.do === 'join') {
          await deps.queue(async () => undefined);
          await world.carryOut({ type: 'adviseCompany', invite: inviteOf(each.company) });
        } else if (each.do === 'leave') {
          const one = companies(world).find(({ hubUrl }) => hubUrl === hostOf(each.company));
          if (one === undefined) continue;
          const before = store.dump();
          await leaveAdvised(deps, { type: 'leaveAdvised', id: one.id });
          const gone = Object.keys(before).filter((key) => !(key in store.dump()));
          const own = [`advised/${one.id}`, `advisedToken/${one.id}`];
          if (gone.toSorted().join() !== own.join())
            mixed.push(`left with ${one.id}: ${gone.join()}`);
        } else if (each.do === 'look') {
          asking = companies(world).map(({ id }) => id);
          running.push(overview.ask(asking));
        } else if (each.do === 'late') hubs.state.late = true;
        else if (each.do === 'release') {
          hubs.state.late = false;
          letGo();
        } else await world.sync.run(true);
        const held = store.dump();
        for (const key of Object.keys(held).filter((one) => one.startsWith('advisedToken/'))) {
          const id = key.slice('advisedToken/'.length);
          expect(Object.keys(held)).toContain(`advised/${id}`);
        }
      }
      hubs.state.late = false;
      letGo();
      // Those that asked meanwhile wait too.
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      letGo();
      await Promise.all(running);
      expect(mixed).toEqual([]);
      for (const { company, route, token } of hubs.asked) {
        // Its own token or none, and never a day of the person's.
        expect(token === null || token.startsWith(`Bearer token-of-${company}-`)).toBe(true);
        expect(['POST /v1/join', 'GET /v1/sponsor-page', 'DELETE /v1/me']).toContain(route);
        expect(token === null).toBe(route === 'POST /v1/join');
      }
      asking = companies(world).map(({ id }) => id);
      await overview.ask(asking);
      expect([...overview.looks().keys()].toSorted()).toEqual([...names().keys()].toSorted());
    }),
    { numRuns: 60, examples: [[LET_GO]] },
  );
});

it('somebody who belongs to a company as its advisor alone has no day on the way to it', async () => {
  const world = createWorld();
  const day = { visits: 2, engagedSeconds: 60, promptsStarted: 1, selfReported: false, runs: {} };
  const organisation = {
    id: 'o',
    name: '甲社',
    timeZone: 'Asia/Tokyo',
    locale: 'ja',
    country: 'JP',
  };
  const team = {
    hubUrl: hostOf(0),
    memberId: 'm',
    role: 'advisor',
    organisation,
    department: { id: 'd', name: '営業部' },
    championOf: [],
    joinedOn: '2026-11-02',
  };
  const device = {
    id: '6f1c2d3e-4b5a-4c6d-8e7f-901234567892',
    createdAt: 1,
    startedOn: '2026-11-02',
  };
  const stored = (role: string) => ({
    team: { v: 1, data: { ...team, role } },
    teamToken: { v: 1, data: { token: 'token-of-0-1' } },
    device: { v: 1, data: device },
    [`ledger/${device.id}/2026-11`]: { v: 1, data: { '2026-11-20': { chatgpt: day } } },
  });
  await world.store.write(stored('member'));
  expect((await readTeam(world.deps, 35))?.ledger).toHaveProperty('2026-11-20');
  await world.store.write(stored('advisor'));
  expect(await readTeam(world.deps, 35)).toMatchObject({ ledger: {}, leave: [] });
});
