import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** A hub process of a bench. */
export interface RunningHub {
  readonly port: number;
  readonly pid: number;
  /** From spawning to the first good `/readyz`. */
  readonly readyMs: number;
  /** Resident memory now, in bytes. */
  memory(): number;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const READY_EVERY_MS = 10;
const READY_WITHIN_MS = 60_000;

/** Starts a hub (or another entry file) on a free port with these settings alone, and waits until it is ready. */
export async function runHub(
  settings: Readonly<Record<string, string>>,
  entry = 'hub/main.ts',
): Promise<RunningHub> {
  const port = await freePort();
  const begun = performance.now();
  const hub = spawn(process.execPath, [entry], {
    env: {
      PATH: process.env['PATH'],
      // As `npm run hub` has it (scripts/run.mjs).
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      LOG_LEVEL: 'error',
      ...settings,
      PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((done) => void hub.once('exit', () => done()));
  const kill = (): void => void hub.kill('SIGKILL');
  process.once('exit', kill);
  const pid = hub.pid ?? 0;
  const running: RunningHub = {
    port,
    pid,
    readyMs: await readyAfter(port, begun, () => hub.exitCode !== null),
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) * 1024,
    async stop(signal = 'SIGTERM') {
      process.off('exit', kill);
      hub.kill(signal);
      await ended;
    },
  };
  return running;
}

async function readyAfter(port: number, begun: number, hasEnded: () => boolean): Promise<number> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    const passed = performance.now() - begun;
    if (answer?.ok) return passed;
    if (hasEnded() || passed > READY_WITHIN_MS) throw new Error('The hub did not get ready.');
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((again) => {
      setTimeout(again, READY_EVERY_MS);
    });
  }
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
      server.close(() => done(port));
    });
  });
}
