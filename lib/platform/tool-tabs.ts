import type { ToolTabs } from '../app/ports.ts';
import type { PageNotice } from '../contract/page-messages.ts';
import { TOOLS } from '../sites/registry.ts';
import { browser } from './browser.ts';

/** Tabs of the tools, found by the hosts the extension was granted; needs no `tabs` permission. */
export function createToolTabs(): ToolTabs {
  return {
    async open(url) {
      const { id } = await browser.tabs.create({ url });
      if (id === undefined) throw new Error('the browser gave the tab no id');
      return id;
    },
    async notifyChanged() {
      const tabs = await browser.tabs.query({ url: TOOLS.map(({ origin }) => `${origin}/*`) });
      const notice: PageNotice = { type: 'changed' };
      // A tab whose script is not there yet, or no longer, has nothing to be told.
      await Promise.allSettled(tabs.map(({ id = -1 }) => browser.tabs.sendMessage(id, notice)));
    },
  };
}
