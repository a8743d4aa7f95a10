import { expect, test } from '@playwright/test';
import { newPrompt, newWorkflow } from '../../lib/app/library-changes.ts';
import { entryOf } from '../../lib/contract/envelope.ts';
import { promptItem, workflowItem } from '../../lib/contract/stored-items.ts';
import { launchWithExtension, type LaunchedBrowser } from '../support/browser.ts';
import { promptDraft, workflowDraft } from '../support/command-world.ts';
import { openStorageView, type StorageView } from '../support/counting.ts';
import { startToolPages } from '../support/tool-pages.ts';

/** A Tuesday that is nobody's holiday, at an hour of wherever this runs. */
const at = (hour: number, minute = 0) => new Date(2026, 10, 24, hour, minute).getTime();

/** One piece of daily work with a prompt without blanks. */
async function register(view: StorageView, name: string): Promise<void> {
  const workflow = newWorkflow(workflowDraft({ name }), 'w-1', 1);
  const text = { body: 'お礼と納期を書いてください。', variables: [] };
  const prompt = newPrompt(promptDraft({ workflowId: 'w-1', ...text }), 'p-1', 1);
  await view.set(
    'local',
    Object.fromEntries([
      entryOf(workflowItem('w-1'), workflow),
      entryOf(promptItem('p-1'), prompt),
    ]),
  );
}

async function openPopup({ context, extensionId }: LaunchedBrowser) {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  return { page, card: page.getByRole('region', { name: '今日の一件' }) };
}

test('on a normal Tuesday one nudge comes at its hour, and one tap lays the prompt into the composer', async () => {
  const toolPages = await startToolPages();
  const browser = await launchWithExtension({ toolPages });
  try {
    const view = await openStorageView(browser);
    await view.standAt(at(8));
    await register(view, '見積もりの返信');
    const { page, card } = await openPopup(browser);
    await expect(page.getByText('見積もりの返信').first()).toBeVisible();
    await expect(card).toBeHidden();
    expect(await view.badge()).toBe('');

    // Half past ten: the person's hour is not known yet.
    await view.standAt(at(10, 31));
    await register(view, '見積もりの返信');
    await expect(card).toBeVisible();
    await expect.poll(() => view.badge()).toBe('1');

    const opened = browser.context.waitForEvent('page');
    await card.getByRole('button', { name: '見積もりの返信を開く' }).click();
    const chat = await opened;
    await chat.waitForFunction(() => window.fixture?.text() === 'お礼と納期を書いてください。');
    expect(await chat.evaluate(() => window.fixture.sent)).toEqual([]);
    await expect.poll(() => view.badge()).toBe('');
  } finally {
    await browser.close();
    await toolPages.close();
  }
});

test('one that is put away stays away for the day, the badge with it', async () => {
  const browser = await launchWithExtension();
  try {
    const view = await openStorageView(browser);
    await view.standAt(at(11));
    await register(view, '週報');
    const { page, card } = await openPopup(browser);
    await expect.poll(() => view.badge()).toBe('1');
    await card.getByRole('button', { name: '今日は出さない' }).click();
    await expect(page.getByText('今日はもうお知らせしません。')).toBeVisible();
    await expect(card).toBeHidden();
    await expect.poll(() => view.badge()).toBe('');
    await view.standAt(at(16));
    await register(view, '週報の下書き');
    await expect(page.getByText('週報の下書き')).toBeVisible();
    await expect(card).toBeHidden();
    expect(await view.badge()).toBe('');
  } finally {
    await browser.close();
  }
});
