import { z } from 'zod';
import type { WeekKey } from '../../domain/day.ts';
import { WORKING_SPANS } from '../../domain/help-clock.ts';
import { dayKeySchema, idSchema, weekdaySchema } from '../day.ts';
import { daysOffSchema } from '../settings.ts';
import { displayNameSchema, organisationSchema, roleSchema, timeZoneSchema } from './people.ts';
import { workingHoursSchema } from './working-hours.ts';

const weekdaysSchema = z
  .array(weekdaySchema)
  .min(1)
  .max(7)
  .refine((days) => new Set(days).size === days.length, 'a weekday twice');
const summaryHourSchema = z.int().min(0).max(23);
const closuresSchema = z.array(daysOffSchema).max(500);

/** An ISO week as `2026-W47`. */
export const weekKeySchema = z
  .string()
  .regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/)
  .transform((text) => text as WeekKey);

/** What is aimed at; shares are above 0 and up to 1, prompts are a member's in a week. Nothing is aimed at by leaving it out. */
const goalsSchema = z.strictObject({
  weeklyActive: z.number().positive().max(1).optional(),
  habitual: z.number().positive().max(1).optional(),
  promptsPerMember: z.int().positive().max(1000).optional(),
});

/** Goals as stored: earlier builds also took 0, which was never a goal to reach. */
const storedGoalsSchema = z.preprocess(
  (goals) =>
    typeof goals === 'object' && goals !== null
      ? Object.fromEntries(Object.entries(goals).filter(([, goal]) => goal !== 0))
      : goals,
  goalsSchema.default({}),
);

/** What holds for the whole organisation (METRICS.md M4, P). Stored as JSON; what is absent has its default. */
export const organisationSettingsSchema = z.strictObject({
  weekdays: weekdaysSchema.default([1, 2, 3, 4, 5]),
  closures: closuresSchema.default([]),
  /** What the clock of questions counts (METRICS.md M12). */
  workingHours: workingHoursSchema.default([...WORKING_SPANS]),
  /** Fewest people whose numbers are shown. */
  floor: z.int().min(5).max(10).default(5),
  /** Everybody agreed to be shown in groups of three; set by the hub. */
  agreedToThree: z.boolean().default(false),
  /** First week that is counted with this floor; set by the hub. */
  floorSince: weekKeySchema.optional(),
  goals: storedGoalsSchema,
  /** Hour of the organisation's day at which the weekly summary leaves. */
  summaryHour: summaryHourSchema.default(9),
});

/** What a department does otherwise (METRICS.md M4, M7). */
export const departmentSettingsSchema = z.strictObject({
  /** Replace the organisation's. */
  weekdays: weekdaysSchema.optional(),
  /** Added to the organisation's. */
  closures: closuresSchema.default([]),
  /** Share of a day's scheduled members that keeps it. */
  target: z.number().min(0.1).max(1).default(0.5),
  /** Kept days that keep a week. */
  weeklyGoal: z.int().min(1).max(7).default(3),
  /** Go before the organisation's. */
  goals: storedGoalsSchema,
});

/** `GET /v1/organisation`: what members see of their organisation. */
export const organisationReplySchema = z.strictObject({
  ...organisationSchema.shape,
  weekdays: weekdaysSchema,
  closures: closuresSchema,
  workingHours: workingHoursSchema,
  floor: z.int(),
  /** Everybody agreed, so numbers are shown from three people on. */
  agreedToThree: z.boolean(),
  goals: goalsSchema,
  summaryHour: summaryHourSchema,
});

/** `PUT /v1/organisation`: what is left out stays. */
export const organisationChangeSchema = z.strictObject({
  name: displayNameSchema.optional(),
  timeZone: timeZoneSchema.optional(),
  locale: z.enum(['ja', 'en']).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  weekdays: weekdaysSchema.optional(),
  closures: closuresSchema.optional(),
  workingHours: workingHoursSchema.optional(),
  floor: z.int().min(5).max(10).optional(),
  goals: goalsSchema.optional(),
  summaryHour: summaryHourSchema.optional(),
});

/** A department as members see it. */
export const departmentSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  weekdays: weekdaysSchema.optional(),
  closures: closuresSchema,
  target: z.number(),
  weeklyGoal: z.int(),
  goals: goalsSchema,
  /** How many belong to it today; for those who manage it only. */
  members: z.int().nonnegative().optional(),
  /** Places left in its invites that still work; for those who manage it only. */
  placesLeft: z.int().nonnegative().optional(),
});

/** `GET /v1/departments`. */
export const departmentsReplySchema = z.strictObject({ departments: z.array(departmentSchema) });

/** `POST /v1/departments`. */
export const newDepartmentSchema = z.strictObject({ name: displayNameSchema });

/** `PUT /v1/departments/{id}`: what is left out stays; `weekdays: null` goes back to the organisation's. */
export const departmentChangeSchema = z.strictObject({
  name: displayNameSchema.optional(),
  weekdays: weekdaysSchema.nullable().optional(),
  closures: closuresSchema.optional(),
  target: z.number().min(0.1).max(1).optional(),
  weeklyGoal: z.int().min(1).max(7).optional(),
  goals: goalsSchema.optional(),
});

/** One person on the owner's roster: who is here, and never what anybody did. */
export const rosterEntrySchema = z.strictObject({
  id: idSchema,
  displayName: z.string(),
  role: roleSchema,
  departmentId: idSchema,
  championOf: z.array(idSchema),
  joinedOn: dayKeySchema,
});

/** `GET /v1/members`. */
export const rosterReplySchema = z.strictObject({ members: z.array(rosterEntrySchema) });

/**
 * `PUT /v1/members/{id}`: a role, the departments somebody is champion of, or a move. A move takes effect on a day of the
 * running week, today when `fromDay` is left out, so that no week that is over changes.
 */
export const memberChangeSchema = z.strictObject({
  role: z.enum(['owner', 'champion', 'member']).optional(),
  championOf: z.array(idSchema).max(200).optional(),
  move: z.strictObject({ departmentId: idSchema, fromDay: dayKeySchema.optional() }).optional(),
});

export type OrganisationSettings = z.infer<typeof organisationSettingsSchema>;
export type DepartmentSettings = z.infer<typeof departmentSettingsSchema>;
export type OrganisationReply = z.infer<typeof organisationReplySchema>;
export type OrganisationChange = z.infer<typeof organisationChangeSchema>;
export type DepartmentDto = z.infer<typeof departmentSchema>;
export type DepartmentChangeRequest = z.infer<typeof departmentChangeSchema>;
export type RosterEntry = z.infer<typeof rosterEntrySchema>;
export type MemberChange = z.infer<typeof memberChangeSchema>;
