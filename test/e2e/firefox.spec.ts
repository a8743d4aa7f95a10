import { expect, test } from '@playwright/test';
import { entryOf } from '../../lib/contract/envelope.ts';
import { CLOCK_OFFSET_KEY, promptItem, workflowItem } from '../../lib/contract/stored-items.ts';
import type { LedgerDay } from '../../lib/domain/ledger.ts';
import { TOOLS } from '../../lib/sites/registry.ts';
import { findFirefox, OLDEST_VERSION, startFirefox, type Firefox } from '../support/firefox.ts';
import { KEYS, type FirefoxPage } from '../support/firefox-page.ts';
import { WITHOUT_FIELDS, WORKFLOW } from '../support/palette-page.ts';

/** The main stories once more in Firefox: what Chromium and Firefox do differently shows here. One browser for all. */
const executable = findFirefox();
test.skip(
  executable === undefined,
  `No Firefox ${OLDEST_VERSION} or later here: install one, or set BANSO_FIREFOX to its path.`,
);

interface ExtensionPage {
  readonly browser: {
    readonly storage: Record<
      'local' | 'session',
      { get(keys: null): Promise<object>; set(values: object): Promise<void> }
    >;
    readonly permissions: { remove(permissions: object): Promise<boolean> };
  };
}

/** A Wednesday at noon that is nobody's holiday, wherever this runs. */
const WORKDAY = new Date(2026, 10, 25, 12).getTime();
const PAGES = {
  'ChatGPT (ProseMirror in React)': 'https://chatgpt.com/?csp',
  'Gemini (Quill under Trusted Types)': 'https://gemini.google.com/app',
  'Claude (tiptap)': 'https://claude.ai/new',
};

let firefox: Firefox;
/** A page of the extension that looks at its storage and draws nothing. */
let own: FirefoxPage;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  firefox = await startFirefox(executable!);
  own = await firefox.open(firefox.pageUrl('/manifest.json'));
  await own.run(
    async (local, session) => {
      const { storage } = (globalThis as unknown as ExtensionPage).browser;
      await storage.local.set(local);
      await storage.session.set(session);
    },
    Object.fromEntries([
      entryOf(workflowItem(WORKFLOW.id), WORKFLOW),
      entryOf(promptItem(WITHOUT_FIELDS.id), WITHOUT_FIELDS),
    ]),
    { [CLOCK_OFFSET_KEY]: Math.round((WORKDAY - Date.now()) / 1000) * 1000 },
  );
});

test.afterAll(async () => {
  await firefox?.close();
});

const words = (page: FirefoxPage) => () => page.run(() => document.body.innerText);

for (const [name, url] of Object.entries(PAGES)) {
  test(`${name}: the row, key, palette, insert; one undo, nothing sent, nothing told to the page`, async () => {
    const page = await firefox.open(url);
    await page.run(listenAsThePage);
    await expect.poll(() => page.inRoot(rowOf)).toContain(WITHOUT_FIELDS.title);
    const text = () => page.run(() => window.fixture.text());
    await expect.poll(text).toBe('');
    await page.click(...(await page.run(composerOf)));
    await page.type('よろしく');
    await page.press(KEYS.Alt, 'p');
    await expect.poll(() => page.inRoot(isPaletteOpen)).toBe(true);
    await page.type('点検表');
    await expect.poll(() => page.inRoot(firstTitleOf)).toBe(WITHOUT_FIELDS.title);
    await page.press(KEYS.Enter);
    await expect.poll(text).toBe(`よろしく\n\n${WITHOUT_FIELDS.body}`);
    await expect.poll(() => page.inRoot(noteOf)).toContain('Ctrl+Z');
    await page.press(KEYS.Control, 'z');
    await expect.poll(text).toBe('よろしく');
    expect(await page.run(() => window.fixture.sent)).toEqual([]);
    expect(await page.run(() => (window as unknown as Listening).told)).toEqual([]);
    await page.close();
  });
}

/** Claude's visits on each stored day. */
async function visits(): Promise<(number | undefined)[]> {
  const stored = await own.run(() =>
    (globalThis as unknown as ExtensionPage).browser.storage.local.get(null),
  );
  const months = Object.entries(stored).filter(([key]) => key.startsWith('ledger/'));
  return months.flatMap(([, { data }]) =>
    Object.values(data as Record<string, LedgerDay>).map((day) => day['claude']?.visits),
  );
}

test('thirty seconds of typing make today a dot', async () => {
  const page = await firefox.open(PAGES['Claude (tiptap)']);
  await page.click(...(await page.run(composerOf)));
  await page.stay(31);
  await expect.poll(visits).toEqual([1]);
  await page.close();
  const popup = await firefox.open(firefox.pageUrl('/popup.html'));
  await expect.poll(words(popup)).toContain('今日は Claude\u00a0で\u00a01\u00a0回');
  await popup.close();
});

test('the dashboard opens in Japanese, at any of its pages', async () => {
  const dashboard = await firefox.open(firefox.pageUrl('/dashboard.html#/workflows'));
  await expect.poll(words(dashboard)).toContain(WORKFLOW.name);
  await dashboard.close();
});

test('where the browser keeps us out of the tools, the popup says so and asks', async () => {
  const popup = await firefox.open(firefox.pageUrl('/popup.html'));
  const said = words(popup);
  await expect.poll(said).toContain(WORKFLOW.name);
  expect(await said()).not.toContain('許可');
  await own.run(
    async (origins) => {
      await (globalThis as unknown as ExtensionPage).browser.permissions.remove({ origins });
    },
    TOOLS.map(({ origin }) => `${origin}/*`),
  );
  await expect.poll(said).toContain('ChatGPT、Gemini、Claude では動いていません');
  await popup.click(...(await popup.run(allowOf)));
  await expect.poll(said).not.toContain('許可');
  const page = await firefox.open(PAGES['Claude (tiptap)']);
  await expect.poll(() => page.inRoot(rowOf)).toContain(WITHOUT_FIELDS.title);
  await page.close();
  await popup.close();
});

test('no page threw or wrote an error', () => {
  expect(firefox.errors).toEqual([]);
});

interface Listening {
  told: string[];
}

/** Notes what a page could learn of an extension: its address in a request, a report, a message or a stack. */
function listenAsThePage(): void {
  const told: string[] = [];
  Object.assign(window, { told });
  const note = (text: string): void => {
    if (/moz-extension|banso|panel\.js|launcher/i.test(text)) told.push(text);
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) note(entry.name);
  }).observe({ type: 'resource', buffered: true });
  for (const type of ['securitypolicyviolation', 'error', 'unhandledrejection', 'message']) {
    window.addEventListener(
      type,
      (event) => {
        const { blockedURI, message, data, reason } = event as unknown as Record<string, unknown>;
        note(`${type} ${String(blockedURI)} ${String(message)} ${String(data)} ${String(reason)}`);
      },
      true,
    );
  }
  for (const type of ['beforeinput', 'input', 'selectionchange', 'focusin']) {
    document.addEventListener(type, () => note(new Error(type).stack ?? ''), true);
  }
}

function composerOf(): readonly [number, number] {
  const editor = [...document.querySelectorAll('[contenteditable=true], textarea')].find((node) =>
    node.checkVisibility(),
  );
  const { left = 0, top = 0, width = 0, height = 0 } = editor?.getBoundingClientRect() ?? {};
  return [left + width / 2, top + height / 2];
}

function allowOf(): readonly [number, number] {
  const button = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === '許可する',
  );
  const { left = 0, top = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
  return [left + width / 2, top + height / 2];
}

function rowOf(root: ShadowRoot): string | undefined {
  const bar = root.querySelector('.r');
  return bar?.checkVisibility() === true ? bar.textContent : undefined;
}

function isPaletteOpen(root: ShadowRoot): boolean {
  return root.querySelector('[role=dialog]') !== null;
}

function firstTitleOf(root: ShadowRoot): string | undefined {
  return root.querySelector('.palette-option-title')?.textContent;
}

function noteOf(root: ShadowRoot): string | undefined {
  return root.querySelector('.palette-note span')?.textContent;
}
