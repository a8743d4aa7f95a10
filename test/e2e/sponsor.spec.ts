import { rm } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import type { DeliveryDto } from '../../lib/contract/hub/channels.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import { axeViolations } from '../support/axe.ts';
import { launchWithExtension, type LaunchedBrowser } from '../support/browser.ts';
import { join, open, setClock, weekdaysBetween } from '../support/company.ts';
import { foundHub, joinOverApi, useOverApi, type FoundedHub } from '../support/founded-hub.ts';
import { extensionWithHubAllowed } from '../support/granted-extension.ts';
import { htmlWithPictures, readMail } from '../support/mail-page.ts';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts';

/** A sponsor's October: by mail on the first working day after it, on the board with the programme's figures, and on one sheet. */
const COMPANY = 'ひなた製作所';
const FOUNDED = '2026-09-07';
/** A Sunday; the Monday after it is worked on, the Tuesday is 文化の日. */
const SUNDAY = '2026-11-01T12:00:00+09:00';
const MONDAY = '2026-11-02T09:30:00+09:00';
const MEETINGS = ['2026-10-13', '2026-10-27'];

let extensionDir: string;
let smtp: TestSmtpServer;
let founded: FoundedHub;
let browser: LaunchedBrowser;

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test.beforeAll(async () => {
  smtp = await startSmtpServer();
  extensionDir = await extensionWithHubAllowed();
  [founded, browser] = await Promise.all([
    foundHub(`${FOUNDED}T09:00:00+09:00`, {
      company: COMPANY,
      smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    }),
    launchWithExtension({ extensionDir, timeZone: 'Asia/Tokyo' }),
  ]);
  browser.context.setDefaultTimeout(20_000);
  await runOctober();
});

test.afterAll(async () => {
  await browser.close();
  await founded.hub.close();
  await smtp.close();
  await rm(extensionDir, { recursive: true, force: true });
});

test('the month comes by mail on the first working day after it, not before', async () => {
  await founded.hub.restart(SUNDAY);
  // It ends the round that it began with before it stops.
  await founded.hub.restart(MONDAY);
  await expect.poll(() => monthsSent()).toEqual(['2026-10', '2026-09']);
  // A mail bears the day on which it was sent; when it was put on its way is told here.
  expect(await octoberBegan()).toBeGreaterThanOrEqual(Date.parse(MONDAY));
  const [mail, ...others] = october();
  expect(others).toEqual([]);
  expect(mail?.to).toEqual(['hanako@example.co.jp']);
  expect(mail?.parsed.subject).toContain(
    `${COMPANY}の10月のまとめ：いまは、責任者の判断が要ることはありません`,
  );
});

test('the page of the month says what the mail and the programme say, and fits one sheet', async () => {
  await setClock(browser, MONDAY);
  await join(browser, { link: await founded.ownersLink() }, COMPANY);
  const board = await open(browser, 'board.html#/programme');
  const programme = board.getByRole('row', { name: /習慣になった人の割合/ });
  await expect(programme).toContainText('67%');
  await expect(board.getByRole('row', { name: /装着まで進んだ業務/ })).toContainText('0 件');

  await board.evaluate(() => {
    location.hash = '#/month';
  });
  await expect(board.getByText(`${COMPANY}　いまのようす`)).toBeVisible();
  const row = board.getByRole('row', { name: /^営業部/ });
  await expect(row.getByRole('cell')).toHaveText([
    '9 / 16',
    '67%（目安 35%）',
    '0 件（目安 1 件）',
    '2 回',
    '進んでいます',
  ]);
  await expect(number(board, '習慣になった人')).toContainText('67%');
  await expect(number(board, '使った人')).toContainText('67%');
  expect(await axeViolations(board)).toEqual([]);

  const said = (await board.locator('article').innerText()).split('\n');
  const [mail] = october();
  if (mail === undefined) throw new Error('no mail');
  const page = await browser.context.newPage();
  await page.setContent(htmlWithPictures(await readMail(mail)));
  const mailed = plain(await page.locator('body').innerText());
  // The table's rows are blocks in the mail, and only paper says who printed it.
  const lines = said.filter((line) => /[0-9]/.test(line) && !/\t|印刷/.test(line)).map(plain);
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) expect(mailed).toContain(line);
  await page.close();

  const pdf = (await board.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await board.emulateMedia({ media: 'print' });
  await expect(board.getByRole('navigation').first()).toBeHidden();
  await expect(board.getByRole('button', { name: '印刷する' })).toBeHidden();
  await expect(row).toBeVisible();
  await board.emulateMedia({ media: null });

  const which = board.getByRole('combobox', { name: '表示する月' });
  await which.selectOption({ label: '2026年10月（送った内容）' });
  await expect(board.getByText('メールで送ったときの内容です。')).toBeVisible();
  await expect(row.getByRole('cell').first()).toHaveText('9 / 16');
  await board.close();
});

/** From the goal over eight weeks of use, six of nine people every day, to two meetings in October. */
async function runOctober(): Promise<void> {
  const { hub, owner, departmentId, invites } = founded;
  const put = (path: string, body: object) => hub.ask({ method: 'PUT', path, token: owner, body });
  const [champion] = await joinOverApi(founded, invites.champion, 1);
  const people = await joinOverApi(founded, invites.member, 7);
  await hub.ask({
    method: 'POST',
    path: '/v1/workflows',
    token: owner,
    body: {
      id: 'quotes',
      name: '見積書の作成',
      kind: 'sales',
      rhythm: { kind: 'everyWorkday' },
      minutes: 20,
      departmentId,
    },
  });
  await put('/v1/goal', {
    purpose: 'hands',
    sentence: '見積もりを半分の時間で返す',
    share: 0.7,
    by: '2027-03-31',
    departmentIds: [departmentId],
    workflowIds: ['quotes'],
  });
  const department = `/v1/departments/${departmentId}`;
  await put(`${department}/appointment`, { memberId: champion?.memberId });
  await put(`${department}/programme`, { startedOn: FOUNDED });
  for (const day of ['2026-09-08', '2026-09-22', ...MEETINGS]) {
    await hub.restart(`${day}T10:30:00+09:00`);
    await put(`${department}/meetings/${day}`, { notes: '三人で試す。' });
    await hub.ask({
      method: 'POST',
      path: `${department}/actions`,
      token: owner,
      body: { id: `try-${day}`, text: '三人で一週間ためす' },
    });
  }
  await hub.restart('2026-10-31T12:00:00+09:00');
  const days = weekdaysBetween(FOUNDED as DayKey, '2026-10-30' as DayKey);
  for (const person of [champion, ...people].slice(0, 6)) {
    await useOverApi(founded, person?.memberToken ?? '', days);
  }
}

/** Months of which a mail came, newest first. */
function monthsSent(): string[] {
  const months = smtp.mails
    .filter(({ parsed }) => parsed.messageId?.startsWith('<sponsor.'))
    .map(({ parsed }) => /(\d{4})年(\d{1,2})月のまとめ/.exec(parsed.text ?? ''))
    .map((found) => `${found?.[1]}-${found?.[2]?.padStart(2, '0')}`);
  return [...new Set(months)].toSorted().toReversed();
}

async function octoberBegan(): Promise<number | undefined> {
  const { hub, owner, departmentId } = founded;
  const { deliveries } = await hub.ask<{ deliveries: readonly DeliveryDto[] }>({
    method: 'GET',
    path: `/v1/departments/${departmentId}/deliveries`,
    token: owner,
  });
  return deliveries.find(({ kind, week }) => kind === 'sponsor' && week === '2026-10')?.createdAt;
}

function october() {
  return smtp.mails.filter(({ parsed }) => parsed.text?.includes('2026年10月のまとめ'));
}

function number(board: Page, word: string) {
  return board.locator('.board-number').filter({ hasText: word }).first();
}

/** Words without what only lays them out. */
function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
