import { afterEach, expect, test, vi } from 'vitest';
import { browser } from './browser.ts';
import { sendCommand } from './messages.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('hands over the reply of the background', async () => {
  const send = vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue({ ok: true, id: 'w' });
  expect(await sendCommand({ type: 'deleteWorkflow', id: 'w' })).toEqual({ ok: true, id: 'w' });
  expect(send).toHaveBeenCalledWith({ type: 'deleteWorkflow', id: 'w' });
});

test.each([
  ['nobody listens', () => Promise.reject(new Error('Receiving end does not exist.'))],
  ['nobody answers', () => Promise.resolve(undefined)],
  ['the answer is none', () => Promise.resolve('yes')],
])('answers for the background when %s', async (_, sent) => {
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(sent);
  expect(await sendCommand({ type: 'deleteEverything' })).toMatchObject({
    ok: false,
    code: 'failed',
  });
});
