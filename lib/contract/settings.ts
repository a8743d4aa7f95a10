import { z } from 'zod';
import type { CalendarRules } from '../domain/calendar.ts';
import { dayKeySchema, idSchema, toolIdSchema, weekdaySchema } from './day.ts';

/** Keys that open the palette; `code` is the physical key, so ⌥P on a Mac is still `KeyP`. */
export const shortcutSchema = z.strictObject({
  code: z.string().regex(/^(Key[A-Z]|Digit\d|F\d{1,2}|Space|Slash|Period|Comma)$/),
  alt: z.boolean(),
  ctrl: z.boolean(),
  meta: z.boolean(),
  shift: z.boolean(),
});

/** The product's languages; Japanese first, English equal. */
export type Language = 'ja' | 'en';

/** Off for good (`always`), off until the end of a day, or on. */
const offUntilSchema = z.union([z.literal('no'), z.literal('always'), dayKeySchema]);

/** Whether and when this browser may remind the person of work that is due. */
export const nudgeSettingsSchema = z
  .strictObject({
    on: z.boolean(),
    /** Working hours, local: a nudge comes at `from` or later and before `to`. */
    from: z.int().min(0).max(23),
    to: z.int().min(1).max(24),
    /** Ids of workflows that are never nudged about. */
    mutedWorkflows: z.array(idSchema).max(1000).readonly(),
  })
  .refine(({ from, to }) => from < to, 'ends before it begins');

/** The origin of a site, `https://mail.example.com`, without a path. */
export const originSchema = z
  .url({ protocol: /^https?$/ })
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, {
    message: 'an origin such as https://mail.example.com, without a path',
  });

/** The chip on registered work sites: off for a day or for good, and the sites it keeps away from. */
export const chipSettingsSchema = z.strictObject({
  off: offUntilSchema,
  mutedSites: z.array(originSchema).max(1000).readonly(),
});

/** What the popup may ask besides the person's own work. */
export const asksSettingsSchema = z.strictObject({
  /** The champion's offers of ten minutes. */
  offers: z.boolean(),
  /** The month's four questions. */
  pulse: z.boolean(),
});

/** A person's choices. Every field has a default, see `DEFAULT_SETTINGS`. */
export const settingsSchema = z.strictObject({
  language: z.enum(['auto', 'ja', 'en']),
  /** When the first run was finished, in ms; absent before. */
  welcomedAt: z.int().nonnegative().optional(),
  /** The kind of work the person does most, as a pack id; decides what is proposed first. */
  department: idSchema.optional(),
  preferredTool: toolIdSchema,
  /** Visit-days on scheduled days that keep a week (M5). */
  weeklyGoal: z.int().min(1).max(7),
  shortcut: shortcutSchema,
  /** The row above the composer. */
  rowOff: offUntilSchema,
  /** Counting; while it is off nothing is recorded. */
  paused: offUntilSchema,
  /** The Monday notification of one's own weekly summary. */
  weeklySummary: z.strictObject({ notify: z.boolean(), hour: z.int().min(0).max(23) }),
  /** `DEFAULT_NUDGES` when absent. */
  nudges: nudgeSettingsSchema.optional(),
  /** `DEFAULT_CHIPS` when absent. */
  chips: chipSettingsSchema.optional(),
  /** `DEFAULT_ASKS` when absent. */
  asks: asksSettingsSchema.optional(),
  /** Where the prepared mail to one's champion goes. */
  championEmail: z.email().optional(),
});

/** Days off in a row, both ends included (M4). */
export const daysOffSchema = z
  .strictObject({ from: dayKeySchema, to: dayKeySchema, name: z.string().max(80).optional() })
  .refine((off) => off.from <= off.to, 'ends before it begins');

/** The person's calendar (M4). */
export const calendarSchema = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  weekdays: z.array(weekdaySchema).max(7),
  closures: z.array(daysOffSchema).max(2000),
  leave: z.array(daysOffSchema).max(2000),
}) satisfies z.ZodType<CalendarRules>;

export type Settings = z.infer<typeof settingsSchema>;
export type AsksSettings = z.infer<typeof asksSettingsSchema>;
export type ChipSettings = z.infer<typeof chipSettingsSchema>;
export type NudgeSettings = z.infer<typeof nudgeSettingsSchema>;
export type Shortcut = z.infer<typeof shortcutSchema>;

export const DEFAULT_SETTINGS: Settings = {
  language: 'auto',
  preferredTool: 'chatgpt',
  weeklyGoal: 3,
  shortcut: { code: 'KeyP', alt: true, ctrl: false, meta: false, shift: false },
  rowOff: 'no',
  paused: 'no',
  weeklySummary: { notify: true, hour: 9 },
};

export const DEFAULT_NUDGES: NudgeSettings = { on: true, from: 9, to: 18, mutedWorkflows: [] };

export const DEFAULT_CHIPS: ChipSettings = { off: 'no', mutedSites: [] };

export const DEFAULT_ASKS: AsksSettings = { offers: true, pulse: true };

export const DEFAULT_CALENDAR: CalendarRules = {
  country: 'JP',
  weekdays: [1, 2, 3, 4, 5],
  closures: [],
  leave: [],
};
