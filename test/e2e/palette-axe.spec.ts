import type { Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, startPalette, test, type PalettePage } from '../support/palette-page.ts';

test.describe.configure({ mode: 'parallel' });

interface Copied {
  readonly markup: string;
  readonly styles: string;
  readonly ground: string;
}

/**
 * What is behind the closed root, drawn again in an empty page behind an open one, where axe can look: same markup, same
 * styles, same ground. What a person typed is part of the state and comes along as attributes.
 */
async function copyOf(chat: PalettePage): Promise<Page> {
  const copied = await (
    await chat.root()
  ).run(function (this: ShadowRoot): Copied {
    for (const field of this.querySelectorAll('input')) field.setAttribute('value', field.value);
    return {
      markup: [...this.children].map((node) => node.outerHTML).join(''),
      styles: this.adoptedStyleSheets
        .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
        .join('\n'),
      ground: getComputedStyle(document.body).backgroundColor,
    };
  });
  const page = await chat.browser.context.newPage();
  await page.setContent('<!doctype html><html lang="ja"><title>copy</title><main></main></html>');
  await page.evaluate(({ markup, styles, ground }) => {
    document.body.style.background = ground;
    const host = document.createElement('div');
    document.querySelector('main')!.append(host);
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    root.setHTMLUnsafe(markup);
  }, copied!);
  return page;
}

async function violations(chat: PalettePage): Promise<string[]> {
  const page = await copyOf(chat);
  // The palette lies over a page of its own; where its landmarks and headings begin is that page's matter.
  const found = await axeViolations(page, {
    without: ['region', 'page-has-heading-one', 'landmark-one-main', 'heading-order'],
  });
  await page.close();
  return found;
}

// What axe looks at differs by theme, not by the words.
for (const [theme, language] of [
  ['light', 'ja'],
  ['dark', 'en'],
] as const) {
  test(`row, list, fields, nothing found and note, ${theme}, ${language}`, async () => {
    const chat = await startPalette({ language });
    try {
      await chat.open(`https://chatgpt.com/?${theme === 'dark' ? 'dark' : ''}`);
      await expect.poll(chat.row).toBeTruthy();
      expect(await violations(chat)).toEqual([]);
      await chat.focusComposer();
      await chat.openPalette();
      await expect.poll(chat.titles).toBeTruthy();
      expect(await violations(chat)).toEqual([]);
      await chat.page.keyboard.type('zzzz宇宙');
      await expect.poll(chat.titles).toEqual([]);
      expect(await violations(chat)).toEqual([]);
      await chat.page.keyboard.press('Control+a');
      await chat.page.keyboard.type('見積依頼');
      await expect.poll(async () => (await chat.titles())?.[0]).toContain('見積依頼');
      await chat.page.keyboard.press('Enter');
      await expect.poll(chat.preview).toContain('【取引先】');
      expect(await violations(chat)).toEqual([]);
      await chat.page.keyboard.press('Control+Enter');
      await expect.poll(chat.note).toBeTruthy();
      expect(await violations(chat)).toEqual([]);
    } finally {
      await chat.browser.close();
    }
  });
}
