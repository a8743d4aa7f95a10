import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { TOOLS } from '../../lib/sites/registry.ts';
import { connectBidi } from './bidi.ts';
import { firefoxPage, type FirefoxPage } from './firefox-page.ts';
import { startToolPages } from './tool-pages.ts';

/** A running Firefox with the extension, in which the tools' origins lead to this machine. */
export interface Firefox {
  /** Opens a tab, in front; the tabs before it lose focus and visibility. */
  open(url: string): Promise<FirefoxPage>;
  /** Address of a page of the extension. */
  pageUrl(path: string): string;
  /** Errors that any page threw or wrote to its console so far. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

const START_TIMEOUT_MS = 30_000;
/** Any UUID: the host of the extension's pages, fixed so that they can be visited. */
const HOST = '8f0b8a3e-5d3f-4f62-9a55-0d4c1d1c7a01';
/** `strict_min_version` of the manifest. */
export const OLDEST_VERSION = 144;
const ADDON_ID = 'banso@banso.example';

/**
 * Path of a Firefox that can run the extension: `BANSO_FIREFOX`, then `firefox-esr` and `firefox` in /usr/bin and on the PATH;
 * undefined without one, and when the first one found is older than the manifest allows. Throws when `BANSO_FIREFOX` is no such Firefox.
 */
export function findFirefox(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const chosen = env['BANSO_FIREFOX'];
  if (chosen) {
    if (isRecent(chosen)) return chosen;
    throw new Error(`BANSO_FIREFOX is no Firefox ${OLDEST_VERSION} or later: ${chosen}`);
  }
  const path = ['/usr/bin', ...(env['PATH'] ?? '').split(delimiter)]
    .filter(Boolean)
    .flatMap((folder) => ['firefox-esr', 'firefox'].map((name) => join(folder, name)))
    .find((each) => existsSync(each));
  return path !== undefined && isRecent(path) ? path : undefined;
}

function isRecent(path: string): boolean {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return Number(/Firefox (\d+)/.exec(stdout ?? '')?.[1]) >= OLDEST_VERSION;
}

/**
 * Starts Firefox over WebDriver BiDi with the built extension (`BANSO_FIREFOX_EXTENSION_DIR`, else `.output/firefox-mv3`) in a fresh
 * profile. Firefox has no resolver rules: a proxy on this machine leads the tools' names to the server and all others nowhere.
 */
export async function startFirefox(executable: string): Promise<Firefox> {
  const extensionDir = resolve(process.env['BANSO_FIREFOX_EXTENSION_DIR'] ?? '.output/firefox-mv3');
  const profile = await mkdtemp(join(tmpdir(), 'banso-firefox-'));
  const toolPages = await startToolPages();
  const proxy = await startProxy(toolPages.port);
  await writeFile(join(profile, 'user.js'), preferences(proxy.port));
  const child = spawn(
    executable,
    [
      '--headless',
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      '--remote-allow-system-access',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  // A runner that is stopped in the middle closes nothing.
  process.once('exit', () => child.kill('SIGKILL'));
  const end = async (): Promise<void> => {
    const ended = new Promise((done) => child.once('exit', done));
    if (child.exitCode === null && child.kill()) await ended;
    await Promise.all([toolPages.close(), proxy.close()]);
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const bidi = await connectBidi(`${await addressOf(child)}/session`);
    await bidi.send('session.new', {
      capabilities: { alwaysMatch: { acceptInsecureCerts: true } },
    });
    const errors: string[] = [];
    bidi.on('log.entryAdded', (entry) => {
      const { level, text } = entry as { readonly level: string; readonly text: string };
      if (level === 'error') errors.push(text);
    });
    await bidi.send('session.subscribe', { events: ['log.entryAdded'] });
    await bidi.send('webExtension.install', {
      extensionData: { type: 'path', path: extensionDir },
    });
    return {
      errors,
      pageUrl: (path) => `moz-extension://${HOST}${path}`,
      async open(url) {
        const { context } = await bidi.send<{ context: string }>('browsingContext.create', {
          type: 'tab',
        });
        const page = firefoxPage(bidi, context);
        await page.goto(url);
        return page;
      },
      async close() {
        await bidi.send('browser.close', {}).catch(() => {});
        bidi.close();
        await end();
      },
    };
  } catch (cause) {
    await end();
    throw new Error(`No extension started in Firefox from ${extensionDir}; was it built?`, {
      cause,
    });
  }
}

function preferences(proxyPort: number): string {
  const values = {
    'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: HOST }),
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.captive-portal-service.enabled': false,
    'intl.accept_languages': 'ja, en-US',
    // The browser's own question cannot be pressed in a headless window: it is taken for answered with yes.
    'extensions.webextOptionalPermissionPrompts': false,
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** A proxy that knows the tools' names only. */
async function startProxy(toolPagesPort: number) {
  const hosts = new Set(TOOLS.map(({ origin }) => `${new URL(origin).hostname}:443`));
  const open = new Set<Socket>();
  const server = createServer((_, response) => response.writeHead(502).end());
  server.on('connect', (request, client: Socket) => {
    if (!hosts.has(request.url ?? '')) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const target = connect(toolPagesPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      client.pipe(target).pipe(client);
    });
    for (const socket of [client, target]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => open.delete(socket));
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The address Firefox prints once it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, reject) => {
    let said = '';
    const timer = setTimeout(
      () => reject(new Error(`Firefox said only: ${said}`)),
      START_TIMEOUT_MS,
    );
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${said}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /WebDriver BiDi listening on (\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      found(address);
    });
  });
}
