import type { ExportFile } from '../contract/export-file.ts';
import { DEFAULT_CALENDAR, DEFAULT_SETTINGS, type Settings } from '../contract/settings.ts';
import type { PromptTaste } from '../contract/stored-items.ts';
import type { CalendarRules, DaysOff } from '../domain/calendar.ts';
import { mergeLedgers, type Ledger } from '../domain/ledger.ts';
import type { Held } from './held.ts';
import { mergePrompts, mergeWorkflows, overwrittenCopy } from './merge-library.ts';
import type { QuarantinedItem } from './ports.ts';
import { isQuarantineKey } from './quarantine.ts';
import { sameJson } from './same-json.ts';

/** All that is held after an import, except the device. */
export type Merged = Omit<Held, 'device'>;

/**
 * What is held and what a file holds as one. Days: the maximum per device (METRICS.md, M1–M3). Workflows and prompts:
 * the later wins, nothing written here is lost. Settings and weekdays: a choice made here stays, what was never chosen
 * here comes from the file. Days off: both. Importing the same file again changes nothing.
 */
export function mergeImport(held: Held, file: ExportFile, nowMs: number): Merged {
  return {
    settings: unchosenFrom<Settings>(held.settings, file.settings, DEFAULT_SETTINGS),
    calendar: mergeCalendars(held.calendar, file.calendar),
    ledgers: mergeRecords<Ledger>(held.ledgers, file.devices, mergeLedgers),
    workflows: mergeAllWorkflows(held, file, nowMs),
    prompts: keptForAMonth(
      held.prompts,
      mergeById(held.prompts, file.prompts, mergePrompts),
      nowMs,
    ),
    remembered: mergeRecords(held.remembered, file.remembered, (here, there) => ({
      ...there,
      ...here,
    })),
    taste: mergeRecords(held.taste, file.taste, mergeTastes),
    health: mergeRecords(held.health, file.health, Math.max),
    quarantined: mergeQuarantined(held.quarantined, file.quarantined),
  };
}

function mergeCalendars(held: CalendarRules, file: CalendarRules): CalendarRules {
  return {
    ...unchosenFrom(held, file, DEFAULT_CALENDAR),
    closures: union(held.closures, file.closures),
    leave: union(held.leave, file.leave),
  };
}

/** Field by field: what still stands at its default here is taken from the file. */
function unchosenFrom<T extends object>(held: T, file: T, defaults: T): T {
  const fields = new Set([...Object.keys(held), ...Object.keys(file)]) as Set<keyof T>;
  const merged: Partial<T> = {};
  for (const field of fields) {
    const from = sameJson(held[field], defaults[field]) ? file : held;
    if (from[field] !== undefined) merged[field] = from[field];
  }
  return merged as T;
}

function union(held: readonly DaysOff[], file: readonly DaysOff[]): DaysOff[] {
  const added = file.filter((off) => !held.some((known) => sameJson(known, off)));
  return [...held, ...added];
}

function mergeAllWorkflows(held: Held, file: ExportFile, nowMs: number): Held['workflows'] {
  const merged = keptForAMonth(
    held.workflows,
    mergeById(held.workflows, file.workflows, mergeWorkflows),
    nowMs,
  );
  const byId = new Map(merged.map((workflow) => [workflow.id, workflow]));
  const copies = held.workflows.flatMap((before) => {
    const after = byId.get(before.id);
    const copy = after && overwrittenCopy(before, after, nowMs);
    return copy === undefined || byId.has(copy.id) ? [] : [copy];
  });
  return [...merged, ...copies];
}

/**
 * What was living here and is deleted in the file counts as deleted now: it can be brought back for 30 days, however long
 * ago it was deleted there.
 */
function keptForAMonth<T extends { readonly id: string; readonly deletedAt?: number | undefined }>(
  held: readonly T[],
  merged: readonly T[],
  nowMs: number,
): T[] {
  const before = new Map(held.map((each) => [each.id, each]));
  return merged.map((each) => {
    const here = before.get(each.id);
    if (each.deletedAt === undefined || here === undefined) return each;
    return { ...each, deletedAt: Math.max(each.deletedAt, here.deletedAt ?? nowMs) };
  });
}

function mergeById<T extends { readonly id: string }>(
  held: readonly T[],
  file: readonly T[],
  merge: (a: T, b: T) => T,
): T[] {
  const byId = new Map<string, T>();
  for (const each of [...held, ...file]) {
    const known = byId.get(each.id);
    byId.set(each.id, known === undefined ? each : merge(known, each));
  }
  return [...byId.values()];
}

/** Passing over counts since the last use, so the later use decides it. */
function mergeTastes(a: PromptTaste, b: PromptTaste): PromptTaste {
  const later =
    (a.lastUsedAt ?? 0) - (b.lastUsedAt ?? 0) || (a.lastPassedAt ?? 0) - (b.lastPassedAt ?? 0);
  const said = (a.answeredAt ?? 0) >= (b.answeredAt ?? 0) ? a : b;
  const invitedAt = Math.max(a.invitedAt ?? 0, b.invitedAt ?? 0);
  const { verdict: _, answeredAt: __, invitedAt: ___, ...done } = later >= 0 ? a : b;
  return {
    ...done,
    uses: Math.max(a.uses, b.uses),
    ...(said.verdict === undefined ? {} : { verdict: said.verdict }),
    ...(said.answeredAt === undefined ? {} : { answeredAt: said.answeredAt }),
    ...(invitedAt === 0 ? {} : { invitedAt }),
  };
}

function mergeQuarantined(
  held: readonly QuarantinedItem[],
  file: readonly QuarantinedItem[],
): QuarantinedItem[] {
  const taken = new Set(held.map(({ key }) => key));
  const added = file
    .filter(
      (item) =>
        !held.some(
          (known) => known.originalKey === item.originalKey && sameJson(known.value, item.value),
        ),
    )
    .map((item) => {
      let key = item.key;
      for (let later = 1; taken.has(key); later += 1) {
        key = `quarantine/${item.originalKey}/${item.foundAt + later}`;
      }
      taken.add(key);
      return { ...item, key };
    });
  return [...held.filter(({ key }) => isQuarantineKey(key)), ...added];
}

function mergeRecords<V>(
  held: Readonly<Record<string, V>>,
  file: Readonly<Record<string, V>>,
  merge: (here: V, there: V) => V,
): Record<string, V> {
  const merged = new Map(Object.entries(held));
  for (const [key, there] of Object.entries(file)) {
    const here = merged.get(key);
    merged.set(key, here === undefined ? there : merge(here, there));
  }
  return Object.fromEntries(merged);
}
