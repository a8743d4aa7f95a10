import type { CDPSession, Page } from '@playwright/test';

/** Milliseconds of JavaScript, attributed by the script's address. */
export interface ScriptTime {
  /** Own script of the extension under test. */
  readonly ownMs: number;
  /** Everything else that ran: the page's own script, the engine. */
  readonly otherMs: number;
}

const SAMPLING_INTERVAL_US = 100;

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly url: string; readonly functionName: string };
}

/**
 * Runs `action` under the sampling profiler and adds up the samples by script address, so that only the extension's own
 * functions count as its own, not the page's work that they set off. Resolution is 0.1 ms.
 */
export async function scriptTime(
  page: Page,
  ownUrl: RegExp,
  action: () => Promise<void>,
): Promise<ScriptTime> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLING_INTERVAL_US });
  await session.send('Profiler.start');
  await action();
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  const nodes = new Map(profile.nodes.map((node: ProfileNode) => [node.id, node]));
  let own = 0;
  let other = 0;
  const deltas = profile.timeDeltas ?? [];
  (profile.samples ?? []).forEach((id: number, index: number) => {
    const node = nodes.get(id);
    // A sample stands for the time until the next one.
    const micros = Math.max(0, deltas[index + 1] ?? 0);
    if (node === undefined || node.callFrame.functionName === '(idle)') return;
    if (ownUrl.test(node.callFrame.url)) own += micros;
    else if (!node.callFrame.functionName.startsWith('(')) other += micros;
  });
  return { ownMs: own / 1000, otherMs: other / 1000 };
}
