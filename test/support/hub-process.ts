import { spawn, type ChildProcess } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SQLITE_FILE } from '../../hub/db/open-database.ts';

/** A real hub of its own on this machine, with SQLite in a temporary folder. */
export interface HubProcess {
  readonly url: string;
  readonly setupCode: string;
  /** The link that it printed for whoever sets the company up. */
  readonly setupLink: string;
  /** Stops it and starts it again over the same data, with its clock at this instant. */
  restart(clock: string): Promise<void>;
  /** Asks it as a program does; answers the JSON, throws for a refusal. */
  ask<T>(request: {
    readonly method: string;
    readonly path: string;
    readonly body?: unknown;
    readonly token?: string;
  }): Promise<T>;
  close(): Promise<void>;
}

/** What the hub is told besides. */
export interface HubOptions {
  /** Server that its mails go by; without it they are written to its folder. */
  readonly smtpUrl?: string;
  /** An SQLite file that it begins with, which is copied; without it it begins empty. */
  readonly database?: string;
}

/** Starts `hub/main.ts`; resolves when it is ready. */
export async function startHub(clock: string, options: HubOptions = {}): Promise<HubProcess> {
  const { smtpUrl, database } = options;
  const dataDir = await mkdtemp(join(tmpdir(), 'banso-hub-'));
  if (database !== undefined) await copyFile(database, join(dataDir, SQLITE_FILE));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const setupCode = 'story-setup-code';
  const environment = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    SETUP_CODE: setupCode,
    LOG_LEVEL: 'warn',
    // A story's chat is on this machine too.
    WEBHOOK_PRIVATE_HOSTS: '127.0.0.1',
    ...(smtpUrl === undefined ? {} : { SMTP_URL: smtpUrl }),
  };
  let running = await start({ ...environment, CLOCK: clock }, url);
  const setupLink = /\S+\/join#setup:\S+/.exec(running.said())?.[0] ?? '';
  return {
    url,
    setupCode,
    setupLink,
    async restart(next) {
      await stop(running.process);
      running = await start({ ...environment, CLOCK: next }, url);
    },
    async ask({ method, path, body, token }) {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return (text === '' ? undefined : JSON.parse(text)) as never;
    },
    async close() {
      await stop(running.process);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

interface RunningHub {
  readonly process: ChildProcess;
  /** All that it printed so far. */
  said(): string;
}

async function start(env: NodeJS.ProcessEnv, url: string): Promise<RunningHub> {
  const hub = spawn(process.execPath, [resolve('hub/main.ts')], { env, stdio: 'pipe' });
  let said = '';
  hub.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  hub.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    // Asked again until it answers.
    // oxlint-disable-next-line no-await-in-loop
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return { process: hub, said: () => said };
    if (hub.exitCode !== null) break;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((done) => setTimeout(done, 100));
  }
  hub.kill('SIGKILL');
  throw new Error(`The hub did not start: ${said}`);
}

async function stop(hub: ChildProcess): Promise<void> {
  if (hub.exitCode !== null) return;
  const ended = new Promise((done) => hub.once('exit', done));
  hub.kill('SIGTERM');
  const timer = setTimeout(() => hub.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(timer);
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
