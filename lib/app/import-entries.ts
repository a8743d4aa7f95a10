import { entryOf } from '../contract/envelope.ts';
import type { ExportFile } from '../contract/export-file.ts';
import {
  calendarItem,
  deviceItem,
  healthItem,
  ledgerItem,
  promptItem,
  rememberedItem,
  settingsItem,
  tasteItem,
  workflowItem,
  type StoredItem,
} from '../contract/stored-items.ts';
import { monthOf, type DayKey } from '../domain/day.ts';
import type { Ledger, LedgerDay } from '../domain/ledger.ts';
import type { Held } from './held.ts';
import type { Merged } from './merge-import.ts';
import { quarantineEntry } from './quarantine.ts';
import { sameJson } from './same-json.ts';

/** What a write must hold to get from the held to the merged. */
export function changedEntries(held: Held, merged: Merged): Record<string, unknown> {
  const whole = [
    changed(settingsItem, held.settings, merged.settings),
    changed(calendarItem, held.calendar, merged.calendar),
    changed(tasteItem, held.taste, merged.taste),
    changed(healthItem, held.health, merged.health),
  ];
  const workflows = newOrChanged(held.workflows, merged.workflows).map((each) =>
    entryOf(workflowItem(each.id), each),
  );
  const prompts = newOrChanged(held.prompts, merged.prompts).map((each) =>
    entryOf(promptItem(each.id), each),
  );
  const remembered = Object.entries(merged.remembered).flatMap(([id, values]) =>
    changed(rememberedItem(id), own(held.remembered, id) ?? {}, values),
  );
  return {
    ...Object.fromEntries([...whole.flat(), ...workflows, ...prompts, ...remembered]),
    ...ledgerEntries(held, merged),
    ...quarantineEntries(held, merged),
  };
}

function changed<T>(item: StoredItem<T>, before: T, after: T & {}): [string, unknown][] {
  return sameJson(before, after) ? [] : [entryOf(item, after)];
}

function newOrChanged<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): T[] {
  const known = new Map(before.map((each) => [each.id, each]));
  return after.filter((each) => !sameJson(known.get(each.id), each));
}

function ledgerEntries(held: Held, merged: Merged): Record<string, unknown> {
  const entries = Object.entries(merged.ledgers).flatMap(([deviceId, ledger]) => {
    const before = byMonth(own(held.ledgers, deviceId) ?? {});
    return [...byMonth(ledger)].flatMap(([month, days]) =>
      changed(ledgerItem(deviceId, month), before.get(month) ?? {}, days),
    );
  });
  return Object.fromEntries(entries);
}

function byMonth(ledger: Ledger): Map<string, Ledger> {
  const months = new Map<string, Record<DayKey, LedgerDay>>();
  for (const [day, tools] of Object.entries(ledger) as [DayKey, LedgerDay][]) {
    const month = months.get(monthOf(day)) ?? {};
    months.set(monthOf(day), month);
    month[day] = tools;
  }
  return months;
}

/** The part of `changedEntries` that comes from the file's quarantine. */
export function quarantineEntries(held: Held, merged: Merged): Record<string, unknown> {
  const known = new Set(held.quarantined.map(({ key }) => key));
  const added = merged.quarantined.filter(({ key }) => !known.has(key));
  return Object.fromEntries(added.map(quarantineEntry));
}

/** The line begins where the older of the two began. A browser without a device gets its own. */
export function deviceEntry(
  { device }: Held,
  { startedOn }: ExportFile,
  { nowMs, today }: { readonly nowMs: number; readonly today: DayKey },
): Record<string, unknown> {
  const before = device ?? { id: crypto.randomUUID(), createdAt: nowMs, startedOn: today };
  if (device !== undefined && device.startedOn <= startedOn) return {};
  const earlier = startedOn < before.startedOn ? startedOn : before.startedOn;
  return Object.fromEntries([entryOf(deviceItem, { ...before, startedOn: earlier })]);
}

function own<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
