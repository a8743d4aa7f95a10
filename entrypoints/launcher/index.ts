import type { HelloReply } from '../../lib/contract/page-messages.ts';
import type { ToolAdapter } from '../../lib/sites/adapter.ts';
import { findComposer } from '../../lib/sites/find-composer.ts';
import { watchSubmits, type SubmitDetection } from '../../lib/sites/submit-detection.ts';
import { watchEngagement, type Engagement } from './engagement.ts';
import { ask, extension, tellHealth } from './extension.ts';
import { createListeners } from './listeners.ts';
import { createRow, type Row } from './row.ts';
import { createVeil } from './veil.ts';
import { whenLoaded } from './when-calm.ts';

declare global {
  /** Set in the script's own world, which the page cannot see; Firefox injects again after an update. */
  var bansoLauncher: true | undefined;
}

/**
 * Runs at the start of every page of a tool, top frame only, in its own world. Only wires. At once there are only the listeners
 * that must be the window's first, or that the first keys would miss; everything else comes with the first key, or once the page
 * has loaded and rests. What `defineUnlistedScript` would make of it, without that function in every page.
 */
export default {
  main(): void {
    if (globalThis.bansoLauncher) return;
    globalThis.bansoLauncher = true;
    const listeners = createListeners();
    const veil = createVeil(listeners, (event) => engagement?.noteInput(event));
    let engagement: Engagement | undefined = watchEngagement(stop);
    let submits: SubmitDetection | undefined;
    let row: Row | undefined;
    let hasBegun = false;

    /** The only one at keys: each further one would cost again at every key of the page. */
    function onKeyDown(event: KeyboardEvent): void {
      if (veil.keeps(event) || row?.takes(event)) return;
      engagement?.noteInput(event);
      submits?.onKeyDown(event);
      if (!hasBegun && event.isTrusted) begin();
    }

    function begin(): void {
      if (hasBegun) return;
      hasBegun = true;
      extension()?.onMessage.addListener(onNotice);
      void greet();
    }

    async function greet(): Promise<void> {
      const reply = await ask<HelloReply>({ type: 'hello' });
      // Without an answer counting goes on: the background refuses by itself while paused.
      if (reply?.counting === false) {
        engagement?.stop();
        engagement = undefined;
      } else engagement ??= watchEngagement(stop);
      if (!reply) return;
      const adapter: ToolAdapter = {
        ...reply.adapter,
        conversationPath: new RegExp(reply.adapter.conversationPath),
      };
      row ??= createRow(veil);
      row.update(reply, adapter);
      if (submits) return;
      submits = watchSubmits({
        adapter,
        findEditor: () => findComposer(adapter).editor,
        onSubmit: () => engagement?.promptStarted(),
        onSeen: tellHealth,
      });
      listeners.add(window, 'click', submits.onClick);
      listeners.add(window, 'submit', submits.onFormSubmit);
    }

    function onNotice(): void {
      void greet();
    }

    /** The extension was updated or removed under this page: everything of ours goes, in silence. */
    function stop(): void {
      engagement?.stop();
      engagement = undefined;
      submits?.stop();
      row?.stop();
      listeners.removeAll();
      extension()?.onMessage.removeListener(onNotice);
    }

    listeners.add(window, 'keydown', onKeyDown);
    whenLoaded(begin);
  },
};
