import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { hubWorlds, joinAll, onBothHubs, setUp, use } from '../../test/support/hub-world.ts';
import { startSmtpServer } from '../../test/support/smtp-server.ts';
import type { Config } from '../config.ts';
import { SQLITE_FILE } from '../db/open-database.ts';
import { examine } from './doctor.ts';
import { runCommand } from './run-command.ts';

const DAY = '2026-06-03';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banso-commands-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function run(config: Config, ...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await runCommand(config, args, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

describe('backup and restore', () => {
  const worlds = hubWorlds();

  it('bring a hub back to the day of the backup, under a new name', async () => {
    const world = await worlds.fresh();
    const { memberToken: owner, departments } = await setUp(world);
    const [person] = await joinAll(world, departments[0]?.invites.member ?? '');
    const token = person?.memberToken ?? '';
    await use(world, token, [DAY]);
    const share = (id: string) =>
      world.ask('POST /v1/prompts', {
        token,
        body: { id, text: { title: '返信', body: '返信を書いてください。', variables: [] } },
      });
    await share('monday');
    const raise = (id: string) =>
      world.ask('POST /v1/help', { token, body: { id, text: '短くするには？' } });
    await raise('monday');
    const file = join(folder, 'monday.sqlite');
    const { config } = world.hub;
    expect(await run(config, 'backup', file)).toMatchObject({ code: 0 });
    expect(await run(config, 'backup', file)).toMatchObject({ code: 1 });

    await use(world, token, ['2026-06-04']);
    await share('tuesday');
    await raise('tuesday');
    const { cursor } = (await world.ask('GET /v1/prompts', { token })).json<{ cursor: string }>();
    const [second] = await joinAll(world, departments[0]?.invites.member ?? '');
    const running = await run(config, 'restore', file);
    expect(running).toMatchObject({ code: 1, said: expect.stringContaining('Stop it first') });
    await world.hub.close();
    const restored = await run(config, 'restore', file);
    expect(restored.code).toBe(0);
    const kept = readdirSync(config.dataDir).filter((name) => name.includes('.before-'));
    expect(kept).toHaveLength(1);
    expect(readdirSync(config.dataDir).some((name) => name.includes('.part-'))).toBe(false);

    const again = await worlds.beside(world);
    const me = await again.ask('GET /v1/me', { token });
    expect(me.status).toBe(200);
    expect(me.json()['instance']).not.toBe(world.hub.instance);
    expect((await again.ask('GET /v1/me', { token: second?.memberToken })).status).toBe(401);
    const csv = await again.ask('GET /v1/export.csv?from=2026-06-01&to=2026-06-30', { token });
    expect(csv.text).toContain(DAY);
    expect(csv.text).not.toContain('2026-06-04');
    // What was shared since is gone, and a device is told so though its cursor lies ahead.
    const shared = await again.ask(`GET /v1/prompts?since=${cursor}`, { token });
    expect(shared.json()).toMatchObject({ complete: true, prompts: [{ id: 'monday' }] });
    const own = await again.ask('POST /v1/help/own', { token, body: { keys: [] } });
    expect(own.json()).toMatchObject({ questions: [{ id: 'monday' }] });
    // The device sends what the backup lacks.
    await again.ask('POST /v1/help', { token, body: { id: 'tuesday', text: '短くするには？' } });
    await use(again, token, ['2026-06-04']);
    expect((await again.ask('GET /v1/members', { token: owner })).status).toBe(200);
  });

  it('refuse what is no backup, and leave the database as it was', async () => {
    const world = await worlds.fresh();
    await setUp(world);
    const { config } = world.hub;
    await world.hub.close();
    const before = readFileSync(join(config.dataDir, SQLITE_FILE));
    const text = join(folder, 'text');
    writeFileSync(text, 'no database');
    const other = join(folder, 'other.sqlite');
    new DatabaseSync(other).exec('CREATE TABLE x (y)');
    const newer = join(folder, 'newer.sqlite');
    const database = new DatabaseSync(newer);
    database.exec(
      `CREATE TABLE hub (name TEXT, value TEXT); INSERT INTO hub VALUES ('schemaVersion', '999')`,
    );
    database.close();
    for (const file of [text, other, newer, join(folder, 'none'), folder]) {
      expect([file, (await run(config, 'restore', file)).code]).toEqual([file, 1]);
    }
    expect((await run(config, 'restore')).code).toBe(1);
    expect(readFileSync(join(config.dataDir, SQLITE_FILE)).equals(before)).toBe(true);
  });

  it('point to PostgreSQL’s own tools where that is the database', async () => {
    const world = await worlds.fresh();
    const config = { ...world.hub.config, databaseUrl: 'postgres://nowhere' };
    expect((await run(config, 'backup', join(folder, 'x'))).said).toContain('pg_dump');
    expect((await run(config, 'restore', join(folder, 'x'))).said).toContain('pg_restore');
  });
});

onBothHubs('export', (worlds) => {
  it('writes every row to a file for its owner alone, without a token that works', async () => {
    const world = await worlds.fresh();
    const { memberToken, departments } = await setUp(world);
    const [person] = await joinAll(world, departments[0]?.invites.member ?? '');
    await use(world, person?.memberToken ?? '', [DAY]);
    await world.ask('POST /v1/prompts', {
      token: memberToken,
      body: { text: { title: '返信', body: '返信を書いてください。', variables: [] } },
    });
    const key = 'k'.repeat(43);
    await world.ask('POST /v1/help', {
      token: person?.memberToken,
      body: { id: 'nameless', text: '短くするには？', key },
    });
    const file = join(folder, 'all.jsonl');
    expect(await run(world.hub.config, 'export', file)).toMatchObject({ code: 0 });
    expect((await run(world.hub.config, 'export', file)).code).toBe(1);
    expect(statSync(file).mode & 0o077).toBe(0);
    const text = readFileSync(file, 'utf8');
    const [first, ...rows] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { table?: string });
    expect(first).toMatchObject({ format: 'banso-hub' });
    expect(rows.filter(({ table }) => table === 'usage_days')).toHaveLength(1);
    expect(rows.filter(({ table }) => table === 'members')).toHaveLength(2);
    expect(rows.filter(({ table }) => table === 'shared_prompt_versions')).toHaveLength(1);
    const [question] = rows.filter(({ table }) => table === 'help_questions');
    // Not even here can anybody see whose it is.
    expect(JSON.stringify(question)).not.toContain(person?.memberId);
    expect(text).not.toContain(key);
    expect(text).toContain('伴走商事');
    expect(text).not.toContain(memberToken.slice(-43));
  });
});

describe('doctor', () => {
  const worlds = hubWorlds();
  const stateOf = async (config: Config, about: string) =>
    (await examine(config)).filter((finding) => finding.about === about).map(({ state }) => state);

  it('finds nothing bad in a hub that works', async () => {
    const world = await worlds.fresh();
    await setUp(world);
    const { code, said } = await run(world.hub.config, 'doctor');
    expect(code).toBe(0);
    for (const about of ['node', 'disk', 'clock', 'database', 'timeZone', 'keyFile', 'mail']) {
      expect(said).toContain(`${about}: `);
    }
  });

  it('finds a clock that was set back', async () => {
    const { hub } = await worlds.fresh('2026-06-03T09:00:00+09:00');
    const ahead = new Date(Date.now() + 86_400_000).toISOString();
    const world = await worlds.fresh(ahead);
    await setUp(world);
    const now = { ...world.hub.config, clockStartMs: undefined };
    expect(await stateOf(now, 'clock')).toEqual(['good', 'bad']);
    expect(await stateOf(hub.config, 'clock')).toEqual(['note']);
  });

  it('finds what is broken, and never says a password', async () => {
    const world = await worlds.fresh();
    const { config } = world.hub;
    const mail = { ...config, smtpUrl: 'smtp://user:secret@127.0.0.1:1' };
    expect(await stateOf(mail, 'mail')).toEqual(['bad']);
    expect((await run(mail, 'doctor')).said).not.toContain('secret@');
    const away = { ...config, databaseUrl: 'postgres://user:secret@127.0.0.1:1/x' };
    expect(await stateOf(away, 'database')).toEqual(['bad']);
    expect((await run(away, 'doctor')).said).not.toContain('secret');
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await stateOf({ ...config, dataDir: file }, 'disk')).toEqual(['bad']);
    expect(existsSync(config.secretKeyFile)).toBe(false);
  });

  it('tells a mail server that keeps mails to itself from one on whose way they can be read', async () => {
    const { hub } = await worlds.fresh();
    const mailOf = (smtpUrl: string) => stateOf({ ...hub.config, smtpUrl }, 'mail');
    const [plain, secure] = [await startSmtpServer(), await startSmtpServer({ secure: true })];
    onTestFinished(async () => {
      await plain.close();
      await secure.close();
    });
    expect(await mailOf(`smtp://127.0.0.1:${plain.port}`)).toEqual(['note']);
    // The strict way inside, as ADR 12 has it: its certificate is its own.
    const strict = '?requireTLS=true&tls.rejectUnauthorized=true';
    expect(await mailOf(`smtp://127.0.0.1:${plain.port}${strict}`)).toEqual(['bad']);
    expect(await mailOf(`smtps://127.0.0.1:${secure.port}`)).toEqual(['bad']);
    const told = `smtps://127.0.0.1:${secure.port}?tls.rejectUnauthorized=false`;
    expect(await mailOf(told)).toEqual(['good']);
  });
});

onBothHubs('doctor', (worlds, engine) => {
  it('holds the clock against a database that several hubs share', async () => {
    const { hub } = await worlds.fresh();
    const config = { ...hub.config, clockStartMs: undefined };
    const found = (await examine(config)).filter(({ about }) => about === 'clock');
    expect(found.map(({ state }) => state)).toEqual(
      engine === 'postgres' ? ['good', 'good'] : ['good'],
    );
  });
});

describe('the command line', () => {
  const worlds = hubWorlds();

  it('lists its commands, and fails for one that is none', async () => {
    const { config } = (await worlds.fresh()).hub;
    expect(await run(config, 'help')).toMatchObject({
      code: 0,
      said: expect.stringContaining('doctor'),
    });
    expect((await run(config, 'dance')).code).toBe(2);
  });
});
