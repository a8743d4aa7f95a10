import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { HelloReply } from '../../lib/contract/page-messages.ts';
import { watchEngagement, type Engagement } from './engagement.ts';
import { ask, extension } from './extension.ts';

declare global {
  /** Set in the script's own world, which the page cannot see; Firefox injects again after an update. */
  var bansoLauncher: true | undefined;
}

/** Runs at the start of every page of a tool, top frame only, in its own world. Only wires. */
export default defineUnlistedScript(() => {
  if (globalThis.bansoLauncher) return;
  globalThis.bansoLauncher = true;
  // At once: the first keys may come before the background is awake.
  let engagement: Engagement | undefined = watchEngagement(stop);

  function stop(): void {
    engagement?.stop();
    extension()?.onMessage.removeListener(onNotice);
  }

  async function start(): Promise<void> {
    const reply = await ask<HelloReply>({ type: 'hello' });
    // Without an answer counting goes on: the background refuses by itself while paused.
    if (reply?.counting === false) {
      engagement?.stop();
      engagement = undefined;
    } else engagement ??= watchEngagement(stop);
  }

  function onNotice(): void {
    void start();
  }

  extension()?.onMessage.addListener(onNotice);
  void start();
});
