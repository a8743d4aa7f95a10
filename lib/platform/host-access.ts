import type { Permissions } from 'webextension-polyfill';
import { hostPattern } from '../app/invite-link.ts';
import type { HostAccess } from '../app/ports.ts';
import { browser } from './browser.ts';

/** Firefox asks in the same question for consent to what then leaves the browser; others refuse a field they do not know. */
const DATA_CONSENT: Pick<Permissions.Permissions, 'data_collection'> = import.meta.env?.['FIREFOX']
  ? { data_collection: ['websiteActivity', 'personallyIdentifyingInfo'] }
  : {};

/** The browser's optional host permissions (docs/adr/0003-permissions.md). */
export function createHostAccess(): HostAccess {
  return {
    has: (hubUrl) => browser.permissions.contains({ origins: [hostPattern(hubUrl)] }),
    async giveBack(hubUrl) {
      await browser.permissions.remove({ origins: [hostPattern(hubUrl)] });
    },
  };
}

/**
 * Asks the person for one hub's host. Call it first thing in the handler of a press, or the browser refuses; false when the person says
 * no.
 */
export async function askForHost(hubUrl: string): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [hostPattern(hubUrl)], ...DATA_CONSENT });
  } catch {
    return false;
  }
}
