import { afterEach, expect, test, vi } from 'vitest';
import { browser } from './browser.ts';
import { createToolTabs } from './tool-tabs.ts';

type Tab = Awaited<ReturnType<typeof browser.tabs.create>>;
const tab = (id?: number): Tab => ({ id }) as Tab;

afterEach(() => {
  vi.restoreAllMocks();
});

test('opens a tab and names it', async () => {
  const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue(tab(7));
  expect(await createToolTabs().open('https://claude.ai/new')).toBe(7);
  expect(create).toHaveBeenCalledWith({ url: 'https://claude.ai/new' });
});

test('a tab without a name is a failure, because no prompt could be handed to it', async () => {
  vi.spyOn(browser.tabs, 'create').mockResolvedValue(tab());
  await expect(createToolTabs().open('https://claude.ai/new')).rejects.toThrow('no id');
});

test("tells every tool's tab, and a dead one stops nobody", async () => {
  const query = vi.spyOn(browser.tabs, 'query').mockResolvedValue([tab(1), tab(2)]);
  const send = vi
    .spyOn(browser.tabs, 'sendMessage')
    .mockRejectedValueOnce(new Error('Receiving end does not exist.'))
    .mockResolvedValue(undefined);
  await createToolTabs().notifyChanged();
  expect(query).toHaveBeenCalledWith({
    url: ['https://chatgpt.com/*', 'https://gemini.google.com/*', 'https://claude.ai/*'],
  });
  expect(send.mock.calls).toEqual([
    [1, { type: 'changed' }],
    [2, { type: 'changed' }],
  ]);
});
