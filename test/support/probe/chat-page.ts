import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import type { CDPSession, Page } from '@playwright/test';
import { build } from 'esbuild';
import { TOOLS } from '../../../lib/sites/registry.ts';
import { launchWithExtension } from '../browser.ts';
import type { ProbeAnswer, ProbeQuestion } from './questions.ts';

/** Builds the test extension into a new folder and returns it. */
async function buildProbe(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'banso-probe-'));
  await build({
    entryPoints: [fileURLToPath(new URL('content.ts', import.meta.url))],
    outfile: join(dir, 'content.js'),
    bundle: true,
    target: 'chrome144',
    logLevel: 'error',
  });
  const matches = TOOLS.map(({ origin }) => `${origin}/*`);
  const manifest = {
    manifest_version: 3,
    name: 'probe',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches, js: ['content.js'], run_at: 'document_start' }],
  };
  await writeFile(join(dir, 'background.js'), '');
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest));
  return dir;
}

/** One page of a worker's browser, opened again and again on the stand-ins of the chat sites. */
export class ChatPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** What this test sent on purpose; everything else in `__sent` is a prompt sent for the person. */
  expectedSent: string[] = [];

  constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.cdp = cdp;
  }

  /** Opens a page and waits for its composer. */
  async open(url: string): Promise<void> {
    this.expectedSent = [];
    await this.page.goto(url);
    await this.page.waitForFunction(() => window.fixture?.text() !== undefined);
  }

  /** An in-app navigation to an empty composer, without a reload. */
  async newChat(): Promise<void> {
    await this.page.locator('nav a').first().click();
  }

  /** The text in the editor's own state. */
  text(): Promise<string | undefined> {
    return this.page.evaluate(() => window.fixture.text());
  }

  sent(): Promise<string[]> {
    return this.page.evaluate(() => [...window.fixture.sent]);
  }

  /** Asks the content script. */
  ask(question: ProbeQuestion = {}): Promise<ProbeAnswer> {
    return this.page.evaluate(
      (detail) =>
        new Promise<ProbeAnswer>((resolve) => {
          window.addEventListener(
            'probe:answer',
            (event) => resolve(JSON.parse((event as CustomEvent<string>).detail) as ProbeAnswer),
            { once: true },
          );
          window.dispatchEvent(new CustomEvent('probe:ask', { detail }));
        }),
      JSON.stringify(question),
    );
  }

  /** Inserts as the palette would, and holds that nothing was sent by it. */
  async insert(text: string): Promise<NonNullable<ProbeAnswer['insertion']>> {
    const { insertion } = await this.ask({ insert: text });
    await this.expectNothingElseSent();
    return insertion!;
  }

  async expectNothingElseSent(): Promise<void> {
    expect(await this.sent(), 'nothing is ever sent for the person').toEqual(this.expectedSent);
  }

  /** The composer's editor, for clicking into it: the visible one that is no decoy. */
  editor() {
    const css =
      'textarea:visible, [contenteditable=true]:not(.cm-content):not(.ql-clipboard):visible';
    return this.page.locator('#composer-host').locator(css).first();
  }

  /** Types as a person: characters, Shift+Enter between lines. */
  async type(text: string): Promise<void> {
    await this.editor().click();
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) await this.page.keyboard.press('Shift+Enter');
      await this.page.keyboard.insertText(line);
    }
  }

  /** The site's own send button. */
  sendButton() {
    return this.page.locator('#composer-host').getByRole('button', { name: /send|送信/i });
  }

  /** Waits for the count of submits to become `expected`, then a moment longer for one too many. */
  async expectSubmits(expected: number): Promise<void> {
    await expect.poll(async () => (await this.ask()).submits).toBe(expected);
    await this.page.waitForTimeout(120);
    expect((await this.ask()).submits).toBe(expected);
  }
}

/** Tests with `chat`: a real Chromium with the test extension, one for each worker. Every test ends with a look at what was sent. */
export const test = base.extend<{ chat: ChatPage }, { chatOfWorker: ChatPage }>({
  chatOfWorker: [
    // Playwright reads the fixture's needs from this pattern, so it cannot be a name.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const extensionDir = await buildProbe();
      const browser = await launchWithExtension({ extensionDir, language: 'ja' });
      await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const page = await browser.context.newPage();
      const cdp = await browser.context.newCDPSession(page);
      await use(new ChatPage(page, cdp));
      await browser.close();
      await rm(extensionDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  chat: async ({ chatOfWorker }, use) => {
    await use(chatOfWorker);
    await chatOfWorker.expectNothingElseSent();
  },
});

export { expect };
