import { expect, it } from 'vitest';
import { joinAll, onBothHubs, setUp, SETUP_CODE } from '../test/support/hub-world.ts';

onBothHubs('set-up', (worlds) => {
  it('makes one organisation, whoever tries at once', async () => {
    const world = await worlds.fresh();
    const beside = await worlds.beside(world);
    const body = {
      setupCode: SETUP_CODE,
      organisation: { name: 'A', timeZone: 'Asia/Tokyo', locale: 'ja', country: 'JP' },
      departments: [{ name: 'a' }, { name: 'b' }],
      owner: { displayName: 'O', email: 'o@example.com' },
    };
    const wrong = await world.ask('POST /v1/setup', { body: { ...body, setupCode: 'guess' } });
    expect(wrong.status).toBe(401);
    const statuses = [];
    // In turn between two hubs and at once within each: two SQLite connections of one process would block each other.
    for (const { ask } of [world, beside]) {
      const tries = Array.from({ length: 5 }, () => ask('POST /v1/setup', { body }));
      statuses.push(...(await Promise.all(tries)).map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 401)).toHaveLength(9);
    expect(await world.hub.organisations.ids()).toHaveLength(1);
  });

  it('leaves the code as it was when it breaks in the middle', async () => {
    const world = await worlds.fresh();
    const { organisation, owner } = {
      organisation: {
        id: 'a'.repeat(16),
        name: 'A',
        timeZone: 'Asia/Tokyo',
        locale: 'ja',
        country: 'JP',
        createdAt: 1,
        departments: [{ id: 'd', name: 'd' }],
      },
      owner: {
        organisationId: 'a'.repeat(16),
        id: 'o',
        displayName: 'O',
        email: undefined,
        role: 'owner',
        language: 'ja',
        departmentId: 'd',
        fromDay: 1,
        createdAt: 1,
        token: { id: 't', hash: 'h', label: 'setup' },
      },
    } as const;
    const invite = {
      organisationId: organisation.id,
      id: 'i',
      codeHash: 'same',
      departmentId: 'd',
      role: 'member',
      expiresAt: 1,
      maxUses: 1,
      createdBy: 'o',
      createdAt: 1,
    } as const;
    const made = { organisation, owner, invites: [invite, invite] };
    await expect(world.hub.founding.found(SETUP_CODE, made)).rejects.toThrow(/./);
    expect(await world.hub.organisations.ids()).toEqual([]);
    const setup = await setUp(world);
    expect(setup.departments.map(({ name }) => name)).toEqual(['営業', '経理']);
  });
});

onBothHubs('invites', (worlds) => {
  it('do not say why they fail: unknown, foreign, expired, revoked and used up look alike', async () => {
    const world = await worlds.fresh();
    const { memberToken: token, departments } = await setUp(world);
    const path = `/v1/departments/${departments[0]?.id ?? ''}/invites` as const;
    const make = async (body: object) =>
      (await world.ask(`POST ${path}`, { token, body })).json<{
        link: string;
        invite: { id: string };
      }>();
    const used = await make({ role: 'member', maxUses: 1 });
    const [first] = await joinAll(world, used.link);
    expect(first?.role).toBe('member');
    const revoked = await make({ role: 'member' });
    await world.ask(`DELETE ${path}/${revoked.invite.id}`, { token });
    const expired = await make({ role: 'member', expiresInDays: 1 });
    const later = await worlds.beside(world, '2026-06-05T09:00:00+09:00');
    const working = await make({ role: 'member' });
    const foreign = working.link.replace(/#[a-z0-9]{16}/, `#${'z'.repeat(16)}`);
    const answers = [];
    for (const invite of [
      used.link,
      revoked.link,
      expired.link,
      foreign,
      `${working.link}x`,
      'no',
    ]) {
      const { status, text } = await later.ask('POST /v1/join', { body: { invite } });
      answers.push(`${status} ${text}`);
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^410 .*inviteInvalid/);
    expect((await later.ask('POST /v1/join', { body: { invite: working.link } })).status).toBe(201);
  });

  it('count the places they leave, told only to those who manage the department', async () => {
    const world = await worlds.fresh();
    const { memberToken: token, departments } = await setUp(world);
    const [sales, office] = departments;
    const places = async (asking: string | undefined) => {
      const answer = await world.ask('GET /v1/departments', { token: asking });
      return answer
        .json<{ departments: { placesLeft?: number; members?: number }[] }>()
        .departments.map(({ placesLeft }) => placesLeft);
    };
    const [salesAtFirst = 0, officeAtFirst = 0] = (await places(token)) as number[];
    const path = `/v1/departments/${sales?.id ?? ''}/invites` as const;
    const make = async (body: object) =>
      (await world.ask(`POST ${path}`, { token, body })).json<{
        link: string;
        invite: { id: string };
      }>();
    const open = await make({ role: 'member', maxUses: 4 });
    const revoked = await make({ role: 'member', maxUses: 8 });
    await world.ask(`DELETE ${path}/${revoked.invite.id}`, { token });
    const [member] = await joinAll(world, open.link);
    const [champion] = await joinAll(world, office?.invites.champion ?? '');
    expect(await places(token)).toEqual([salesAtFirst + 3, officeAtFirst - 1]);
    expect(await places(champion?.memberToken)).toEqual([undefined, officeAtFirst - 1]);
    expect(await places(member?.memberToken)).toEqual([undefined, undefined]);
    expect((await world.ask('GET /v1/departments')).status).toBe(401);
    // A year on, none of these invites works any more.
    const later = await worlds.beside(world, '2027-07-01T09:00:00+09:00');
    const answer = await later.ask('GET /v1/departments', { token });
    expect(answer.json<{ departments: object[] }>().departments).toEqual([
      expect.objectContaining({ placesLeft: 0, members: 2 }),
      expect.objectContaining({ placesLeft: 0, members: 1 }),
    ]);
  });

  it('give their last use to one of twenty', async () => {
    const world = await worlds.fresh();
    const beside = await worlds.beside(world);
    const { memberToken: token, departments } = await setUp(world);
    const path = `/v1/departments/${departments[0]?.id ?? ''}/invites` as const;
    const made = await world.ask(`POST ${path}`, { token, body: { role: 'member', maxUses: 3 } });
    const { link } = made.json<{ link: string }>();
    await joinAll(world, link, 2);
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const { ask } = world.hub.config.databaseUrl && index % 2 ? beside : world;
        return (await ask('POST /v1/join', { body: { invite: link } })).status;
      }),
    );
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 410)).toHaveLength(19);
    const { invites } = (await world.ask(`GET ${path}`, { token })).json<{
      invites: { uses: number; maxUses: number }[];
    }>();
    expect(invites.find(({ maxUses }) => maxUses === 3)?.uses).toBe(3);
    const { members } = (await world.ask('GET /v1/members', { token })).json<{
      members: object[];
    }>();
    expect(members).toHaveLength(4);
  });

  it('cannot be guessed for long, and say when to come again', async () => {
    const world = await worlds.fresh();
    const { departments } = await setUp(world);
    const guess = () => world.ask('POST /v1/join', { body: { invite: 'guess' } });
    const answers = [];
    for (let index = 0; index < 40; index += 1) answers.push(await guess());
    expect(answers[0]?.status).toBe(410);
    const refused = answers.at(-1);
    expect(refused?.status).toBe(429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    const right = { invite: departments[0]?.invites.member };
    expect((await world.ask('POST /v1/join', { body: right })).status).toBe(429);
  });
});

onBothHubs('a second device', (worlds) => {
  it('is the same person by a code that works once and for ten minutes', async () => {
    const world = await worlds.fresh();
    const { departments } = await setUp(world);
    const [person] = await joinAll(world, departments[0]?.invites.member ?? '');
    const token = person?.memberToken ?? '';
    const code = async () =>
      (await world.ask('POST /v1/me/device-codes', { token })).json<{ code: string }>().code;
    const earlier = await code();
    const present = await code();
    expect(present).toMatch(/^[ACDEFHJKMNPRTUVWXY34679]{4}-[ACDEFHJKMNPRTUVWXY34679]{4}$/);
    const join = (text: string, { ask } = world) =>
      ask('POST /v1/join-device', { body: { code: text } });
    expect((await join(earlier)).status).toBe(410);
    const second = await join(` ${present.toLowerCase().replace('-', ' ')} `);
    expect(second.status).toBe(201);
    expect(second.json()['memberId']).toBe(person?.memberId);
    expect((await join(present)).status).toBe(410);
    const late = await code();
    const later = await worlds.beside(world, '2026-06-03T09:11:00+09:00');
    expect((await join(late, later)).status).toBe(410);

    const list = (await world.ask('GET /v1/me/tokens', { token })).json<{
      tokens: { id: string; current: boolean }[];
    }>();
    expect(list.tokens).toHaveLength(2);
    expect(list.tokens.filter(({ current }) => current)).toHaveLength(1);
    expect(JSON.stringify(list)).not.toContain('hash');
    const other = list.tokens.find(({ current }) => !current);
    const gone = await world.ask(`DELETE /v1/me/tokens/${other?.id ?? ''}`, { token });
    expect(gone.status).toBe(204);
    const secondToken = second.json<{ memberToken: string }>().memberToken;
    expect((await world.ask('GET /v1/me', { token: secondToken })).status).toBe(401);
    expect((await world.ask('GET /v1/me', { token })).status).toBe(200);
  });

  it('that was lost is ended by the owner, together with the code it had offered; the person stays', async () => {
    const world = await worlds.fresh();
    const { memberToken: owner, departments } = await setUp(world);
    const [person, another] = await joinAll(world, departments[0]?.invites.member ?? '', 2);
    const lost = person?.memberToken;
    const offer = async () =>
      (await world.ask('POST /v1/me/device-codes', { token: lost })).json<{ code: string }>().code;
    const joined = await world.ask('POST /v1/join-device', { body: { code: await offer() } });
    const kept = joined.json<{ memberToken: string }>().memberToken;
    const code = await offer();

    const path = `/v1/members/${person?.memberId ?? ''}/devices` as const;
    const listed = await world.ask(`GET ${path}`, { token: owner });
    const { devices } = listed.json<{ devices: { id: string }[] }>();
    expect(devices.map((device) => Object.keys(device))).toEqual([
      ['id', 'createdAt'],
      ['id', 'createdAt'],
    ]);
    const { tokens } = (await world.ask('GET /v1/me/tokens', { token: lost })).json<{
      tokens: { id: string; current: boolean }[];
    }>();
    const id = tokens.find(({ current }) => current)?.id ?? '';

    // Under somebody else's name it is nobody's.
    const wrong = `DELETE /v1/members/${another?.memberId ?? ''}/devices/${id}` as const;
    expect((await world.ask(wrong, { token: owner })).status).toBe(404);
    expect((await world.ask('GET /v1/me', { token: lost })).status).toBe(200);

    const end = `DELETE ${path}/${id}` as const;
    expect((await world.ask(end, { token: owner })).status).toBe(204);
    expect((await world.ask(end, { token: owner })).status).toBe(204);
    expect((await world.ask('GET /v1/me', { token: lost })).status).toBe(401);
    expect((await world.ask('POST /v1/join-device', { body: { code } })).status).toBe(410);
    expect((await world.ask('GET /v1/me', { token: kept })).status).toBe(200);
    const left = (await world.ask(`GET ${path}`, { token: owner })).json<{ devices: unknown[] }>();
    expect(left.devices).toHaveLength(1);
  });

  it('cannot end somebody else’s token', async () => {
    const world = await worlds.fresh();
    const { memberToken, departments } = await setUp(world);
    const [person] = await joinAll(world, departments[0]?.invites.member ?? '');
    const { tokens } = (await world.ask('GET /v1/me/tokens', { token: memberToken })).json<{
      tokens: { id: string }[];
    }>();
    const path = `DELETE /v1/me/tokens/${tokens[0]?.id ?? ''}` as const;
    expect((await world.ask(path, { token: person?.memberToken })).status).toBe(404);
    expect((await world.ask('GET /v1/me', { token: memberToken })).status).toBe(200);
  });
});
