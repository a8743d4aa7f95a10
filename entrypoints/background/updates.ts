import type { EngagementRecorder } from '../../lib/app/record-engagement.ts';
import { TOOLS } from '../../lib/sites/registry.ts';
import { browser } from '../../lib/platform/browser.ts';

/**
 * An update is waiting. Taking it cuts off the scripts in open pages of the tools, and Chromium puts no new ones in, so
 * those pages would stop counting until they are loaded again. It is taken at once when no such page is open, else by
 * the browser at its next start (ADR 0002).
 */
export async function takeUpdate(recorder: EngagementRecorder): Promise<void> {
  const tabs = await browser.tabs.query({ url: TOOLS.map(({ origin }) => `${origin}/*`) });
  if (tabs.length > 0) return;
  // Session storage does not outlive the reload.
  await recorder.save();
  browser.runtime.reload();
}
