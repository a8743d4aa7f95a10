import { palette } from '../../lib/i18n/palette.ts';
import { expect, test, WITH_FIELDS, WITHOUT_FIELDS } from '../support/palette-page.ts';

test.describe.configure({ mode: 'parallel' });

const PAGES = {
  'ChatGPT (ProseMirror in React)': 'https://chatgpt.com/?',
  'Gemini (Quill under Trusted Types)': 'https://gemini.google.com/app?',
  'Claude (tiptap)': 'https://claude.ai/new?',
};
const FILLED = [
  '青葉商事への返信を簡潔に書いてください。',
  '',
  '依頼：',
  '・A4 用紙 30 箱',
  '　至急',
  '期日：2026年12月1日',
  '数量：12',
].join('\n');

for (const [name, url] of Object.entries(PAGES)) {
  test(`${name}: key, search, fields, preview, insert; the draft stays, one undo, nothing sent`, async ({
    chat,
  }) => {
    await chat.open(url);
    await chat.focusComposer();
    await chat.page.keyboard.type('よろしく');
    await chat.openPalette();
    const { keyboard } = chat.page;
    await keyboard.type('ミツモリ依頼');
    // かな and カナ are alike, and a reading is not a spelling.
    await expect.poll(chat.titles).not.toContain(WITH_FIELDS.title);
    await keyboard.press('Control+a');
    await keyboard.type('見積依頼');
    await expect.poll(async () => (await chat.titles())?.[0]).toBe(WITH_FIELDS.title);
    await keyboard.press('Enter');
    await expect.poll(chat.preview).toContain('【取引先】');

    await keyboard.type('青葉商事');
    await expect.poll(chat.preview).toContain('青葉商事への返信をていねいに');
    await keyboard.press('Tab');
    await keyboard.press('ArrowDown');
    await keyboard.press('Tab');
    await keyboard.type('・A4 用紙 30 箱');
    await keyboard.press('Enter');
    await keyboard.type('　至急');
    await keyboard.press('Tab');
    await keyboard.type('12012026');
    await expect.poll(chat.preview).toContain('2026年12月1日');
    // Out of the parts of the date field, into the number.
    await (
      await chat.root()
    ).run(function (this: ShadowRoot) {
      this.querySelector<HTMLInputElement>('[inputmode=decimal]')?.focus();
    });
    await keyboard.press('Control+a');
    await keyboard.type('１２');
    await expect.poll(chat.preview).toBe(FILLED);

    await keyboard.press('Control+Enter');
    await expect.poll(chat.text).toBe(`よろしく\n\n${FILLED}`);
    await expect.poll(chat.note).toContain('Ctrl+Z');
    await chat.page.keyboard.press('Control+z');
    await expect.poll(chat.text).toBe('よろしく');
    expect(await chat.sent()).toEqual([]);
    const remembered = async () => (await chat.storage.read('local'))['remembered/quote-reply'];
    await expect.poll(remembered).toMatchObject({ data: { 取引先: '青葉商事' } });
    expect(JSON.stringify(await chat.storage.read('local'))).not.toContain('よろしく');
  });

  test(`${name}: a suggestion without fields goes in at a click`, async ({ chat }) => {
    await chat.open(url);
    await expect.poll(async () => (await chat.row())?.form).toBe('full');
    const at = await (
      await chat.root()
    ).run(function (this: ShadowRoot, title: string) {
      const chip = [...this.querySelectorAll('button')].find((each) =>
        each.textContent.startsWith(title),
      );
      const box = chip?.getBoundingClientRect();
      return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, WITHOUT_FIELDS.title);
    const point = at as { x: number; y: number };
    await chat.page.mouse.click(point.x, point.y);
    await expect.poll(chat.text).toBe(WITHOUT_FIELDS.body);
    expect(await chat.sent()).toEqual([]);
  });

  test(`${name}: the row lies above the composer and over none of the page's controls`, async ({
    chat,
  }) => {
    await chat.open(url);
    await expect.poll(chat.row).toBeTruthy();
    const row = await chat.row();
    const { boxes, composerTop } = await chat.page.evaluate(() => {
      const [controls, editors] = [
        'a, button, textarea, [contenteditable=true]',
        '[role=textbox]',
      ].map((css) =>
        [...document.querySelectorAll(css)]
          .filter((node) => node.checkVisibility({ visibilityProperty: true }))
          .map((node) => node.getBoundingClientRect())
          .filter((box) => box.width > 1),
      );
      return {
        boxes: controls!.map((box) => box.toJSON() as DOMRect),
        composerTop: Math.min(...editors!.map((box) => box.top)),
      };
    });
    const isUnder = (box: DOMRect) =>
      box.left < row!.right &&
      box.right > row!.left &&
      box.top < row!.bottom &&
      box.bottom > row!.top;
    expect(boxes.length).toBeGreaterThan(1);
    expect(boxes.filter(isUnder)).toEqual([]);
    expect(row!.bottom).toBeLessThanOrEqual(composerTop);
    expect(composerTop - row!.bottom).toBeLessThan(60);
  });
}

test('Escape steps back to the list, then leaves focus, caret and draft as they were', async ({
  chat,
}) => {
  await chat.open('https://claude.ai/new');
  await chat.focusComposer();
  const { keyboard } = chat.page;
  await keyboard.type('ab');
  await keyboard.press('ArrowLeft');
  await chat.openPalette();
  await keyboard.type('見積依頼');
  await keyboard.press('Enter');
  await expect.poll(chat.preview).toBeTruthy();
  await keyboard.press('Escape');
  await expect.poll(chat.titles).toBeTruthy();
  await keyboard.press('Escape');
  await expect.poll(chat.isOpen).toBe(false);
  await keyboard.type('-');
  expect(await chat.text()).toBe('a-b');
});

test('what is typed into the palette never reaches the page', async ({ chat }) => {
  await chat.open('https://chatgpt.com/');
  await chat.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste']) {
      window.addEventListener(type, (event) => heard.push(event.type), true);
    }
  });
  await chat.focusComposer();
  await chat.page.keyboard.press('Alt+p');
  await expect.poll(chat.isOpen).toBe(true);
  await chat.page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
  await chat.page.keyboard.type('見積 secret');
  await chat.page.keyboard.press('Enter');
  await expect.poll(() => chat.titles()).toEqual([]);
  expect(await chat.page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(
    [],
  );
});

test('during IME conversion nothing triggers and nothing is swallowed', async ({ chat }) => {
  await chat.open('https://chatgpt.com/');
  await chat.focusComposer();
  const session = await chat.page.context().newCDPSession(chat.page);
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  const processKey = (code: string, modifiers = 0) =>
    session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code,
      modifiers,
      windowsVirtualKeyCode: 229,
    });
  await compose('みつ');
  await processKey('KeyP', 1);
  await chat.page.waitForTimeout(300);
  expect(await chat.isOpen()).toBe(false);
  await session.send('Input.insertText', { text: '見積' });
  expect(await chat.text()).toBe('見積');

  await chat.openPalette();
  await compose('みつもり');
  await processKey('Enter');
  await processKey('Escape');
  await chat.page.waitForTimeout(200);
  expect(await chat.isOpen()).toBe(true);
  expect(await chat.preview()).toBeUndefined();
  await session.send('Input.insertText', { text: '見積' });
  await expect.poll(async () => (await chat.titles())?.[0]).toBe(WITH_FIELDS.title);
});

test('a chip pressed while an IME conversion is open in the composer puts nothing into it', async ({
  chat,
}) => {
  await chat.open('https://chatgpt.com/');
  await expect.poll(async () => (await chat.row())?.form).toBe('full');
  await chat.focusComposer();
  const session = await chat.page.context().newCDPSession(chat.page);
  // By script inside the root: Chromium's own mouse would end the conversion, a keyboard or another browser would not.
  const pressChip = async () =>
    (await chat.root()).run(function (this: ShadowRoot, title: string) {
      const chips = [...this.querySelectorAll('button')];
      chips.find((each) => each.textContent.startsWith(title))?.click();
    }, WITHOUT_FIELDS.title);
  const conversion = { text: 'みつ', selectionStart: 2, selectionEnd: 2 };
  await session.send('Input.imeSetComposition', conversion);
  await pressChip();
  await expect.poll(chat.note).toBe(palette.ja.refused);
  expect(await chat.text()).toBe('みつ');

  await session.send('Input.insertText', { text: '見積' });
  await pressChip();
  await expect.poll(chat.text).toBe(`見積\n\n${WITHOUT_FIELDS.body}`);
  expect(await chat.sent()).toEqual([]);
});

test('a run is counted when the inserted prompt of a registered workflow is sent, and for no pack', async ({
  chat,
}) => {
  await chat.open('https://chatgpt.com/');
  await chat.focusComposer();
  const { keyboard } = chat.page;
  const runs = async () =>
    Object.values(await chat.storage.days())
      .flatMap((day) => Object.values(day))
      .map((entry) => entry.runs);

  await chat.openPalette();
  await keyboard.type('お知らせを短く');
  await expect.poll(async () => (await chat.titles())?.[0]).toContain('お知らせ');
  await keyboard.press('Control+Enter');
  await expect.poll(chat.note).toContain('入れました');
  await keyboard.press('Enter');
  await expect.poll(async () => (await chat.sent()).length).toBe(1);
  await expect
    .poll(async () => (await chat.storage.total('chatgpt')).promptsStarted, { timeout: 20_000 })
    .toBe(1);
  expect((await runs()).some((each) => Object.keys(each).length > 0)).toBe(false);

  // Two submits within 1.2 s count as one; no person is that quick.
  await chat.page.waitForTimeout(1300);
  await chat.openPalette();
  await keyboard.type('点検表');
  await expect.poll(async () => (await chat.titles())?.[0]).toBe(WITHOUT_FIELDS.title);
  await keyboard.press('Enter');
  const noted = async () => JSON.stringify(await chat.storage.read('session'));
  await expect.poll(noted).toContain(WITHOUT_FIELDS.id);
  await keyboard.press('Enter');
  await expect.poll(async () => (await chat.sent()).length).toBe(2);
  await expect
    .poll(async () => JSON.stringify(await runs()), { timeout: 20_000 })
    .toContain('{"quotes":1}');
});
