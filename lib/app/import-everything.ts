import { parseStored } from '../contract/envelope.ts';
import type { ExportFile } from '../contract/export-file.ts';
import { calendarSchema } from '../contract/settings.ts';
import { itemAtKey } from '../contract/stored-items.ts';
import type { LedgerDay } from '../domain/ledger.ts';
import { CommandFailure } from './command-failure.ts';
import type { DeviceDeps } from './device.ts';
import { parseHeld, type Held } from './held.ts';
import { todayOf } from './mark-day.ts';
import { changedEntries, deviceEntry, quarantineEntries } from './import-entries.ts';
import { mergeImport, type Merged } from './merge-import.ts';
import { parseImport, type ImportRefusal } from './parse-import.ts';
import { NewerItemError } from './read-item.ts';
import { sameJson } from './same-json.ts';
import { setDamagedAside } from './set-damaged-aside.ts';

/** How many things of a file are new here, change what is here, or change nothing. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** What an import would do, shown before it is done. */
export type ImportPreview =
  | {
      readonly ok: true;
      readonly exportedAt: string;
      readonly days: ImportCounts;
      readonly workflows: ImportCounts;
      readonly prompts: ImportCounts;
      /** Fields of the settings, and of the calendar, that would change. */
      readonly settings: readonly string[];
      readonly calendar: readonly string[];
      /** Values the exporting browser could not read, which would be kept here too. */
      readonly quarantined: number;
      /** Whether the import would change anything at all. */
      readonly changesAnything: boolean;
    }
  | { readonly ok: false; readonly refusals: readonly ImportRefusal[] };

/** What importing a file's text would do to what is held. Pure; a refused file would do nothing. */
export function previewImport(text: string, held: Held, nowMs: number): ImportPreview {
  const parsed = parseImport(text);
  if (!parsed.ok) return parsed;
  const { file } = parsed;
  const merged = mergeImport(held, file, nowMs);
  const tooMany = calendarRefusals(merged);
  if (tooMany.length > 0) return { ok: false, refusals: tooMany };
  return {
    ok: true,
    exportedAt: file.exportedAt,
    days: countDays(held, file, merged),
    workflows: countById(held.workflows, file.workflows, merged.workflows),
    prompts: countById(held.prompts, file.prompts, merged.prompts),
    settings: changedFields(held.settings, merged.settings),
    calendar: changedFields(held.calendar, merged.calendar),
    quarantined: Object.keys(quarantineEntries(held, merged)).length,
    changesAnything:
      Object.keys(changedEntries(held, merged)).length > 0 ||
      (held.device !== undefined && file.startedOn < held.device.startedOn),
  };
}

/**
 * Merges a file into what is held, in one write. Fails with `unreadable` for a file `previewImport` refuses; throws
 * `StorageFullError` and `NewerItemError` as `readItem` does; then nothing of the file is there. Call it inside the write
 * queue.
 */
export async function applyImport(deps: DeviceDeps, text: string): Promise<void> {
  const { store, clock } = deps;
  const nowMs = clock.now();
  const parsed = parseImport(text);
  if (!parsed.ok) throw refused(parsed.refusals);
  await setDamagedAside(store, await store.read(), nowMs);
  const raw = await store.read();
  const held = parseHeld(raw, nowMs);
  const merged = mergeImport(held, parsed.file, nowMs);
  const tooMany = calendarRefusals(merged);
  if (tooMany.length > 0) throw refused(tooMany);
  const entries = {
    ...changedEntries(held, merged),
    ...deviceEntry(held, parsed.file, { nowMs, today: todayOf(deps) }),
  };
  for (const key of Object.keys(entries)) {
    const item = itemAtKey(key);
    if (item && parseStored(item, raw[key]).state === 'newer') throw new NewerItemError(key);
  }
  if (Object.keys(entries).length > 0) await store.write(entries);
}

function refused(refusals: readonly ImportRefusal[]): CommandFailure {
  const [first] = refusals;
  const at = `line ${first?.line ?? 0}, column ${first?.column ?? 0}`;
  return new CommandFailure('unreadable', `${at}: ${first?.field ?? ''} ${first?.reason ?? ''}`);
}

/** Two calendars that hold together more days off than one may. */
function calendarRefusals({ calendar }: Merged): ImportRefusal[] {
  const issues = calendarSchema.safeParse(calendar).error?.issues ?? [];
  return issues.map(({ path }) => ({
    reason: 'tooLarge',
    field: ['calendar', ...path].join('.'),
    line: 1,
    column: 1,
  }));
}

function countDays(held: Held, file: ExportFile, merged: Merged): ImportCounts {
  const days = new Set(Object.values(file.devices).flatMap((ledger) => Object.keys(ledger)));
  return count([...days], (day) => {
    const before = onDay(held.ledgers, day);
    if (Object.keys(before).length === 0) return 'added';
    return sameJson(before, onDay(merged.ledgers, day)) ? 'same' : 'changed';
  });
}

function onDay(ledgers: Held['ledgers'], day: string): Record<string, LedgerDay> {
  return Object.fromEntries(
    Object.entries(ledgers).flatMap(([deviceId, ledger]) => {
      const tools = own(ledger, day);
      return tools === undefined ? [] : [[deviceId, tools]];
    }),
  );
}

function countById<T extends { readonly id: string }>(
  held: readonly T[],
  file: readonly T[],
  merged: readonly T[],
): ImportCounts {
  const before = new Map(held.map((each) => [each.id, each]));
  const after = new Map(merged.map((each) => [each.id, each]));
  return count([...new Set(file.map(({ id }) => id))], (id) => {
    if (!before.has(id)) return 'added';
    return sameJson(before.get(id), after.get(id)) ? 'same' : 'changed';
  });
}

function count<T>(things: readonly T[], fate: (thing: T) => keyof ImportCounts): ImportCounts {
  const counts = { added: 0, changed: 0, same: 0 };
  for (const thing of things) counts[fate(thing)] += 1;
  return counts;
}

function changedFields(before: object, after: object): string[] {
  const left = before as Record<string, unknown>;
  const right = after as Record<string, unknown>;
  return Object.keys(right).filter((field) => !sameJson(left[field], right[field]));
}

function own<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
