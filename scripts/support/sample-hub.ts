import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readConfig, SETTINGS } from '../../hub/config.ts';
import { openHub } from '../../hub/hub.ts';
import { fillSampleCompany } from '../../hub/sample/fill-sample-company.ts';
import { readSampleNote, type SampleNote } from '../../hub/sample/sample-folder.ts';
import type { Language } from '../../lib/i18n/language.ts';

/** A hub with the sample company, running on this machine until it is stopped. */
export interface SampleHub {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly dataDir: string;
  readonly note: SampleNote;
  /** A link that brings one more browser in as the champion of the sample's growing department; works once. */
  championLink(): Promise<string>;
  stop(): Promise<void>;
}

const PORT_FILE = 'port';
const READY_TRIES = 100;
const READY_EVERY_MS = 100;

/**
 * Fills the folder with the sample company, or brings it up to today, and starts the hub on it: a process of its own, as
 * `npm run hub` would, on the port of the last time when it is free. Settings of a hub of one's own in the environment do
 * not reach it. Throws when the folder holds anything else.
 */
export async function startSampleHub(folder: string, language: Language): Promise<SampleHub> {
  const dataDir = resolve(folder);
  if (existsSync(dataDir) && readSampleNote(dataDir)?.complete === false) {
    rmSync(dataDir, { recursive: true });
  }
  const note = await fill(dataDir, language);
  const port = await portFor(dataDir);
  const url = `http://127.0.0.1:${port}`;
  const own = new Set(SETTINGS.map(({ name }) => name));
  const inherited = Object.entries(process.env).filter(([name]) => !own.has(name));
  const hub = spawn(process.execPath, ['hub/main.ts'], {
    env: {
      ...Object.fromEntries(inherited),
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const end = (): void => void hub.kill();
  process.once('exit', end);
  await untilReady(url, hub);
  return {
    url,
    dataDir,
    note,
    championLink: () => deviceLink(url, note.championToken),
    async stop() {
      process.off('exit', end);
      if (hub.exitCode !== null) return;
      const ended = new Promise((done) => void hub.once('exit', done));
      hub.kill('SIGTERM');
      await ended;
    },
  };
}

async function fill(dataDir: string, language: Language): Promise<SampleNote> {
  const result = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  if (!result.ok) throw new Error(result.problems.join(' '));
  const hub = await openHub(result.config);
  try {
    return await fillSampleCompany(hub, { language });
  } finally {
    await hub.close();
  }
}

/** The last port when it is free: a browser that joined remembers the address. */
async function portFor(dataDir: string): Promise<number> {
  const file = join(dataDir, PORT_FILE);
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = (await freePort(last)) ?? (await freePort(0));
  if (port === undefined) throw new Error('No port is free on this machine.');
  writeFileSync(file, String(port));
  return port;
}

/** The port itself when it is free, any free one for 0; undefined when it is taken. */
function freePort(wanted: number): Promise<number | undefined> {
  const server = createServer();
  return new Promise((done) => {
    server.once('error', () => done(undefined));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      server.close(() => done(port));
    });
  });
}

async function untilReady(url: string, hub: ChildProcess): Promise<void> {
  for (let tries = 0; tries < READY_TRIES && hub.exitCode === null; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((again) => {
      setTimeout(again, READY_EVERY_MS);
    });
  }
  throw new Error('The hub did not get ready; its messages above say why.');
}

async function deviceLink(url: string, token: string): Promise<string> {
  const answer = await fetch(`${url}/v1/me/device-codes`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`The sample hub gave no device code: ${answer.status}.`);
  const { code } = z.object({ code: z.string() }).parse(await answer.json());
  return `${url}/join#device:${code}`;
}
