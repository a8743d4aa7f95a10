import type { Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../../lib/platform/browser.ts';
import { restrictStorage } from '../../lib/platform/storage.ts';
import { createBackground } from './background.ts';
import { answerPage, pageSender } from './page-requests.ts';

/** Only wires. Every listener is added in the first turn, or the event that woke the worker would be missed. */
export default defineBackground(() => {
  const background = createBackground();

  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const page = pageSender(sender);
    if (page === undefined) return undefined;
    return background.clock.ready.then(() => answerPage(background, message, page));
  });

  void restrictStorage();
  void background.clock.ready.then(() => background.recorder.save()).catch(() => {});
});
