import { readFileSync } from 'node:fs';
import type { Pack } from '../lib/contract/pack.ts';
import { PACK_NAMES } from './packs.ts';

/** All starter packs from their files, in the order in which they are offered; for the build and for tests, never in a browser. */
export function readPacks(): Pack[] {
  return PACK_NAMES.map(
    ({ id }) =>
      JSON.parse(readFileSync(new URL(`./packs/${id}.json`, import.meta.url), 'utf8')) as Pack,
  );
}
