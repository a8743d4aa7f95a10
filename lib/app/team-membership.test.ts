import { expect, test } from 'vitest';
import { createCommandWorld } from '../../test/support/command-world.ts';
import { createFakeHub } from '../../test/support/fake-hub.ts';
import { createFakeShared, usedPrompt } from '../../test/support/fake-shared.ts';
import { createHubClient } from '../platform/hub-client.ts';
import { exportEverything } from './export-everything.ts';
import { createTeamSync } from './sync-outbox.ts';
import { createTeamMembership } from './team-membership.ts';
import { teamViewOf, withoutToken } from './team-view.ts';

const INVITE = 'https://hub.example/join#acme000000000000.Jx3v5tq9wLr2bC8yTgQm4A';
const SECRET = 'banso_acme000000000000_secret';

function createWorld(isAllowed = true) {
  const { store, clock, queue, held } = createCommandWorld();
  const hub = createFakeHub();
  const given: string[] = [];
  const access = {
    has: async () => isAllowed,
    giveBack: async (hubUrl: string) => void given.push(hubUrl),
  };
  const openHub: Parameters<typeof createTeamSync>[0]['openHub'] = (place) =>
    createHubClient(place, { fetch: hub.fetch, now: clock.now });
  const sync = createTeamSync({ store, clock, queue, openHub, random: () => 0 });
  const carryOut = createTeamMembership({ store, clock, queue, openHub, access, sync });
  const view = () => teamViewOf(store.dump(), clock.nowMs);
  return { store, hub, held, given, carryOut, view };
}

test('joining keeps who and where, fetches the lines, and shows the token nowhere', async () => {
  const world = createWorld();
  await world.carryOut({ type: 'joinTeam', invite: INVITE, displayName: '山田' });
  const view = world.view();
  expect(view).toMatchObject({
    team: { hubUrl: 'https://hub.example', memberId: 'm1', joinedOn: '2026-11-24' },
    lines: { departments: [{ name: '営業部', states: 'k' }] },
    payloads: { join: { body: { invite: '…', displayName: '山田' } } },
  });
  const stored = JSON.stringify(world.store.dump());
  expect(stored).toContain(SECRET);
  expect(JSON.stringify(view)).not.toContain(SECRET);
  expect(JSON.stringify(withoutToken(world.store.dump()))).not.toContain(SECRET);
  const file = exportEverything(world.held(), { nowMs: 1, today: '2026-11-24' as never });
  expect(file).not.toContain(SECRET);
});

test('a damaged token is never set aside where it would be shown; it means joining again', async () => {
  const world = createWorld();
  await world.carryOut({ type: 'joinTeam', invite: INVITE });
  await world.store.write({ teamToken: { v: 1, data: { token: SECRET, more: 1 } } });
  await world.carryOut({ type: 'syncTeam', asked: true });
  expect(world.view()?.sync.trouble?.kind).toBe('revoked');
  expect(Object.keys(world.store.dump()).filter((key) => key.startsWith('quarantine'))).toEqual([]);
});

test.each([
  ['not a link', 'inviteUnreadable'],
  ['http://hub.example/join#acme000000000000.abc', 'inviteUnreadable'],
])('"%s" is refused before anything is sent', async (invite, code) => {
  const world = createWorld();
  await expect(world.carryOut({ type: 'joinTeam', invite })).rejects.toMatchObject({ code });
  expect(world.store.dump()).toEqual({});
});

test('without the browser’s permission nothing is asked of the hub', async () => {
  const world = createWorld(false);
  await expect(world.carryOut({ type: 'joinTeam', invite: INVITE })).rejects.toMatchObject({
    code: 'hubNotPermitted',
  });
});

test('leaving takes away all that concerns the hub, and nothing of the person', async () => {
  const world = createWorld();
  await world.store.write({ settings: { v: 1, data: {} } });
  world.hub.shared = createFakeShared();
  world.hub.shared.put('prompts', usedPrompt('a'));
  await world.carryOut({ type: 'joinTeam', invite: INVITE });
  expect(Object.keys(world.store.dump())).toContain('sharedPrompt/a');
  await world.carryOut({ type: 'leaveTeam' });
  expect(Object.keys(world.store.dump())).toEqual(['settings']);
  expect(world.given).toEqual(['https://hub.example']);
});

test('a hub that cannot be told stops leaving, unless the person leaves anyway', async () => {
  const world = createWorld();
  await world.carryOut({ type: 'joinTeam', invite: INVITE });
  world.hub.faults.push('noConnection', 'noConnection');
  await expect(world.carryOut({ type: 'leaveTeam' })).rejects.toMatchObject({
    code: 'hubUnreachable',
  });
  expect(world.view()).toBeDefined();
  await world.carryOut({ type: 'leaveTeam', anyway: true });
  expect(world.view()).toBeUndefined();
});

const FOUNDING = {
  type: 'foundCompany',
  link: 'https://hub.example/join#setup:Xk3v9QpL2m_s',
  organisation: { name: 'みなと商事', timeZone: 'Asia/Tokyo', locale: 'ja', country: 'JP' },
  departments: [{ name: '営業部' }, { name: '総務部' }],
  owner: { displayName: '港 花子', email: 'hanako@example.co.jp' },
} as const;

test('a new hub’s link sets the company up, makes its owner and says the first invites once', async () => {
  const world = createWorld();
  const founding = { ...FOUNDING, departments: [...FOUNDING.departments] };
  expect(await world.carryOut(founding)).toEqual([
    {
      department: '営業部',
      member: 'https://hub.example/join#m0',
      champion: 'https://hub.example/join#c0',
    },
    {
      department: '総務部',
      member: 'https://hub.example/join#m1',
      champion: 'https://hub.example/join#c1',
    },
  ]);
  expect(world.view()).toMatchObject({
    team: {
      hubUrl: 'https://hub.example',
      organisation: { name: 'みなと商事' },
      joinedOn: '2026-11-24',
    },
    payloads: { join: { path: '/v1/setup', body: { setupCode: '…', owner: FOUNDING.owner } } },
  });
  const stored = JSON.stringify(world.store.dump());
  expect(stored).not.toContain('Xk3v9QpL2m_s');
  expect(stored).not.toContain('join#');
});

test('a set-up code that is wrong or used changes nothing, and an invite sets nothing up', async () => {
  const world = createWorld();
  world.hub.revoked = true;
  const founding = { ...FOUNDING, departments: [...FOUNDING.departments] };
  await expect(world.carryOut(founding)).rejects.toMatchObject({ code: 'setupCodeInvalid' });
  const swapped = { ...founding, link: INVITE };
  await expect(world.carryOut(swapped)).rejects.toMatchObject({ code: 'inviteUnreadable' });
  const joining = { type: 'joinTeam', invite: FOUNDING.link } as const;
  await expect(world.carryOut(joining)).rejects.toMatchObject({ code: 'inviteUnreadable' });
  expect(world.store.dump()).toEqual({});
});
