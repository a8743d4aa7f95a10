import { DEFAULT_SETTINGS } from '../../lib/contract/settings.ts';
import { settingsItem } from '../../lib/contract/stored-items.ts';
import { entryOf } from '../../lib/contract/envelope.ts';
import { scriptTime } from '../bench/support/script-time.ts';
import { usePage } from '../support/counting.ts';
import { expect, test, WITHOUT_FIELDS, type PalettePage } from '../support/palette-page.ts';

test.describe.configure({ mode: 'parallel' });

interface PressedByScript {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly altKey?: boolean;
}

const ALT = { key: 'Alt', code: 'AltLeft', keyCode: 18, altKey: true };
const ALT_P = { key: 'p', code: 'KeyP', keyCode: 80, altKey: true };
const ENTER = { key: 'Enter', code: 'Enter', keyCode: 13 };
const DIGITS = [1, 2, 3].map((digit) => ({
  key: `${digit}`,
  code: `Digit${digit}`,
  keyCode: 48 + digit,
}));

/** Keys, clicks and input made up by the page's own script, at every node that could pass them on. */
async function makeUp(chat: PalettePage, keys: readonly PressedByScript[]): Promise<void> {
  await chat.page.evaluate((pressed) => {
    const host = document.documentElement.lastElementChild!;
    for (const target of [host, document.activeElement!, document.body, document, window]) {
      const shape = { bubbles: true, composed: true, cancelable: true };
      for (const key of pressed) {
        for (const type of ['keydown', 'keypress', 'keyup']) {
          target.dispatchEvent(new KeyboardEvent(type, { ...shape, ...key }));
        }
      }
      target.dispatchEvent(new InputEvent('input', { ...shape, data: 'x' }));
      target.dispatchEvent(new MouseEvent('click', shape));
    }
  }, keys);
  await chat.page.waitForTimeout(400);
}

test('keys that a page makes up open nothing and drive nothing', async ({ chat }) => {
  await chat.open('https://chatgpt.com/');
  await expect.poll(chat.row).toBeTruthy();
  await chat.focusComposer();
  await makeUp(chat, [ALT, ALT_P, ALT_P]);
  expect(await chat.isOpen()).toBe(false);

  await chat.openPalette();
  await chat.page.keyboard.type('点検表');
  await expect.poll(async () => (await chat.titles())?.[0]).toBe(WITHOUT_FIELDS.title);
  const titles = await chat.titles();
  await makeUp(chat, [ENTER, ...DIGITS, ...DIGITS.map((key) => ({ ...key, altKey: true }))]);
  expect(await chat.titles()).toEqual(titles);
  expect(await chat.text()).toBe('');

  await chat.page.keyboard.press('Enter');
  await expect.poll(chat.text).toBe(WITHOUT_FIELDS.body);
  expect(await chat.sent()).toEqual([]);
});

test('a page that makes up a change of focus still hears nothing of what is typed', async ({
  chat,
}) => {
  await chat.open('https://chatgpt.com/');
  await expect.poll(chat.row).toBeTruthy();
  await chat.focusComposer();
  await chat.openPalette();
  await chat.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const types = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'textInput'];
    for (const target of [window, document, document.documentElement]) {
      for (const type of types) {
        target.addEventListener(type, (event) => heard.push(event.type), true);
      }
      // The launcher learns from `focusin` where typing goes.
      target.addEventListener('focusin', (event) => {
        const { data = '', key = '' } = event as Event & { data?: string; key?: string };
        heard.push(...[data, key].filter((told) => told !== ''));
      });
    }
    for (const target of [window, document, document.body]) {
      for (const type of ['focus', 'focusin', 'blur', 'focusout']) {
        target.dispatchEvent(new FocusEvent(type, { bubbles: true, composed: true }));
      }
    }
  });
  await chat.page.keyboard.type('見積 plan');
  await chat.page.keyboard.press('Backspace');
  expect(await chat.page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(
    [],
  );
  expect(await chat.isOpen()).toBe(true);
});

test('a page that takes our node away again and again is let have its way, and pays nothing', async ({
  chat,
}) => {
  await chat.page.addInitScript(() => {
    const counted = { removed: 0 };
    Object.assign(window, { counted });
    const sweep = (): void => {
      for (const each of document.documentElement?.children ?? []) {
        if (each === document.head || each === document.body || each.id === 'own') continue;
        each.remove();
        counted.removed += 1;
      }
    };
    new MutationObserver(sweep).observe(document, { childList: true, subtree: true });
  });
  const removed = () =>
    chat.page.evaluate(
      () => (window as unknown as { counted: { removed: number } }).counted.removed,
    );
  await chat.open('https://chatgpt.com/');
  await expect.poll(removed).toBeGreaterThan(3);
  // Each time it is put back after a rest; the last one is over well within this time.
  await chat.page.waitForTimeout(3_000);
  const atLast = await removed();
  expect(atLast).toBeLessThanOrEqual(8);

  const { ownMs } = await scriptTime(chat.page, /^chrome-extension:/, async () => {
    await chat.page.evaluate(async () => {
      const own = document.createElement('div');
      own.id = 'own';
      for (let turn = 0; turn < 12; turn += 1) {
        if (turn % 2 === 0) document.documentElement.append(own);
        else own.remove();
        await new Promise((done) => setTimeout(done, 250));
      }
    });
  });
  expect(ownMs).toBeLessThanOrEqual(0.2);
  expect(await removed()).toBe(atLast);
});

test('a tab that was paused for the day counts the new day from midnight on', async ({ chat }) => {
  test.setTimeout(120_000);
  const { page, storage } = chat;
  await storage.standAt(Date.parse('2026-12-02T23:59:45'));
  const settings = { ...DEFAULT_SETTINGS, paused: '2026-12-02' };
  await storage.set('local', Object.fromEntries([entryOf(settingsItem, settings as never)]));
  await chat.open('https://chatgpt.com/');
  await usePage(page, 10);
  expect(await storage.days()).toEqual({});
  // The tab is neither reloaded nor left.
  await expect.poll(storage.iconTitle, { timeout: 30_000 }).not.toContain('休');
  await usePage(page, 17);
  await expect
    .poll(async () => Object.keys(await storage.days()), { timeout: 20_000 })
    .toEqual(['2026-12-03']);
});
