import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from './support/find-browser.ts';
import { serveGallery } from '../test/gallery/serve.ts';

/**
 * Renders every declared state (test/gallery/states) × language × theme × width into `gallery/<area>/<name>.<…>.png`.
 * `npm run gallery -- popup/` takes only states whose id begins so; `--quick` takes Japanese light and English dark.
 */
const WIDTHS = { popup: [320, 360], page: [320, 768, 1200], sheet: [320, 900] } as const;

const chosen = process.argv.slice(2);
const prefix = chosen.find((argument) => !argument.startsWith('--')) ?? '';
const quick = chosen.includes('--quick');
const looks = (['ja', 'en'] as const)
  .flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })))
  .filter(({ language, theme }) => !quick || (language === 'ja') === (theme === 'light'));

const out = resolve('gallery');
const executablePath = findBrowser();
if (executablePath === undefined) throw new Error('No Chromium found: set BANSO_CHROMIUM.');

const server = await serveGallery(join(tmpdir(), `banso-gallery-${process.pid}`));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
let pictures = 0;
try {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${server.url}?bare`);
  const states = (await page.evaluate(() => window.galleryStates ?? [])).filter(({ id }) =>
    id.startsWith(prefix),
  );
  if (prefix === '') await rm(out, { recursive: true, force: true });
  for (const { id, frame } of states) {
    for (const width of WIDTHS[frame as keyof typeof WIDTHS]) {
      for (const look of looks) {
        await picture(page, { id, width, ...look });
        pictures += 1;
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
process.stdout.write(`${pictures} pictures in ${out}\n`);

async function picture(
  page: Page,
  look: { id: string; width: number; language: 'ja' | 'en'; theme: 'light' | 'dark' },
): Promise<void> {
  const path = join(out, `${look.id}.${look.language}.${look.theme}.${look.width}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.setViewportSize({ width: look.width, height: 300 });
  await page.emulateMedia({ colorScheme: look.theme });
  await page.evaluate(({ id, language }) => window.showState?.(id, language), look);
  // A modal dialog is as tall as the window, not as its page; the popup's window is as tall as its page.
  if ((await page.locator('dialog[open]').count()) > 0) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: look.width, height: Math.max(height, 420) });
  }
  await page.screenshot({ path, fullPage: true });
}
