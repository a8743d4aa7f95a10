import type { browser } from 'wxt/browser';
import { launchWithExtension } from '../support/browser.ts';
import type { Figure } from './support/figures.ts';

/** The browser's own namespace, in the extension page that `evaluate` runs in. */
declare const chrome: typeof browser;

const MINUTES = 2;
const KEY_EVERY_MS = 2000;
const IDLE_MS = 75_000;
const LEAST_PERIOD_MINUTES = 15;

/**
 * What the background does in minutes of steady use with a prompt started in each, and when nothing happens: writes
 * to storage a minute (each `storage.local.set` is one change event), and alarms that would wake it again and again.
 */
export async function run(): Promise<Figure[]> {
  const { context, extensionId, close } = await launchWithExtension();
  try {
    const watcher = await context.newPage();
    await watcher.goto(`chrome-extension://${extensionId}/welcome.html`);
    await watcher.evaluate(() => {
      const counted = globalThis as unknown as { writes: number };
      counted.writes = 0;
      chrome.storage.local.onChanged.addListener(() => (counted.writes += 1));
    });
    const writes = (): Promise<number> =>
      watcher.evaluate(() => (globalThis as unknown as { writes: number }).writes);

    const chat = await context.newPage();
    await chat.goto('https://chatgpt.com/');
    await chat.locator('[contenteditable=true]:visible').first().click();
    // The first minute counts the visit itself; it is part of steady use.
    for (let minute = 0; minute < MINUTES; minute += 1) {
      const until = Date.now() + 60_000;
      await chat.keyboard.type('x');
      await chat.keyboard.press('Enter');
      while (Date.now() < until) {
        await chat.keyboard.type('x');
        await chat.waitForTimeout(KEY_EVERY_MS);
      }
    }
    const used = await writes();

    // Input older than a minute is no engagement; after that nothing may be written.
    await chat.waitForTimeout(IDLE_MS);
    const afterUse = await writes();
    await chat.waitForTimeout(IDLE_MS);
    const idle = (await writes()) - afterUse;
    const alarms = await watcher.evaluate(() => chrome.alarms.getAll());
    const restless = alarms.filter(
      ({ periodInMinutes }) =>
        periodInMinutes !== undefined && periodInMinutes < LEAST_PERIOD_MINUTES,
    );
    return [
      {
        name: 'Background: storage writes a minute of use',
        unit: 'count',
        value: used / MINUTES,
        bound: 4,
        rounds: MINUTES,
      },
      {
        name: 'Background: storage writes while idle',
        unit: 'count',
        value: idle,
        bound: 0,
        rounds: 1,
      },
      {
        name: 'Background: alarms more often than every 15 minutes',
        unit: 'count',
        value: restless.length,
        bound: 0,
        rounds: 1,
      },
    ];
  } finally {
    await close();
  }
}
