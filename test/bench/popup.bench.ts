import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
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

/**
 * How soon the popup shows something, and the person's line, with a week and with five years of days; and how much later that
 * is than a page of the same extension with one word on it, opened by turns in the same browser, which is what the machine
 * takes for opening any page.
 */
export async function run(): Promise<Figure[]> {
  const extensionDir = await withEmptyPage();
  const week = await launchWith(extensionDir, WEEK);
  const years = await launchWith(extensionDir, FIVE_YEARS);
  try {
    const readings = { week: [] as Reading[], years: [] as Reading[] };
    const empty: number[] = [];
    // The first opening of each browser fills its code cache.
    await readOnce(week);
    await readOnce(years);
    await readEmpty(years);
    for (let round = 0; round < ROUNDS; round += 1) {
      readings.week.push(await readOnce(week));
      empty.push(await readEmpty(years));
      readings.years.push(await readOnce(years));
    }
    const of = (who: 'week' | 'years', what: keyof Reading): number =>
      median(readings[who].map((reading) => reading[what]));
    const [weekLine, yearsLine] = [of('week', 'linePaintMs'), of('years', 'linePaintMs')];
    const ms = (name: string, value: number, bound?: number): Figure => {
      return { name, unit: 'ms', value, rounds: ROUNDS, ...(bound === undefined ? {} : { bound }) };
    };
    return [
      ms('Popup: first paint with five years', of('years', 'firstPaintMs')),
      ms('Popup: first paint of an empty page', median(empty)),
      ms(
        'Popup: first paint with five years, above an empty page',
        of('years', 'firstPaintMs') - median(empty),
        90,
      ),
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
    await rm(extensionDir, { recursive: true });
  }
}

const EMPTY_PAGE = 'empty.html';

/** A copy of the built extension with one page more. */
async function withEmptyPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'banso-popup-'));
  await cp('.output/chrome-mv3', folder, { recursive: true });
  await writeFile(join(folder, EMPTY_PAGE), '<!doctype html><title>Banso</title><p>Banso</p>');
  return folder;
}

async function launchWith(extensionDir: string, dayCount: number): Promise<LaunchedBrowser> {
  const launched = await launchWithExtension({ extensionDir });
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

async function openSmall({ context, extensionId }: LaunchedBrowser, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 600 });
  await page.goto(`chrome-extension://${extensionId}/${path}`);
  return page;
}

/** First paint of the empty page, in milliseconds. */
async function readEmpty(launched: LaunchedBrowser): Promise<number> {
  const page = await openSmall(launched, EMPTY_PAGE);
  const paint = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const firstPaintMs = await paint.jsonValue();
  await page.close();
  return firstPaintMs ?? Number.NaN;
}

async function readOnce(launched: LaunchedBrowser): Promise<Reading> {
  const page = await openSmall(launched, 'popup.html');
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
