/**
 * Takes the README's pictures from the built extension, with a made-up person's year in it, and from the sample company's hub:
 * `node scripts/run.mjs pictures` writes `docs/pictures`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import { addDays, dayAt } from '../lib/domain/day.ts';
import { launchWithExtension } from '../test/support/browser.ts';
import { seededStorage, seedProfile } from '../test/support/seed-profile.ts';
import { ensureBrowser } from './support/ensure-browser.ts';
import { playBoardAndMail, playJoining } from './support/play-team-story.ts';
import { copyExtensionForSample } from './support/sample-extension.ts';
import { startSampleHub } from './support/sample-hub.ts';

/** The browser's own namespace, in the extension page that `evaluate` runs in. */
declare const chrome: typeof browser;

const FOLDER = 'docs/pictures';
const COMPOSER = '[contenteditable=true]:visible';

ensureBrowser();
execFileSync('wxt', ['build'], { stdio: 'inherit', shell: process.platform === 'win32' });
mkdirSync(FOLDER, { recursive: true });

/** A working day, whatever day the pictures are taken on. */
const NOON_MS = Date.UTC(2026, 10, 26, 3);
const today = dayAt(NOON_MS, -new Date().getTimezoneOffset());
const { context, extensionId, close } = await launchWithExtension({ language: 'ja' });
try {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/welcome.html`);
  await page.evaluate(
    (clockOffsetMs) => chrome.storage.session.set({ clockOffsetMs }),
    NOON_MS - Date.now(),
  );
  await seedProfile(
    page,
    seededStorage({ language: 'ja', startedOn: addDays(today, -400), today }),
  );

  await page.setViewportSize({ width: 360, height: 560 });
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.waitForTimeout(1200);
  await page.screenshot({ path: `${FOLDER}/popup.png` });

  await page.setViewportSize({ width: 1120, height: 760 });
  await page.goto(`chrome-extension://${extensionId}/dashboard.html`);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${FOLDER}/year.png` });

  await page.goto('https://chatgpt.com/?lang=ja');
  await page.locator(COMPOSER).first().click();
  await page.waitForTimeout(1200);
  await page.keyboard.press('Alt+KeyP');
  await page.waitForTimeout(800);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(800);
  await page.screenshot({ path: `${FOLDER}/palette.png` });
} finally {
  await close();
}

const folder = mkdtempSync(join(tmpdir(), 'banso-pictures-'));
const extensionDir = join(folder, 'extension');
copyExtensionForSample('.output/chrome-mv3', extensionDir);
const hub = await startSampleHub(join(folder, 'sample'), 'ja');
const champion = await launchWithExtension({ language: 'ja', extensionDir });
try {
  const scenes = {
    context: champion.context,
    extensionId: champion.extensionId,
    hub,
    say: console.log,
    picture: async (page: Page, name: string) => {
      await page.screenshot({ path: `${FOLDER}/${name}.png` });
    },
  };
  await playJoining(scenes);
  await playBoardAndMail(scenes);
} finally {
  await champion.close();
  await hub.stop();
  rmSync(folder, { recursive: true });
}
