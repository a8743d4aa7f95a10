import type { Runtime } from 'webextension-polyfill';
import { adopt } from '../../lib/app/adopt-workflow.ts';
import { createCommands, type Commands } from '../../lib/app/commands.ts';
import type { OpenPromptDeps } from '../../lib/app/open-with-prompt.ts';
import { browser } from '../../lib/platform/browser.ts';
import { createToolTabs } from '../../lib/platform/tool-tabs.ts';
import type { Background } from './background.ts';

/** What opening a tool with a prompt needs, joined to the browser. */
export function createOpening({
  local: store,
  session,
  clock,
  packs,
}: Pick<Background, 'local' | 'session' | 'clock' | 'packs'>): OpenPromptDeps {
  return {
    store,
    session,
    clock,
    tabs: createToolTabs(),
    async packDrafts(packId, workflowId, language) {
      const pack = await packs.pack(packId);
      const workflow = pack?.workflows.find(({ id }) => id === workflowId);
      return pack && workflow && adopt(pack, workflow, language);
    },
  };
}

/** Joins the commands to the browser; who may send them is `isOwnPage`'s to say. */
export function createBackgroundCommands({
  opening,
  queue,
  team,
}: Pick<Background, 'opening' | 'queue' | 'team'>): Commands {
  return createCommands({ ...opening, queue, team: team.carryOut, languages: navigator.languages });
}

/**
 * Whether a message comes from a page of the product: the address is the browser's word, and a script in a tool's page
 * has that page's address, not ours.
 */
export function isOwnPage({ id, url }: Runtime.MessageSender): boolean {
  return id === browser.runtime.id && (url?.startsWith(browser.runtime.getURL('')) ?? false);
}
