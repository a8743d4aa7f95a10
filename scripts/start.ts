/**
 * Builds the extension, starts a hub with a sample company (in `.banso/sample`, never a real one) and shows both: with a
 * display, a browser opens with the extension in it, its first run on the screen, joined as the champion of one
 * department; without one, the main story is played headless and leaves pictures.
 *
 *   npm start                 the profile of the last time, kept under .banso/
 *   npm start -- --reset      begins anew
 *   npm start -- --headless   plays the story even where there is a display
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { ensureBrowser } from './support/ensure-browser.ts';
import { playStory } from './support/play-story.ts';
import { copyExtensionForSample, joinInBrowser } from './support/sample-extension.ts';
import { startSampleHub, type SampleHub } from './support/sample-hub.ts';

const PROFILE = '.banso/profile';
const PICTURES = '.banso/pictures';
const SAMPLE = '.banso/sample';
const BUILT = '.output/chrome-mv3';
/** Loaded from here: it may speak with the sample's hub. */
const EXTENSION = '.banso/extension';

const WORKER_MS = 15_000;

const args = new Set(process.argv.slice(2));
if (args.has('--reset')) rmSync('.banso', { recursive: true, force: true });

try {
  const executablePath = ensureBrowser();
  execFileSync('wxt', ['build'], { stdio: 'inherit', shell: process.platform === 'win32' });
  copyExtensionForSample(BUILT, EXTENSION);
  const hub = await startSampleHub(SAMPLE, 'ja');
  console.log(`\nThe sample company’s hub listens on ${hub.url}`);
  try {
    if (hasDisplay() && !args.has('--headless')) await openBrowser(executablePath, hub);
    else await playWithoutDisplay(hub);
  } finally {
    await hub.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** A browser of one's own with the extension, in the sample company, until the person closes it. */
async function openBrowser(executablePath: string, hub: SampleHub): Promise<void> {
  const context = await chromium.launchPersistentContext(PROFILE, {
    executablePath,
    headless: false,
    viewport: null,
    args: [
      `--disable-extensions-except=${EXTENSION}`,
      `--load-extension=${EXTENSION}`,
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const [worker = await context.waitForEvent('serviceworker', { timeout: WORKER_MS })] =
    context.serviceWorkers();
  await joinInBrowser(context, new URL(worker.url()).hostname, hub);
  console.log(
    '\nA browser is open with Banso in it. Visit ChatGPT, Gemini or Claude; press Alt+P in their box. Close it to end.',
  );
  await new Promise<void>((resolve) => void context.on('close', () => resolve()));
}

async function playWithoutDisplay(hub: SampleHub): Promise<void> {
  console.log('\nNo display here: playing the main story without one.');
  const pictures = await playStory({
    folder: PICTURES,
    language: 'ja',
    extensionDir: EXTENSION,
    hub,
    say: console.log,
  });
  console.log(`\nPictures of it:\n${pictures.map((path) => `  ${path}`).join('\n')}`);
}
