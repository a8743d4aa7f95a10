import { dayAt } from '../../lib/domain/day.ts';
import { launchWithExtension, type LaunchedBrowser } from '../support/browser.ts';
import { storageOf } from './support/five-years.ts';
import { median, type Figure } from './support/figures.ts';

const ROUNDS = 11;
const WEEK = 7;
const FIVE_YEARS = 1825;

interface Reading {
  /** Paper and mark, from the page's own HTML. */
  readonly firstPaintMs: number;
  /** The person's own line, drawn from storage, on the screen. */
  readonly linePaintMs: number;
}

/** How soon the popup shows something, and the person's line, with a week and with five years of days. */
export async function run(): Promise<Figure[]> {
  const week = await launchWith(WEEK);
  const years = await launchWith(FIVE_YEARS);
  try {
    const readings = { week: [] as Reading[], years: [] as Reading[] };
    // The first opening of each browser fills its code cache.
    await readOnce(week);
    await readOnce(years);
    for (let round = 0; round < ROUNDS; round += 1) {
      readings.week.push(await readOnce(week));
      readings.years.push(await readOnce(years));
    }
    const of = (who: 'week' | 'years', what: keyof Reading): number =>
      median(readings[who].map((reading) => reading[what]));
    const [weekLine, yearsLine] = [of('week', 'linePaintMs'), of('years', 'linePaintMs')];
    const ms = (name: string, value: number, bound?: number): Figure => {
      return { name, unit: 'ms', value, rounds: ROUNDS, ...(bound === undefined ? {} : { bound }) };
    };
    return [
      ms('Popup: first paint with five years', of('years', 'firstPaintMs'), 150),
      ms('Popup: line painted with a week', weekLine),
      ms('Popup: line painted with five years', yearsLine),
      {
        name: 'Popup: first paint, five years to a week',
        unit: 'ratio',
        value: of('years', 'firstPaintMs') / of('week', 'firstPaintMs'),
        bound: 1.2,
        rounds: ROUNDS,
      },
      {
        name: 'Popup: line painted, five years to a week',
        unit: 'ratio',
        value: yearsLine / weekLine,
        bound: 1.2,
        rounds: ROUNDS,
      },
    ];
  } finally {
    await week.close();
    await years.close();
  }
}

async function launchWith(dayCount: number): Promise<LaunchedBrowser> {
  const launched = await launchWithExtension();
  const today = dayAt(Date.now(), -new Date().getTimezoneOffset());
  await launched.serviceWorker.evaluate(
    (values) => (globalThis as unknown as { chrome: StorageOnly }).chrome.storage.local.set(values),
    storageOf(dayCount, today),
  );
  return launched;
}

interface StorageOnly {
  storage: { local: { set(values: Record<string, unknown>): Promise<void> } };
}

async function readOnce({ context, extensionId }: LaunchedBrowser): Promise<Reading> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 600 });
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  const reading = await page.evaluate(
    () =>
      new Promise<Reading>((resolve) => {
        const look = (): void => {
          if (document.querySelector('#root > :not(.shell)') === null) {
            requestAnimationFrame(look);
            return;
          }
          const paint = performance.getEntriesByName('first-contentful-paint')[0];
          resolve({ firstPaintMs: paint?.startTime ?? Number.NaN, linePaintMs: performance.now() });
        };
        look();
      }),
  );
  await page.close();
  return reading;
}
