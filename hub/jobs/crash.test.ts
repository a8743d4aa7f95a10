import { spawn, type ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onBothHubs, setUp, type HubWorld } from '../../test/support/hub-world.ts';
import { startSmtpServer, type TestSmtpServer } from '../../test/support/smtp-server.ts';
import { MONDAY } from '../../test/support/weekly-world.ts';
import { LEASE_MS } from './deliver-due.ts';

/** Enough to meet every stage in each run; many more on demand, since each is the start of a process. */
const KILLS = Number(process.env['BANSO_KILLS'] ?? 12);
const EARLY_KILLS = Math.ceil(KILLS / 4);
/** More than are sent between the kills, so that every kill finds something under way. */
const DEPARTMENTS = 40 + KILLS;
/** Deliveries under way at once in one process; only these can be doubled by a kill. */
const AT_ONCE = 4;
const SLOW_MS = 600_000;

interface JobsProcess {
  /** Resolves when the process has said a word. */
  until(word: 'up' | 'idle'): Promise<void>;
  /** SIGKILL, until it is gone. */
  kill(): Promise<void>;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

async function untilMails(server: TestSmtpServer, count: number): Promise<void> {
  const distinct = () => new Set(server.mails.map(({ to }) => to[0])).size;
  while (server.mails.length < count && distinct() < DEPARTMENTS) await pause(2);
}

onBothHubs('jobs that are killed', (worlds) => {
  let server: TestSmtpServer;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    server = await startSmtpServer({ disabledCommands: ['STARTTLS'] });
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await server.close();
  });

  /** A company whose every department has a champion who reads mail. */
  async function company(): Promise<HubWorld> {
    const world = await worlds.fresh('2026-11-02T09:00:00+09:00');
    const names = Array.from({ length: DEPARTMENTS }, (_, index) => `部署${index}`);
    const { departments } = await setUp(world, names);
    for (const [index, { invites }] of departments.entries()) {
      await world.ask('POST /v1/join', {
        body: { invite: invites.champion, email: `champion${index}@example.com` },
      });
    }
    return world;
  }

  /** Starts a hub process whose clock begins `later` after Monday at nine. */
  function startJobs({ env }: HubWorld, later: number): JobsProcess {
    const child = spawn(process.execPath, ['test/support/jobs-process.ts'], {
      env: {
        ...process.env,
        ...env,
        SMTP_URL: `smtp://127.0.0.1:${server.port}`,
        CLOCK: new Date(Date.parse(MONDAY) + later).toISOString(),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
    });
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
    });
    return {
      async until(word) {
        while (!said.includes(`${word}\n`)) {
          if (child.exitCode !== null) throw new Error('The jobs ended by themselves.');
          await pause(5);
        }
      },
      async kill() {
        child.kill('SIGKILL');
        await ended;
      },
    };
  }

  const messageIds = () => server.mails.map(({ parsed }) => parsed.messageId ?? '');

  it(
    `lose nothing under ${KILLS} kills at any point, and double only what a kill caught between the server’s yes and the note of it`,
    async () => {
      const world = await company();
      server.treat((attempt) => (attempt % 20 === 7 ? 'delay' : 'accept'));
      let later = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const jobs = startJobs(world, later);
        await jobs.until('up');
        // The first ones while slots are opened and summaries built, the others in the middle of sending.
        if (kill < EARLY_KILLS) await pause((kill * 300) / EARLY_KILLS);
        else await untilMails(server, server.mails.length + 1 + (kill % 4));
        await pause(kill % 5);
        await jobs.kill();
        later += LEASE_MS + 1000;
      }
      const killedAt = new Set(messageIds()).size;
      for (let rest = 0; rest < 3; rest += 1) {
        const jobs = startJobs(world, later);
        await jobs.until('idle');
        await jobs.kill();
        later += 3_600_000;
      }
      const ids = messageIds();
      const doubled = ids.length - new Set(ids).size;
      process.stdout.write(
        `${DEPARTMENTS} mails, ${KILLS} kills: ${killedAt} had arrived by the last kill, ${new Set(ids).size} in the end, ${doubled} twice\n`,
      );
      expect(new Set(server.mails.map(({ to }) => to[0])).size).toBe(DEPARTMENTS);
      expect(new Set(ids).size).toBe(DEPARTMENTS);
      expect(doubled).toBeLessThanOrEqual(KILLS * AT_ONCE);
      // A double is the same message: same id, same reader, same words.
      const words = new Map<string, string>();
      for (const { parsed, to } of server.mails) {
        const said = `${to[0]} ${parsed.subject} ${parsed.text}`;
        expect(words.get(parsed.messageId ?? '') ?? said).toBe(said);
        words.set(parsed.messageId ?? '', said);
      }
    },
    SLOW_MS,
  );

  it(
    'send each mail once when two hubs work on one database',
    async () => {
      const world = await company();
      const hubs = [startJobs(world, 0), startJobs(world, 0), startJobs(world, 500)];
      await Promise.all(hubs.map((jobs) => jobs.until('idle')));
      // One may be idle while another still sends; afterwards there is time for a mail too many to show.
      await untilMails(server, DEPARTMENTS);
      await pause(500);
      const ids = messageIds();
      expect(ids).toHaveLength(DEPARTMENTS);
      expect(new Set(ids).size).toBe(DEPARTMENTS);
    },
    SLOW_MS,
  );
});
