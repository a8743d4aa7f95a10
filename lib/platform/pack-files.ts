import { PACK_NAMES } from '../../content/packs.ts';
import type { PackSource } from '../app/ports.ts';
import type { Pack, PackOutline } from '../contract/pack.ts';
import { browser } from './browser.ts';

/**
 * The packs as files of this extension (`wxt.config.ts` puts them there). Each is read once in the life of a page or worker; a reading that
 * did not succeed is tried again when it is next asked for. Not parsed here: they are the build's own, and `content/packs.test.ts` holds every one
 * to its schema.
 */
export function createPackFiles(): PackSource {
  const read = new Map<string, Promise<unknown>>();

  function file<T>(name: string): Promise<T> {
    let reading = read.get(name) as Promise<T> | undefined;
    if (reading === undefined) {
      reading = fetch(browser.runtime.getURL(`packs/${name}.json`)).then(
        (response) => response.json() as Promise<T>,
      );
      read.set(name, reading);
      reading.catch(() => read.delete(name));
    }
    return reading;
  }

  return {
    outlines: () => file<readonly PackOutline[]>('outlines'),
    pack: async (id) => (PACK_NAMES.some((known) => known.id === id) ? file<Pack>(id) : undefined),
  };
}
