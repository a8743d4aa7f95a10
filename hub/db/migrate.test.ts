import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { onBothHubs } from '../../test/support/hub-world.ts';
import { dayOfEpoch } from '../../lib/domain/day.ts';
import type { OwnQuestionsReply } from '../../lib/contract/hub/help.ts';
import type { LinesReply } from '../../lib/contract/hub/lines.ts';
import { DatabaseVersionError, migrate, migrationState, SCHEMA_VERSION } from './migrate.ts';
import { openDatabase } from './open-database.ts';

const EXAMPLES = 'test/contract/examples/hub';
const TOKEN = `banso_a1b2c3d4e5f6g7h8_${'A'.repeat(43)}`;
const INVITE = `a1b2c3d4e5f6g7h8.${'B'.repeat(43)}`;

/** A database as an earlier build left it. */
async function fill(config: Parameters<typeof openDatabase>[0], file: string): Promise<void> {
  const { db, close } = openDatabase(config);
  const text = readFileSync(`${EXAMPLES}/${file}`, 'utf8').replace(/^--.*\n/, '');
  await db.transaction().execute(async (transaction) => {
    for (const statement of text.split(';\n').filter((each) => each.trim())) {
      await sql.raw(statement).execute(transaction);
    }
  });
  await close();
}

onBothHubs('a database', (worlds) => {
  // A version without its example fails here.
  it.each(Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1))(
    'of version %i opens, migrates and goes on with its people and days',
    async (version) => {
      const empty = await worlds.emptied();
      await fill(empty.config, `database.v${version}.sql`);
      const { hub, ask } = await empty.start('2026-06-05T18:00:00+09:00');
      const { db, close } = openDatabase(empty.config);
      expect(await migrationState(db)).toEqual({ found: SCHEMA_VERSION, needed: SCHEMA_VERSION });
      await close();
      expect((await ask('GET /v1/me', { token: TOKEN })).json()).toMatchObject({
        displayName: '佐藤',
        role: 'owner',
        department: { name: '営業部' },
      });
      const today = dayOfEpoch(20_609);
      const lines = (
        await ask(`GET /v1/lines?today=${today}`, { token: TOKEN })
      ).json<LinesReply>();
      expect(lines.mine.days.slice(-5).filter(({ state }) => state === 'kept').length).toBe(3);
      expect(lines.departments[0]?.line.longest).toBeGreaterThan(0);
      expect((await ask('POST /v1/join', { body: { invite: INVITE } })).status).toBe(201);
      expect(await hub.leaveDays.ofOrganisation('a1b2c3d4e5f6g7h8')).toHaveLength(1);
    },
  );

  it('is migrated once by two hubs that start together', async () => {
    const empty = await worlds.emptied();
    await fill(empty.config, 'database.v1.sql');
    const open = [openDatabase(empty.config), openDatabase(empty.config)];
    if (empty.config.databaseUrl === undefined) for (const { db } of open) await migrate(db);
    else await Promise.all(open.map(({ db }) => migrate(db)));
    for (const { db, close } of open) {
      expect((await migrationState(db)).found).toBe(SCHEMA_VERSION);
      await close();
    }
  });

  it('is left alone when a newer build wrote it', async () => {
    const empty = await worlds.emptied();
    await fill(empty.config, 'database.v1.sql');
    const { db, close } = openDatabase(empty.config);
    await db.updateTable('hub').set({ value: '999' }).where('name', '=', 'schemaVersion').execute();
    await expect(migrate(db)).rejects.toThrow(DatabaseVersionError);
    const tables = await db.introspection.getTables();
    expect(tables.some(({ name }) => name === 'marks')).toBe(false);
    await close();
  });
});

onBothHubs('a database of version 6', (worlds) => {
  it('goes on with questions, with and without a name, how-tos and meetings', async () => {
    const empty = await worlds.emptied();
    await fill(empty.config, 'database.v6.sql');
    const { ask } = await empty.start('2026-06-08T18:00:00+09:00');
    const own = async (keys: string[]) =>
      (await ask('POST /v1/help/own', { token: TOKEN, body: { keys } })).json<OwnQuestionsReply>()
        .questions;
    expect(await own([])).toMatchObject([
      { id: 'question-1', named: true, state: 'answered', answer: { by: 'champion' } },
    ]);
    expect(await own(['K'.repeat(43)])).toMatchObject([
      { id: 'question-2', named: false, state: 'open' },
      { id: 'question-1' },
    ]);
    expect((await ask('GET /v1/howtos', { token: TOKEN })).json()['howTos']).toMatchObject([
      { id: 'short', title: '返信を短くする' },
    ]);
    expect(
      (await ask('GET /v1/departments/dep-sales/meetings', { token: TOKEN })).json(),
    ).toMatchObject({
      next: { day: '2026-06-09' },
      held: [{ day: '2026-06-03', notes: '三人で試す。' }],
      actions: [{ id: 'try', dueDay: '2026-06-12' }],
    });
  });
});

onBothHubs('a database of version 7', (worlds) => {
  it('goes on with its goal, its programme and what was agreed', async () => {
    const empty = await worlds.emptied();
    await fill(empty.config, 'database.v7.sql');
    const { ask } = await empty.start('2026-06-15T09:00:00+09:00');
    expect((await ask('GET /v1/goal', { token: TOKEN })).json()).toMatchObject({
      goal: { purpose: 'hands', share: 0.6, by: '2026-09-30', departmentIds: ['dep-sales'] },
    });
    const programme = await ask('GET /v1/departments/dep-sales/programme', { token: TOKEN });
    expect(programme.json()).toMatchObject({
      missing: [],
      champion: { name: '鈴木' },
      startedOn: '2026-06-01',
      programme: { phase: 'running', week: 3 },
    });
    const board = await ask('GET /v1/departments/dep-sales/attachment', { token: TOKEN });
    expect(board.json()).toMatchObject({
      cards: [
        { name: '見積対応', carriesGoal: true, nextStep: '三人で試す', nextOn: '2026-06-15' },
      ],
    });
  });
});

onBothHubs('a database of version 10', (worlds) => {
  it('goes on knowing where a prompt was copied from', async () => {
    const empty = await worlds.emptied();
    await fill(empty.config, 'database.v10.sql');
    const { ask } = await empty.start('2026-06-08T18:00:00+09:00');
    const library = await ask('GET /v1/departments/dep-sales/library', { token: TOKEN });
    expect(library.json()).toMatchObject({
      prompts: [{ id: 'reply', from: "経理 'O''Neill'" }],
      offers: [],
    });
  });
});

onBothHubs('a database of version 8', (worlds) => {
  it('goes on with its offers and its pulse', async () => {
    const empty = await worlds.emptied();
    await fill(empty.config, 'database.v8.sql');
    const { ask } = await empty.start('2026-06-08T18:00:00+09:00');
    expect((await ask('GET /v1/check-in', { token: TOKEN })).json()).toEqual({
      offer: { offeredOn: '2026-06-04', until: '2026-06-17' },
      pulse: { month: '2026-06', answered: true },
    });
    expect((await ask('GET /v1/departments/dep-sales/pulse', { token: TOKEN })).json()).toEqual({
      month: '2026-05',
      now: {
        shown: true,
        atLeast: 5,
        questions: {
          quality: { low: 3.5, high: 5 },
          effort: { low: 3.5, high: 5 },
          speed: { low: 3.5, high: 5 },
          productivity: { low: 3.5, high: 5 },
        },
      },
      before: { shown: false, because: 'fewerThanFloor' },
    });
  });
});

onBothHubs('a database of version 5', (worlds) => {
  it('goes on with who agreed to be shown in groups of three', async () => {
    const empty = await worlds.emptied();
    await fill(empty.config, 'database.v5.sql');
    const { hub, ask } = await empty.start('2026-06-08T18:00:00+09:00');
    const agreement = await ask('GET /v1/me/agreement', { token: TOKEN });
    expect(agreement.json()).toEqual({ agreed: true, holds: false });
    const member = { organisationId: 'a1b2c3d4e5f6g7h8', memberId: 'member-6' };
    expect(await hub.agreements.of(member)).toBe(false);
  });
});

onBothHubs('a database of version 4', (worlds) => {
  it('opens and goes on with what its departments shared', async () => {
    const empty = await worlds.emptied();
    await fill(empty.config, 'database.v4.sql');
    const { ask } = await empty.start('2026-06-08T18:00:00+09:00');
    const of = async (path: 'prompts' | 'workflows' | 'notes') =>
      (await ask(`GET /v1/${path}`, { token: TOKEN })).json()[path];
    expect(await of('prompts')).toMatchObject([
      {
        id: 'reply',
        inUse: { version: 1, author: '佐藤' },
        mine: { version: 2, state: 'returned' },
      },
    ]);
    expect(await of('workflows')).toMatchObject([{ name: '見積対応', source: { pack: 'sales' } }]);
    expect(await of('notes')).toMatchObject([{ id: 'june', promptId: 'reply' }]);
  });
});

onBothHubs('a database of version 11', (worlds) => {
  it('goes on with the goal that a programme passed with, to the last digit', async () => {
    const empty = await worlds.emptied();
    await fill(empty.config, 'database.v11.sql');
    const { hub, ask } = await empty.start('2026-06-15T09:00:00+09:00');
    const key = { organisationId: 'a1b2c3d4e5f6g7h8', departmentId: 'dep-sales' };
    expect(await hub.programmes.ofDepartment(key)).toMatchObject({ passedGoal: 0.55 });
    const programme = await ask('GET /v1/departments/dep-sales/programme', { token: TOKEN });
    expect(programme.json()).toMatchObject({ goal: 0.55 });
  });
});
