import { randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { readConfig, SETTINGS, type Config } from './config.ts';
import { openHub } from './hub.ts';

/**
 * The hub's command line.
 *
 *   npm run hub                    starts it; at the first start it prints a setup code
 *   npm run hub -- settings        explains every setting
 */
async function main(command: string | undefined): Promise<void> {
  if (command === 'settings') return explainSettings();
  const result = readConfig(process.env);
  if (!result.ok) {
    for (const problem of result.problems) process.stderr.write(`${problem}\n`);
    process.exitCode = 2;
    return;
  }
  await start(result.config);
}

async function start(config: Config): Promise<void> {
  const hub = await openHub(config);
  const code = config.setupCode ?? randomBytes(9).toString('base64url');
  if (await hub.setupCodes.offer(code)) {
    process.stdout.write(`Setup code (works once): ${code}\n`);
  }
  const server = serve(
    { fetch: createApp(hub).fetch, port: config.port, hostname: config.host },
    (address) => {
      process.stdout.write(`Banso hub listens on http://${config.host}:${address.port}\n`);
    },
  );

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    // Requests that are being answered get their answer; then the database is closed.
    server.close(() => void hub.close().then(() => process.exit(0)));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function explainSettings(): void {
  for (const { name, fallback, meaning } of SETTINGS) {
    process.stdout.write(
      `${name.padEnd(16)} ${meaning}${fallback ? ` (default ${fallback})` : ''}\n`,
    );
  }
}

await main(process.argv[2]);
