import { expect, test, type Page } from '@playwright/test';
import { TOOLS } from '../../lib/sites/registry.ts';
import { launchWithExtension } from '../support/browser.ts';
import { openStorageView, usePage } from '../support/counting.ts';
import { startToolPages, type ToolPages } from '../support/tool-pages.ts';

test.describe.configure({ mode: 'parallel' });

let toolPages: ToolPages;
test.beforeAll(async () => {
  toolPages = await startToolPages();
});
test.afterAll(() => toolPages.close());

test('ten tabs of three tools in two windows, one reloaded every second: no second is counted twice', async () => {
  test.setTimeout(150_000);
  const browser = await launchWithExtension({ toolPages });
  try {
    const storage = await openStorageView(browser);
    await seedFiveYears(storage);
    const before = await storage.total();
    const older = JSON.stringify(monthsBefore(await storage.read('local')));

    const pages: Page[] = [];
    for (let index = 0; index < 10; index += 1) {
      const page =
        index === 5
          ? await openWindow(browser.context.pages()[0] as Page)
          : await browser.context.newPage();
      await page.goto(TOOLS[index % 3]?.newChatUrl ?? '');
      pages.push(page);
    }
    const reloaded = await browser.context.newPage();
    await reloaded.goto('https://chatgpt.com/');

    // The test's browser tells every page that it is visible and has the focus, so all of them are engaged at once.
    const start = Date.now();
    while (Date.now() - start < 36_000) {
      const round = Date.now();
      await Promise.all(pages.map((page) => page.keyboard.press('Shift')));
      await reloaded.keyboard.press('Shift');
      await reloaded.reload();
      await reloaded.waitForTimeout(Math.max(0, 1000 - (Date.now() - round)));
    }
    const writes = await storage.writes();
    await Promise.all([...pages, reloaded].map((page) => page.close()));
    const seconds = (Date.now() - start) / 1000;
    await expect
      .poll(async () => (await storage.total()).engagedSeconds - before.engagedSeconds, {
        timeout: 20_000,
      })
      .toBeGreaterThan(seconds - 5);
    expect((await storage.total()).engagedSeconds - before.engagedSeconds).toBeLessThanOrEqual(
      seconds,
    );
    // Every 15 s one, and one for each visit that counts.
    expect(writes).toBeLessThanOrEqual(3 + 3 + 1);
    expect(JSON.stringify(monthsBefore(await storage.read('local')))).toBe(older);
  } finally {
    await browser.close();
  }
});

test('the clock set forward and back, then midnight in the middle of a visit', async () => {
  test.setTimeout(150_000);
  const browser = await launchWithExtension({ toolPages });
  try {
    const storage = await openStorageView(browser);
    const morning = Date.parse('2026-12-02T10:00:00');
    await storage.standAt(morning);
    const page = await browser.context.newPage();
    await page.goto('https://chatgpt.com/');
    const start = Date.now();
    await usePage(page, 12);
    await storage.standAt(morning + 400 * 24 * 3_600_000);
    await usePage(page, 12);
    await storage.standAt(morning - 2 * 3_600_000);
    await usePage(page, 12);
    const moved = await storage.total();
    expect(moved.engagedSeconds).toBeGreaterThanOrEqual(25);
    expect(moved.engagedSeconds).toBeLessThanOrEqual((Date.now() - start) / 1000);

    await storage.standAt(Date.parse('2026-12-03T23:59:28'));
    const beforeMidnight = Date.now();
    await usePage(page, 66);
    await page.close();
    const seconds = (Date.now() - beforeMidnight) / 1000;
    const days = await storage.days();
    expect(days['2026-12-03']?.['chatgpt']).toMatchObject({ visits: 1 });
    const eve = days['2026-12-03']?.['chatgpt']?.engagedSeconds ?? 0;
    expect(eve).toBeGreaterThanOrEqual(30);
    expect(eve).toBeLessThanOrEqual(48);
    await expect
      .poll(async () => (await storage.days())['2026-12-04']?.['chatgpt']?.visits, {
        timeout: 20_000,
      })
      .toBe(1);
    const next = (await storage.days())['2026-12-04']?.['chatgpt']?.engagedSeconds ?? 0;
    // What was engaged and not yet told when the clock was set belongs to the day it was set to.
    expect(eve + next).toBeLessThanOrEqual(seconds + 15);
    await expect.poll(storage.iconTitle).toContain('点がつきました');
  } finally {
    await browser.close();
  }
});

type View = Awaited<ReturnType<typeof openStorageView>>;

const DEVICE = '00000000-0000-4000-8000-000000000000';

/** Five years of workdays in three tools, as this device's own. */
async function seedFiveYears(storage: View): Promise<void> {
  const entry = {
    visits: 3,
    engagedSeconds: 900,
    promptsStarted: 4,
    selfReported: false,
    runs: {},
  };
  const months: Record<string, Record<string, unknown>> = {};
  const end = Date.now() - 40 * 86_400_000;
  for (let ms = end - 5 * 365 * 86_400_000; ms < end; ms += 86_400_000) {
    const day = new Date(ms).toISOString().slice(0, 10);
    const month = (months[day.slice(0, 7)] ??= {});
    month[day] = { chatgpt: entry, gemini: entry, claude: entry };
  }
  await storage.set('local', {
    device: { v: 1, data: { id: DEVICE, createdAt: 1, startedOn: '2021-11-01' } },
    ...Object.fromEntries(
      Object.entries(months).map(([month, data]) => [`ledger/${DEVICE}/${month}`, { v: 1, data }]),
    ),
  });
}

function monthsBefore(stored: Record<string, unknown>): [string, unknown][] {
  const thisMonth = `ledger/${DEVICE}/${new Date().toISOString().slice(0, 7)}`;
  return Object.entries(stored).filter(([key]) => key.startsWith('ledger/') && key < thisMonth);
}

async function openWindow(page: Page): Promise<Page> {
  const session = await page.context().newCDPSession(page);
  const opened = page.context().waitForEvent('page');
  await session.send('Target.createTarget', { url: 'about:blank', newWindow: true });
  return opened;
}
