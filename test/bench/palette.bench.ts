import type { Page } from '@playwright/test';
import { launchWithExtension } from '../support/browser.ts';
import { startToolPages } from '../support/tool-pages.ts';
import { median, type Figure } from './support/figures.ts';

const ROUNDS = 12;
const PAGE = 'https://chatgpt.com/?messages=100';

/**
 * From the key to the painted palette, on a chat page with 100 messages and the starter packs' prompts: cold is the first
 * opening in a page, with the script still to be loaded; warm is the next one. Painted is the frame after the one
 * in which the search has the focus. The way of the key through the debugger is included. Alt goes down 80 ms before P, which is
 * quick for a hand.
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
  const figure = (name: string, openings: readonly Opening[], bound: number): Figure[] => [
    {
      name: `Palette: key to painted, ${name}`,
      unit: 'ms',
      value: median(openings.map(({ ms }) => ms)),
      bound,
      rounds: ROUNDS,
    },
    {
      // Does not grow with what else the machine does.
      name: `Palette: the page's main-thread CPU for it, ${name}`,
      unit: 'ms',
      value: median(openings.map(({ cpuMs }) => cpuMs)),
      rounds: ROUNDS,
    },
  ];
  return [...figure('cold', cold, 100), ...figure('warm', warm, 50)];
}

interface Opening {
  /** From the key to the frame that shows the search. */
  readonly ms: number;
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
  const painted = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const focused = document.activeElement;
          // The host is the only child of <html> that is neither head nor body.
          if (focused?.parentElement === document.documentElement && focused !== document.body) {
            requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
          } else requestAnimationFrame(look);
        };
        look();
      }),
  );
  const before = await cpuMs();
  await page.keyboard.down('Alt');
  await page.waitForTimeout(80);
  const pressed = performance.timeOrigin + performance.now();
  await page.keyboard.down('p');
  const end = await painted;
  const after = await cpuMs();
  await session.detach();
  await page.keyboard.up('p');
  await page.keyboard.up('Alt');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(200);
  return { ms: end - pressed, cpuMs: after - before };
}
