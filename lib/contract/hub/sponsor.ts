import { z } from 'zod';
import { dayKeySchema, idSchema } from '../day.ts';
import { companyGoalSchema, programmeViewSchema } from './programme.ts';
import { weekKeySchema } from './summary.ts';

/** A calendar month as `2026-10`. */
const monthKeySchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const countSchema = z.int().nonnegative();
const reachedSchema = z.enum(['yes', 'no', 'unknown']).optional();

/** A share over all groups whose numbers are shown, as a range of people (METRICS.md P). */
const companyShareSchema = z.strictObject({
  /** Absent when nothing of any group is shown. */
  share: z.strictObject({ low: countSchema, high: countSchema, of: z.int().positive() }).optional(),
  /** Departments whose numbers are not shown and not in it. */
  untold: countSchema,
  goal: z.number().optional(),
  reached: reachedSchema,
});

const { phase, expected, actual, exit, stalled } = programmeViewSchema.shape;

/** A department's programme as the sponsor reads it; without a champion's name, as nothing here names anybody. */
const departmentStateSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  missing: z.array(z.enum(['goal', 'workflow', 'champion', 'start'])),
  goal: z.number().optional(),
  startedOn: dayKeySchema.optional(),
  /** Absent before a beginning was set. */
  programme: z
    .strictObject({
      phase,
      week: z.int(),
      expected,
      actual,
      exit,
      stalled,
      /** The share was under the goal in the last two months after the exit test was passed. */
      alarm: z.boolean(),
    })
    .optional(),
  /** Meetings held in the month that is told. */
  meetings: countSchema,
  nextMeeting: dayKeySchema.optional(),
});

/**
 * `GET /v1/sponsor-page`: a company's month on one page, for whoever set the goal and for advisors. Without `month` as it
 * stands now; with it, as it was sent. Names nobody.
 */
export const sponsorPageSchema = z.strictObject({
  company: z.string(),
  today: dayKeySchema,
  /** The month that is told: the last that is over. */
  month: monthKeySchema,
  /** The week of the shares: the last that is over. */
  week: weekKeySchema,
  goal: companyGoalSchema.pick({ purpose: true, sentence: true, share: true, by: true }).optional(),
  habitual: companyShareSchema,
  weeklyActive: companyShareSchema,
  /** Those the goal names or that have begun. */
  departments: z.array(departmentStateSchema).readonly(),
  /** Departments that the goal does not name. */
  beside: countSchema,
  needs: z
    .array(
      z.strictObject({
        need: z.enum([
          'noGoal',
          'noChampion',
          'notBegun',
          'exitFailed',
          'underGoal',
          'standstill',
          'fewMeetings',
        ]),
        departmentId: idSchema.optional(),
        since: dayKeySchema.optional(),
        meetings: countSchema.optional(),
      }),
    )
    .readonly(),
  /** Needs beyond those. */
  more: countSchema,
  well: z
    .array(
      z.strictObject({
        good: z.enum(['passed', 'attached', 'onCourse', 'twoMeetings']),
        departmentId: idSchema,
        works: countSchema.optional(),
      }),
    )
    .readonly(),
});

export type SponsorPage = z.infer<typeof sponsorPageSchema>;
/** Which page: without a month the living one. */
export const sponsorPageQuerySchema = z.strictObject({ month: monthKeySchema.optional() });

/** `GET /v1/sponsor-mail`: whether the month goes to the caller by mail, and the months that were sent, newest first. */
export const sponsorMailSchema = z.strictObject({
  active: z.boolean(),
  /** Without one nothing can be sent. */
  hasAddress: z.boolean(),
  sent: z.array(monthKeySchema),
});

/** `PUT /v1/sponsor-mail`. */
export const sponsorMailChangeSchema = z.strictObject({ active: z.boolean() });

/** A department's programme on that page. */
export type SponsorDepartment = SponsorPage['departments'][number];
export type SponsorMail = z.infer<typeof sponsorMailSchema>;
