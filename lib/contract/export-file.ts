import { z } from 'zod';
import type { CalendarRules } from '../domain/calendar.ts';
import type { DayKey } from '../domain/day.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Prompt, Workflow } from '../domain/workflow.ts';
import { dayKeySchema, idSchema, instantSchema } from './day.ts';
import { ledgerSchema } from './ledger.ts';
import { calendarSchema, settingsSchema, type Settings } from './settings.ts';
import {
  deviceIdSchema,
  healthSchema,
  rememberedSchema,
  tasteSchema,
  type Health,
  type Remembered,
  type Taste,
} from './stored-items.ts';
import { promptSchema, workflowSchema } from './workflow.ts';

/** What the file says it is. */
export const EXPORT_FORMAT = 'banso-export';

/** The version that this build writes. Every older one is lifted by `EXPORT_STEPS`. */
export const EXPORT_VERSION = 3;

/**
 * Pure, frozen steps from the content of one version of the file to the next, the first from version 1. For each version
 * that ever was, `test/contract/examples/export.v<n>.json` is a file as it was written.
 */
export const EXPORT_STEPS: readonly ((file: Record<string, unknown>) => Record<string, unknown>)[] =
  [
    // 2: `source` may be a department.
    (file) => ({ ...file, version: 2 }),
    // 3: `taste` may hold answers.
    (file) => ({ ...file, version: 3 }),
  ];

/** Why a file cannot be imported. `lib/i18n/import-refusals.ts` words it. */
export type RefusalReason =
  | 'notJson'
  | 'notAnExport'
  | 'newerVersion'
  | 'missing'
  | 'unknownField'
  | 'wrongType'
  | 'tooLarge'
  | 'tooSmall'
  | 'notAllowed';

/** A value that could not be read, as it was set aside. */
const quarantinedSchema = z.strictObject({
  key: z.string().regex(/^quarantine\/.{1,300}$/),
  originalKey: z.string().max(300),
  foundAt: instantSchema,
  reason: z.string().max(1000),
  value: z.unknown(),
});
type QuarantinedInFile = z.infer<typeof quarantinedSchema>;

/** Everything of one person as one JSON file. No field refers to this browser, so it can be imported anywhere. */
export interface ExportFile {
  readonly format: typeof EXPORT_FORMAT;
  readonly version: typeof EXPORT_VERSION;
  /** In UTC, `2026-11-22T05:00:00.000Z`. */
  readonly exportedAt: string;
  /** First day of use (M5). */
  readonly startedOn: DayKey;
  readonly settings: Settings;
  readonly calendar: CalendarRules;
  /** Days by the id of the device that counted them; merged device by device. */
  readonly devices: Readonly<Record<string, Ledger>>;
  /** Deleted ones included, as are prompts. */
  readonly workflows: readonly Workflow[];
  /** With all versions. */
  readonly prompts: readonly Prompt[];
  /** Remembered values by prompt id. */
  readonly remembered: Readonly<Record<string, Remembered>>;
  readonly taste: Taste;
  readonly health: Health;
  /** What could not be read here, as it was. */
  readonly quarantined: readonly QuarantinedInFile[];
}

/** Reads a file of the present version. Unknown fields are refused, so that nothing is dropped in silence. */
export const exportFileSchema = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  exportedAt: z.iso.datetime(),
  startedOn: dayKeySchema,
  settings: settingsSchema,
  calendar: calendarSchema,
  devices: z.record(deviceIdSchema, ledgerSchema),
  workflows: z.array(workflowSchema),
  prompts: z.array(promptSchema),
  remembered: z.record(idSchema, rememberedSchema),
  taste: tasteSchema,
  health: healthSchema,
  quarantined: z.array(quarantinedSchema),
}) satisfies z.ZodType<ExportFile>;
