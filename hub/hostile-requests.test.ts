import { describe, expect, it } from 'vitest';
import { dayOfUse, hubWorlds, joinAll, setUp, use } from '../test/support/hub-world.ts';
import { createApp } from './app.ts';

const worlds = hubWorlds();

async function member() {
  const world = await worlds.fresh();
  const setup = await setUp(world);
  const [person] = await joinAll(world, setup.departments[0]?.invites.member ?? '');
  return { world, owner: setup.memberToken, token: person?.memberToken ?? '', setup };
}

describe('a body that is not as the contract says', () => {
  it('is refused with the name of its field, and nothing is stored', async () => {
    const { world, token } = await member();
    const day = dayOfUse('2026-06-03');
    const cases: [unknown, string][] = [
      [{ deviceId: 'd', days: [{ ...day, url: 'https://chatgpt.com/c/1' }] }, 'days.0.url'],
      [{ deviceId: 'd', days: [], title: 'x' }, 'title'],
      [{ deviceId: 'd', days: [{ ...day, visits: -1 }] }, 'days.0.visits'],
      [{ deviceId: 'd', days: [{ ...day, visits: '1' }] }, 'days.0.visits'],
      [{ deviceId: 'd', days: [{ ...day, visits: 1.5 }] }, 'days.0.visits'],
      [{ deviceId: 'd', days: [{ ...day, engagedSeconds: 86_401 }] }, 'days.0.engagedSeconds'],
      [{ deviceId: 'd', days: [{ ...day, day: '2026-02-30' }] }, 'days.0.day'],
      [{ deviceId: 'd', days: [{ ...day, tool: '__proto__' }] }, 'days.0.tool'],
      [{ deviceId: '../x', days: [] }, 'deviceId'],
      [{ deviceId: 'd' }, 'days'],
      [[], ''],
      ['null', ''],
    ];
    for (const [body, field] of cases) {
      const answer = await world.ask('PUT /v1/usage', { token, body });
      expect([answer.status, answer.json()['field']]).toEqual([422, field]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.text).not.toContain('chatgpt.com');
    }
    const csv = await world.ask('GET /v1/export.csv?from=2026-01-01&to=2026-12-31', { token });
    expect(csv.text).not.toContain('2026-06-03');
  });

  it('is refused when it is no JSON, too deep or too large', async () => {
    const { world, token } = await member();
    const put = async (body: string) => (await world.ask('PUT /v1/usage', { token, body })).status;
    expect(await put('{')).toBe(400);
    expect(await put('')).toBe(400);
    expect(await put('['.repeat(400_000))).toBe(400);
    expect(await put(`${'['.repeat(33)}${']'.repeat(33)}`)).toBe(400);
    expect(await put(JSON.stringify({ deviceId: '['.repeat(60), days: [] }))).toBe(422);
    expect(await put(JSON.stringify({ x: 'a'.repeat(1_000_001) }))).toBe(413);
    const days = Array.from({ length: 501 }, () => dayOfUse('2026-06-03'));
    expect(
      (await world.ask('PUT /v1/usage', { token, body: { deviceId: 'd', days } })).status,
    ).toBe(422);
  });

  it('is refused in a query too', async () => {
    const { world, token } = await member();
    const of = async (query: string) =>
      (await world.ask(`GET /v1/lines${query}` as 'GET /', { token })).json()['field'];
    expect(await of('')).toBe('today');
    expect(await of('?today=yesterday')).toBe('today');
    expect(await of('?today=2026-06-03&member=other')).toBe('member');
    expect(await of('?today=9999-12-31')).toBe('today');
    const csv = await world.ask('GET /v1/export.csv?from=2026-06-03&to=2020-01-01', { token });
    expect([csv.status, csv.json()['field']]).toEqual([422, 'to']);
  });
});

describe('names', () => {
  it('are kept as they are, however they look', async () => {
    const { world, owner, token, setup } = await member();
    const name = `'); DROP TABLE members;-- <img src=x onerror=alert(1)> "\\`;
    const changed = await world.ask('PUT /v1/me', { token, body: { displayName: name } });
    expect(changed.json()['displayName']).toBe(name);
    const department = `PUT /v1/departments/${setup.departments[0]?.id ?? ''}` as const;
    const renamed = await world.ask(department, { token: owner, body: { name: '=1+1"\n' } });
    expect(renamed.json()['name']).toBe('=1+1"');
    expect((await world.ask(department, { token: owner, body: { name } })).status).toBe(200);
    const lines = await world.ask('GET /v1/lines?today=2026-06-03', { token });
    expect(lines.json<{ departments: { name: string }[] }>().departments[0]?.name).toBe(name);
    const roster = await world.ask('GET /v1/members', { token: owner });
    expect(JSON.stringify(roster.json())).toContain(JSON.stringify(name).slice(1, -1));
  });

  it('with line breaks are refused, because they reach mail headers', async () => {
    const { world, token } = await member();
    for (const displayName of ['a\nBcc: x@example.com', 'a\u2028b', '', '   ', 'x'.repeat(81)]) {
      expect((await world.ask('PUT /v1/me', { token, body: { displayName } })).status).toBe(422);
    }
  });

  it('that a spreadsheet would calculate are marked as text in the export', async () => {
    const { world, owner, setup } = await member();
    const [first] = setup.departments;
    await world.ask(`PUT /v1/departments/${first?.id ?? ''}`, {
      token: owner,
      body: { name: '=cmd|A1, "x"' },
    });
    const [champion] = await joinAll(world, first?.invites.champion ?? '');
    const token = champion?.memberToken ?? '';
    await use(world, token, ['2026-06-03']);
    const { text } = await world.ask('GET /v1/export.csv?from=2026-06-01&to=2026-06-30', { token });
    expect(text).toContain(`"'=cmd|A1, ""x"""`);
    expect(text).toContain('2026-06-03,device,chatgpt,1,60,3,no');
    expect(text.split('\r\n').filter((line) => line.startsWith('#')).length).toBeGreaterThan(5);
  });
});

describe('headers', () => {
  it('let extensions ask and no web page, without cookies', async () => {
    const { ask } = await worlds.fresh();
    const preflight = (origin: string) =>
      ask('OPTIONS /v1/lines', {
        headers: {
          origin,
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'authorization',
        },
      });
    const origin = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
    const allowed = await preflight(origin);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(origin);
    expect(allowed.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    for (const other of ['https://evil.example', 'null', 'https://x/chrome-extension://a']) {
      expect((await preflight(other)).headers.get('access-control-allow-origin')).toBeNull();
    }
    const asked = await ask('GET /v1/me', { headers: { origin } });
    expect(asked.headers.get('access-control-allow-origin')).toBe(origin);
    expect(asked.headers.get('set-cookie')).toBeNull();
  });

  it('keep answers from being sniffed, framed or stored, refusals included', async () => {
    const { ask } = await worlds.fresh();
    for (const path of ['GET /healthz', 'GET /v1/me', 'GET /nothing'] as const) {
      const { headers } = await ask(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('a hub in need', () => {
  it('takes nothing in while the disk is nearly full, and says when to come again', async () => {
    const { world, token } = await member();
    const app = createApp({ ...world.hub, freeBytes: async () => 1_000_000 });
    const headers = { authorization: `Bearer ${token}` };
    const body = JSON.stringify({ deviceId: 'd', days: [dayOfUse('2026-06-03')] });
    const put = await app.request('/v1/usage', { method: 'PUT', headers, body });
    expect(put.status).toBe(503);
    expect(Number(put.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await app.request('/v1/me', { headers })).status).toBe(200);
  });

  it('says that it is not ready while its database is away', async () => {
    const { hub, ask } = await worlds.fresh();
    expect((await ask('GET /readyz')).status).toBe(200);
    const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const organisations = { ...hub.organisations, ids: () => Promise.reject(away) };
    const answer = await createApp({ ...hub, organisations }).request('/readyz');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).not.toBeNull();
    expect((await ask('GET /healthz')).status).toBe(200);
  });

  it('does not tell what broke', async () => {
    const { hub } = await worlds.fresh();
    const organisations = {
      ...hub.organisations,
      ids: () => Promise.reject(new Error('SELECT secret FROM members')),
    };
    const app = createApp({ ...hub, organisations });
    const answer = await app.request('/readyz');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
  });
});
