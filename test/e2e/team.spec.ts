import { rm } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import type { SetupReply } from '../../lib/contract/hub/people.ts';
import { addDays, weekdayOf, type DayKey } from '../../lib/domain/day.ts';
import { EMPTY_ENTRY } from '../../lib/domain/ledger.ts';
import { launchWithExtension, type LaunchedBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/axe.ts';
import { join, open, setClock, useOnDays, weekdaysBetween } from '../support/company.ts';
import { extensionWithHubAllowed } from '../support/granted-extension.ts';
import { startHub, type HubProcess } from '../support/hub-process.ts';

/** Two people in two browsers join a real hub, use their tools, and see each other's departments. */
const COMPANY = 'みなと商事';
const JOINING = '2026-11-02' as DayKey;
const LATER = '2026-11-25' as DayKey;
const DEVICES = ['6f1c2d3e-4b5a-4c6d-8e7f-901234567890', '7a2d3e4f-5c6b-4d7e-9f80-a12345678901'];

let hub: HubProcess;
let owner: SetupReply;
let extensionDir: string;
const browsers: LaunchedBrowser[] = [];

test.setTimeout(180_000);
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  hub = await startHub(`${JOINING}T09:00:00+09:00`);
  extensionDir = await extensionWithHubAllowed();
});

test.afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await hub.close();
  await rm(extensionDir, { recursive: true, force: true });
});

test('two join by a link, their days travel, and the departments’ lines stand side by side', async () => {
  owner = await hub.ask<SetupReply>({
    method: 'POST',
    path: '/v1/setup',
    body: {
      setupCode: hub.setupCode,
      organisation: { name: COMPANY, timeZone: 'Asia/Tokyo', locale: 'ja', country: 'JP' },
      departments: [{ name: '営業部' }, { name: '総務部' }],
      owner: { displayName: '港 花子', email: 'hanako@example.co.jp' },
    },
  });
  const [sales, affairs] = owner.departments;
  // Six colleagues more, so that both departments are large enough to be shown.
  const colleagues: string[] = [];
  for (const department of [sales, sales, sales, sales, affairs, affairs, affairs, affairs]) {
    const { memberToken } = await hub.ask<{ memberToken: string }>({
      method: 'POST',
      path: '/v1/join',
      body: { invite: department?.invites.member },
    });
    colleagues.push(memberToken);
  }

  const first = await openBrowser(JOINING);
  const second = await openBrowser(JOINING);
  await join(first, { link: sales?.invites.member ?? '', name: '山田 太郎' }, COMPANY);
  await join(second, { link: affairs?.invites.member ?? '', name: '鈴木 次郎' }, COMPANY);

  await hub.restart(`${LATER}T12:00:00+09:00`);
  for (const [index, token] of colleagues.entries()) {
    const days = index < 4 ? usedDays() : usedDays().filter((day) => weekdayOf(day) === 1);
    await hub.ask({
      method: 'PUT',
      path: '/v1/usage',
      token,
      body: {
        deviceId: `d${index}`,
        days: days.map((day) => ({ day, tool: 'chatgpt', ...EMPTY_ENTRY, visits: 1 })),
      },
    });
  }

  for (const [index, browser] of [first, second].entries()) {
    await setClock(browser, `${LATER}T12:00:00`);
    const days = [addDays(JOINING, -3), ...usedDays()];
    await useOnDays(browser, DEVICES[index] ?? '', days);
    const popup = await open(browser, 'popup.html');
    const ours = popup.getByRole('region', { name: 'みんなの線' });
    await expect(ours.getByRole('listitem')).toHaveCount(2);
    const mine = index === 0 ? '営業部' : '総務部';
    await expect(ours.getByRole('listitem').first()).toContainText(mine);
    await expect(ours.getByRole('img', { name: /^営業部: .*訪問日 10 日/ })).toBeVisible();
    expect(await axeViolations(popup)).toEqual([]);
  }

  // What was sent is shown as it went, and the token nowhere.
  const trust = await open(first, 'dashboard.html#/trust');
  await expect(trust.getByRole('heading', { name: /みなと商事のハブにだけ/ })).toBeVisible();
  await expect(trust.getByRole('cell', { name: LATER })).toBeVisible();
  expect(await trust.content()).not.toContain('banso_');
  const rows = await trust.locator('.trust-rows tbody tr').count();
  expect(rows).toBe(usedDays().length);
  expect(await axeViolations(trust)).toEqual([]);

  // The owner takes the first one out: said calmly, once, and everything stays here.
  const { members } = await hub.ask<{ members: { id: string; displayName: string }[] }>({
    method: 'GET',
    path: '/v1/members',
    token: owner.memberToken,
  });
  const yamada = members.find(({ displayName }) => displayName === '山田 太郎');
  await hub.ask({
    method: 'DELETE',
    path: `/v1/members/${yamada?.id}`,
    token: owner.memberToken,
  });
  const company = await open(first, 'dashboard.html#/team');
  await company.getByRole('button', { name: 'いま送る' }).click();
  await expect(company.getByText('会社とのつながりが切れています').first()).toBeVisible();
  expect(await axeViolations(company)).toEqual([]);
  const popup = await open(first, 'popup.html');
  await expect(popup.getByText('会社とのつながりが切れています')).toBeVisible();
  await expect(popup.getByRole('region', { name: '自分の線' })).toBeVisible();
});

test('a champion has the week on the board, invites by QR code, and sends a test', async () => {
  const browser = await openBrowser(LATER);
  const [sales] = owner.departments;
  await join(browser, { link: sales?.invites.champion ?? '', name: '佐藤 桜' }, COMPANY);
  const board = await open(browser, 'board.html');
  await expect(board.getByRole('heading', { level: 1, name: '営業部 推進ボード' })).toBeVisible();
  await expect(board.getByRole('region', { name: '3 つの数字' })).toBeVisible();
  await expect(board.getByRole('img', { name: /^営業部/ })).toBeVisible();
  expect(await axeViolations(board)).toEqual([]);
  const paper = await board.pdf({ preferCSSPageSize: true });
  expect(paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);

  await board.getByRole('link', { name: '部署の設定' }).click();
  await expect(board.getByRole('link', { name: '人と招待' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await board.getByRole('button', { name: '招待を出す' }).click();
  await expect(board.getByRole('img', { name: '招待リンクの QR コード' })).toBeVisible();
  const link = await board.getByRole('textbox', { name: /招待リンク/ }).inputValue();
  expect(link).toMatch(/\/join#/);
  expect(await axeViolations(board)).toEqual([]);
  await board.getByRole('button', { name: 'メンバーの招待を取り消す' }).first().click();
  await expect(board.getByText(/^取り消しました ·/)).toBeVisible();
  await expect(
    hub.ask({ method: 'POST', path: '/v1/join', body: { invite: link } }),
  ).rejects.toThrow('410');

  await board.getByRole('link', { name: '稼働日と目標' }).click();
  await board.getByRole('switch', { name: 'この部署だけの曜日にする' }).click();
  await board.getByRole('checkbox', { name: '土' }).click();
  await expect(board.getByRole('checkbox', { name: '土' })).toBeChecked();
  expect(await axeViolations(board)).toEqual([]);

  await board.getByRole('link', { name: '届け先' }).click();
  await board.getByRole('textbox', { name: 'メールアドレス' }).fill('eigyo@example.co.jp');
  await board.getByRole('button', { name: '届け先を加える' }).click();
  await board.getByRole('button', { name: 'メール に試しに送る' }).click();
  await expect(board.getByText('届きました。')).toBeVisible();
  expect(await axeViolations(board)).toEqual([]);
});

test('the owner closes the company for a day, aims a department at more and names a champion', async () => {
  const champion = browsers.at(-1);
  const owning = await openBrowser(LATER);
  const { code } = await hub.ask<{ code: string }>({
    method: 'POST',
    path: '/v1/me/device-codes',
    token: owner.memberToken,
  });
  await join(owning, { link: `${hub.url}/join#device:${code}` }, COMPANY);
  const board = await open(owning, 'board.html#/company/calendar');
  await expect(board.getByRole('heading', { level: 1, name: 'みなと商事' })).toBeVisible();
  await expect(board.getByText('自分の曜日を使う部署：営業部')).toBeVisible();
  await board.getByLabel('はじめの日').fill('2026-12-28');
  await board.getByLabel('名前').fill('大掃除');
  await board.getByRole('button', { name: '休業日を加える' }).click();
  await expect(board.getByText('2026年12月28日 大掃除')).toBeVisible();
  expect(await axeViolations(board)).toEqual([]);

  await board.getByRole('link', { name: '部署', exact: true }).click();
  await board.getByRole('button', { name: '営業部を変える' }).click();
  await board.getByLabel('使った人').fill('８０％');
  await board.getByRole('button', { name: '保存する' }).click();
  await expect(board.getByText('部署の目標：使った人 80%')).toBeVisible();
  expect(await axeViolations(board)).toEqual([]);

  await closeEmptyDepartment(board);
  await board.getByRole('link', { name: '人と役割' }).click();
  await board.getByRole('searchbox', { name: '名前で探す' }).fill('鈴木');
  await board.getByRole('button', { name: '鈴木 次郎 さんを変える' }).click();
  await board.getByRole('radio', { name: '推進担当者' }).check({ force: true });
  expect(await axeViolations(board)).toEqual([]);
  await board.getByRole('button', { name: '保存する' }).click();
  await expect(board.getByText('推進する部署：総務部').first()).toBeVisible();

  // A device that was lost could be ended here. It is the person's last one, so what that means is said, and it stays.
  await board.getByRole('button', { name: '鈴木 次郎 さんを変える' }).first().click();
  await board.getByRole('button', { name: 'つながっている端末' }).click();
  await board.getByRole('button', { name: /につないだ端末を切り離す$/ }).click();
  const question = board.getByRole('dialog', { name: 'この端末を切り離しますか' });
  await expect(question.getByText('この人の最後の端末です。')).toBeVisible();
  expect(await axeViolations(board)).toEqual([]);
  await question.getByRole('button', { name: 'やめる' }).click();
  await expect(question).toBeHidden();

  // The champion reads both on the department's own page, and why the company's page is not theirs.
  if (champion === undefined) throw new Error('The story before left no browser.');
  const theirs = await open(champion, 'board.html#/calendar');
  await expect(theirs.getByText('2026年12月28日 大掃除')).toBeVisible();
  await expect(theirs.getByText('会社の休業日は、責任者が変えます。')).toBeVisible();
  await expect(theirs.getByLabel('使った人')).toHaveValue('80');
  await expect(theirs.getByRole('link', { name: '会社全体' })).toHaveCount(0);
  const notTheirs = await open(champion, 'board.html#/company/members');
  await expect(
    notTheirs.getByRole('heading', { name: '会社全体の設定は、責任者のページです' }),
  ).toBeVisible();
});

test('the owner sets a goal, appoints a champion once there is work, and begins sixteen weeks', async () => {
  const owning = browsers.at(-1);
  if (owning === undefined) throw new Error('The story before left no browser.');
  const board = await open(owning, 'board.html#/programme');
  await expect(board.getByText('次にすること')).toBeVisible();
  await board.getByRole('link', { name: '目標へ' }).click();
  await expect(board.getByRole('heading', { name: '目標はまだ決まっていません' })).toBeVisible();
  await board.getByLabel('社員に見せるひとこと').fill('見積もりをその日のうちに返す');
  await board.getByLabel('期日').fill('2027-05-31');
  await board.getByRole('checkbox', { name: '営業部' }).check({ force: true });
  expect(await axeViolations(board)).toEqual([]);
  await board.getByRole('button', { name: '目標を決める' }).click();
  await expect(board.getByRole('heading', { name: '見積もりをその日のうちに返す' })).toBeVisible();
  await expect(board.getByText(/先にこの部署の業務をひとつ登録してください/)).toBeVisible();

  await hub.ask({
    method: 'POST',
    path: '/v1/workflows',
    token: owner.memberToken,
    body: {
      name: '見積書の作成',
      kind: 'sales',
      rhythm: { kind: 'everyWorkday' },
      minutes: 20,
      departmentId: owner.departments[0]?.id,
    },
  });
  await board.reload();
  await board.getByLabel('任命する人').selectOption({ label: '鈴木 次郎' });
  await board.getByRole('button', { name: '任命する' }).click();
  await expect(board.getByText('鈴木 次郎 さんを任命しています。')).toBeVisible();
  await board.getByText('従業員向けの通知文').click();
  await expect(board.getByText(/推進担当者：鈴木 次郎/)).toBeVisible();
  expect(await axeViolations(board)).toEqual([]);

  await board.getByRole('link', { name: '進め方' }).click();
  await board.getByRole('button', { name: 'この日に始める' }).click();
  await expect(board.getByRole('heading', { name: '第 1 週（16 週間）' })).toBeVisible();
  expect(await axeViolations(board)).toEqual([]);

  await board.getByRole('link', { name: '装着', exact: true }).click();
  await expect(
    board.getByRole('region', { name: '提案' }).getByRole('heading', { name: '見積書の作成' }),
  ).toBeVisible();
  await board.getByText('合意と次の一歩を書く').click();
  await board.getByRole('textbox', { name: '次の一歩' }).fill('月曜に三人で試す');
  await board.getByRole('button', { name: '保存' }).click();
  await expect(board.getByText('月曜に三人で試す')).toBeVisible();
  expect(await axeViolations(board)).toEqual([]);
});

/** A department that nobody came into goes again, and its link says so to whoever is still to join. */
async function closeEmptyDepartment(board: Page): Promise<void> {
  const name = '倉庫課';
  await board.getByRole('textbox', { name: '部署の名前' }).fill(name);
  await board.getByRole('button', { name: '部署をつくる' }).click();
  await expect(board.getByRole('heading', { name: '3 部署' })).toBeVisible();
  const link = await inviteInto(name);
  await board.getByRole('button', { name: `${name}を変える` }).click();
  await board.getByRole('button', { name: `${name}を閉じる` }).click();
  const question = board.getByRole('dialog', { name: `${name}を閉じますか` });
  expect(await axeViolations(board)).toEqual([]);
  await question.getByRole('button', { name: '閉じる', exact: true }).click();
  await expect(board.getByText('部署を閉じました。')).toBeVisible();
  await expect(board.getByRole('heading', { name: '2 部署' })).toBeVisible();
  await expect(board.getByRole('heading', { name })).toHaveCount(0);

  const [first] = browsers;
  if (first === undefined) throw new Error('The story before left no browser.');
  const joining = await open(first, 'dashboard.html#/team');
  await joining.getByRole('textbox', { name: '招待リンク' }).fill(link);
  await joining.getByRole('button', { name: /に参加する/ }).click();
  await expect(joining.getByText('この招待リンクは使えなくなっています。')).toBeVisible();
  await joining.close();
}

async function inviteInto(name: string): Promise<string> {
  const token = owner.memberToken;
  const { departments } = await hub.ask<{ departments: { id: string; name: string }[] }>({
    method: 'GET',
    path: '/v1/departments',
    token,
  });
  const id = departments.find((each) => each.name === name)?.id;
  const path = `/v1/departments/${id}/invites`;
  const body = { role: 'member' };
  return (await hub.ask<{ link: string }>({ method: 'POST', path, token, body })).link;
}

async function openBrowser(day: DayKey): Promise<LaunchedBrowser> {
  const browser = await launchWithExtension({ extensionDir });
  browsers.push(browser);
  await setClock(browser, `${day}T12:00:00`);
  return browser;
}

/** Scheduled days of the story, in a month with two national holidays that do not matter here. */
function usedDays(): DayKey[] {
  return weekdaysBetween(JOINING, LATER);
}
