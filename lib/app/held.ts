import { parseStored } from '../contract/envelope.ts';
import { DEFAULT_CALENDAR, DEFAULT_SETTINGS, type Settings } from '../contract/settings.ts';
import {
  calendarItem,
  deviceItem,
  healthItem,
  itemAtKey,
  ledgerItem,
  promptItem,
  rememberedItem,
  settingsItem,
  tasteItem,
  workflowItem,
  type Device,
  type Health,
  type Remembered,
  type StoredItem,
  type Taste,
} from '../contract/stored-items.ts';
import type { CalendarRules } from '../domain/calendar.ts';
import type { DayKey } from '../domain/day.ts';
import { addLedgers, mergeLedgers, type Ledger, type LedgerDay } from '../domain/ledger.ts';
import type { Prompt, Workflow } from '../domain/workflow.ts';
import type { PersonState } from './person-state.ts';
import type { QuarantinedItem } from './ports.ts';
import { isQuarantineKey, parseQuarantined } from './quarantine.ts';

/** All that storage holds of the person, parsed. What counting keeps for the running hours is not in it. */
export interface Held {
  readonly device: Device | undefined;
  readonly settings: Settings;
  readonly calendar: CalendarRules;
  /** Days by the id of the device that counted them. */
  readonly ledgers: Readonly<Record<string, Ledger>>;
  readonly workflows: readonly Workflow[];
  readonly prompts: readonly Prompt[];
  /** By prompt id. */
  readonly remembered: Readonly<Record<string, Remembered>>;
  readonly taste: Taste;
  readonly health: Health;
  /**
   * Set aside; and, with `key` the same as `originalKey`, what still lies in its place and cannot be read, because the
   * background has not come by yet or a newer build wrote it.
   */
  readonly quarantined: readonly QuarantinedItem[];
}

/** Reads everything a store returned. Pure and total: what cannot be read is listed, keys of others are passed over. */
export function parseHeld(raw: Readonly<Record<string, unknown>>, nowMs: number): Held {
  const quarantined: QuarantinedItem[] = [];
  const read = <T>(item: StoredItem<T>): T => {
    const found = parseStored(item, raw[item.key]);
    if (found.state === 'read') return found.value;
    if (found.state !== 'absent') {
      const { key } = item;
      const { reason } = found;
      quarantined.push({ key, originalKey: key, foundAt: nowMs, reason, value: raw[key] });
    }
    return item.kind.absent;
  };
  const ledgers = new Map<string, Record<DayKey, LedgerDay>>();
  const workflows: Workflow[] = [];
  const prompts: Prompt[] = [];
  const remembered = new Map<string, Remembered>();

  for (const key of Object.keys(raw)) {
    if (isQuarantineKey(key)) quarantined.push(parseQuarantined(key, raw[key]));
    const [name, id] = splitKey(key);
    if (itemAtKey(key) === undefined) continue;
    if (name === 'ledger') {
      const [deviceId, month] = splitKey(id);
      addDays(ledgers, deviceId, read(ledgerItem(deviceId, month)));
    } else if (name === 'workflow') {
      pushDefined(workflows, read(workflowItem(id)));
    } else if (name === 'prompt') {
      pushDefined(prompts, read(promptItem(id)));
    } else if (name === 'remembered') {
      remembered.set(id, read(rememberedItem(id)));
    }
  }
  return {
    device: read(deviceItem),
    settings: read(settingsItem),
    calendar: read(calendarItem),
    ledgers: Object.fromEntries(ledgers),
    workflows,
    prompts,
    remembered: Object.fromEntries(remembered),
    taste: read(tasteItem),
    health: read(healthItem),
    quarantined,
  };
}

/** What a browser holds that was never used. */
export const NOTHING_HELD: Held = {
  device: undefined,
  settings: DEFAULT_SETTINGS,
  calendar: DEFAULT_CALENDAR,
  ledgers: {},
  workflows: [],
  prompts: [],
  remembered: {},
  taste: {},
  health: {},
  quarantined: [],
};

/** The view that pages are drawn from. The line begins at the first start or the first day held, whichever is earlier. */
export function personStateOf(held: Held, today: DayKey): PersonState {
  const ledger = addLedgers(Object.values(held.ledgers));
  const days = Object.keys(ledger) as DayKey[];
  const startedOn = days.reduce(
    (first, day) => (day < first ? day : first),
    held.device?.startedOn ?? today,
  );
  const { settings, calendar, workflows, prompts, quarantined, health } = held;
  return { today, startedOn, settings, calendar, ledger, workflows, prompts, quarantined, health };
}

function splitKey(key: string): [head: string, rest: string] {
  const slash = key.indexOf('/');
  return slash < 0 ? [key, ''] : [key.slice(0, slash), key.slice(slash + 1)];
}

/** Months of a device hold different days; a day that turns up twice is merged as the same device's always are. */
function addDays(
  ledgers: Map<string, Record<DayKey, LedgerDay>>,
  deviceId: string,
  month: Ledger,
): void {
  const days = ledgers.get(deviceId) ?? {};
  ledgers.set(deviceId, days);
  for (const day of Object.keys(month) as DayKey[]) {
    const one = { [day]: month[day] } as Ledger;
    const known = Object.hasOwn(days, day) ? ({ [day]: days[day] } as Ledger) : {};
    Object.assign(days, mergeLedgers(known, one));
  }
}

function pushDefined<T>(list: T[], value: T | undefined): void {
  if (value !== undefined) list.push(value);
}
