import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { launchWithExtension, type LaunchedBrowser } from '../support/browser.ts';
import { startToolPages } from '../support/tool-pages.ts';
import { median, type Figure } from './support/figures.ts';
import { writeFloorExtension } from './support/floor-extension.ts';
import { scriptTime } from './support/script-time.ts';

const ROUNDS = 8;
/** Of the long ones, which find nothing or too much. */
const LONG_ROUNDS = 3;
const PAGE = 'https://chatgpt.com/?messages=300&draft=%20';
const STREAM_PAGE = 'https://chatgpt.com/?messages=300&stream=2000';
const OWN = /^chrome-extension:/;
const KEYS = 42;
const KEY_RUNS = 3;
const STREAM_MS = 5500;
const IDLE_MS = 3000;
const SETTLING_MS = 5000;

type Reading = Partial<Record<'load' | 'row' | 'keys' | 'stream' | 'idle', number>>;

/**
 * What the launcher costs a chat page with 300 messages: own script time until the page has loaded, once afterwards to say
 * hello and draw the row while the page is idle, for 42 typed keys, while an answer of 2,000 tokens streams, and idle; the same
 * for the floor extension, interleaved, medians.
 */
export async function run(): Promise<Figure[]> {
  const size =
    gzipSync(await readFile('.output/chrome-mv3/launcher.js'), { level: 9 }).length / 1024;
  const folder = await mkdtemp(join(tmpdir(), 'banso-floor-'));
  const toolPages = await startToolPages();
  const banso = await launchWithExtension({ toolPages });
  const floor = await launchWithExtension({
    toolPages,
    extensionDir: await writeFloorExtension(folder),
  });
  try {
    // A browser that has just started is busy with itself.
    await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
    const readings = { banso: [] as Reading[], floor: [] as Reading[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      readings.banso.push(await readOnce(banso));
      readings.floor.push(await readOnce(floor));
    }
    for (let round = 0; round < LONG_ROUNDS; round += 1) {
      readings.banso.push(await readLong(banso));
      readings.floor.push(await readLong(floor));
    }
    const of = (who: 'banso' | 'floor', what: keyof Reading) =>
      median(valuesOf(readings[who], what));
    const both = (name: string, what: keyof Reading, bound?: number): Figure[] => [
      {
        name,
        unit: 'ms',
        value: of('banso', what),
        rounds: valuesOf(readings.banso, what).length,
        ...(bound === undefined ? {} : { bound }),
      },
      {
        name: `${name}, floor`,
        unit: 'ms',
        value: of('floor', what),
        rounds: valuesOf(readings.floor, what).length,
      },
    ];
    return [
      { name: 'Launcher, gzip', unit: 'KB', value: size, bound: 6, rounds: 1 },
      ...both('Launcher: own script at load', 'load', 1),
      // Half a frame, at a moment when the page has nothing to do.
      ...both('Launcher: own script to draw the row, once, when the page rests', 'row', 8),
      // Waking the page for a key is charged to the first script that hears it, the floor's as well.
      ...both('Launcher: own script for 42 keys', 'keys', 1),
      // One sample of the profiler is 0.1 ms: below it nothing was seen at all.
      ...both('Launcher: own script while 2,000 tokens stream', 'stream', 0.1),
      ...both('Launcher: own script in 3 idle seconds', 'idle', 0.1),
    ];
  } finally {
    await banso.close();
    await floor.close();
    await toolPages.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function readOnce({ context }: LaunchedBrowser): Promise<Reading> {
  const page = await context.newPage();
  await page.goto(PAGE);
  // A reload keeps the process, and with it the profiler.
  const load = await scriptTime(page, OWN, async () => {
    await page.reload();
    await page.waitForTimeout(1500);
  });
  await focusComposer(page);
  const keys: number[] = [];
  for (let typing = 0; typing < KEY_RUNS; typing += 1) {
    const typed = await scriptTime(page, OWN, async () => {
      await page.keyboard.type('x'.repeat(KEYS), { delay: 20 });
    });
    keys.push(typed.ownMs);
  }
  await page.close();
  return {
    load: load.ownUntilLoadMs,
    row: load.ownMs - load.ownUntilLoadMs,
    keys: median(keys),
  };
}

async function readLong({ context }: LaunchedBrowser): Promise<Reading> {
  const page = await context.newPage();
  await page.goto(PAGE);
  await focusComposer(page);
  await page.waitForTimeout(1000);
  const idle = await scriptTime(page, OWN, () => page.waitForTimeout(IDLE_MS));
  await page.goto(STREAM_PAGE, { waitUntil: 'commit' });
  await page.waitForTimeout(1000);
  const stream = await scriptTime(page, OWN, () => page.waitForTimeout(STREAM_MS - 1000));
  await page.close();
  return { stream: stream.ownMs, idle: idle.ownMs };
}

function valuesOf(readings: readonly Reading[], what: keyof Reading): number[] {
  return readings.flatMap((reading) => reading[what] ?? []);
}

async function focusComposer(page: Page): Promise<void> {
  await page.locator('[contenteditable=true]').first().click();
  await page.waitForTimeout(300);
}
