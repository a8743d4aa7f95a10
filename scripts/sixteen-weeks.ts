import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { simpleParser } from 'mailparser';
import type { Language } from '../lib/i18n/language.ts';
import { launchWithExtension } from '../test/support/browser.ts';
import { setClock } from '../test/support/company.ts';
import { extensionWithHubAllowed } from '../test/support/granted-extension.ts';
import { startHub } from '../test/support/hub-process.ts';
import { keptCompanySchema } from '../test/support/kept-weeks.ts';
import { openMail } from '../test/support/mail-page.ts';
import { findBrowser } from './support/find-browser.ts';
import { joinInBrowser } from './support/sample-extension.ts';

/**
 * Pictures of the company of forty over its sixteen weeks, as its test plays it (hub/sixteen-weeks.test.ts): every mail, and the board as
 * the owner sees it in some of the weeks and long after, in Japanese and in English, narrow and wide. Written into `gallery/sixteen-weeks`;
 * the board wants the extension built (`npm run build`). `node scripts/run.mjs sixteen-weeks mails` takes the mails alone, `ja` one language.
 */
const chosen = process.argv.slice(2);
const languages = (['ja', 'en'] as const).filter(
  (language) => chosen.includes(language) || !(chosen.includes('ja') || chosen.includes('en')),
);
const parts = (['mails', 'boards'] as const).filter(
  (part) => chosen.includes(part) || !(chosen.includes('mails') || chosen.includes('boards')),
);

const MAIL_WIDTHS = [360, 680];
const BOARD_WIDTHS = [320, 1200];
const DEPARTMENT_PAGES = ['week', 'programme', 'attachment', 'gap', 'meetings', 'help'];
const COMPANY_PAGES = ['month', 'goal', 'company/departments'];

for (const language of languages) {
  const folder = resolve('gallery/sixteen-weeks', language);
  await rm(folder, { recursive: true, force: true });
  play(folder, language);
  if (parts.includes('mails')) await pictureMails(folder);
  if (parts.includes('boards')) await pictureBoards(folder);
  process.stdout.write(`Pictures in ${folder}\n`);
}

/** Runs the story, which fails as the test does; it leaves its mails and its databases behind. */
function play(folder: string, language: Language): void {
  const { status } = spawnSync('vitest', ['run', 'hub/sixteen-weeks.test.ts'], {
    stdio: 'inherit',
    env: { ...process.env, BANSO_KEEP_WEEKS: folder, BANSO_KEEP_LANGUAGE: language },
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The sixteen weeks did not go as their test says.');
}

async function pictureMails(folder: string): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium found: set BANSO_CHROMIUM.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext();
    for (const name of await readdir(join(folder, 'mails'))) {
      const raw = await readFile(join(folder, 'mails', name));
      const page = await openMail(context, await simpleParser(raw, { keepCidLinks: true }));
      for (const width of MAIL_WIDTHS) {
        await page.setViewportSize({ width, height: 300 });
        const path = join(folder, 'mails', `${name.replace(/\.eml$/, '')}.${width}.png`);
        await page.screenshot({ path, fullPage: true });
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

/** Each kept moment is a hub over its database and a browser that is a further device of the owner. */
async function pictureBoards(folder: string): Promise<void> {
  const kept = keptCompanySchema.parse(
    JSON.parse(await readFile(join(folder, 'company.json'), 'utf8')),
  );
  const extensionDir = await extensionWithHubAllowed();
  for (const { name, at } of kept.moments) {
    const hub = await startHub(at, { database: join(folder, `${name}.sqlite`) });
    const browser = await launchWithExtension({
      extensionDir,
      language: kept.language,
      timeZone: 'Asia/Tokyo',
    });
    try {
      await setClock(browser, at);
      await joinInBrowser(browser.context, browser.extensionId, {
        url: hub.url,
        async championLink() {
          const { code } = await hub.ask<{ code: string }>({
            method: 'POST',
            path: '/v1/me/device-codes',
            token: kept.owner,
          });
          return `${hub.url}/join#device:${code}`;
        },
      });
      await pictureBoard(browser, { out: join(folder, name), departments: kept.departments });
    } finally {
      await browser.close();
      await hub.close();
    }
  }
  await rm(extensionDir, { recursive: true });
}

async function pictureBoard(
  browser: { readonly context: BrowserContext; readonly extensionId: string },
  kept: {
    readonly out: string;
    readonly departments: readonly { readonly id: string; readonly name: string }[];
  },
): Promise<void> {
  await mkdir(kept.out, { recursive: true });
  const page = await browser.context.newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`chrome-extension://${browser.extensionId}/board.html`);
  const take = async (board: string, path: string) => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${board}`);
    await page.locator('.board-main > *').first().waitFor();
    await page.locator('.board-main > output').waitFor({ state: 'detached' });
    for (const width of BOARD_WIDTHS) {
      await page.setViewportSize({ width, height: 300 });
      await page.screenshot({ path: join(kept.out, `${path}.${width}.png`), fullPage: true });
    }
  };
  for (const [index, { id }] of kept.departments.entries()) {
    await page.goto(`chrome-extension://${browser.extensionId}/board.html#/programme`);
    await page.locator('.board-title select').selectOption(id);
    for (const board of DEPARTMENT_PAGES) await take(board, `${board}-${index + 1}`);
  }
  for (const board of COMPANY_PAGES) await take(board, board.replace('/', '-'));
}
