import { EXPORT_FORMAT, EXPORT_VERSION, type ExportFile } from '../contract/export-file.ts';
import type { DayKey } from '../domain/day.ts';
import type { Held } from './held.ts';
import { isQuarantineKey } from './quarantine.ts';

/** When and where an export is made. */
export interface ExportMoment {
  readonly nowMs: number;
  /** The local day, which names the file. */
  readonly today: DayKey;
}

/**
 * All that is held as the text of one JSON file. A damaged item that was not set aside yet goes in as if it had been, so
 * that nothing is missing.
 */
export function exportEverything(held: Held, moment: ExportMoment): string {
  return `${JSON.stringify(exportFileOf(held, moment), null, 1)}\n`;
}

/** All that is held as the content of a file. */
function exportFileOf(held: Held, { nowMs, today }: ExportMoment): ExportFile {
  const { settings, calendar, ledgers, remembered, taste, health } = held;
  return {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    exportedAt: new Date(nowMs).toISOString(),
    startedOn: held.device?.startedOn ?? today,
    settings,
    calendar,
    devices: ledgers,
    workflows: held.workflows,
    prompts: held.prompts,
    remembered,
    taste,
    health,
    quarantined: held.quarantined.map((item) => ({
      ...item,
      key: isQuarantineKey(item.key) ? item.key : `quarantine/${item.key}/${item.foundAt}`,
    })),
  };
}

/** The file's name, `banso-2026-11-22.json`. */
export function exportFileName(today: DayKey): string {
  return `banso-${today}.json`;
}
