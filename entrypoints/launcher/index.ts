import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { HelloReply } from '../../lib/contract/page-messages.ts';
import type { ToolAdapter } from '../../lib/sites/adapter.ts';
import { findComposer } from '../../lib/sites/find-composer.ts';
import { watchSubmits } from '../../lib/sites/submit-detection.ts';
import { watchEngagement, type Engagement } from './engagement.ts';
import { ask, extension } from './extension.ts';
import { createRow } from './row.ts';

declare global {
  /** Set in the script's own world, which the page cannot see; Firefox injects again after an update. */
  var bansoLauncher: true | undefined;
}

/** Runs at the start of every page of a tool, top frame only, in its own world. Only wires. */
export default defineUnlistedScript(() => {
  if (globalThis.bansoLauncher) return;
  globalThis.bansoLauncher = true;
  const row = createRow((event) => engagement?.noteInput(event));
  // At once: the first keys may come before the background is awake.
  let engagement: Engagement | undefined = watchEngagement(stop);
  let unwatchSubmits: (() => void) | undefined;

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
    row.update(reply, adapter);
    unwatchSubmits ??= watchSubmits({
      adapter,
      findEditor: () => findComposer(adapter).editor,
      onSubmit: () => engagement?.promptStarted(),
      window,
    });
  }

  function onNotice(): void {
    void greet();
  }

  /** The extension was updated or removed under this page: everything of ours goes, in silence. */
  function stop(): void {
    engagement?.stop();
    engagement = undefined;
    unwatchSubmits?.();
    row.stop();
    extension()?.onMessage.removeListener(onNotice);
  }

  extension()?.onMessage.addListener(onNotice);
  void greet();
});
