import { test as base, expect, type Page } from '@playwright/test';
import { entryOf } from '../../lib/contract/envelope.ts';
import { promptItem, workflowItem } from '../../lib/contract/stored-items.ts';
import type { Prompt, Variable, Workflow } from '../../lib/domain/workflow.ts';
import { launchWithExtension, type LaunchedBrowser, type LaunchOptions } from './browser.ts';
import { closedRoot, type ClosedRoot } from './closed-root.ts';
import { openStorageView, type StorageView } from './counting.ts';

const AT = 1_780_000_000_000;
const STAMPS = { createdAt: AT, updatedAt: AT, source: { kind: 'own' } } as const;

const VARIABLES: readonly Variable[] = [
  { name: '取引先', type: 'text', required: true, remember: true },
  { name: '依頼', type: 'multiline', required: true },
  { name: '調子', type: 'choice', choices: ['ていねいに', '簡潔に'] },
  { name: '期日', type: 'date' },
  { name: '数量', type: 'number', default: '10' },
];

/** A registered workflow that is due every day, with one prompt of every kind of field and one without any. */
export const WORKFLOW: Workflow = {
  ...STAMPS,
  id: 'quotes',
  name: '見積対応',
  kind: 'sales',
  rhythm: { kind: 'weekdays', weekdays: [1, 2, 3, 4, 5, 6, 7] },
  minutes: 15,
};
export const WITH_FIELDS: Prompt = {
  ...STAMPS,
  id: 'quote-reply',
  workflowId: 'quotes',
  title: '見積依頼への返信',
  body: '{{取引先}}への返信を{{調子}}書いてください。\n\n依頼：\n{{依頼}}\n期日：{{期日}}\n数量：{{数量}}',
  variables: VARIABLES,
  versions: [],
};
export const WITHOUT_FIELDS: Prompt = {
  ...STAMPS,
  id: 'check-list',
  workflowId: 'quotes',
  title: '送る前の点検表',
  body: '次の文を点検してください。\n\n1. 宛名\n2. 金額\n　全角の字下げ',
  variables: [],
  versions: [],
};

/** A chat page with the row and the palette. */
export interface PalettePage {
  readonly page: Page;
  readonly browser: LaunchedBrowser;
  readonly storage: StorageView;
  /** Goes there and waits for the composer. */
  open(url: string): Promise<void>;
  readonly root: () => Promise<ClosedRoot>;
  /** Clicks into the composer, so that it has the focus. */
  focusComposer(): Promise<void>;
  /** Opens by the shortcut and waits for the search. */
  openPalette(): Promise<void>;
  /** The composer's text in the editor's own state. */
  text(): Promise<string | undefined>;
  sent(): Promise<string[]>;
  /** The row's rectangle and form; undefined while it is not shown. */
  row(): Promise<
    { form: string; left: number; top: number; right: number; bottom: number } | undefined
  >;
  /** Titles of the list, best first; undefined while there is no list. */
  titles(): Promise<string[] | undefined>;
  /** Words of the note above the composer. */
  note(): Promise<string | undefined>;
  preview(): Promise<string | undefined>;
  isOpen(): Promise<boolean>;
}

interface Given {
  readonly chat: PalettePage;
}

interface WorkerGiven {
  readonly launched: LaunchedBrowser;
}

/** Opens a browser with the extension and a registered person. */
export async function startPalette(options: LaunchOptions = {}): Promise<PalettePage> {
  return openChat(await launchWithExtension(options));
}

/** A page of a browser in which the extension holds a registered person and nothing else. */
async function openChat(browser: LaunchedBrowser): Promise<PalettePage> {
  const storage = await openStorageView(browser);
  await storage.clear();
  await storage.set(
    'local',
    Object.fromEntries([
      entryOf(workflowItem(WORKFLOW.id), WORKFLOW),
      entryOf(promptItem(WITH_FIELDS.id), WITH_FIELDS),
      entryOf(promptItem(WITHOUT_FIELDS.id), WITHOUT_FIELDS),
    ]),
  );
  return paletteIn(browser, storage);
}

/** A new tab for the chat in a browser that runs already, with whatever its person has. */
export async function paletteIn(
  browser: LaunchedBrowser,
  storage: StorageView,
): Promise<PalettePage> {
  const page = await browser.context.newPage();
  const root = (): Promise<ClosedRoot> => closedRoot(page);
  const ask = async <Answer>(body: (this: ShadowRoot) => Answer) => (await root()).run(body);
  return {
    page,
    browser,
    storage,
    root,
    async open(url) {
      await page.goto(url);
      // Editors come after the page, some after a twin that takes no text.
      if (!url.includes('late=')) {
        await page.waitForFunction(() => window.fixture?.text() !== undefined);
      }
    },
    async focusComposer() {
      const composer = page.locator('[contenteditable=true]:visible, textarea:visible').first();
      // One that is replaced every two seconds may never rest as long as a click of Playwright's waits for: then by its place.
      await composer.click({ timeout: 5_000 }).catch(async () => {
        const { x, y, width, height } = (await composer.boundingBox()) ?? {
          x: 0,
          y: 0,
          width: 0,
          height: 0,
        };
        await page.mouse.click(x + width / 2, y + height / 2);
      });
    },
    async openPalette() {
      await page.keyboard.press('Alt+p');
      await expect.poll(() => ask(isPaletteOpen)).toBe(true);
    },
    text: () => page.evaluate(() => window.fixture.text()),
    sent: () => page.evaluate(() => window.fixture.sent),
    row: () => ask(rowOf),
    titles: () => ask(titlesOf),
    note: () => ask(noteOf),
    preview: () => ask(previewOf),
    isOpen: async () => (await ask(isPaletteOpen)) ?? false,
  };
}

/**
 * One browser a worker, emptied before each test: nothing that matters lives in memory, so storage is all there is to empty.
 * A test in which something failed leaves its browser to nobody: Playwright starts a new worker then.
 */
export const test = base.extend<Given, WorkerGiven>({
  launched: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern
    async ({}, use) => {
      const browser = await launchWithExtension();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  chat: async ({ launched }, use) => {
    const chat = await openChat(launched);
    await use(chat);
    await launched.context.clearPermissions();
    // The first one stays: without any the browser ends.
    for (const page of launched.context.pages().slice(1)) await page.close();
  },
});

export { expect };

function isPaletteOpen(this: ShadowRoot): boolean {
  return this.querySelector('[role=dialog]') !== null;
}

function rowOf(
  this: ShadowRoot,
): { form: string; left: number; top: number; right: number; bottom: number } | undefined {
  const bar = this.querySelector<HTMLElement>('.r');
  if (!bar?.checkVisibility()) return undefined;
  const { left, top, right, bottom } = bar.getBoundingClientRect();
  return { form: bar.classList[1] ?? '', left, top, right, bottom };
}

function titlesOf(this: ShadowRoot): string[] | undefined {
  if (!this.querySelector('[role=listbox]')) return undefined;
  return [...this.querySelectorAll('.palette-option-title')].map((node) => node.textContent);
}

function noteOf(this: ShadowRoot): string | undefined {
  return this.querySelector('.palette-note span')?.textContent;
}

function previewOf(this: ShadowRoot): string | undefined {
  return this.querySelector('.palette-preview-text')?.textContent;
}
