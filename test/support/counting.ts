import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { LedgerDay, LedgerEntry } from '../../lib/domain/ledger.ts';
import type { LaunchedBrowser } from './browser.ts';

type Area = 'local' | 'session';
type Values = Record<string, unknown>;

interface ExtensionPage {
  readonly chrome: {
    readonly storage: Record<
      Area,
      {
        get(keys: null): Promise<Values>;
        set(values: Values): Promise<void>;
        clear(): Promise<void>;
      }
    > & {
      readonly onChanged: { addListener(listener: (changes: Values, area: string) => void): void };
    };
    readonly action: {
      getTitle(details: object): Promise<string>;
      getBadgeText(details: object): Promise<string>;
    };
    readonly runtime: { reload(): void };
  };
  localWrites?: number;
}

/** A page of the extension that looks at its storage without waking the worker. */
export interface StorageView {
  read(area: Area): Promise<Values>;
  set(area: Area, values: Values): Promise<void>;
  /** Both areas, as a fresh profile has them. */
  clear(): Promise<void>;
  /** The stored days, as they would be found after a crash now. */
  days(): Promise<Record<string, LedgerDay>>;
  /** All that is stored of a tool, days added up; zeros when there is nothing. */
  total(tool?: string): Promise<Pick<LedgerEntry, 'visits' | 'engagedSeconds' | 'promptsStarted'>>;
  /** Writes to local storage that counting made since the view was opened. */
  writes(): Promise<number>;
  iconTitle(): Promise<string>;
  /** What stands on the toolbar icon; empty when nothing waits. */
  badge(): Promise<string>;
  reloadExtension(): Promise<void>;
  /** Moves the product's clock so that it stands at an instant now. */
  standAt(instantMs: number): Promise<void>;
}

/** Opens a view; it may be used while the worker is stopped. */
export async function openStorageView(
  browser: Pick<LaunchedBrowser, 'context' | 'extensionId'>,
): Promise<StorageView> {
  const page = await browser.context.newPage();
  // The manifest is an address of the extension that draws and runs nothing.
  await page.goto(`chrome-extension://${browser.extensionId}/manifest.json`);
  await page.evaluate(() => {
    const own = globalThis as unknown as ExtensionPage;
    own.localWrites = 0;
    own.chrome.storage.onChanged.addListener((changes, area) => {
      if (area === 'local' && 'counting' in changes) own.localWrites = (own.localWrites ?? 0) + 1;
    });
  });
  const read = (area: Area) =>
    page.evaluate(
      (name) => (globalThis as unknown as ExtensionPage).chrome.storage[name].get(null),
      area,
    );
  const set = (area: Area, values: Values) =>
    page.evaluate(
      ([name, wanted]) => (globalThis as unknown as ExtensionPage).chrome.storage[name].set(wanted),
      [area, values] as const,
    );
  async function days(): Promise<Record<string, LedgerDay>> {
    const months = Object.entries(await read('local')).filter(([key]) => key.startsWith('ledger/'));
    return Object.assign({}, ...months.map(([, month]) => (month as { data: Values }).data));
  }
  return {
    read,
    set,
    clear: () =>
      page.evaluate(async () => {
        const { storage } = (globalThis as unknown as ExtensionPage).chrome;
        await Promise.all([storage.local.clear(), storage.session.clear()]);
      }),
    days,
    async total(tool) {
      const sum = { visits: 0, engagedSeconds: 0, promptsStarted: 0 };
      for (const day of Object.values(await days())) {
        for (const [id, entry] of Object.entries(day)) {
          if (tool !== undefined && id !== tool) continue;
          sum.visits += entry.visits;
          sum.engagedSeconds += entry.engagedSeconds;
          sum.promptsStarted += entry.promptsStarted;
        }
      }
      return sum;
    },
    writes: () => page.evaluate(() => (globalThis as unknown as ExtensionPage).localWrites ?? 0),
    iconTitle: () =>
      page.evaluate(() => (globalThis as unknown as ExtensionPage).chrome.action.getTitle({})),
    badge: () =>
      page.evaluate(() => (globalThis as unknown as ExtensionPage).chrome.action.getBadgeText({})),
    async reloadExtension() {
      // The view goes with the extension, at times before it can answer.
      await page
        .evaluate(() => (globalThis as unknown as ExtensionPage).chrome.runtime.reload())
        .catch(() => {});
    },
    standAt: (instantMs) =>
      set('session', { clockOffsetMs: Math.round((instantMs - Date.now()) / 1000) * 1000 }),
  };
}

/** Uses a page for so many seconds: a key that writes nothing, once a second. */
export async function usePage(page: Page, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    await page.keyboard.press('Shift');
    await page.waitForTimeout(Math.min(1000, Math.max(0, end - Date.now())));
  }
}

/** Stops the extension's worker, as the browser does with an idle one, only at once. */
export async function killWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** Process ids of the browser that runs a profile, its first process first. */
export function browserProcesses(profileDir: string): number[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
        const parent = Number(
          readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1],
        );
        return [{ id: Number(name), parent, command }];
      } catch {
        // It ended between the two.
        return [];
      }
    });
  const first = processes.find(
    ({ command }) =>
      command.includes(`--user-data-dir=${profileDir}`) &&
      !command.some((word) => word.startsWith('--type=')),
  );
  const found = first === undefined ? [] : [first.id];
  for (const id of found) {
    found.push(...processes.filter(({ parent }) => parent === id).map((each) => each.id));
  }
  return found;
}
