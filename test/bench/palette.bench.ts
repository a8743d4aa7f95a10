import type { Page } from '@playwright/test';
import { launchWithExtension } from '../support/browser.ts';
import { closedRoot } from '../support/closed-root.ts';
import { startToolPages } from '../support/tool-pages.ts';
import { median, type Figure } from './support/figures.ts';

const ROUNDS = 12;
const PAGE = 'https://chatgpt.com/?messages=100';

/**
 * From the key to the painted palette, on a chat page with 100 messages and the starter packs' prompts: cold is the first
 * opening in a page, with the script still to be loaded; warm is the next one. Two moments: the search stands there with the cursor
 * in it, and the list of prompts under it. Painted is when the frame that shows it was handed over, a task after its last animation
 * frame callback. The way of the key through the debugger is included. Alt goes down 80 ms before P, which is quick for a hand.
 */
export async function run(): Promise<Figure[]> {
  const toolPages = await startToolPages();
  const { context, close } = await launchWithExtension({ toolPages });
  const cold: Opening[] = [];
  const warm: Opening[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await context.newPage();
      await page.goto(PAGE);
      await page.waitForFunction(() => window.fixture?.text() !== undefined);
      await page.locator('[contenteditable=true]:visible').first().click();
      await page.waitForTimeout(500);
      cold.push(await keyToPainted(page));
      warm.push(await keyToPainted(page));
      await page.close();
    }
  } finally {
    await close();
    await toolPages.close();
  }
  const figures = (name: string, openings: readonly Opening[], bound: number): Figure[] => {
    const figure = (what: string, valueOf: (opening: Opening) => number) => ({
      name: `Palette: ${what}, ${name}`,
      unit: 'ms' as const,
      value: median(openings.map(valueOf)),
      rounds: ROUNDS,
    });
    return [
      { ...figure('key to painted', ({ searchMs }) => searchMs), bound },
      figure('key to painted with its prompts', ({ listMs }) => listMs),
      // Does not grow with what else the machine does.
      figure("the page's main-thread CPU for it", ({ cpuMs }) => cpuMs),
    ];
  };
  return [...figures('cold', cold, 100), ...figures('warm', warm, 50)];
}

interface Opening {
  /** From the key to the frame that shows the search with the cursor in it. */
  readonly searchMs: number;
  /** From the key to the frame that shows the prompts. */
  readonly listMs: number;
  /** Of the page's main thread from Alt on, the script's loading included. */
  readonly cpuMs: number;
}

async function keyToPainted(page: Page): Promise<Opening> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const cpuMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const root = await closedRoot(page);
  const painted = root.run(whenPainted);
  // The watch stands before the key comes.
  await page.waitForTimeout(100);
  const before = await cpuMs();
  await page.keyboard.down('Alt');
  await page.waitForTimeout(80);
  const pressed = performance.timeOrigin + performance.now();
  await page.keyboard.down('p');
  const at = await painted;
  const after = await cpuMs();
  await session.detach();
  await page.keyboard.up('p');
  await page.keyboard.up('Alt');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(200);
  if (!at) throw new Error('Nothing of the extension is in the page');
  return { searchMs: at.search - pressed, listMs: at.list - pressed, cpuMs: after - before };
}

/** Instants (ms since 1970) at which the search and the list had been painted. Runs in the page with the closed root as `this`. */
function whenPainted(this: ShadowRoot): Promise<{ search: number; list: number }> {
  return new Promise((resolve) => {
    let search: number | undefined;
    const { port1, port2 } = new MessageChannel();
    const look = (): void => {
      const hasSearch = this.activeElement?.matches('.palette-search') === true;
      const hasList = hasSearch && this.querySelector('.palette-option') !== null;
      port1.addEventListener(
        'message',
        () => {
          const now = performance.timeOrigin + performance.now();
          if (hasSearch) search ??= now;
          if (hasList) resolve({ search: search ?? now, list: now });
          else requestAnimationFrame(look);
        },
        { once: true },
      );
      port2.postMessage(undefined);
    };
    port1.start();
    requestAnimationFrame(look);
  });
}
