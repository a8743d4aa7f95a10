import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchWithExtension } from '../support/browser.ts';
import { browserProcesses, killWorker, openStorageView, usePage } from '../support/counting.ts';
import { startToolPages, type ToolPages } from '../support/tool-pages.ts';

test.describe.configure({ mode: 'parallel' });

let toolPages: ToolPages;
test.beforeAll(async () => {
  toolPages = await startToolPages();
});
test.afterAll(() => toolPages.close());

test('a worker killed again and again loses nothing and counts nothing twice', async () => {
  test.setTimeout(120_000);
  const browser = await launchWithExtension({ toolPages });
  try {
    const storage = await openStorageView(browser);
    const page = await browser.context.newPage();
    await page.goto('https://gemini.google.com/app');
    const start = Date.now();
    await page.keyboard.press('Shift');
    let restedMs = 0;
    // Uneven, so that the kills fall before, into and after the handling of a message.
    for (let kill = 0; Date.now() - start < 34_000; kill += 1) {
      await page.waitForTimeout(200 + ((kill * 373) % 1500));
      await page.keyboard.press('Shift');
      await killWorker(page);
      if (kill % 3 === 0) {
        // A message and the kill at the same moment. Until the next key nobody is engaged.
        const rested = Date.now();
        const told = page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
        await killWorker(page);
        await told;
        await page.keyboard.press('Shift');
        restedMs += Date.now() - rested;
      }
    }
    const usedSeconds = (Date.now() - start - restedMs) / 1000;
    // The page tells the rest while it can still repeat itself: a tab that closes on a dead worker has one try, which a busy
    // browser may drop (the story of a killed browser allows for that).
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
    const seconds = (Date.now() - start) / 1000;
    await expect
      .poll(async () => (await pending(storage)) + (await storage.total()).engagedSeconds)
      .toBeGreaterThan(usedSeconds - 3);
    expect((await storage.total()).engagedSeconds).toBeLessThanOrEqual(seconds);
    expect((await storage.total('gemini')).visits).toBe(1);
  } finally {
    await browser.close();
  }
});

test('a browser killed in the middle loses at most 15 s and keeps the visit-day', async () => {
  test.setTimeout(120_000);
  const profileDir = await mkdtemp(join(tmpdir(), 'banso-killed-'));
  const browser = await launchWithExtension({ toolPages, profileDir });
  const page = await browser.context.newPage();
  await page.goto('https://chatgpt.com/');
  const start = Date.now();
  // The visit is complete at 30 s; the kill falls just before the next flush.
  await usePage(page, 44);
  const seconds = (Date.now() - start) / 1000;
  const [first] = browserProcesses(profileDir);
  expect(first).toBeDefined();
  process.kill(first as number, 'SIGKILL');
  await browser.close().catch(() => {});

  const again = await launchWithExtension({ toolPages, profileDir });
  try {
    const storage = await openStorageView(again);
    const total = await storage.total('chatgpt');
    expect(total.visits).toBe(1);
    expect(total.engagedSeconds).toBeGreaterThanOrEqual(Math.floor(seconds - 15.5));
    expect(total.engagedSeconds).toBeLessThanOrEqual(seconds);
    await expect.poll(storage.iconTitle).toMatch(/点がつきました|休み/);
  } finally {
    await again.close();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 3 });
  }
});

test('a machine that sleeps is not engaged; awake again it counts on', async () => {
  test.setTimeout(120_000);
  const profileDir = await mkdtemp(join(tmpdir(), 'banso-asleep-'));
  const browser = await launchWithExtension({ toolPages, profileDir });
  try {
    const storage = await openStorageView(browser);
    const page = await browser.context.newPage();
    await page.goto('https://claude.ai/new');
    await usePage(page, 5);
    const processes = browserProcesses(profileDir);
    expect(processes.length).toBeGreaterThan(2);
    for (const id of processes) process.kill(id, 'SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 26_000));
    for (const id of processes.toReversed()) process.kill(id, 'SIGCONT');
    await usePage(page, 5);
    await page.close();
    await expect
      .poll(async () => (await pending(storage)) + (await storage.total()).engagedSeconds)
      .toBeGreaterThan(7);
    expect((await pending(storage)) + (await storage.total()).engagedSeconds).toBeLessThan(12);
  } finally {
    await browser.close();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 3 });
  }
});

test('an extension loaded anew under open tabs: no error, no double count, nothing of ours left in the page', async () => {
  test.setTimeout(120_000);
  const profileDir = await mkdtemp(join(tmpdir(), 'banso-reloaded-'));
  // Without it Chromium leaves an unpacked extension switched off when it reloads itself.
  await mkdir(join(profileDir, 'Default'));
  const preferences = { extensions: { ui: { developer_mode: true } } };
  await writeFile(join(profileDir, 'Default', 'Preferences'), JSON.stringify(preferences));
  const browser = await launchWithExtension({ toolPages, profileDir });
  try {
    let storage = await openStorageView(browser);
    const page = await browser.context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto('https://chatgpt.com/');
    const start = Date.now();
    await usePage(page, 8);
    await expect(page.locator('html > div')).toHaveCount(1);
    await storage.reloadExtension();
    await usePage(page, 8);
    await expect(page.locator('html > div')).toHaveCount(0);
    await page.reload();
    await usePage(page, 3);
    await page.close();
    storage = await openStorageView(browser);
    const counted = (await pending(storage)) + (await storage.total()).engagedSeconds;
    expect(counted).toBeGreaterThanOrEqual(2);
    expect(counted).toBeLessThanOrEqual((Date.now() - start) / 1000);
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 3 });
  }
});

/** Engaged seconds that wait in session storage. */
async function pending(storage: Awaited<ReturnType<typeof openStorageView>>): Promise<number> {
  const { countingUnsaved } = (await storage.read('session')) as {
    countingUnsaved?: { credits: { added: { engagedSeconds: number } }[] };
  };
  return (countingUnsaved?.credits ?? []).reduce((sum, { added }) => sum + added.engagedSeconds, 0);
}
