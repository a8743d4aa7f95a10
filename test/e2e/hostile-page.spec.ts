import { readByPage } from '../support/page-reading.ts';
import { expect, test, WITH_FIELDS, WITHOUT_FIELDS } from '../support/palette-page.ts';

test.describe.configure({ mode: 'parallel' });

test('a page finds nothing of ours by searching, selecting or pointing', async ({ chat }) => {
  await chat.open('https://chatgpt.com/');
  await expect.poll(async () => (await chat.row())?.form).toBe('full');
  expect(await readByPage(chat.page, WITHOUT_FIELDS.title)).toEqual([]);
  await chat.focusComposer();
  await chat.openPalette();
  await chat.page.keyboard.type('見積依頼');
  await expect.poll(async () => (await chat.titles())?.[0]).toBe(WITH_FIELDS.title);
  expect(await readByPage(chat.page, WITH_FIELDS.title)).toEqual([]);
  await chat.page.keyboard.press('Enter');
  await expect.poll(chat.preview).toContain('への返信を');
  expect(await readByPage(chat.page, 'への返信を')).toEqual([]);
});
