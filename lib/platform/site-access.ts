import { hostPattern } from '../app/invite-link.ts';
import { browser } from './browser.ts';

/** Script and id of the chip on registered work sites. */
const SCRIPT_ID = 'work';
const SCRIPT_FILE = 'work.js';

/**
 * Asks the person for one work site, and for the right to put the chip's script there. Call it first thing in the handler of a press, or
 * the browser refuses; false when the person says no. Without a question when both are granted already.
 */
export async function askForSite(site: string): Promise<boolean> {
  try {
    return await browser.permissions.request({
      permissions: ['scripting'],
      origins: [hostPattern(site)],
    });
  } catch {
    return false;
  }
}

/**
 * Puts the chip's script on exactly those of `sites` (origins) that the person granted, on no other page and in the top frame only.
 * A site that had it and is no longer named is given back, unless it is also the host of `hubUrl`. Pages that are open already
 * change when they are next loaded. Does nothing while no site was ever granted.
 */
export async function serveSites(
  sites: readonly string[],
  hubUrl: string | undefined,
): Promise<void> {
  if (!(await browser.permissions.contains({ permissions: ['scripting'] }))) return;
  const wanted = [...new Set(sites.map(hostPattern))];
  const granted = await Promise.all(
    wanted.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  );
  const matches = wanted.filter((_, index) => granted[index]).toSorted();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  const present = registered?.matches ?? [];
  if (matches.join(' ') === present.toSorted().join(' ')) return;
  await register(matches, registered !== undefined);
  const kept = hubUrl === undefined ? wanted : [...wanted, hostPattern(hubUrl)];
  const leaving = present.filter((pattern) => !kept.includes(pattern));
  if (leaving.length > 0) await browser.permissions.remove({ origins: leaving });
}

async function register(matches: string[], isRegistered: boolean): Promise<void> {
  if (matches.length === 0) {
    await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    js: [SCRIPT_FILE],
    matches,
    allFrames: false,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (isRegistered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}
