import { exportEverything, exportFileName } from '../app/export-everything.ts';
import { parseHeld } from '../app/held.ts';
import { previewImport, type ImportPreview } from '../app/import-everything.ts';
import { dayAt } from '../domain/day.ts';
import { createClock } from '../platform/clock.ts';
import { createLocalStore } from '../platform/storage.ts';

/** A file for the person to keep. */
export interface DataFile {
  /** `banso-2026-11-22.json`. */
  readonly name: string;
  readonly text: string;
}

/** Everything this browser holds of the person, as a file. Rejects when storage cannot be read. */
export async function exportDataFile(): Promise<DataFile> {
  const { held, nowMs, today } = await peek();
  return { name: exportFileName(today), text: exportEverything(held, { nowMs, today }) };
}

/** What importing a file would do; done by the command `importFile` with the same text. */
export async function previewDataFile(text: string): Promise<ImportPreview> {
  const { held, nowMs } = await peek();
  return previewImport(text, held, nowMs);
}

async function peek() {
  const clock = createClock();
  const [raw] = await Promise.all([createLocalStore().read(), clock.ready]);
  const nowMs = clock.now();
  const today = dayAt(nowMs, clock.utcOffsetMinutes(nowMs));
  return { held: parseHeld(raw, nowMs), nowMs, today };
}
