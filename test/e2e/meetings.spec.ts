import { expect, test, type Page } from '@playwright/test';
import type { LaunchedBrowser } from '../support/browser.ts';
import { axeViolations } from '../support/axe.ts';
import { open } from '../support/company.ts';
import { startStoryCompany, type StoryCompany } from '../support/story-company.ts';

/** Two meetings (定例) of one department: the agenda in time, what was said and agreed, and what the next one is handed. */
const FOUNDED = '2026-11-11';
/** The fourth Tuesday; the Monday before it is a holiday (勤労感謝の日), so its agenda settles on the Thursday. */
const MEETING = '2026-11-24';
const NEXT_AGENDA = '2026-12-04';
const OLD = '見積もりの返信の手本を一つ作る';
const NEW = '議事録の下書きを三人で一週間ためす';
const NOTES = '手本ができました。次は議事録で試します。';

let company: StoryCompany;
let champion: LaunchedBrowser;

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.beforeAll(async () => {
  company = await startStoryCompany(`${FOUNDED}T10:00`, ['佐藤 桜']);
  const [first] = company.browsers;
  if (first === undefined) throw new Error('no browser');
  champion = first;
});

test.afterAll(() => company.close());

test('the agenda is there two working days before the meeting, and not earlier', async () => {
  const board = await open(champion, 'board.html#/meetings');
  await agree(board, OLD, {});
  await company.at('2026-11-18T17:00');
  await board.reload();
  await expect(board.getByText('11月24日(火) 10:00 から 30 分')).toBeVisible();
  const settles = board.getByText('議題は 11月19日(木) にまとまります。');
  const isReady = board.getByText('議題ができています。');
  await expect(settles).toBeVisible();
  await expect(isReady).toHaveCount(0);

  await company.at('2026-11-19T09:00');
  await board.reload();
  await expect(isReady).toBeVisible();
  await expect(settles).toHaveCount(0);
  await expect(carried(board)).toHaveText([OLD]);
  expect(await axeViolations(board)).toEqual([]);
  await board.close();
});

test('in the meeting it is ticked, written, assigned and closed, and the next agenda carries what is open', async () => {
  await company.at(`${MEETING}T10:30`);
  const board = await open(champion, 'board.html#/meetings');
  await expect(board.getByRole('heading', { name: /AI 定例 .*11月24日/ })).toBeVisible();
  await board.getByRole('button', { name: `済み：${OLD}` }).click();
  await expect(board.getByText('済みにしました。')).toBeVisible();
  await agree(board, NEW, { assignee: '鈴木 一郎', due: '2026-12-04' });
  await board.getByRole('textbox', { name: '議事録' }).fill(NOTES);
  await board.getByRole('button', { name: '記録する', exact: true }).click();
  await expect(board.getByText('定例を記録しました。')).toBeVisible();
  const past = board.getByRole('region', { name: 'これまでの定例' });
  await expect(past.getByText(NOTES)).toBeVisible();
  // Closed: what stands above is the next one's already.
  await expect(board.getByText('12月8日(火) 10:00 から 30 分')).toBeVisible();
  expect(await axeViolations(board)).toEqual([]);

  await company.at(`${NEXT_AGENDA}T09:00`);
  await board.reload();
  await expect(board.getByRole('heading', { name: /AI 定例 .*12月8日/ })).toBeVisible();
  await expect(board.getByText('議題ができています。')).toBeVisible();
  await expect(carried(board)).toHaveText([`${NEW}（担当 鈴木 一郎、12月4日(金) まで）`]);
  const done = board.getByRole('region', { name: '終わったこと' });
  await expect(done.getByRole('listitem')).toHaveText([OLD]);
  expect(await axeViolations(board)).toEqual([]);
  await board.close();
});

function carried(board: Page) {
  return board.getByRole('region', { name: '決めたこと（持ち越し）' }).getByRole('listitem');
}

async function agree(
  board: Page,
  text: string,
  { assignee, due }: { readonly assignee?: string; readonly due?: string },
): Promise<void> {
  const actions = board.getByRole('region', { name: '決めたこと', exact: true });
  await actions.getByRole('textbox', { name: '新しく決めたこと' }).fill(text);
  if (assignee !== undefined) {
    await actions.getByRole('textbox', { name: '担当' }).fill(assignee);
  }
  if (due !== undefined) await actions.getByLabel('期限').fill(due);
  await actions.getByRole('button', { name: '追加する' }).click();
  await expect(board.getByText('追加しました。')).toBeVisible();
  await expect(actions.getByRole('listitem').filter({ hasText: text })).toBeVisible();
}
