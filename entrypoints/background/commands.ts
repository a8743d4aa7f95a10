import type { Runtime } from 'webextension-polyfill';
import { packWorkflow } from '../../content/packs.ts';
import { adopt } from '../../lib/app/adopt-workflow.ts';
import { createCommands, type Commands } from '../../lib/app/commands.ts';
import { browser } from '../../lib/platform/browser.ts';
import { createToolTabs } from '../../lib/platform/tool-tabs.ts';
import type { Background } from './background.ts';

/** Joins the commands to the browser; who may send them is `isOwnPage`'s to say. */
export function createBackgroundCommands({
  local,
  session,
  clock,
  queue,
  team,
}: Pick<Background, 'local' | 'session' | 'clock' | 'queue' | 'team'>): Commands {
  return createCommands({
    store: local,
    session,
    clock,
    queue,
    tabs: createToolTabs(),
    team: team.carryOut,
    languages: navigator.languages,
    packDrafts(packId, workflowId, language) {
      const found = packWorkflow(packId, workflowId);
      return found && adopt(found.pack, found.workflow, language);
    },
  });
}

/**
 * Whether a message comes from a page of the product: the address is the browser's word, and a script in a tool's page
 * has that page's address, not ours.
 */
export function isOwnPage({ id, url }: Runtime.MessageSender): boolean {
  return id === browser.runtime.id && (url?.startsWith(browser.runtime.getURL('')) ?? false);
}
