import { z } from 'zod';
import { dayKeySchema, idSchema } from '../day.ts';
import { hiddenBecauseSchema, lineSchema } from './lines.ts';

/** An ISO week as `2026-W47`. */
export const weekKeySchema = z.string().regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/);

/** Why a number is not shown; `lib/domain/released.ts` says what each means. */
export const notShownSchema = z.enum([
  ...hiddenBecauseSchema.options,
  'weekNotOver',
  'tooEarly',
  'fewContributors',
  'fewerThanTen',
  'regrouped',
  'notForOther',
  'floorChanged',
  'nobodyDue',
  'noMembers',
]);

const hiddenSchema = z.strictObject({ shown: z.literal(false), because: notShownSchema });

/**
 * A number of a group: exact when `low` equals `high`, "under" when `low` is 0, "over" when `high` is `of`, else a range.
 * People for shares, whole prompts for a mean; `of` is people.
 */
export const figureSchema = z.discriminatedUnion('shown', [
  z.strictObject({
    shown: z.literal(true),
    low: z.int().nonnegative(),
    high: z.int().nonnegative(),
    of: z.int().positive(),
  }),
  hiddenSchema,
]);

/** The last four completed weeks, looked at every fourth week (METRICS.md M9, M10). */
export const reviewSchema = z.strictObject({
  from: weekKeySchema,
  to: weekKeySchema,
  active28: figureSchema,
  habitual: figureSchema,
  topFifth: z.discriminatedUnion('shown', [
    z.strictObject({
      shown: z.literal(true),
      low: z.number().min(0).max(1),
      high: z.number().min(0).max(1),
    }),
    hiddenSchema,
  ]),
  gap: z.discriminatedUnion('shown', [
    z.strictObject({
      shown: z.literal(true),
      state: z.enum(['split', 'mostlyUnused', 'closing', 'concentrated', 'even']),
      flagged: z.boolean(),
      action: z.enum([
        'pairUp',
        'firstStepTogether',
        'keepGoing',
        'shareOneWorkflow',
        'nextWorkflow',
      ]),
    }),
    hiddenSchema,
  ]),
});

const goalSchema = z.number().positive();
const count = z.int().positive();

/** The one thing that changed: the rule that chose it and what its words need. */
export const departmentChangeSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.enum(['weekOff', 'gapWidened', 'steady']) }),
  z.strictObject({ rule: z.enum(['habitGoalReached', 'activeGoalReached']), goal: goalSchema }),
  z.strictObject({ rule: z.literal('weeksInARow'), weeks: count }),
  z.strictObject({ rule: z.enum(['longestLine', 'lineBegan']), days: count }),
  z.strictObject({ rule: z.literal('lineEnded'), days: count, longest: count }),
  z.strictObject({
    rule: z.enum(['activeUp', 'activeDown', 'habitUp', 'habitDown']),
    points: count,
  }),
  z.strictObject({ rule: z.enum(['promptsUp', 'promptsDown']), percent: count }),
]);

/** The one thing to do, by its code. */
export const departmentActionSchema = z.discriminatedUnion('code', [
  z.strictObject({
    code: z.enum([
      'inviteColleagues',
      'rest',
      'pairUp',
      'firstStepTogether',
      'beginAgain',
      'registerRhythm',
      'shareOneWorkflow',
      'tellTheOthers',
      'nextWorkflow',
    ]),
  }),
  z.strictObject({ code: z.literal('askWhatStoppedIt'), people: count }),
]);

const departmentRefSchema = z.strictObject({ id: idSchema, name: z.string() });

/** A department's line in a summary. */
export const summaryLineSchema = departmentRefSchema.extend({
  line: lineSchema,
  hiddenBecause: hiddenBecauseSchema.optional(),
});

/** `GET /v1/departments/{id}/summary?week=` as JSON: what mail, chat, board and print draw. */
export const departmentSummarySchema = z.strictObject({
  department: departmentRefSchema,
  week: weekKeySchema,
  /** Monday and Sunday. */
  from: dayKeySchema,
  to: dayKeySchema,
  /** Whose numbers these are: the department's own, or those of Other (その他) and why. */
  numbersOf: z.strictObject({
    group: z.enum(['department', 'other']),
    departmentIds: z.array(idSchema),
    groupedBecause: hiddenBecauseSchema.exclude(['fewerThanThree']).optional(),
  }),
  /** Weekly active, habitual, prompts a member, in this order. */
  numbers: z
    .array(
      z.strictObject({
        metric: z.enum(['weeklyActive', 'habitual', 'promptsPerMember']),
        now: figureSchema,
        before: figureSchema,
        /** A share (0–1) for people, whole prompts for the mean. */
        goal: goalSchema.optional(),
        goalReached: z.enum(['yes', 'no', 'unknown']).optional(),
      }),
    )
    .length(3),
  review: reviewSchema,
  changed: departmentChangeSchema,
  line: summaryLineSchema,
  others: z.array(summaryLineSchema),
  action: departmentActionSchema,
  /** Sections of METRICS.md to spell out in the foot. */
  definitions: z.array(z.enum(['M2', 'M3', 'M4', 'M7', 'M8', 'M9', 'M10', 'P'])),
});

export type FigureDto = z.infer<typeof figureSchema>;
export type DepartmentSummaryDto = z.infer<typeof departmentSummarySchema>;
