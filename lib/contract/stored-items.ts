import { z } from 'zod';
import type { CalendarRules } from '../domain/calendar.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Taste as PromptUse } from '../domain/suggestion.ts';
import type { Prompt, Workflow } from '../domain/workflow.ts';
import { dayKeySchema, idSchema, instantSchema, isOwnKey } from './day.ts';
import { parseLedger } from './parse-ledger.ts';
import { parserOf, type Parsed } from './parsed.ts';
import {
  calendarSchema,
  DEFAULT_CALENDAR,
  DEFAULT_SETTINGS,
  settingsSchema,
  type Settings,
} from './settings.ts';
import { promptSchema, workflowSchema } from './workflow.ts';

/**
 * One kind of thing that storage holds, as `{ v, data }`. The version is one more than the number of steps; each step
 * is a pure, frozen function from the data of one version to the next, and `test/contract/examples` holds an example of
 * every version that ever was.
 */
export interface ItemKind<T> {
  readonly name: string;
  readonly steps: readonly ((data: unknown) => unknown)[];
  readonly parse: (data: unknown) => Parsed<T>;
  /** What it means that nothing is stored. */
  readonly absent: T;
}

/** A kind at its key in `storage.local`. */
export interface StoredItem<T> {
  readonly key: string;
  readonly kind: ItemKind<T>;
}

/** Id of a device, as it stands in a key: a UUID; what an older build may have made is taken too. */
export const deviceIdSchema = z
  .string()
  .regex(/^[\w-]{1,100}$/)
  .refine(isOwnKey);

/** This browser: the id its days are counted under (never sent in solo), and when it all began. */
const deviceSchema = z.strictObject({
  id: z.uuid(),
  createdAt: instantSchema,
  /** The local day of the first start; lines begin here (M5). */
  startedOn: dayKeySchema,
});
export type Device = z.infer<typeof deviceSchema>;

/** Last values of variables marked `remember`, by variable name. */
export const rememberedSchema = z.record(z.string().max(40).refine(isOwnKey), z.string().max(2000));
export type Remembered = z.infer<typeof rememberedSchema>;

const useCount = z.int().min(0);

/** What the person did with one prompt when it was offered; ranking reads it. */
const promptTasteSchema = z.strictObject({
  /** Times it was put into a composer. */
  uses: useCount,
  lastUsedAt: instantSchema.optional(),
  /** Times it was shown in the row and not taken. */
  passedOver: useCount,
  lastPassedAt: instantSchema.optional(),
  /** Uses that fade, as they weighed at the last one, and the hours of the latest; see `lib/domain/suggestion.ts`. */
  weight: z.number().min(0).optional(),
  hours: z.array(z.int().min(0).max(23)).max(8).readonly().optional(),
  /** What the person answered when asked whether it helped, and when; see `lib/domain/prompt-question.ts`. */
  verdict: z.enum(['helped', 'missed']).optional(),
  answeredAt: instantSchema.optional(),
  /** When an invitation to share it was put away. */
  invitedAt: instantSchema.optional(),
}) satisfies z.ZodType<PromptUse>;
export type PromptTaste = z.infer<typeof promptTasteSchema>;

/** Taste by prompt id. */
export const tasteSchema = z.record(idSchema, promptTasteSchema);
export type Taste = z.infer<typeof tasteSchema>;

/** Selector and insertion health: counts by name, never content. */
export const healthSchema = z.record(
  z
    .string()
    .regex(/^[a-z0-9:.-]{1,60}$/)
    .refine(isOwnKey),
  z.int().min(0),
);
export type Health = z.infer<typeof healthSchema>;

/** Version 2: `source` may be a department. A build of before must leave such an item alone, which the version makes it do. */
const sourceMayBeDepartment = (data: unknown): unknown => data;

/** Version 2: answers beside what was done. */
const tasteMayHoldAnswers = (data: unknown): unknown => data;

const DEVICE = kind<Device | undefined>('device', deviceSchema, undefined);
const SETTINGS = kind<Settings>('settings', settingsSchema, DEFAULT_SETTINGS);
const CALENDAR = kind<CalendarRules>('calendar', calendarSchema, DEFAULT_CALENDAR);
const WORKFLOW = kind<Workflow | undefined>('workflow', workflowSchema, undefined, [
  sourceMayBeDepartment,
]);
const PROMPT = kind<Prompt | undefined>('prompt', promptSchema, undefined, [sourceMayBeDepartment]);
const REMEMBERED = kind<Remembered>('remembered', rememberedSchema, {});
const TASTE = kind<Taste>('taste', tasteSchema, {}, [tasteMayHoldAnswers]);
const HEALTH = kind<Health>('health', healthSchema, {});
const LEDGER: ItemKind<Ledger> = { name: 'ledger', steps: [], parse: parseLedger, absent: {} };

/** Every kind; a new one is listed here, or it is neither migrated nor exported. */
export const ITEM_KINDS: readonly ItemKind<unknown>[] = [
  DEVICE,
  SETTINGS,
  CALENDAR,
  LEDGER,
  WORKFLOW,
  PROMPT,
  REMEMBERED,
  TASTE,
  HEALTH,
];

/** This browser; undefined until `ensureDevice` names it. */
export const deviceItem: StoredItem<Device | undefined> = { key: 'device', kind: DEVICE };
/** The person's choices; `DEFAULT_SETTINGS` when nothing is stored. */
export const settingsItem: StoredItem<Settings> = { key: 'settings', kind: SETTINGS };
/** The person's calendar (M4); `DEFAULT_CALENDAR` when nothing is stored. */
export const calendarItem: StoredItem<CalendarRules> = { key: 'calendar', kind: CALENDAR };
/** What the person took and passed over, of all prompts; empty when nothing is stored. */
export const tasteItem: StoredItem<Taste> = { key: 'taste', kind: TASTE };
/** Counts of selectors and insertions; empty when nothing is stored. */
export const healthItem: StoredItem<Health> = { key: 'health', kind: HEALTH };

/** One device's days of one month, `2026-11`. */
export const ledgerItem = (deviceId: string, month: string): StoredItem<Ledger> => ({
  key: `ledger/${deviceId}/${month}`,
  kind: LEDGER,
});
/** A workflow, deleted ones included; undefined when there is none of this id. */
export const workflowItem = (id: string): StoredItem<Workflow | undefined> => ({
  key: `workflow/${id}`,
  kind: WORKFLOW,
});
/** A prompt with its versions, deleted ones included; undefined when there is none of this id. */
export const promptItem = (id: string): StoredItem<Prompt | undefined> => ({
  key: `prompt/${id}`,
  kind: PROMPT,
});
/** Kept apart from the prompt, so that sharing or exporting a prompt cannot take these along by accident. */
export const rememberedItem = (promptId: string): StoredItem<Remembered> => ({
  key: `remembered/${promptId}`,
  kind: REMEMBERED,
});

/** Session storage: milliseconds to stand ahead of the device's clock, for rehearsals and tests; no data of the person. */
export const CLOCK_OFFSET_KEY = 'clockOffsetMs';

/** A kind whose present version is read by a schema; `steps` lead there from version 1. */
export function kind<T>(
  name: string,
  schema: z.ZodType<Exclude<T, undefined>>,
  absent: T,
  steps: ItemKind<T>['steps'] = [],
): ItemKind<T> {
  return { name, steps, absent, parse: parserOf(schema) };
}

/** The month, `2026-11`, of a ledger item's key; undefined for every other key. */
export function monthOfLedgerKey(key: string): string | undefined {
  return key.startsWith('ledger/') ? key.slice(key.lastIndexOf('/') + 1) : undefined;
}

const MONTH_PATTERN = /^\d{4}-\d{2}$/;

/** The item at a key, or undefined for a key that this build knows nothing about and therefore never touches. */
export function itemAtKey(key: string): StoredItem<unknown> | undefined {
  const [name, ...rest] = key.split('/');
  const found = ITEM_KINDS.find((candidate) => candidate.name === name);
  return found !== undefined && isPlace(found, rest) ? { key, kind: found } : undefined;
}

function isPlace(found: ItemKind<unknown>, rest: readonly string[]): boolean {
  if (found === LEDGER) {
    const [deviceId, month = '', ...more] = rest;
    const isDevice = deviceIdSchema.safeParse(deviceId).success;
    return isDevice && MONTH_PATTERN.test(month) && more.length === 0;
  }
  if (found === WORKFLOW || found === PROMPT || found === REMEMBERED) {
    return idSchema.safeParse(rest.join('/')).success;
  }
  return rest.length === 0;
}
