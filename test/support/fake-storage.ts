import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Empties WXT's fake browser and gives its storage the `getKeys` that it lacks (fake-browser 2.0.1). */
export function resetFakeStorage(): void {
  fakeBrowser.reset();
  for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.session]) {
    area.getKeys = async () => Object.keys(await area.get(null));
  }
}
