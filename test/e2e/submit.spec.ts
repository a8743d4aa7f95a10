import { expect, test } from '../support/probe/chat-page.ts';

test.describe.configure({ mode: 'parallel' });

/** Every editor in circulation, by the page that has it. */
const EDITORS = {
  'ChatGPT app-shell': 'https://chatgpt.com/?',
  'ChatGPT unified': 'https://chatgpt.com/?layout=unified',
  'ChatGPT signed out': 'https://chatgpt.com/?layout=signed-out',
  Claude: 'https://claude.ai/new?',
  'Gemini on Quill 2': 'https://gemini.google.com/app?',
  'Gemini on Quill 1.3': 'https://gemini.google.com/app?layout=quill1',
  'Lexical, as other tools have it': 'https://chatgpt.com/?layout=lexical',
  'renamed ids on ChatGPT': 'https://chatgpt.com/?drift',
  'renamed ids on Claude, in Japanese': 'https://claude.ai/new?drift&lang=ja',
  'renamed ids on Gemini, in Japanese': 'https://gemini.google.com/app?drift&lang=ja',
};

/** Some rounds of confirming; the evidence that could mislead is there from the start. */
const SOME_CHECKS_MS = 500;
/** Two submits within this time count once. */
const APART_MS = 1200;

/** Runs in the page. */
function keepConversionKeysOut(host: HTMLElement): void {
  host.addEventListener(
    'keydown',
    (event) => {
      if (event.keyCode === 229) event.stopPropagation();
    },
    true,
  );
}

for (const [editor, url] of Object.entries(EDITORS)) {
  test(`${editor}: Enter, Ctrl+Enter, the button and other extensions' keys each count once`, async ({
    chat,
  }) => {
    const ways: readonly (() => Promise<void>)[] = [
      () => chat.page.keyboard.press('Enter'),
      () => chat.page.keyboard.press('Control+Enter'),
      () => chat.sendButton().click(),
      // What an extension that sends with another key does: the page's own world, not trusted.
      () =>
        chat.editor().evaluate((node) => {
          const key = { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true };
          node.dispatchEvent(new KeyboardEvent('keydown', key));
        }),
      () => chat.sendButton().evaluate((node) => (node as HTMLElement).click()),
    ];
    for (const send of ways) {
      await chat.open(url);
      await chat.type('一つ目\nの依頼');
      chat.expectedSent = ['一つ目\nの依頼'];
      await send();
      await chat.expectSubmits(1);
      await chat.expectNothingElseSent();
    }
  });

  test(`${editor}: line breaks, conversions, an emptied draft and a change of chat count nothing`, async ({
    chat,
  }) => {
    await chat.open(url);
    await chat.editor().click();
    await chat.page.keyboard.press('Enter');
    await chat.type('一行目\n二行目');

    // The Enter that takes a conversion: Chromium's order, then Safari's, which ends the composition first. Chromium never sends the
    // latter by itself, so the page is kept from it here, as its editor would keep itself in Safari.
    await chat.page.locator('#composer-host').evaluate(keepConversionKeysOut);
    const preedit = { text: 'にほん', selectionStart: 3, selectionEnd: 3 };
    const imeEnter = {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    } as const;
    await chat.cdp.send('Input.imeSetComposition', preedit);
    await chat.cdp.send('Input.dispatchKeyEvent', imeEnter);
    await chat.cdp.send('Input.insertText', { text: '日本' });
    await chat.cdp.send('Input.dispatchKeyEvent', { ...imeEnter, key: 'Process' });
    await chat.cdp.send('Input.dispatchKeyEvent', imeEnter);
    await chat.cdp.send('Input.dispatchKeyEvent', { ...imeEnter, type: 'keyUp' });
    await chat.expectSubmits(0);
    expect(await chat.text()).toBe('一行目\n二行目日本');

    await chat.insert('差し込み\n二行目');
    await chat.page.keyboard.press('Control+a');
    await chat.page.keyboard.press('Delete');
    await chat.expectSubmits(0);
    expect(await chat.text()).toBe('');

    await chat.type('下書きのまま別の会話へ');
    await chat.page.locator('nav a').nth(1).click();
    await chat.page.waitForTimeout(SOME_CHECKS_MS);
    await chat.expectSubmits(0);
  });
}

for (const [tool, url] of Object.entries({
  ChatGPT: 'https://chatgpt.com/?enter=newline',
  'Claude in a narrow window': 'https://claude.ai/new?enter=newline',
  Gemini: 'https://gemini.google.com/app?enter=newline',
  'a textarea': 'https://chatgpt.com/?plain&enter=newline',
})) {
  test(`${tool}, where Enter breaks the line: only the button counts`, async ({ chat }) => {
    await chat.open(url);
    await chat.type('一行目');
    await chat.page.keyboard.press('Enter');
    await chat.page.waitForTimeout(SOME_CHECKS_MS);
    await chat.expectSubmits(0);

    await chat.page.keyboard.press('Enter');
    await chat.page.keyboard.press('Control+a');
    await chat.page.keyboard.press('Backspace');
    await chat.expectSubmits(0);

    await chat.type('下書き');
    await chat.page.keyboard.press('Enter');
    await chat.page.locator('nav a').nth(1).click();
    await chat.page.waitForTimeout(SOME_CHECKS_MS);
    await chat.expectSubmits(0);

    await chat.type('本文');
    chat.expectedSent = ['本文'];
    await chat.sendButton().click();
    await chat.expectSubmits(1);
  });
}

for (const [tool, url] of Object.entries({
  ChatGPT: 'https://chatgpt.com/?',
  Claude: 'https://claude.ai/new?',
  Gemini: 'https://gemini.google.com/app?',
})) {
  test(`${tool}: a second message in the same conversation counts too`, async ({ chat }) => {
    await chat.open(url);
    for (const [index, text] of ['一つ目', '二つ目', '三つ目'].entries()) {
      await chat.type(text);
      chat.expectedSent.push(text);
      await chat.page.keyboard.press('Enter');
      await chat.expectSubmits(index + 1);
      await chat.page.waitForTimeout(APART_MS);
    }
  });
}

test('a submit while the composer is being replaced all the time counts once', async ({ chat }) => {
  await chat.open('https://chatgpt.com/?remount=300');
  await chat.editor().click();
  expect(await chat.insert('依頼')).toMatchObject({ result: 'ok' });
  chat.expectedSent = ['依頼'];
  // On a slow machine the composer goes between the click and the key; then nothing was sent.
  await expect(async () => {
    await chat.editor().press('Enter', { timeout: 1000 });
    expect(await chat.sent()).toHaveLength(1);
  }).toPass();
  await chat.expectSubmits(1);
});

test('a confirmed submit tells which send and stop controls the page had, and which were missing', async ({
  chat,
}) => {
  const seen = {
    'https://chatgpt.com/?answer=3000': ['send:app-shell', 'stop:app-shell'],
    'https://chatgpt.com/?layout=unified&answer=3000': ['send:unified', 'stop:unified'],
    'https://claude.ai/new?answer=3000': ['send:send', 'stop:stop'],
    'https://gemini.google.com/app?lang=ja&answer=3000': ['send:submit', 'stop:stop'],
    'https://chatgpt.com/?drift&answer=3000': ['send:none', 'stop:none'],
  };
  for (const [url, names] of Object.entries(seen)) {
    await chat.open(url);
    await chat.type('依頼');
    expect((await chat.ask()).seen, url).toEqual([]);
    chat.expectedSent = ['依頼'];
    await chat.page.keyboard.press('Enter');
    await expect.poll(async () => (await chat.ask()).seen, url).toEqual(names);
  }
});

test('an answer of 2,000 tokens counts nothing', async ({ chat }) => {
  await chat.open('https://chatgpt.com/?');
  await chat.page.evaluate(() => window.fixture.stream(2000, 2500));
  await chat.expectSubmits(0);
});
