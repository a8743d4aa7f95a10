import type { Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { runUpkeep } from '../../lib/app/upkeep.ts';
import { browser } from '../../lib/platform/browser.ts';
import { restrictStorage, watchStorage } from '../../lib/platform/storage.ts';
import { createToolTabs } from '../../lib/platform/tool-tabs.ts';
import { createBackground } from './background.ts';
import { isOwnPage } from './commands.ts';
import { openFirstRun } from './first-run.ts';
import { createNudger } from './nudger.ts';
import { answerPage, pageSender } from './page-requests.ts';
import { createToday, MIDNIGHT_ALARM, openNotified } from './today.ts';
import { createWorkSites, workSite } from './work-sites.ts';
import { takeUpdate } from './updates.ts';

/** Only wires. Every listener is added in the first turn, or the event that woke the worker would be missed. */
export default defineBackground(() => {
  const background = createBackground();
  const { clock, commands, queue, recorder, team } = background;
  const today = createToday(background);
  const nudger = createNudger(background);
  const workSites = createWorkSites(background);
  const refresh = (): void => {
    void today.refresh().catch(() => {});
    void nudger.refresh().catch(() => {});
    void workSites.refresh().catch(() => {});
    void team.plan().catch(() => {});
  };

  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const page = pageSender(sender);
    if (page !== undefined) return clock.ready.then(() => answerPage(background, message, page));
    if (isOwnPage(sender)) return clock.ready.then(() => commands.handle(message));
    const site = workSite(sender);
    if (site !== undefined) return clock.ready.then(() => workSites.answer(message, site));
    return undefined;
  });
  watchStorage(refresh);
  browser.alarms.onAlarm.addListener(({ name }) => {
    refresh();
    // What was off for a day is on again, and other work is due: open pages ask anew.
    if (name === MIDNIGHT_ALARM)
      void createToolTabs()
        .notifyChanged()
        .catch(() => {});
    void team.onAlarm(name).catch(() => {});
  });
  // A site that was granted, or taken back in the browser's own settings.
  browser.permissions.onAdded.addListener(refresh);
  browser.permissions.onRemoved.addListener(refresh);
  browser.runtime.onStartup.addListener(refresh);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    refresh();
    // Nothing depends on it: the popup leads there as well.
    if (reason === 'install') void openFirstRun(background).catch(() => {});
  });
  browser.notifications.onClicked.addListener((id) => {
    void openNotified(id);
    void clock.ready.then(() => nudger.onNotification(id));
  });
  browser.runtime.onUpdateAvailable.addListener(() => void takeUpdate(recorder));

  /** What a worker that was stopped may have left, and what a new day needs. Each part does nothing the second time. */
  async function start(): Promise<void> {
    await Promise.all([clock.ready, restrictStorage()]);
    // Without room nothing is saved now; upkeep may make some.
    await recorder.save().catch(() => {});
    await queue(() => runUpkeep({ ...background, store: background.local }));
  }

  // No room, or an item of a newer build: all stays as it is, and the next start tries again.
  void start().catch(() => {});
  refresh();
});
