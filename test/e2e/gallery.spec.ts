import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/support/find-browser.ts';
import { serveGallery, type GalleryServer } from '../gallery/serve.ts';
import { axeViolations } from '../support/axe.ts';

/**
 * Every declared state (test/gallery/states): no axe violation in either theme, nothing wider than a narrow window in
 * either language. `npm run gallery` draws the same states.
 */
let server: GalleryServer;
let browser: Browser;

test.beforeAll(async () => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium found: set BANSO_CHROMIUM.');
  server = await serveGallery(join(tmpdir(), `banso-gallery-axe-${process.pid}`));
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});

test.afterAll(async () => {
  await browser?.close();
  await server?.close();
});

// What axe looks at differs by theme (contrast) and by width (what is folded), not by the words.
for (const [language, theme, width] of [
  ['ja', 'light', 320],
  ['en', 'dark', 1000],
] as const) {
  test(`no axe violation, nothing too wide: ${language}, ${theme}, ${width} px`, async () => {
    test.setTimeout(240_000);
    const page = await openGallery(theme, width);
    const look = async () => [...(await tooWide(page)), ...(await axeViolations(page))];
    expect(await inEveryState(page, language, look)).toEqual([]);
  });
}

// Japanese is looked at in the narrow window above.
test('nothing is wider than 320 px: en', async () => {
  const page = await openGallery('light', 320);
  expect(await inEveryState(page, 'en', tooWide)).toEqual([]);
});

test('no area is left out: every file of states is swept under its name', async () => {
  const page = await openGallery('light', 320);
  const states = await page.evaluate(() => window.galleryStates ?? []);
  const swept = new Set(states.map(({ id }) => id.split('/')[0]));
  const files = readdirSync('test/gallery/states').map((name) => name.replace(/\.tsx$/, ''));
  expect([...swept].toSorted()).toEqual(files.toSorted());
  expect(new Set(states.map(({ id }) => id)).size).toBe(states.length);
  await page.close();
});

test('sees a planted violation', async () => {
  const page = await openGallery('light', 320);
  await page.evaluate(() => {
    document.body.innerHTML = '<button style="width: 400px"></button>';
  });
  expect(await axeViolations(page)).toContainEqual(expect.stringContaining('button-name'));
  expect(await tooWide(page)).toHaveLength(1);
  await page.evaluate(() => document.body.replaceChildren());
  expect(await axeViolations(page)).toContainEqual(expect.stringContaining('something to look at'));
});

async function openGallery(colorScheme: 'light' | 'dark', width: number): Promise<Page> {
  const page = await browser.newPage({
    colorScheme,
    reducedMotion: 'reduce',
    viewport: { width, height: 800 },
  });
  await page.goto(`${server.url}?bare`);
  return page;
}

/** Looks at every state in turn; what is found is told with the state's id. */
async function inEveryState(
  page: Page,
  language: 'ja' | 'en',
  look: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const states = await page.evaluate(() => window.galleryStates ?? []);
  expect(states.length).toBeGreaterThan(20);
  const found: string[] = [];
  for (const { id } of states) {
    await page.evaluate(([state, lang]) => window.showState?.(state, lang), [
      id,
      language,
    ] as const);
    found.push(...(await look(page)).map((one) => `${id}: ${one}`));
  }
  await page.close();
  return found;
}

function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : [];
  });
}
