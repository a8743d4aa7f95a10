import { expect, test, WITHOUT_FIELDS, type PalettePage } from '../support/palette-page.ts';

test.describe.configure({ mode: 'parallel' });

/** Top of the visible composer frame minus bottom of the row; undefined while there is no row. */
async function gapAbove(chat: PalettePage): Promise<number | undefined> {
  const row = await chat.row();
  const top = await chat.page.evaluate(() => {
    const editors = [...document.querySelectorAll('[role=textbox], textarea')].filter((node) =>
      node.checkVisibility({ visibilityProperty: true }),
    );
    const editor = editors.find((node) => node.getBoundingClientRect().width > 1);
    const box = editor?.closest('form, [data-chat-input-container], input-container');
    return (box ?? editor)?.getBoundingClientRect().top;
  });
  return row && top !== undefined ? top - row.bottom : undefined;
}

/** Inserts the prompt without fields by keyboard and expects exactly it in the composer. */
async function insertByKeys(chat: PalettePage): Promise<void> {
  await chat.focusComposer();
  await chat.openPalette();
  await chat.page.keyboard.type('点検表');
  await expect.poll(async () => (await chat.titles())?.[0]).toBe(WITHOUT_FIELDS.title);
  await chat.page.keyboard.press('Enter');
  await expect.poll(chat.text).toBe(WITHOUT_FIELDS.body);
  await expect.poll(chat.note).toContain('入れました');
  expect(await chat.sent()).toEqual([]);
}

test('a composer that is replaced every two seconds keeps its row and takes the text', async ({
  chat,
}) => {
  await chat.open('https://chatgpt.com/?remount=2000');
  await expect.poll(chat.row).toBeTruthy();
  const gaps: (number | undefined)[] = [];
  for (let look = 0; look < 12; look += 1) {
    gaps.push(await gapAbove(chat));
    await chat.page.waitForTimeout(450);
  }
  expect(gaps.filter((gap) => gap !== undefined && gap > 0 && gap < 20).length).toBeGreaterThan(10);
  expect(await chat.page.evaluate(() => window.fixture.mounts())).toBeGreaterThan(2);
  await insertByKeys(chat);
});

test('a hydration that wipes foreign nodes does not take the row away', async ({ chat }) => {
  await chat.open('https://claude.ai/new?wipe');
  await chat.page.waitForTimeout(1500);
  await expect.poll(chat.row).toBeTruthy();
  await insertByKeys(chat);
});

test('no row before there is a composer, a row once it is there', async ({ chat }) => {
  await chat.open('https://gemini.google.com/app?late=4000');
  await chat.page.waitForTimeout(1500);
  expect(await chat.row()).toBeUndefined();
  await chat.page.keyboard.press('Alt+p');
  await chat.page.waitForTimeout(300);
  expect(await chat.isOpen()).toBe(false);
  await expect.poll(chat.row, { timeout: 15_000 }).toBeTruthy();
  await insertByKeys(chat);
});

for (const [name, url] of Object.entries({
  'renamed hooks': 'https://chatgpt.com/?drift',
  'renamed hooks in Gemini': 'https://gemini.google.com/app?drift',
  'a plain textarea': 'https://claude.ai/new?plain',
  'the unified composer': 'https://chatgpt.com/?layout=unified',
  'the signed-out composer': 'https://chatgpt.com/?layout=signed-out',
  'Quill 1.3': 'https://gemini.google.com/app?layout=quill1',
  'a strict policy': 'https://chatgpt.com/?csp',
})) {
  test(`${name}: row and insertion`, async ({ chat }) => {
    await chat.open(url);
    await expect.poll(chat.row).toBeTruthy();
    expect(await gapAbove(chat)).toBeGreaterThan(0);
    await insertByKeys(chat);
  });
}

test('the row stands still while an answer streams, and the palette works meanwhile', async ({
  chat,
}) => {
  await chat.open('https://chatgpt.com/c/1?messages=30&stream=2000');
  await expect.poll(chat.row).toBeTruthy();
  await chat.page.waitForTimeout(800);
  const before = await chat.row();
  await chat.page.waitForTimeout(1500);
  expect(await chat.row()).toEqual(before);
  await insertByKeys(chat);
});

test('the row follows the composer through in-app navigation', async ({ chat }) => {
  await chat.open('https://chatgpt.com/');
  await expect.poll(async () => (await chat.row())?.form).toBe('full');
  await chat.page.evaluate(() => window.fixture.navigate('/c/other'));
  await expect.poll(async () => (await chat.row())?.form).not.toBe('full');
  await chat.page.evaluate(() => window.fixture.navigate('/'));
  await expect.poll(async () => (await chat.row())?.form).toBe('full');
  await expect.poll(() => gapAbove(chat)).toBeGreaterThan(0);
  await insertByKeys(chat);
});

test('a dialog of the page is never covered', async ({ chat }) => {
  await chat.open('https://chatgpt.com/');
  await expect.poll(chat.row).toBeTruthy();
  await chat.page.evaluate(() => {
    const dialog = document.createElement('div');
    dialog.style.cssText = 'position:fixed;inset:0;background:#0008;z-index:50';
    document.body.append(dialog);
  });
  await chat.page.mouse.click(5, 5);
  await expect.poll(chat.row).toBeUndefined();
  await chat.page.evaluate(() => document.body.lastElementChild?.remove());
  await chat.page.mouse.click(5, 5);
  await expect.poll(chat.row).toBeTruthy();
});

test('the row takes the ground of the page and follows its theme', async ({ chat }) => {
  await chat.open('https://claude.ai/new');
  const isDark = async () =>
    (await chat.root()).run(function (this: ShadowRoot) {
      return this.querySelector('.r')?.classList.contains('dark');
    });
  await expect.poll(isDark).toBe(false);
  await chat.page.evaluate(() => {
    document.body.style.background = '#111';
    document.documentElement.classList.add('dark');
  });
  await expect.poll(isDark).toBe(true);
});

test('folded away for today it stays away, and the key still works', async ({ chat }) => {
  await chat.open('https://chatgpt.com/');
  await expect.poll(chat.row).toBeTruthy();
  const press = async (words: string) =>
    (await chat.root()).run(function (this: ShadowRoot, label: string) {
      const buttons = [...this.querySelectorAll('button')];
      buttons.find((each) => `${each.ariaLabel} ${each.textContent}`.includes(label))?.click();
    }, words);
  await press('候補をたたむ');
  await expect.poll(chat.note).toBeTruthy();
  await press('今日はたたむ');
  await expect.poll(chat.row).toBeUndefined();
  await chat.page.reload();
  await chat.page.waitForTimeout(1500);
  expect(await chat.row()).toBeUndefined();
  await insertByKeys(chat);
});

test('where no way in works the text is on the clipboard and a sentence says so', async ({
  chat,
}) => {
  await chat.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await chat.open('https://chatgpt.com/?stubborn');
  await chat.focusComposer();
  await chat.openPalette();
  await chat.page.keyboard.type('点検表');
  await expect.poll(async () => (await chat.titles())?.[0]).toBe(WITHOUT_FIELDS.title);
  await chat.page.keyboard.press('Enter');
  await expect.poll(chat.note).toBe('コピーしました。入力欄に貼り付けてください');
  const copied = await chat.page.evaluate(() => navigator.clipboard.readText());
  expect(copied.replaceAll('\r', '')).toBe(WITHOUT_FIELDS.body);
  expect(await chat.sent()).toEqual([]);
});

test('the page cannot look inside, and learns nothing of the extension', async ({ chat }) => {
  await chat.page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    window.addEventListener('message', (event) => seen.push(JSON.stringify(event.data)));
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(entry.name);
    }).observe({ type: 'resource', buffered: true });
  });
  await chat.open('https://chatgpt.com/');
  await insertByKeys(chat);
  const { page, html, attributes, root } = await chat.page.evaluate(() => {
    const host = document.documentElement.lastElementChild;
    return {
      page: (window as unknown as { seen: string[] }).seen,
      html: document.documentElement.outerHTML,
      attributes: host?.getAttributeNames(),
      root: host?.shadowRoot,
    };
  });
  expect(root).toBeNull();
  expect(attributes).toEqual([]);
  for (const text of [...page, html]) {
    expect(text).not.toContain('chrome-extension');
    expect(text).not.toContain(chat.browser.extensionId);
  }
  const reached = await chat.page.evaluate(
    (id) =>
      fetch(`chrome-extension://${id}/panel.js`).then(
        () => true,
        () => false,
      ),
    chat.browser.extensionId,
  );
  expect(reached).toBe(false);
});

test('a prompt opened from outside waits for the composer and shows its fields', async ({
  chat,
}) => {
  const { context, extensionId } = chat.browser;
  const own = await context.newPage();
  await own.goto(`chrome-extension://${extensionId}/popup.html`);
  const opened = context.waitForEvent('page');
  await own.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
    };
    return chrome.runtime.sendMessage({
      type: 'openWithPrompt',
      promptId: 'quote-reply',
      tool: 'claude',
    });
  });
  const tab = await opened;
  await tab.bringToFront();
  await tab.waitForLoadState();
  const { closedRoot } = await import('../support/closed-root.ts');
  const inside = await closedRoot(tab);
  await expect
    .poll(() =>
      inside.run(function (this: ShadowRoot) {
        return this.querySelector('.palette-preview-text')?.textContent;
      }),
    )
    .toContain('【取引先】');
});
