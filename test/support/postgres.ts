import { execFile, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const DEBIAN_ROOT = '/usr/lib/postgresql';
/** What a server does that may lose everything in a power cut. */
const HASTY = ['-cfsync=off', '-csynchronous_commit=off', '-cfull_page_writes=off'];
const READY_TRIES = 100;
const READY_EVERY_MS = 100;

/** A private PostgreSQL that lives as long as a test file. */
export interface TestPostgres {
  /** `postgres://…` of a database that is empty at first. */
  readonly url: string;
  /** A further empty database on the same server, so that suites do not see each other's rows. */
  freshDatabase(): Promise<string>;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL of one's own: Debian's newest binaries (or `POSTGRES_BIN`), a free port on 127.0.0.1, a folder under
 * the temporary one, and the user `postgres` when the tests run as root, because the server refuses to. Undefined when no
 * binaries are installed; suites then run on SQLite alone. Durability is off unless it is what is tested or measured.
 */
export async function startPostgres({ durable = false } = {}): Promise<TestPostgres | undefined> {
  const bin = binaries();
  if (bin === undefined) return undefined;
  const owner = await unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'banso-pg-'));
  const dataDir = join(folder, 'data');
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const asOwner = { ...owner, cwd: folder };
  await run(
    join(bin, 'initdb'),
    ['-D', dataDir, '-U', 'banso', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    asOwner,
  );
  const port = await freePort();
  // Whoever started it may be killed: the shell sees its pipe end, stops the server and clears up.
  const server = spawn(
    'sh',
    [
      '-c',
      '"$@" >/dev/null 2>&1 & cat >/dev/null; kill -QUIT $!; wait $!; rm -rf "$0"',
      folder,
      join(bin, 'postgres'),
      `-D${dataDir}`,
      `-p${port}`,
      '-clisten_addresses=127.0.0.1',
      `-cunix_socket_directories=${folder}`,
      '-cmax_connections=120',
      ...(durable ? [] : HASTY),
    ],
    { ...asOwner, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  server.unref();
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
  });

  const admin = `postgres://banso@127.0.0.1:${port}/postgres`;
  await untilReady(join(bin, 'pg_isready'), port);
  let made = 0;
  const freshDatabase = async (): Promise<string> => {
    made += 1;
    await run(join(bin, 'psql'), ['-q', '-c', `CREATE DATABASE banso${made}`, admin]);
    return `postgres://banso@127.0.0.1:${port}/banso${made}`;
  };
  return {
    url: await freshDatabase(),
    freshDatabase,
    async stop() {
      server.ref();
      // The end of its pipe stops it at once: connections that a test forgot must not hold it up.
      server.stdin.end();
      await ended;
    },
  };
}

/** Whether `startPostgres` finds binaries here. */
export function postgresInstalled(): boolean {
  return binaries() !== undefined;
}

function binaries(): string | undefined {
  const named = process.env['POSTGRES_BIN'];
  if (named) return named;
  if (!existsSync(DEBIAN_ROOT)) return undefined;
  return readdirSync(DEBIAN_ROOT)
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN_ROOT, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')));
}

async function unprivilegedUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all(
        ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)),
      );
      if (uid !== undefined && gid !== undefined) return { uid, gid };
    } catch {
      // No such user here; the next one is tried.
    }
  }
  return undefined;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

async function untilReady(pgIsReady: string, port: number): Promise<void> {
  for (let tries = 0; tries < READY_TRIES; tries += 1) {
    try {
      await run(pgIsReady, ['-q', '-h', '127.0.0.1', '-p', String(port)]);
      return;
    } catch {
      await new Promise((resolve) => {
        setTimeout(resolve, READY_EVERY_MS);
      });
    }
  }
  throw new Error('PostgreSQL did not get ready.');
}
