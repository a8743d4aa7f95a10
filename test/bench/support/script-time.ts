import type { CDPSession, Page } from '@playwright/test';

/** JavaScript of the extension under test, attributed by the script's address. */
export interface ScriptTime {
  readonly ownMs: number;
  /** Of it, what ran until the page's load event was over; all of it when no page was loaded. */
  readonly ownUntilLoadMs: number;
}

const SAMPLING_INTERVAL_US = 100;
/**
 * No sample stands for more: the sampler comes every 0.1 to 0.25 ms, and a longer gap is the turn of another program on the
 * same machine.
 */
const LONGEST_SAMPLE_US = 250;

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
  const loadedUs = await loadedAtUs(page, session);
  await session.detach();
  const nodes = new Map(profile.nodes.map((node: ProfileNode) => [node.id, node]));
  const deltas = profile.timeDeltas ?? [];
  let atUs = profile.startTime;
  let ownUs = 0;
  let ownUntilLoadUs = 0;
  (profile.samples ?? []).forEach((id: number, index: number) => {
    atUs += deltas[index] ?? 0;
    if (!ownUrl.test(nodes.get(id)?.callFrame.url ?? '')) return;
    // A sample stands for the time until the next one.
    const micros = Math.min(LONGEST_SAMPLE_US, Math.max(0, deltas[index + 1] ?? 0));
    ownUs += micros;
    if (atUs <= loadedUs) ownUntilLoadUs += micros;
  });
  return { ownMs: ownUs / 1000, ownUntilLoadMs: ownUntilLoadUs / 1000 };
}

/** When the page's load event was over, on the profiler's clock. */
async function loadedAtUs(page: Page, session: CDPSession): Promise<number> {
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const startedS = metrics.find(({ name }) => name === 'NavigationStart')?.value ?? Number.NaN;
  const loadedMs = await page.evaluate(
    () =>
      (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventEnd,
  );
  return startedS * 1e6 + loadedMs * 1000;
}
