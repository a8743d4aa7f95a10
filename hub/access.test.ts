import { describe, expect, it } from 'vitest';
import { hubWorlds, joinAll, setUp, type HubWorld } from '../test/support/hub-world.ts';
import { createApp, routeTables } from './app.ts';
import { openApiPath } from './routes/openapi.ts';

const worlds = hubWorlds();
// The links of a mail's unsubscribe header and of a calendar's feed carry their own proof: their programs have no token.
const OPEN = new Set([
  'POST /setup',
  'POST /join',
  'POST /join-device',
  'GET /openapi.json',
  'GET /meetings.ics',
  'GET /unsubscribe',
  'POST /unsubscribe',
]);
const TEXT = { title: '返信', body: '返信を書いてください。', variables: [] };
const WORK = { name: '見積対応', kind: 'sales', rhythm: { kind: 'onDemand' }, minutes: 15 };
const GOAL = {
  purpose: 'efficiency',
  sentence: '見積もりを半分の時間で返す',
  share: 0.6,
  by: '2026-12-25',
  workflowIds: [],
};
const CHANNEL = {
  label: 'Slack',
  language: 'ja',
  settings: { kind: 'slack', url: 'https://hooks.slack.com/services/T/B/x' },
};
const NOTE = {
  tool: 'chatgpt',
  month: '2026-06',
  title: '表を読む',
  changed: '表を読めます。',
  meaning: '集計に使えます。',
};

const HOW_TO = { title: '短くする', text: '「三行で」と書き足します。' };

const ANSWERS = { quality: 4, effort: 3, speed: 5, productivity: 4 };

const PLAN = { weekday: 2, weeks: 'firstAndThird', startsAt: 600, minutes: 30 };

function allRoutes(world: HubWorld): { method: string; path: string }[] {
  return routeTables(world.hub).flatMap(({ endpoints }) =>
    endpoints.map(({ method, path }) => ({ method: method.toUpperCase(), path })),
  );
}

/**
 * Routes for members that no request is made to; of those of a department, also the ones that are not asked both of one's own
 * and of another. A new route that nobody thought of is in it by itself.
 */
function forgotten(
  world: HubWorld,
  requests: readonly string[],
  { own, other }: { readonly own: string; readonly other: string },
): string[] {
  const asked = new Set(requests.map((request) => request.split('?')[0]));
  const isAsked = (method: string, path: string): boolean => {
    const parts = path.replaceAll(/:\w+/g, '[^/]+');
    return [...asked].some((each) => new RegExp(`^${method} /v1${parts}$`).test(each ?? ''));
  };
  return allRoutes(world)
    .filter(({ method, path }) => !OPEN.has(`${method} ${path}`))
    .flatMap(({ method, path }) => {
      const places = path.startsWith('/departments/:id')
        ? [own, other].map((id) => path.replace(':id', id))
        : [path];
      return places.filter((place) => !isAsked(method, place)).map((place) => `${method} ${place}`);
    });
}

describe('the description of the hub', () => {
  it('has every route that answers, and no other', async () => {
    const world = await worlds.fresh();
    const description = (await world.ask('GET /v1/openapi.json')).json<{
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    }>();
    const described = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const registered = createApp(world.hub)
      .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1/'))
      .map(({ method, path }) => `${method} ${openApiPath(path)}`);
    expect(new Set(described)).toEqual(new Set(registered));
    expect(described.length).toBeGreaterThan(15);
    expect(description.openapi).toBe('3.1.0');
  });

  it('says of each route what it takes and answers, and refuses unknown fields', async () => {
    const world = await worlds.fresh();
    const { paths } = (await world.ask('GET /v1/openapi.json')).json<{
      paths: Record<string, Record<string, Record<string, unknown>>>;
    }>();
    const usage = JSON.stringify(paths['/v1/usage']?.['put']);
    expect(usage).toContain('"additionalProperties":false');
    expect(usage).toContain('engagedSeconds');
    expect(JSON.stringify(paths['/v1/lines']?.['get'])).toContain('"name":"today","in":"query"');
    for (const methods of Object.values(paths)) {
      for (const operation of Object.values(methods)) {
        expect(operation['summary']).toBeTruthy();
        expect(operation['responses']).toHaveProperty('default');
      }
    }
  });
});

describe('without a right token', () => {
  it('every route but the open ones refuses, whatever is sent', async () => {
    const world = await worlds.fresh();
    await setUp(world);
    const routes = allRoutes(world);
    expect(routes.length).toBeGreaterThan(15);
    const refused: [string, boolean][] = [];
    for (const { method, path } of routes) {
      const name = `${method} ${path}`;
      const request = `${method} /v1${path.replaceAll(/:\w+/g, 'x')}` as 'GET /';
      for (const token of [undefined, 'x', `banso_${'a'.repeat(16)}_${'b'.repeat(43)}`]) {
        const answer = await world.ask(request, {
          token,
          ...(method === 'GET' ? {} : { body: {} }),
        });
        refused.push([name, answer.status === 401]);
      }
    }
    for (const [name, isRefused] of refused)
      expect([name, isRefused]).toEqual([name, !OPEN.has(name)]);
  });

  it('an unknown address below /v1 tells nothing either', async () => {
    const { ask } = await worlds.fresh();
    expect((await ask('GET /v1/nothing')).status).toBe(401);
    expect((await ask('GET /nothing')).status).toBe(404);
  });

  it('a token of another organisation’s database is unknown', async () => {
    const [one, two] = [await worlds.fresh(), await worlds.fresh()];
    const { memberToken } = await setUp(one);
    await setUp(two);
    expect((await one.ask('GET /v1/me', { token: memberToken })).status).toBe(200);
    expect((await two.ask('GET /v1/me', { token: memberToken })).status).toBe(401);
  });
});

describe('roles', () => {
  it('let each do what METRICS.md gives it', async () => {
    const world = await worlds.fresh();
    const setup = await setUp(world);
    const [sales, office] = setup.departments;
    const [member] = await joinAll(world, sales?.invites.member ?? '');
    const [champion] = await joinAll(world, sales?.invites.champion ?? '');
    const advisorInvite = await world.ask(`POST /v1/departments/${sales?.id ?? ''}/invites`, {
      token: setup.memberToken,
      body: { role: 'advisor' },
    });
    const [advisor] = await joinAll(world, advisorInvite.json<{ link: string }>().link);
    const tokens = {
      owner: setup.memberToken,
      champion: champion?.memberToken,
      advisor: advisor?.memberToken,
      member: member?.memberToken,
    };
    const own = sales?.id ?? '';
    const other = office?.id ?? '';
    const cases = [
      // request, body, owner, champion, advisor, member
      ['GET /v1/me', undefined, 200, 200, 200, 200],
      ['GET /v1/me/leave', undefined, 200, 200, 200, 200],
      ['GET /v1/me/agreement', undefined, 200, 200, 200, 200],
      ['PUT /v1/me/agreement', { agreed: true }, 200, 200, 409, 200],
      ['PUT /v1/me', { language: 'ja' }, 200, 200, 200, 200],
      ['PUT /v1/me/leave', { leave: [] }, 200, 200, 200, 200],
      ['POST /v1/me/device-codes', undefined, 201, 201, 201, 201],
      ['GET /v1/me/tokens', undefined, 200, 200, 200, 200],
      ['DELETE /v1/me/tokens/none', undefined, 404, 404, 404, 404],
      ['PUT /v1/usage', { deviceId: 'd', days: [] }, 200, 200, 200, 200],
      ['GET /v1/export.csv?from=2026-06-01&to=2026-06-03', undefined, 200, 200, 200, 200],
      ['GET /v1/lines?today=2026-06-03', undefined, 200, 200, 200, 200],
      ['GET /v1/organisation', undefined, 200, 200, 200, 200],
      ['PUT /v1/organisation', { goals: {} }, 200, 403, 403, 403],
      ['GET /v1/departments', undefined, 200, 200, 200, 200],
      ['POST /v1/departments', { name: '製造' }, 201, 403, 403, 403],
      [`PUT /v1/departments/${own}`, { target: 0.6 }, 200, 200, 403, 403],
      [`PUT /v1/departments/${other}`, { target: 0.6 }, 200, 403, 403, 403],
      [`PUT /v1/departments/elsewhere`, { target: 0.6 }, 404, 403, 403, 403],
      [`DELETE /v1/departments/${own}`, undefined, 409, 403, 403, 403],
      ['DELETE /v1/departments/elsewhere', undefined, 404, 403, 403, 403],
      [`GET /v1/departments/${own}/invites`, undefined, 200, 200, 403, 403],
      [`GET /v1/departments/${other}/invites`, undefined, 200, 403, 403, 403],
      [`POST /v1/departments/${own}/invites`, { role: 'member' }, 201, 201, 403, 403],
      [`POST /v1/departments/${own}/invites`, { role: 'champion' }, 201, 403, 403, 403],
      [`POST /v1/departments/${other}/invites`, { role: 'member' }, 201, 403, 403, 403],
      [`DELETE /v1/departments/${own}/invites/none`, undefined, 404, 404, 403, 403],
      [`DELETE /v1/departments/${other}/invites/none`, undefined, 404, 403, 403, 403],
      [`GET /v1/departments/${own}/summary?week=2026-W20`, undefined, 200, 200, 200, 200],
      // Champions see other departments' totals, as everybody but members does.
      [`GET /v1/departments/${other}/summary?week=2026-W20`, undefined, 200, 200, 200, 403],
      // Champions and owners have the destinations of the department.
      [`GET /v1/departments/${own}/own-mail`, undefined, 403, 403, 200, 403],
      [`GET /v1/departments/${other}/own-mail`, undefined, 403, 403, 200, 403],
      [`PUT /v1/departments/${own}/own-mail`, { active: true }, 403, 403, 409, 403],
      [`PUT /v1/departments/${other}/own-mail`, { active: true }, 403, 403, 409, 403],
      [`GET /v1/departments/${own}/channels`, undefined, 200, 200, 403, 403],
      [`GET /v1/departments/${other}/channels`, undefined, 200, 403, 403, 403],
      [`POST /v1/departments/${own}/channels`, CHANNEL, 201, 201, 403, 403],
      [`POST /v1/departments/${other}/channels`, CHANNEL, 201, 403, 403, 403],
      [`PUT /v1/departments/${own}/channels/none`, { active: true }, 404, 404, 403, 403],
      [`PUT /v1/departments/${other}/channels/none`, { active: true }, 404, 403, 403, 403],
      [`DELETE /v1/departments/${own}/channels/none`, undefined, 404, 404, 403, 403],
      [`DELETE /v1/departments/${other}/channels/none`, undefined, 404, 403, 403, 403],
      [`POST /v1/departments/${own}/channels/none/test`, undefined, 404, 404, 403, 403],
      [`POST /v1/departments/${other}/channels/none/test`, undefined, 404, 403, 403, 403],
      [`GET /v1/departments/${own}/deliveries`, undefined, 200, 200, 403, 403],
      [`GET /v1/departments/${other}/deliveries`, undefined, 200, 403, 403, 403],
      [`POST /v1/departments/${own}/deliveries/none/retry`, undefined, 409, 409, 403, 403],
      [`POST /v1/departments/${other}/deliveries/none/retry`, undefined, 409, 403, 403, 403],
      ['GET /v1/members', undefined, 200, 403, 403, 403],
      [`PUT /v1/members/${member?.memberId ?? ''}`, { championOf: [] }, 200, 403, 403, 403],
      ['DELETE /v1/members/none', undefined, 404, 403, 403, 403],
      [`GET /v1/members/${member?.memberId ?? ''}/devices`, undefined, 200, 403, 403, 403],
      ['GET /v1/members/none/devices', undefined, 404, 403, 403, 403],
      [`DELETE /v1/members/${member?.memberId ?? ''}/devices/none`, undefined, 404, 403, 403, 403],
      ['GET /v1/prompts', undefined, 200, 200, 200, 200],
      ['GET /v1/workflows', undefined, 200, 200, 200, 200],
      ['GET /v1/notes', undefined, 200, 200, 200, 200],
      ['POST /v1/prompts', { text: TEXT, departmentId: own }, 201, 201, 201, 201],
      ['POST /v1/prompts', { text: TEXT, departmentId: other }, 201, 403, 201, 403],
      ['POST /v1/workflows', { ...WORK, departmentId: own }, 201, 201, 201, 201],
      ['POST /v1/workflows', { ...WORK, departmentId: other }, 201, 403, 201, 403],
      ['PUT /v1/prompts/none', { do: 'keep' }, 404, 404, 404, 404],
      ['PUT /v1/workflows/none', { do: 'accept' }, 404, 404, 404, 404],
      [`GET /v1/departments/${own}/library`, undefined, 200, 200, 200, 403],
      [`GET /v1/departments/${other}/library`, undefined, 200, 403, 200, 403],
      [`GET /v1/departments/${own}/prompts/none/versions`, undefined, 404, 404, 404, 403],
      [`GET /v1/departments/${other}/prompts/none/versions`, undefined, 404, 403, 404, 403],
      // One note a tool, month and department, so that only the first of each is new.
      ['POST /v1/notes', { ...NOTE, departmentId: own }, 201, 409, 409, 403],
      ['POST /v1/notes', { ...NOTE, departmentId: other }, 201, 403, 409, 403],
      ['PUT /v1/notes/none', { do: 'withdraw' }, 404, 404, 404, 404],
      ['POST /v1/help', { id: 'of-the-owner', text: '質問' }, 204, 409, 409, 409],
      ['POST /v1/help/own', { keys: [] }, 200, 200, 200, 200],
      ['PUT /v1/help/of-the-owner', { do: 'answer', text: '答え' }, 204, 204, 404, 403],
      ['PUT /v1/help/of-the-owner', { do: 'settle' }, 204, 404, 404, 404],
      ['PUT /v1/help/none', { do: 'answer', text: '答え' }, 404, 404, 404, 404],
      ['GET /v1/howtos', undefined, 200, 200, 200, 200],
      [`GET /v1/departments/${own}/help`, undefined, 200, 200, 200, 403],
      [`GET /v1/departments/${other}/help`, undefined, 200, 403, 200, 403],
      [`POST /v1/departments/${own}/howtos`, HOW_TO, 201, 201, 201, 403],
      [`POST /v1/departments/${other}/howtos`, HOW_TO, 201, 403, 201, 403],
      [`PUT /v1/departments/${own}/howtos/none`, { do: 'withdraw' }, 404, 404, 404, 403],
      [`GET /v1/departments/${own}/meetings`, undefined, 200, 200, 200, 403],
      [`GET /v1/departments/${other}/meetings`, undefined, 200, 403, 200, 403],
      [`PUT /v1/departments/${own}/meetings/2026-06-02`, { notes: '' }, 204, 204, 403, 403],
      [`POST /v1/departments/${own}/meetings/2026-06-02/minutes`, undefined, 201, 409, 403, 403],
      [`PUT /v1/departments/${own}/meeting-plan`, PLAN, 204, 204, 403, 403],
      [`POST /v1/departments/${own}/meeting-feed`, undefined, 201, 201, 403, 403],
      [`POST /v1/departments/${own}/actions`, { text: 'ためす' }, 201, 201, 403, 403],
      [`PUT /v1/departments/${own}/actions/none`, { do: 'finish' }, 404, 404, 403, 403],
      ['GET /v1/sponsor-page', undefined, 200, 403, 200, 403],
      ['GET /v1/sponsor-page?month=2026-05', undefined, 404, 403, 404, 403],
      ['GET /v1/sponsor-mail', undefined, 200, 403, 403, 403],
      ['PUT /v1/sponsor-mail', { active: true }, 200, 403, 403, 403],
      ['GET /v1/goal', undefined, 200, 200, 200, 200],
      ['PUT /v1/goal', { ...GOAL, departmentIds: [own] }, 200, 403, 403, 403],
      [`GET /v1/departments/${own}/programme`, undefined, 200, 200, 200, 403],
      [`GET /v1/departments/${other}/programme`, undefined, 200, 403, 200, 403],
      [`PUT /v1/departments/${own}/programme`, { startedOn: '2026-06-08' }, 409, 409, 403, 403],
      [`PUT /v1/departments/${other}/programme`, { startedOn: '2026-06-08' }, 409, 403, 403, 403],
      [`PUT /v1/departments/${own}/appointment`, { memberId: 'none' }, 422, 403, 403, 403],
      [`PUT /v1/departments/${other}/appointment`, { memberId: 'none' }, 409, 403, 403, 403],
      [`GET /v1/departments/${own}/gap`, undefined, 200, 200, 200, 403],
      [`GET /v1/departments/${other}/gap`, undefined, 200, 403, 200, 403],
      // Nobody has come for four weeks yet, so that the gap asks for nothing.
      [`POST /v1/departments/${own}/offers`, undefined, 409, 409, 403, 403],
      [`POST /v1/departments/${other}/offers`, undefined, 409, 403, 403, 403],
      ['GET /v1/check-in', undefined, 200, 200, 200, 200],
      ['PUT /v1/pulse', { month: '2026-06', answers: ANSWERS }, 204, 204, 403, 204],
      [`GET /v1/departments/${own}/pulse`, undefined, 200, 200, 403, 403],
      [`GET /v1/departments/${other}/pulse`, undefined, 200, 403, 403, 403],
      [`GET /v1/departments/${own}/attachment`, undefined, 200, 200, 200, 403],
      [`GET /v1/departments/${other}/attachment`, undefined, 200, 403, 200, 403],
      ['PUT /v1/workflows/none/agreement', {}, 404, 404, 404, 404],
      ['POST /v1/workflows/none/spread', { departmentId: other }, 404, 404, 404, 404],
      [`PUT /v1/departments/${other}/howtos/none`, { do: 'withdraw' }, 404, 403, 404, 403],
      [`PUT /v1/departments/${other}/meetings/2026-06-02`, { notes: '' }, 204, 403, 403, 403],
      [`POST /v1/departments/${other}/meetings/2026-06-02/minutes`, undefined, 201, 403, 403, 403],
      [`PUT /v1/departments/${other}/meeting-plan`, PLAN, 204, 403, 403, 403],
      [`POST /v1/departments/${other}/meeting-feed`, undefined, 201, 403, 403, 403],
      [`POST /v1/departments/${other}/actions`, { text: 'ためす' }, 201, 403, 403, 403],
      [`PUT /v1/departments/${other}/actions/none`, { do: 'finish' }, 404, 403, 403, 403],
      // Nobody is in it, and nothing of it is asked afterwards.
      [`DELETE /v1/departments/${other}`, undefined, 204, 403, 403, 403],
      // Last, because nobody is here afterwards but the owner, who cannot leave alone.
      ['DELETE /v1/me', undefined, 409, 204, 204, 204],
    ] as const;
    expect(
      forgotten(
        world,
        cases.map(([request]) => request),
        { own, other },
      ),
    ).toEqual([]);
    for (const [request, body, ...expected] of cases) {
      const got = [];
      for (const token of Object.values(tokens)) {
        got.push((await world.ask(request, { token, body })).status);
      }
      expect([request, ...got]).toEqual([request, ...expected]);
    }
  });

  it('open no route of another department to members and its champions', async () => {
    const world = await worlds.fresh();
    const { departments } = await setUp(world);
    const [sales, office] = departments;
    const [member] = await joinAll(world, office?.invites.member ?? '');
    const [champion] = await joinAll(world, office?.invites.champion ?? '');
    const routes = allRoutes(world).filter(({ path }) => path.startsWith('/departments/:id'));
    expect(routes.length).toBeGreaterThan(4);
    for (const { method, path } of routes) {
      const at = path.replace(':id', sales?.id ?? '').replaceAll(/:\w+/g, 'x');
      for (const { memberToken } of [member, champion].filter((person) => person !== undefined)) {
        // Champions see other departments' totals, as everybody but members does.
        if (memberToken === champion?.memberToken && path.endsWith('/summary')) continue;
        const request = `${method} /v1${at}` as 'GET /';
        const body = method === 'GET' || method === 'DELETE' ? undefined : {};
        const { status } = await world.ask(request, { token: memberToken, body });
        expect([method, path, [403, 422].includes(status)]).toEqual([method, path, true]);
      }
    }
  });

  it('show names and roles to the owner, and nobody’s days to anybody', async () => {
    const world = await worlds.fresh();
    const { memberToken, departments } = await setUp(world);
    await joinAll(world, departments[0]?.invites.member ?? '', 3);
    const { members } = (await world.ask('GET /v1/members', { token: memberToken })).json<{
      members: Record<string, unknown>[];
    }>();
    expect(members).toHaveLength(4);
    for (const member of members) {
      expect(Object.keys(member).toSorted()).toEqual([
        'championOf',
        'departmentId',
        'displayName',
        'id',
        'joinedOn',
        'role',
      ]);
    }
  });
});
