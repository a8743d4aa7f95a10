import type { Ledger } from '../../lib/domain/ledger.ts';
import type { LaunchedBrowser } from './browser.ts';

interface StorageArea {
  get(keys: null): Promise<Record<string, unknown>>;
}

/** Everything in an area of the extension's storage. Waits for nothing; what is not written yet is not there. */
export async function readStorage(
  { serviceWorker }: Pick<LaunchedBrowser, 'serviceWorker'>,
  area: 'local' | 'session',
): Promise<Record<string, unknown>> {
  return serviceWorker.evaluate((name) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: Record<string, StorageArea> };
    };
    return chrome.storage[name]?.get(null) ?? {};
  }, area);
}

/** The stored days of this browser, as they would be found after a crash now. */
export async function readLedger(browser: Pick<LaunchedBrowser, 'serviceWorker'>): Promise<Ledger> {
  const stored = await readStorage(browser, 'local');
  const months = Object.entries(stored).filter(([key]) => key.startsWith('ledger/'));
  return Object.assign({}, ...months.map(([, month]) => (month as { data: Ledger }).data));
}
