import { expect, test } from '@playwright/test';
import type { DayKey } from '../../lib/domain/day.ts';
import { axeViolations } from '../support/axe.ts';
import type { LaunchedBrowser } from '../support/browser.ts';
import { open, syncNow, useOnDays, weekdaysBetween } from '../support/company.ts';
import { joinOverApi, useOverApi } from '../support/founded-hub.ts';
import { startStoryCompany, type StoryCompany } from '../support/story-company.ts';

/** A champion offers ten minutes without knowing to whom, and a department says how it goes without anybody's name. */
const FOUNDED = '2026-10-05' as DayKey;
const LAST_USED = '2026-11-13' as DayKey;
/** The Monday after four weeks that are told together. */
const MONDAY = '2026-11-16' as DayKey;
const TUESDAY = '2026-11-17' as DayKey;
const ANSWERS = { quality: 4, effort: 4, speed: 4, productivity: 4 };

let company: StoryCompany;
let champion: LaunchedBrowser;
let active: LaunchedBrowser;
let quiet: LaunchedBrowser;
let colleagues: string[];

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.beforeAll(async () => {
  company = await startStoryCompany(`${FOUNDED}T12:00`, ['佐藤 桜', '鈴木 一郎', '山田 太郎']);
  const [first, second, third] = company.browsers;
  if (first === undefined || second === undefined || third === undefined) throw new Error('few');
  [champion, active, quiet] = [first, second, third];
  const joined = await joinOverApi(company, company.invites.member, 8);
  colleagues = joined.map(({ memberToken }) => memberToken);
  await at(LAST_USED);
  const days = weekdaysBetween(FOUNDED, LAST_USED);
  await useOnDays(active, '6f1c2d3e-4b5a-4c6d-8e7f-901234567890', days);
  for (const token of colleagues.slice(0, 3)) await useOverApi(company, token, days);
  await syncNow(active);
});

test.afterAll(() => company.close());

test('an offer shows only to whom it concerns, and a yes stands in the champion’s questions', async () => {
  await at(MONDAY);
  const board = await open(champion, 'board.html#/gap');
  await expect(board.getByText('この 4 週間は、使わなかった人が半分以上です。')).toBeVisible();
  expect(await axeViolations(board)).toEqual([]);
  await board.getByRole('button', { name: '10 分の誘いを出す' }).click();
  await expect(board.getByText('誘いを出しています')).toBeVisible();
  await expect(board.getByText(/山田|鈴木/)).toHaveCount(0);

  await at(TUESDAY);
  await Promise.all([syncNow(active), syncNow(quiet)]);
  const others = await open(active, 'popup.html');
  await expect(others.getByRole('heading', { name: 'みんなの線' })).toBeVisible();
  const popup = await open(quiet, 'popup.html');
  const offer = popup.getByRole('region', { name: '推進担当者から、10 分の誘いです' });
  await expect(offer).toBeVisible();
  expect(await axeViolations(popup)).toEqual([]);
  await expect(others.getByText('10 分の誘い')).toHaveCount(0);
  await offer.getByRole('button', { name: 'お願いします（名前が届きます）' }).click();
  await expect(popup.getByText('推進担当者に届けます。返事はここに返ってきます。')).toBeVisible();
  await expect(offer).toHaveCount(0);
  await syncNow(quiet);

  const questions = await open(champion, 'board.html#/help');
  await expect(questions.getByText('「10 分いっしょに」の誘いを、お願いします。')).toBeVisible();
  await expect(questions.getByText('山田 太郎')).toBeVisible();
  await expect(questions.getByText('鈴木')).toHaveCount(0);
});

test('a pulse of four is told to nobody, and one of five as means', async () => {
  await at('2026-12-01' as DayKey);
  await answerInPopup();
  for (const token of colleagues.slice(0, 3)) await answer(token, '2026-12');
  await at('2026-12-15' as DayKey);
  const board = await open(champion, 'board.html#/gap');
  await expect(board.getByRole('heading', { name: '12月の 4 つの質問' })).toBeVisible();
  await expect(board.getByText(/答えた人が 5 人に満たない月は出しません/)).toBeVisible();

  await at('2027-01-05' as DayKey);
  await answerInPopup();
  for (const token of colleagues.slice(0, 4)) await answer(token, '2027-01');
  await at('2027-01-15' as DayKey);
  await board.reload();
  await expect(board.getByRole('heading', { name: '1月の 4 つの質問' })).toBeVisible();
  await expect(board.getByText('5 人以上が答えました。')).toBeVisible();
  await expect(board.getByText('3.5 以上')).toHaveCount(4);
  expect(await axeViolations(board)).toEqual([]);
});

/** It is noon of this day everywhere. */
function at(day: DayKey): Promise<void> {
  return company.at(`${day}T12:00`);
}

function answer(token: string, month: string): Promise<unknown> {
  return company.hub.ask({
    method: 'PUT',
    path: '/v1/pulse',
    token,
    body: { month, answers: ANSWERS },
  });
}

/** The one who was asked for ten minutes answers the four questions, by keyboard and pointer. */
async function answerInPopup(): Promise<void> {
  await syncNow(quiet);
  const popup = await open(quiet, 'popup.html');
  const card = popup.getByRole('region', { name: '今月の 4 つの質問（15 秒）' });
  await expect(card).toBeVisible();
  expect(await axeViolations(popup)).toEqual([]);
  for (const name of ['仕上がりの質', '手間の軽さ', '速さ', 'はかどり']) {
    await card.getByRole('group', { name }).getByRole('radio', { name: '4' }).check();
  }
  await card.getByRole('button', { name: '答えを送る' }).click();
  await expect(popup.getByText('届けました。ありがとうございます。')).toBeVisible();
  await expect(card).toHaveCount(0);
  await popup.close();
}
