import { expect, test } from '@playwright/test';
import { DEFAULT_SETTINGS } from '../../lib/contract/settings.ts';
import { launchWithExtension } from '../support/browser.ts';
import { openStorageView, usePage } from '../support/counting.ts';

test.describe.configure({ mode: 'parallel' });

test('half a minute in ChatGPT becomes a dot; a minute costs at most 4 writes; a sent prompt is counted, unread', async () => {
  test.setTimeout(120_000);
  const browser = await launchWithExtension();
  try {
    const storage = await openStorageView(browser);
    // A Wednesday without a holiday, so that the day is a scheduled one.
    await storage.standAt(Date.parse('2026-12-02T10:00:00'));
    await expect.poll(storage.iconTitle).toContain('これから');
    const page = await browser.context.newPage();
    await page.goto('https://chatgpt.com/');

    const start = Date.now();
    await usePage(page, 29);
    expect((await storage.total()).visits).toBe(0);
    await usePage(page, 1.5);
    await expect.poll(async () => (await storage.total('chatgpt')).visits).toBe(1);
    expect(Date.now() - start).toBeLessThan(33_000);
    await expect.poll(storage.iconTitle).toContain('点がつきました');
    expect(Object.keys(await storage.days())).toEqual(['2026-12-02']);

    await usePage(page, 60 - (Date.now() - start) / 1000);
    expect(await storage.writes()).toBeLessThanOrEqual(4);
    expect((await storage.total()).engagedSeconds).toBeGreaterThanOrEqual(45);

    await page.getByRole('textbox').first().click();
    await page.keyboard.type('極秘の見積');
    await page.keyboard.press('Enter');
    // A prompt is written with the next quarter minute's time.
    await expect
      .poll(async () => (await storage.total('chatgpt')).promptsStarted, { timeout: 20_000 })
      .toBe(1);
    const everything = JSON.stringify([await storage.read('local'), await storage.read('session')]);
    expect(everything).not.toContain('見積');
    expect(everything).not.toContain('https://chatgpt.com');
    const seconds = (Date.now() - start) / 1000;
    expect((await storage.total()).engagedSeconds).toBeLessThanOrEqual(seconds);
    expect((await storage.total()).engagedSeconds).toBeGreaterThan(seconds - 3);
  } finally {
    await browser.close();
  }
});

test('one key is a minute of engagement and no more; while paused nothing counts', async () => {
  test.setTimeout(120_000);
  const browser = await launchWithExtension();
  try {
    const storage = await openStorageView(browser);
    const page = await browser.context.newPage();
    await page.goto('https://claude.ai/new');
    await page.keyboard.press('Shift');
    await page.waitForTimeout(62_000);
    await expect.poll(async () => (await storage.total('claude')).engagedSeconds).toBe(60);
    expect((await storage.total()).visits).toBe(1);
    const writes = await storage.writes();
    await page.waitForTimeout(4_000);
    expect(await storage.writes()).toBe(writes);

    const day = Object.keys(await storage.days())[0];
    const settings = { ...DEFAULT_SETTINGS, paused: day };
    await storage.set('local', { settings: { v: 1, data: settings } });
    await usePage(page, 3);
    await page.close();
    expect((await storage.total()).engagedSeconds).toBe(60);
    expect(await storage.read('session')).not.toHaveProperty('countingUnsaved');
  } finally {
    await browser.close();
  }
});
