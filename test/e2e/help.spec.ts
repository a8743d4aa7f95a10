import { expect, test, type Page } from '@playwright/test';
import type { LaunchedBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/axe.ts';
import { entryOf } from '../../lib/contract/envelope.ts';
import { promptItem, workflowItem } from '../../lib/contract/stored-items.ts';
import { startChatServer, type ChatServer } from '../support/chat-server.ts';
import { open, syncNow } from '../support/company.ts';
import { openStorageView } from '../support/counting.ts';
import { paletteIn, WITH_FIELDS, WORKFLOW } from '../support/palette-page.ts';
import { startStoryCompany, type StoryCompany } from '../support/story-company.ts';

/** Small questions: raised in a popup, answered on the board, read in the popup on the same day, and kept for whoever asks next. */
const WEDNESDAY = '2026-11-11';
const THURSDAY = '2026-11-12';
const FRIDAY = '2026-11-13';
const TABLES = '表を貼り付けると崩れます。どう頼めばよいですか。';
const TONE = '返信の文が硬くなります。直し方はありますか。';
const ANSWER = '「カンマ区切りで渡します」と先に書いてから、表を貼ってください。';
const SOFTER = '「やわらかい口調で」と最後の行に足してみてください。';
const DRAFT = '内緒の下書き';
const AMOUNT = '金額の書き方が毎回ちがいます。';
const BEFORE_CHAT = 'これはまだチャットに出ない質問です。';
const FOR_CHAT = '議事録を短くまとめる頼み方を教えてください。';
const WORK = {
  id: WORKFLOW.id,
  name: WORKFLOW.name,
  kind: 'sales',
  rhythm: { kind: 'everyWorkday' },
  minutes: 15,
};
const LIKE_IT = '表を貼り付けたら崩れました。';

let company: StoryCompany;
let messenger: ChatServer;
let champion: LaunchedBrowser;
let asker: LaunchedBrowser;
let next: LaunchedBrowser;

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.beforeAll(async () => {
  messenger = await startChatServer();
  company = await startStoryCompany(`${WEDNESDAY}T10:00`, ['佐藤 桜', '山田 太郎', '鈴木 一郎']);
  const [first, second, third] = company.browsers;
  if (first === undefined || second === undefined || third === undefined) throw new Error('few');
  [champion, asker, next] = [first, second, third];
});

test.afterAll(async () => {
  await company.close();
  await messenger.close();
});

test('a question with a name and one without are answered on the board and read in the popup that day', async () => {
  const asking = await raiseHand(asker);
  await ask(asking, TABLES, '名前を出して聞く');
  await ask(asking, TONE, '名前を出さずに聞く');
  await expect(asking.getByText('回答を待っています')).toHaveCount(2);
  expect(await axeViolations(asking)).toEqual([]);
  await asking.close();

  // The champion's own popup says that somebody waits, and leads there.
  await company.at(`${WEDNESDAY}T14:20`);
  await syncNow(champion);
  const popup = await open(champion, 'popup.html');
  await expect(popup.getByText('回答を待っている質問が 2 件あります')).toBeVisible();
  const board = await follow(champion, () => popup.getByRole('link', { name: '見る' }).click());
  const queue = board.getByRole('region', { name: '回答を待っています' });
  const named = queue.getByRole('listitem').filter({ hasText: TABLES });
  const nameless = queue.getByRole('listitem').filter({ hasText: TONE });
  // From ten to twenty past two without the hour of lunch.
  await expect(named).toContainText('山田 太郎さん');
  await expect(named).toContainText('働く時間で 3 時間 20 分');
  await expect(nameless).toContainText('名前なし');
  await expect(nameless).not.toContainText('山田');
  expect(await axeViolations(board)).toEqual([]);
  await answer(named, ANSWER);
  await expect(named).toHaveCount(0);
  await answer(nameless, SOFTER);
  await expect(board.getByText('待っている質問はありません')).toBeVisible();

  await company.at(`${WEDNESDAY}T15:00`);
  await syncNow(asker);
  const told = await open(asker, 'popup.html');
  await expect(told.getByText('質問の回答が 2 件届いています')).toBeVisible();
  expect(await axeViolations(told)).toEqual([]);
  const answers = await follow(asker, () => told.getByRole('link', { name: '読む' }).click());
  for (const [question, words] of [
    [TABLES, ANSWER],
    [TONE, SOFTER],
  ] as const) {
    const item = answers.getByRole('listitem').filter({ hasText: question });
    await expect(item).toContainText('回答が届いています');
    await expect(item).toContainText('推進担当者より');
    await expect(item).toContainText(words);
  }
  expect(await axeViolations(answers)).toEqual([]);
  // Read is read: the popup is quiet again.
  await expect(told.getByText(/質問の回答/)).toHaveCount(0);
  await Promise.all([popup, board, told, answers].map((page) => page.close()));
});

test('an answer kept as a how-to stands before the next asker, who need not send anything', async () => {
  await company.at(`${THURSDAY}T09:30`);
  const board = await open(champion, 'board.html#/help');
  await board.getByRole('button', { name: `手引きにする：${TABLES}` }).click();
  await board.getByRole('textbox', { name: '題名' }).fill('表が崩れるとき');
  await expect(board.getByRole('textbox', { name: '本文' })).toHaveValue(ANSWER);
  await board.getByRole('button', { name: '部署に出す' }).click();
  await expect(board.getByText('手引きを部署に出しました。')).toBeVisible();
  expect(await axeViolations(board)).toEqual([]);

  await syncNow(next);
  const asking = await raiseHand(next);
  await asking.getByRole('textbox', { name: '質問' }).fill(LIKE_IT);
  await expect(asking.getByRole('heading', { name: '近い手引きがあります' })).toBeVisible();
  const [found, send] = [
    asking.locator('.help-found'),
    asking.getByRole('button', { name: '質問を送る' }),
  ];
  await found.getByText('表が崩れるとき').click();
  await expect(found.getByText(ANSWER)).toBeVisible();
  // It stands above the press that would send the question.
  const [above, below] = [await found.boundingBox(), await send.boundingBox()];
  expect((above?.y ?? Infinity) + (above?.height ?? 0)).toBeLessThan(below?.y ?? 0);
  expect(await axeViolations(asking)).toEqual([]);
  await asking.close();
  await syncNow(next);
  await board.reload();
  await expect(board.getByText('待っている質問はありません')).toBeVisible();
  await expect(board.getByText(LIKE_IT)).toHaveCount(0);
});

test('the palette opens the page of asking about the picked work, and takes nothing of the chat along', async () => {
  const work = { ...WORK, departmentId: company.departmentId };
  const body = { invite: company.invites.champion, displayName: '推進 二郎' };
  const { memberToken: token } = await company.hub.ask<{ memberToken: string }>({
    method: 'POST',
    path: '/v1/join',
    body,
  });
  await company.hub.ask({ method: 'POST', path: '/v1/workflows', body: work, token });
  const storage = await openStorageView(asker);
  await storage.set(
    'local',
    Object.fromEntries([
      entryOf(workflowItem(WORKFLOW.id), WORKFLOW),
      entryOf(promptItem(WITH_FIELDS.id), WITH_FIELDS),
    ]),
  );
  await syncNow(asker);

  const chat = await paletteIn(asker, storage);
  await chat.open('https://chatgpt.com/');
  await chat.focusComposer();
  await chat.page.keyboard.type(DRAFT);
  await chat.openPalette();
  await chat.page.keyboard.type('見積依頼');
  await expect.poll(async () => (await chat.titles())?.[0]).toBe(WITH_FIELDS.title);
  await chat.page.keyboard.press('Enter');
  await expect.poll(chat.preview).toBeDefined();
  const asking = await follow(asker, async () => {
    const at = await (await chat.root()).run(askButton);
    await chat.page.mouse.click(at?.x ?? 0, at?.y ?? 0);
  });
  expect(await chat.isOpen()).toBe(false);
  expect(await chat.text()).toBe(DRAFT);
  await expect(asking.getByRole('combobox', { name: '業務' })).toHaveValue(WORKFLOW.id);
  await expect(asking.getByRole('textbox', { name: '質問' })).toHaveValue('');
  await expect(asking.locator('body')).not.toContainText(DRAFT);
  expect(await axeViolations(asking)).toEqual([]);
  await ask(asking, AMOUNT, '名前を出さずに聞く');
  await syncNow(asker);

  const board = await open(champion, 'board.html#/help');
  const waiting = board.getByRole('listitem').filter({ hasText: AMOUNT });
  await expect(waiting).toContainText(`業務：${WORKFLOW.name}`);
  await expect(waiting).toContainText('名前なし');
  await Promise.all([chat.page, asking, board].map((page) => page.close()));
});

test('where the champion turned it on a question stands in the chat too, and its asker reads so before sending it', async () => {
  await company.at(`${FRIDAY}T10:00`);
  const board = await open(champion, 'board.html#/destinations');
  await board.getByRole('combobox', { name: '種類' }).selectOption({ label: 'Slack' });
  await board.getByRole('textbox', { name: 'Webhook の URL' }).fill(messenger.url);
  await board.getByRole('button', { name: '届け先を加える' }).click();
  const questions = board.getByRole('switch', { name: '質問も届ける' });
  await expect(questions).not.toBeChecked();
  await syncNow(asker);
  const before = await raiseHand(asker);
  await expect(before.getByText(/部署のチャット/)).toHaveCount(0);
  await ask(before, BEFORE_CHAT, '名前を出して聞く');
  await before.close();

  await questions.click();
  await expect(questions).toBeChecked();
  expect(await axeViolations(board)).toEqual([]);

  await syncNow(asker);
  const asking = await raiseHand(asker);
  await expect(
    asking.getByText('この質問は、部署のチャット（Slack）にも、あなたの名前と一緒に届きます。'),
  ).toBeVisible();
  expect(await axeViolations(asking)).toEqual([]);
  await ask(asking, FOR_CHAT, '名前を出して聞く');
  await syncNow(asker);
  // The hub delivers once a minute, and when it starts.
  await company.at(`${FRIDAY}T10:10`);
  await expect.poll(() => messenger.said.filter((said) => said.includes(FOR_CHAT)).length).toBe(1);
  const [said = ''] = messenger.said.filter((each) => each.includes(FOR_CHAT));
  expect(said).toContain('山田 太郎さんから');
  expect(messenger.said.join('\n')).not.toContain(BEFORE_CHAT);
  await Promise.all([asking, board].map((page) => page.close()));
});

/** Middle of the palette's button that asks the champion. */
function askButton(this: ShadowRoot): { x: number; y: number } | undefined {
  const button = [...this.querySelectorAll('.palette button')].find(
    ({ textContent }) => textContent === '担当者に聞く',
  );
  const box = button?.getBoundingClientRect();
  return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/** Opens the popup and follows 手を挙げる. */
async function raiseHand(browser: LaunchedBrowser): Promise<Page> {
  const popup = await open(browser, 'popup.html');
  const page = await follow(browser, () => popup.getByRole('link', { name: '手を挙げる' }).click());
  await popup.close();
  return page;
}

/** The tab that a press opens. */
async function follow({ context }: LaunchedBrowser, press: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([context.waitForEvent('page'), press()]);
  return page;
}

async function ask(page: Page, text: string, name: string): Promise<void> {
  await page.getByRole('textbox', { name: '質問' }).fill(text);
  await page.getByRole('radio', { name }).check();
  await page.getByRole('button', { name: '質問を送る' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: text })).toBeVisible();
}

async function answer(question: ReturnType<Page['locator']>, text: string): Promise<void> {
  await question.getByRole('textbox', { name: '回答' }).fill(text);
  await question.getByRole('button', { name: '回答を送る' }).click();
  await expect(question).toHaveCount(0);
}
