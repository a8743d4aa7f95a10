import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { readConfig, SETTINGS, type Config } from './config.ts';
import { openHub, type Hub } from './hub.ts';
import { createJobs } from './jobs/jobs.ts';
import { warmAttachment } from './services/attachment-states.ts';
import { MOST_SHELVES } from './services/department-figures.ts';
import { buildSponsorPage } from './services/sponsor-page.ts';
import { startTidying } from './services/tidy-up.ts';

/**
 * The hub's command line.
 *
 *   npm run hub                    starts it; at the first start it prints a setup code
 *   npm run hub -- settings        explains every setting
 *   npm run hub -- help            lists the other commands
 */
async function main(command: string | undefined, file: string | undefined): Promise<void> {
  if (command === 'settings') return explainSettings();
  const result = readConfig(process.env);
  if (!result.ok) {
    for (const problem of result.problems) process.stderr.write(`${problem}\n`);
    process.exitCode = 2;
    return;
  }
  if (command === undefined) return start(result.config);
  // Only now: what the other commands need is not held by a hub that runs.
  const { runCommand } = await import('./commands/run-command.ts');
  process.exitCode = await runCommand(result.config, [command, file], say);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function start(config: Config): Promise<void> {
  const hub = await openHub(config);
  const code = config.setupCode ?? randomBytes(9).toString('base64url');
  if (await hub.setupCodes.offer(code)) {
    process.stdout.write(`Setup code (works once): ${code}\n`);
    if (/^[\w.-]{4,200}$/.test(code)) {
      process.stdout.write(
        `To set up your company, paste this link on the page “Company” (会社) of the extension:\n  ${config.publicUrl}/join#setup:${code}\n`,
      );
    }
  }
  const server = serve(
    { fetch: createApp(hub).fetch, port: config.port, hostname: config.host },
    (address) => {
      process.stdout.write(`Banso hub listens on http://${config.host}:${address.port}\n`);
      for (const line of worthSaying(config)) process.stdout.write(`${line}\n`);
    },
  );

  const stopTidying = startTidying(hub);

  let stopping = false;
  void warmUp(hub, () => stopping);

  const jobs = createJobs(hub);
  jobs.start();

  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    stopTidying();
    // Requests and deliveries that are under way come to their end; then the database is closed.
    const answered = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    void Promise.all([answered, jobs.stop()])
      .then(() => hub.close())
      .then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** What whoever starts it should know besides the address, a sentence each. */
function worthSaying({ smtpUrl, dataDir, clockStartMs }: Config): string[] {
  return [
    ...(smtpUrl === undefined
      ? [`Mails are not sent but written to ${join(dataDir, 'outbox')}: SMTP_URL is not set.`]
      : []),
    ...(clockStartMs === undefined
      ? []
      : ['This is a rehearsal: CLOCK is set, and everything that is sent says so.']),
  ];
}

/**
 * The first popup of the morning need not wait until everybody's days are read, nor the first board until everybody's runs are
 * and every department is counted, as the sponsor's month has it. Of as many organisations as are held; the others are read when
 * somebody asks.
 */
async function warmUp(hub: Hub, isStopping: () => boolean): Promise<void> {
  const ids = await hub.organisations.ids().catch(() => []);
  for (const id of ids.slice(0, MOST_SHELVES)) {
    if (isStopping()) return;
    try {
      await Promise.all([hub.figures.warm(id), warmAttachment(hub, id)]);
      await buildSponsorPage(hub, id);
    } catch (error) {
      hub.log.warn('warming up failed', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }
}

function explainSettings(): void {
  for (const { name, fallback, meaning } of SETTINGS) {
    process.stdout.write(
      `${name.padEnd(16)} ${meaning}${fallback ? ` (default ${fallback})` : ''}\n`,
    );
  }
}

await main(process.argv[2], process.argv[3]);
