import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext, Worker } from '@playwright/test';
import { TOOLS } from '../../lib/sites/registry.ts';
import { findBrowser } from '../../scripts/support/find-browser.ts';
import { startToolPages } from './tool-pages.ts';
import type { ToolPages } from './tool-pages.ts';

/** How to start the browser; everything is optional. */
export interface LaunchOptions {
  /** Language of the browser's interface and of `navigator.languages`. Default `ja`. */
  readonly language?: 'ja' | 'en';
  readonly colorScheme?: 'light' | 'dark';
  /** Further command-line switches. */
  readonly args?: readonly string[];
  /** Keeps the profile of an earlier start; without it a fresh one is made and removed. */
  readonly profileDir?: string;
  /** Unpacked extension; default `BANSO_EXTENSION_DIR`, else `.output/chrome-mv3`. */
  readonly extensionDir?: string;
  /** A server that is already running, shared by several browsers; without it one is started and closed along. */
  readonly toolPages?: ToolPages;
  /** IANA name of the zone that the browser's days are of; default this machine's. */
  readonly timeZone?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A running browser with one extension, in which the tools' origins lead to this machine. */
export interface LaunchedBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly serviceWorker: Worker;
  readonly toolPages: ToolPages;
  readonly close: () => Promise<void>;
}

/** Switches that lead every tool's origin to the server, and every other name nowhere. */
export function toolPageArgs({ port, spki }: ToolPages): string[] {
  const rules = TOOLS.map((tool) => `MAP ${new URL(tool.origin).hostname}:443 127.0.0.1:${port}`);
  rules.push('MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost');
  return [
    `--host-resolver-rules=${rules.join(', ')}`,
    `--ignore-certificate-errors-spki-list=${spki}`,
  ];
}

/**
 * Starts a real Chromium with the built extension, waits for its service worker and hands both back. The extension must
 * have been built; throws with that advice when its worker does not start, and when no Chromium is found.
 */
export async function launchWithExtension(options: LaunchOptions = {}): Promise<LaunchedBrowser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium found: set BANSO_CHROMIUM to its path.');
  const extensionDir = resolve(
    options.extensionDir ?? process.env['BANSO_EXTENSION_DIR'] ?? '.output/chrome-mv3',
  );
  const language = options.language ?? 'ja';
  const toolPages = options.toolPages ?? (await startToolPages());
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'banso-profile-')));
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath,
    headless: true,
    locale: language === 'ja' ? 'ja-JP' : 'en-US',
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport ?? { width: 1280, height: 800 },
    // The variable, because Playwright's own setting does not reach the extension's worker.
    ...(options.timeZone === undefined ? {} : { env: { ...process.env, TZ: options.timeZone } }),
    args: [
      `--disable-extensions-except=${extensionDir}`,
      `--load-extension=${extensionDir}`,
      ...toolPageArgs(toolPages),
      `--lang=${language}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(options.args ?? []),
    ],
  });
  const close = async (): Promise<void> => {
    await context.close();
    if (!options.toolPages) await toolPages.close();
    if (!options.profileDir) await rm(profileDir, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const serviceWorker =
      context.serviceWorkers()[0] ??
      (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
    const extensionId = new URL(serviceWorker.url()).hostname;
    return { context, extensionId, serviceWorker, toolPages, close };
  } catch (cause) {
    await close();
    throw new Error(`No extension started from ${extensionDir}; was it built?`, { cause });
  }
}
