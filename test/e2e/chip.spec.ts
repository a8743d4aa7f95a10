import { rm } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { newPrompt, newWorkflow } from '../../lib/app/library-changes.ts';
import { entryOf } from '../../lib/contract/envelope.ts';
import { promptItem, workflowItem } from '../../lib/contract/stored-items.ts';
import { launchWithExtension, type LaunchedBrowser } from '../support/browser.ts';
import { closedRoot } from '../support/closed-root.ts';
import { promptDraft, workflowDraft } from '../support/command-world.ts';
import { openStorageView, type StorageView } from '../support/counting.ts';
import { grantedExtension } from '../support/granted-extension.ts';
import { readByPage } from '../support/page-reading.ts';
import { serveWorkPages, WORK_HOSTS, WORK_SITES } from '../support/work-pages.ts';

/** The chip on work sites: shown once a day where the work is done, and nowhere it would disturb. */
let browser: LaunchedBrowser;
let view: StorageView;
let extensionDir: string;

const TUESDAY = new Date(2026, 10, 24, 10).getTime();
const BODY = 'お礼と納期を書いてください。';

test.beforeEach(async () => {
  extensionDir = await grantedExtension({ hosts: WORK_HOSTS, permissions: ['scripting'] });
  browser = await launchWithExtension({ extensionDir });
  await serveWorkPages(browser.context);
  view = await openStorageView(browser);
  await view.standAt(TUESDAY);
});

test.afterEach(async () => {
  await browser.close();
  await rm(extensionDir, { recursive: true, force: true });
});

/** Daily work at each of the sites, and waits until the browser holds the script for them. */
async function register(...sites: readonly string[]): Promise<void> {
  const entries = sites.flatMap((site, index) => {
    const id = `w-${index}`;
    const draft = workflowDraft({ name: `業務 ${index}`, site });
    const prompt = promptDraft({ workflowId: id, body: BODY, variables: [] });
    return [
      entryOf(workflowItem(id), newWorkflow(draft, id, 1)),
      entryOf(promptItem(`p-${index}`), newPrompt(prompt, `p-${index}`, 1)),
    ];
  });
  await view.set('local', Object.fromEntries(entries));
  await expect.poll(servedSites).toEqual(sites.map((site) => `${site}/*`).toSorted());
}

async function servedSites(): Promise<readonly string[]> {
  return browser.serviceWorker.evaluate(async () => {
    const { scripting } = (globalThis as unknown as { chrome: Scripting }).chrome;
    const scripts = await scripting.getRegisteredContentScripts();
    return scripts.flatMap(({ matches }) => matches).toSorted();
  });
}

interface Scripting {
  readonly scripting: {
    getRegisteredContentScripts(): Promise<readonly { readonly matches: readonly string[] }[]>;
  };
}

async function openSite(url: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(url);
  return page;
}

/** The words of the chip in sight; empty when none is. */
async function chipOn(page: Page): Promise<string> {
  const root = await closedRoot(page);
  const text = await root.run(function words() {
    const chip = this.querySelector<HTMLElement>('.chip');
    return chip?.checkVisibility() ? chip.innerText : '';
  });
  return text ?? '';
}

async function press(page: Page, look: string, index = 0): Promise<void> {
  const root = await closedRoot(page);
  const at = await root.run(
    function place(this: ShadowRoot, wanted: string, which: number) {
      const { left, top, width, height } =
        this.querySelectorAll(wanted)[which]!.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    },
    look,
    index,
  );
  await page.mouse.click(at?.x ?? 0, at?.y ?? 0);
}

test('a webmail: the chip names the work, one press lays the prompt into the composer, and it comes once a day', async () => {
  await register(WORK_SITES.mail);
  const mail = await openSite(`${WORK_SITES.mail}/inbox?thread=1`);
  await expect.poll(() => chipOn(mail)).toContain('業務 0');

  // The page's own script: cannot look inside, and its presses do nothing.
  const reach = await mail.evaluate(() => {
    const host = [...document.documentElement.children].find(
      (each) => each !== document.head && each !== document.body,
    );
    host?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    (host as HTMLElement | undefined)?.click();
    return { root: host?.shadowRoot ?? null, text: host?.textContent };
  });
  expect(reach).toEqual({ root: null, text: '' });
  expect(await readByPage(mail, '業務 0')).toEqual([]);
  expect(browser.context.pages().filter((page) => page.url().includes('chatgpt'))).toEqual([]);

  const opened = browser.context.waitForEvent('page');
  await press(mail, '.draft');
  const chat = await opened;
  await chat.waitForFunction((body) => window.fixture?.text() === body, BODY);
  expect(await chat.evaluate(() => window.fixture.sent)).toEqual([]);
  expect(chat.url()).not.toContain('納期');

  await mail.bringToFront();
  expect(await chipOn(mail)).toBe('');
  await mail.reload();
  await mail.waitForTimeout(2500);
  expect(await chipOn(mail)).toBe('');
});

test('a spreadsheet: nothing over a dialog, beside a password or in a frame; a removed chip stays away', async () => {
  await register(WORK_SITES.sheet, WORK_SITES.books);
  const sheet = await openSite(`${WORK_SITES.sheet}/stock?frame=${WORK_SITES.books}/entry`);
  await expect.poll(() => chipOn(sheet)).toContain('業務 0');
  const hosts = await sheet
    .frameLocator('iframe')
    .locator('html')
    .evaluate((html) => html.children.length);
  expect(hosts).toBe(2);

  await sheet.locator('#open').click();
  await expect.poll(() => chipOn(sheet)).toBe('');
  await sheet.keyboard.press('Escape');
  await sheet.mouse.click(5, 5);
  await expect.poll(() => chipOn(sheet)).toContain('業務 0');
  await sheet.locator('input[type=password]').focus();
  await expect.poll(() => chipOn(sheet)).toBe('');
  await sheet.locator('#open').focus();
  await expect.poll(() => chipOn(sheet)).toContain('業務 0');

  await sheet.evaluate(() => {
    for (const each of document.documentElement.children)
      if (each !== document.head && each !== document.body) each.remove();
  });
  await sheet.mouse.click(5, 5);
  await sheet.waitForTimeout(600);
  expect(await chipOn(sheet)).toBe('');
});

test('an accounting page under a policy that forbids everything: shown, muted for the site, gone with its workflow', async () => {
  await register(WORK_SITES.books);
  const books = await openSite(`${WORK_SITES.books}/entry`);
  await expect.poll(() => chipOn(books)).toContain('AI で下書き');
  await press(books, '.more');
  await press(books, '.way', 2);
  await expect.poll(() => chipOn(books)).toBe('');
  const { settings } = (await view.read('local')) as {
    settings: { data: { chips: { mutedSites: string[] } } };
  };
  expect(settings.data.chips.mutedSites).toEqual([WORK_SITES.books]);
  await view.standAt(TUESDAY + 86_400_000);
  await books.reload();
  await books.waitForTimeout(2500);
  expect(await chipOn(books)).toBe('');

  const dashboard = await openSite(
    `chrome-extension://${browser.extensionId}/dashboard.html#/workflows`,
  );
  await dashboard.getByRole('button', { name: /業務 0.*削除|削除.*業務 0/ }).click();
  await expect.poll(servedSites).toEqual([]);
});
