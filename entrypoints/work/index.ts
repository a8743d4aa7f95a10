import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ChipReply } from '../../lib/contract/work-messages.ts';
import { ask } from '../launcher/extension.ts';
import { createChip } from './chip.ts';

declare global {
  /** Set in the script's own world, which the page cannot see: one chip a page, whatever is registered twice. */
  var bansoWork: true | undefined;
}

/** The page settles first: dialogs of its own (cookies, news) come right after the load. */
const SETTLES_MS = 1500;

/**
 * Runs on a work site that the person registered and granted, in the top frame, in its own world. Asks once whether there is a chip to
 * show; nothing of the page is read but what lies where the chip would be.
 */
export default defineUnlistedScript(() => {
  if (globalThis.bansoWork || window.top !== window) return;
  globalThis.bansoWork = true;
  setTimeout(() => {
    void ask<ChipReply>({ type: 'workHello' }).then((reply) => {
      if (reply)
        createChip(reply, (act) => void ask({ type: 'chip', workflowId: reply.workflowId, act }));
    });
  }, SETTLES_MS);
});
