import { expect, test, type Page } from '@playwright/test';
import { CLOCK_OFFSET_KEY } from '../../lib/contract/stored-items.ts';
import { axeViolations } from '../support/axe.ts';
import { launchWithExtension, type LaunchedBrowser } from '../support/browser.ts';

/** The popup and the first run as pages of the built extension, on the state that the background writes. */
let browser: LaunchedBrowser;

/** A Wednesday at noon that is nobody's holiday, wherever this runs. */
const WORKDAY = new Date(2026, 10, 25, 12).getTime();

test.beforeEach(async () => {
  browser = await launchWithExtension();
  await browser.serviceWorker.evaluate(
    ([key, offsetMs]) =>
      (globalThis as unknown as WorkerWithStorage).chrome.storage.session.set({ [key]: offsetMs }),
    [CLOCK_OFFSET_KEY, WORKDAY - Date.now()] as const,
  );
});

interface WorkerWithStorage {
  readonly chrome: {
    readonly storage: {
      readonly session: { set(values: Record<string, unknown>): Promise<void> };
    };
  };
}

test.afterEach(async () => {
  await browser.close();
});

async function open(path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`chrome-extension://${browser.extensionId}/${path}`);
  return page;
}

test('a first day: marked by hand, the ring becomes a dot with a ring', async () => {
  const popup = await open('popup.html');
  await expect(popup.getByRole('heading', { name: 'ここから線が始まります' })).toBeVisible();
  expect(await axeViolations(popup)).toEqual([]);

  await popup.getByRole('button', { name: '自己申告' }).click();
  const dialog = popup.getByRole('dialog', { name: '今日、使いましたか' });
  await dialog.getByRole('radio', { name: 'Gemini' }).check();
  await dialog.getByRole('button', { name: '印を付ける' }).click();

  await expect(dialog).toBeHidden();
  await expect(popup.getByText('今日に印を付けました。')).toBeVisible();
  await expect(popup.getByRole('heading', { name: /Gemini（自己申告）/ })).toBeVisible();
});

test('recording pauses for today and goes on when asked', async () => {
  const popup = await open('popup.html');
  await popup.getByRole('button', { name: '一時停止' }).click();
  await popup.getByRole('button', { name: '今日だけ止める' }).click();
  await expect(popup.getByRole('heading', { name: '記録を止めています' })).toBeVisible();
  await popup.getByRole('region').getByRole('button', { name: '再開する' }).click();
  await expect(popup.getByRole('heading', { name: 'ここから線が始まります' })).toBeVisible();
});

test('the first run: three screens, one piece of work, and the popup offers it', async () => {
  const welcome = await open('welcome.html');
  await expect(welcome.getByRole('heading', { level: 1 })).toHaveText('点を、線に。');
  await welcome.getByRole('button', { name: '次へ' }).click();
  await expect(welcome.getByRole('heading', { level: 1 })).toBeFocused();
  await welcome.getByRole('button', { name: '次へ' }).click();
  await welcome.getByRole('radio', { name: '営業' }).check();
  const register = welcome.getByRole('button', { name: '商談メモの整理を登録する' });
  await register.click();
  await expect(welcome.getByRole('button', { name: '商談メモの整理: 登録しました' })).toBeFocused();
  expect(await axeViolations(welcome)).toEqual([]);

  // The browser's back button turns back a screen; nothing chosen is lost.
  await welcome.goBack();
  await expect(welcome.getByRole('heading', { level: 1 })).toHaveText('残すもの、残さないもの');
  await welcome.goForward();
  await expect(welcome.getByRole('radio', { name: '営業' })).toBeChecked();

  const popup = await open('popup.html');
  await expect(popup.getByRole('heading', { name: '次の業務' })).toBeVisible();
  const opened = browser.context.waitForEvent('page');
  // By noon the nudge offers it as well.
  await popup.getByRole('button', { name: '商談メモの整理を開く' }).first().click();
  await (await opened).waitForURL('https://chatgpt.com/**');
});

test('work that is ticked off is a run, and leaves the list', async () => {
  const welcome = await open('welcome.html#3');
  await welcome.getByRole('radio', { name: '営業' }).check();
  await welcome.getByRole('button', { name: '商談メモの整理を登録する' }).click();
  const popup = await open('popup.html');
  await expect(popup.getByRole('heading', { name: '次の業務' })).toBeVisible();
  await popup.getByRole('button', { name: '商談メモの整理を済みにする' }).click();
  await expect(popup.getByText('「商談メモの整理」を済みにしました。')).toBeVisible();
  await expect(popup.getByText('今日の業務は済みました。')).toBeVisible();
  await expect(popup.getByRole('heading', { name: '次の業務' })).toBeFocused();
});

test('the language changes at once, in every open page', async () => {
  const welcome = await open('welcome.html');
  const popup = await open('popup.html');
  await welcome.getByRole('button', { name: 'English' }).click();
  await expect(welcome.getByRole('heading', { level: 1 })).toHaveText('From a dot to a line.');
  await expect(popup.getByRole('heading', { name: 'A line begins here' })).toBeVisible();
  await expect(popup.locator('html')).toHaveAttribute('lang', 'en');
});
