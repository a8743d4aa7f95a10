import { rm } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import type { DayKey } from '../../lib/domain/day.ts';
import { axeViolations } from '../support/axe.ts';
import { launchWithExtension, type LaunchedBrowser } from '../support/browser.ts';
import { open, setClock, weekdaysBetween } from '../support/company.ts';
import { foundHub, joinOverApi, useOverApi, type FoundedHub } from '../support/founded-hub.ts';
import { extensionWithHubAllowed } from '../support/granted-extension.ts';

/** An advisor of two companies, each with a hub of its own, in one browser: side by side, never mixed, left one by one. */
const MONDAY = '2026-11-09T10:00:00+09:00';
const LAST_WEEK = weekdaysBetween('2026-11-02' as DayKey, '2026-11-06' as DayKey);
const HINATA = { company: 'ひなた製作所', department: '組立課' };
const MINATO = { company: 'みなと工業', department: '設計課' };
/** Everything an advisor can open but for the list itself. */
const PAGES = ['week', 'month', 'programme', 'attachment', 'gap', 'meetings', 'help', 'goal'];

let extensionDir: string;
let browser: LaunchedBrowser;
let hinata: FoundedHub;
let minato: FoundedHub;

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test.beforeAll(async () => {
  extensionDir = await extensionWithHubAllowed();
  browser = await launchWithExtension({ extensionDir, timeZone: 'Asia/Tokyo' });
  browser.context.setDefaultTimeout(20_000);
  await setClock(browser, MONDAY);
  // Of eight people beside the owner six come in the one, two in the other.
  hinata = await foundHub('2026-10-26T09:00:00+09:00', HINATA);
  await come(hinata, 6);
  minato = await foundHub('2026-10-26T09:00:00+09:00', MINATO);
  await come(minato, 2);
});

test.afterAll(async () => {
  await browser.close();
  await Promise.all([hinata.hub.close(), minato.hub.close()]);
  await rm(extensionDir, { recursive: true, force: true });
});

test('joins both, and sees each company’s own line', async () => {
  const page = await open(browser, 'board.html#/companies');
  await expect(page.getByText('顧問先の会社はまだありません')).toBeVisible();
  for (const founded of [hinata, minato]) {
    await page.getByRole('textbox', { name: '顧問の招待リンク' }).fill(await inviteOf(founded));
    await page.getByRole('button', { name: '加える' }).click();
    await expect(page.getByText('加えました。')).toBeVisible();
    await page.getByRole('button', { name: '閉じる' }).click();
  }
  await expect(lineOf(page, HINATA.company)).toContainText('使った人 67%');
  await expect(lineOf(page, MINATO.company)).toContainText('使った人 22%以下');
  expect(await axeViolations(page)).toEqual([]);
  await page.close();
});

test('on the board of one nothing of the other is shown or asked', async () => {
  const page = await open(browser, 'board.html#/companies');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const [here, there, elsewhere] of [
    [HINATA, MINATO, minato],
    [MINATO, HINATA, hinata],
  ] as const) {
    await page.goto(`chrome-extension://${browser.extensionId}/board.html#/companies`);
    await expect(lineOf(page, there.company)).toContainText('使った人');
    asked.length = 0;
    await page.getByRole('button', { name: `${here.company}のボードを開く` }).click();
    for (const name of PAGES) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#/${name}`);
      const main = page.locator('.board-main');
      await expect(main.getByText('ハブから取り出しています')).toHaveCount(0);
      await expect(main.locator('> *').first()).toBeVisible();
      const company = page.getByRole('combobox', { name: '会社' });
      await expect(company.locator('option:checked')).toHaveText(here.company);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(
        name === 'month' ? here.company : here.department,
      );
      await expect(main).not.toContainText(new RegExp(`${there.company}|${there.department}`));
    }
    expect(asked.filter((url) => url.startsWith(elsewhere.hub.url))).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
  }
  await page.close();
});

test('gives an address for the mails, and not half of one', async () => {
  const page = await open(browser, 'board.html#/companies');
  await page.getByRole('button', { name: `${HINATA.company}のボードを開く` }).click();
  await page.evaluate(() => {
    location.hash = '#/help';
  });
  await expect(page.getByText('メールアドレスの登録がないため')).toBeVisible();
  const field = page.getByRole('textbox', { name: 'メールアドレス' });
  await field.fill('komon@');
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('メールアドレスの形になっていません。')).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill(' komon@example.com ');
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('メールアドレスを登録しました。')).toBeVisible();
  await expect(page.getByText('質問が 1 稼働日を超えて待つと、メールが届きます。')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'メールアドレス' })).toHaveValue(
    'komon@example.com',
  );
  expect(await axeViolations(page)).toEqual([]);
  await page.close();
});

test('leaves one, whose key goes from browser and hub, and the other stays as it was', async () => {
  expect([await advisorsOf(hinata), await advisorsOf(minato)]).toEqual([1, 1]);
  const page = await open(browser, 'board.html#/companies');
  await page.getByRole('button', { name: `${HINATA.company}を離れる` }).click();
  await page.getByRole('button', { name: '離れる', exact: true }).click();
  await expect(page.getByText('離れました。')).toBeVisible();
  await expect(page.getByRole('heading', { name: HINATA.company })).toHaveCount(0);
  await page.reload();
  await expect(lineOf(page, MINATO.company)).toContainText('使った人 22%以下');
  await expect(page.getByRole('heading', { name: HINATA.company })).toHaveCount(0);
  const held = await page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(): Promise<unknown> } } };
    };
    return JSON.stringify(await chrome.storage.local.get());
  });
  expect(held).not.toContain(hinata.hub.url);
  expect(held).not.toContain(HINATA.company);
  expect(held).toContain(minato.hub.url);
  expect([await advisorsOf(hinata), await advisorsOf(minato)]).toEqual([0, 1]);
  await page.close();
});

function lineOf(page: Page, company: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: company }) });
}

/** Eight people join beside the owner, and some of them come every day of the last week. */
async function come(founded: FoundedHub, count: number): Promise<void> {
  const people = await joinOverApi(founded, founded.invites.member, 8);
  await founded.hub.restart(MONDAY);
  for (const { memberToken } of people.slice(0, count)) {
    await useOverApi(founded, memberToken, LAST_WEEK);
  }
}

async function inviteOf({ hub, owner, departmentId }: FoundedHub): Promise<string> {
  const { link } = await hub.ask<{ link: string }>({
    method: 'POST',
    path: `/v1/departments/${departmentId}/invites`,
    token: owner,
    body: { role: 'advisor' },
  });
  return link;
}

async function advisorsOf({ hub, owner }: FoundedHub): Promise<number> {
  const { members } = await hub.ask<{ members: readonly { role: string }[] }>({
    method: 'GET',
    path: '/v1/members',
    token: owner,
  });
  return members.filter(({ role }) => role === 'advisor').length;
}
