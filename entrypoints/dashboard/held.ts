import { exportEverything, exportFileName } from '../../lib/app/export-everything.ts';
import { parseHeld, type Held } from '../../lib/app/held.ts';
import { withoutToken } from '../../lib/app/team-view.ts';
import type { DayKey } from '../../lib/domain/day.ts';
import { createLocalStore } from '../../lib/platform/storage.ts';
import { saveFile } from './device.ts';

const store = createLocalStore();

/** Everything stored, exactly as it is, except for the token that opens the company's hub. */
export async function readRaw(): Promise<Record<string, unknown>> {
  return withoutToken(await store.read());
}

/** Everything stored, parsed. */
export async function readHeld(): Promise<Held> {
  return parseHeld(await readRaw(), Date.now());
}

/** Saves all that is held as one file and returns its name. */
export async function saveExport(today: DayKey): Promise<string> {
  const name = exportFileName(today);
  const text = exportEverything(await readHeld(), { nowMs: Date.now(), today });
  saveFile(name, text, 'application/json');
  return name;
}
