import type { Runtime } from 'webextension-polyfill';
import { packWorkflow } from '../../content/packs.ts';
import { adopt } from '../../lib/app/adopt-workflow.ts';
import { createCommands } from '../../lib/app/commands.ts';
import type { CommandReply } from '../../lib/contract/commands.ts';
import { browser } from '../../lib/platform/browser.ts';
import { createToolTabs } from '../../lib/platform/tool-tabs.ts';
import type { Background } from './background.ts';

/** Answers a message with a command's reply; undefined when it does not come from one of the product's own pages. */
export type AnswerCommand = (
  message: unknown,
  sender: Runtime.MessageSender,
) => Promise<CommandReply> | undefined;

/** Joins the commands to the browser. Registers nothing; the background hangs the answer on its one listener. */
export function createCommandRouter(background: Background): AnswerCommand {
  const commands = createCommands({
    store: background.local,
    session: background.session,
    clock: background.clock,
    queue: background.queue,
    tabs: createToolTabs(),
    languages: navigator.languages,
    packDrafts(packId, workflowId, language) {
      const found = packWorkflow(packId, workflowId);
      return found && adopt(found.pack, found.workflow, language);
    },
  });
  return (message, sender) => {
    if (!isOwnPage(sender)) return undefined;
    return background.clock.ready.then(() => commands.handle(message));
  };
}

/**
 * Whether a message comes from a page of the product: the address is the browser's word, and a script in a tool's page
 * has that page's address, not ours.
 */
export function isOwnPage({ id, url }: Runtime.MessageSender): boolean {
  return id === browser.runtime.id && (url?.startsWith(browser.runtime.getURL('')) ?? false);
}
