import { readItem } from '../../lib/app/read-item.ts';
import { settingsItem } from '../../lib/contract/stored-items.ts';
import { browser } from '../../lib/platform/browser.ts';
import type { Background } from './background.ts';

/** Opens the first run after an installation, unless it was finished before (data was kept, or imported). */
export async function openFirstRun({ local, clock, queue }: Background): Promise<void> {
  const { welcomedAt } = await queue(() => readItem(local, settingsItem, clock.now()));
  if (welcomedAt !== undefined) return;
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}
