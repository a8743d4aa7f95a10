import { z } from 'zod';
import { dayKeySchema, idSchema, instantSchema } from '../day.ts';
import { sharedIdSchema } from './sharing.ts';
import { figureSchema, weekKeySchema } from './summary.ts';

/** One line of a person's own words. */
const sentenceSchema = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u);

/** What a company wants it for: more sales, less effort, or hands that are missing. */
export const goalPurposeSchema = z.enum(['sales', 'efficiency', 'hands']);

/**
 * `PUT /v1/goal`: what for, one number and a date, and the elements that carry it. The number is the share of people for
 * whom it is to be a habit (METRICS.md M8), by which programmes are judged (M14); it is kept as the organisation's
 * `goals.habitual`, so that the weekly summary shows the same one.
 */
export const companyGoalSchema = z.strictObject({
  purpose: goalPurposeSchema,
  /** In the sponsor's own words, for staff to read. */
  sentence: sentenceSchema(200),
  share: z.number().positive().max(1),
  by: dayKeySchema,
  /** Departments that carry it. */
  departmentIds: z.array(idSchema).min(1).max(200),
  /** Shared workflows that carry it; may follow later. */
  workflowIds: z.array(sharedIdSchema).max(100),
});

/** `GET /v1/goal`. */
export const goalReplySchema = z.strictObject({
  goal: companyGoalSchema.extend({ setAt: instantSchema }).optional(),
});

/** `PUT /v1/departments/{id}/appointment`. */
export const appointmentSchema = z.strictObject({ memberId: idSchema });

/** `PUT /v1/departments/{id}/programme`: the day it begins. */
export const programmeStartSchema = z.strictObject({ startedOn: dayKeySchema });

const reachedSchema = z.enum(['yes', 'no', 'unknown']).optional();
const countSchema = z.int().nonnegative();

const meetingAtGoalSchema = z.strictObject({
  day: dayKeySchema,
  week: weekKeySchema,
  reached: reachedSchema,
});

/** A programme on a day, as `lib/domain/programme-view.ts` has it (METRICS.md M14). */
export const programmeViewSchema = z.strictObject({
  phase: z.enum(['waiting', 'running', 'passed', 'over']),
  week: z.int(),
  weeks: z
    .array(
      z.strictObject({
        week: z.int().positive(),
        monday: dayKeySchema,
        state: z.enum(['kept', 'missed', 'open', 'off', 'ahead']),
        meetings: countSchema,
        meeting: z.enum(['held', 'planned', 'missed']).optional(),
      }),
    )
    .readonly(),
  expected: z.strictObject({
    stage: z.enum(['begin', 'trial', 'attach', 'spread', 'exit']),
    meetings: countSchema,
    tried: countSchema,
    attached: countSchema,
    partOfGoal: z.number().min(0).max(1),
  }),
  actual: z.strictObject({
    meetings: countSchema,
    share: figureSchema.optional(),
    onCourse: reachedSchema,
    work: z
      .strictObject({ tried: countSchema, attached: countSchema, registered: countSchema })
      .optional(),
  }),
  exit: z.discriminatedUnion('passed', [
    z.strictObject({
      passed: z.literal(true),
      on: dayKeySchema,
      meetings: z.array(meetingAtGoalSchema).readonly(),
    }),
    z.strictObject({
      passed: z.literal(false),
      because: z.enum(['noGoal', 'tooFewMeetings', 'notTold', 'underGoal', 'onlyOnce', 'unsure']),
      meetings: z.array(meetingAtGoalSchema).readonly(),
    }),
  ]),
  stalled: z.strictObject({
    reasons: z
      .array(
        z.strictObject({
          reason: z.enum(['noMeeting', 'noGoal', 'noOpenAction', 'slowHelp']),
          since: dayKeySchema,
        }),
      )
      .readonly(),
    tells: z.enum(['nobody', 'champion', 'sponsor']),
    sponsorFrom: dayKeySchema.optional(),
  }),
  watch: z
    .strictObject({
      months: z
        .array(
          z.strictObject({
            month: z.string().regex(/^\d{4}-\d{2}$/),
            week: weekKeySchema,
            share: figureSchema.optional(),
            reached: reachedSchema,
          }),
        )
        .readonly(),
      alarm: z.boolean(),
    })
    .optional(),
});

/** `GET /v1/departments/{id}/programme`. What is still missing before it can begin stands in `missing`, in order. */
export const programmeReplySchema = z.strictObject({
  department: z.strictObject({ id: idSchema, name: z.string() }),
  today: dayKeySchema,
  missing: z.array(z.enum(['goal', 'workflow', 'champion', 'start'])),
  /** The share this department is to reach, its own or the company's; never more than it passed with (docs/adr/0019-programme.md). */
  goal: z.number().optional(),
  /** Appointed and here; nameless for advisors. */
  champion: z.strictObject({ name: z.string().optional(), appointedAt: instantSchema }).optional(),
  startedOn: dayKeySchema.optional(),
  programme: programmeViewSchema.optional(),
});

/** `PUT /v1/workflows/{id}/agreement`: what was agreed on, the next step and its day; what is left out is taken away. */
export const workflowAgreementSchema = z.strictObject({
  agreed: sentenceSchema(200).optional(),
  nextStep: sentenceSchema(200).optional(),
  nextOn: dayKeySchema.optional(),
});

/** `POST /v1/workflows/{id}/spread`: proposes an attached workflow to another department. */
export const spreadSchema = z.strictObject({ departmentId: idSchema });

/** `POST /v1/workflows/{id}/spread` answers with the proposal's id there. */
export const spreadReplySchema = z.strictObject({ id: sharedIdSchema });

/** A workflow on the attachment board (METRICS.md M11). */
export const attachmentCardSchema = z.strictObject({
  id: sharedIdSchema,
  name: z.string(),
  /** Not accepted yet by those who manage the department. */
  waiting: z.boolean(),
  /** Absent where the floor hides it. */
  state: z.enum(['proposed', 'trial', 'attached', 'settled']).optional(),
  fellBack: z.boolean(),
  /** The Monday from which it has stood where it fell to; absent when it did not. */
  fellSince: dayKeySchema.optional(),
  carriesGoal: z.boolean(),
  /** In which role it was proposed, never who (METRICS.md P); `gone` when that person left. */
  proposedBy: z.enum(['owner', 'champion', 'advisor', 'member', 'gone']),
  proposedAt: instantSchema,
  /** Department whose attached workflow it was proposed after. */
  spreadFrom: z.string().optional(),
  ...workflowAgreementSchema.shape,
  /** Self-declared minutes of one run. */
  minutes: z.int().positive(),
  /** At least so many minutes in the last four completed weeks: declared minutes × runs, an estimate (METRICS.md M13). */
  savedMinutes: z.int().positive().optional(),
});

/** `GET /v1/departments/{id}/attachment`. */
export const attachmentReplySchema = z.strictObject({
  department: z.strictObject({ id: idSchema, name: z.string() }),
  today: dayKeySchema,
  /** Why no states are told. */
  hiddenBecause: z.enum(['fewerThanFloor']).optional(),
  cards: z.array(attachmentCardSchema),
  coverage: z.strictObject({ count: countSchema, of: countSchema }).optional(),
  push: z
    .strictObject({
      id: sharedIdSchema,
      why: z.enum(['fellBack', 'nearlyAttached', 'inTrial', 'firstTrial']),
    })
    .optional(),
  /** Departments that have work like an attached workflow's, by its id. */
  spreads: z.array(
    z.strictObject({ id: sharedIdSchema, departmentId: idSchema, departmentName: z.string() }),
  ),
});

export type CompanyGoal = z.infer<typeof companyGoalSchema>;
export type GoalReply = z.infer<typeof goalReplySchema>;
export type ProgrammeReply = z.infer<typeof programmeReplySchema>;
export type ProgrammeViewDto = z.infer<typeof programmeViewSchema>;
export type WorkflowAgreement = z.infer<typeof workflowAgreementSchema>;
export type AttachmentReply = z.infer<typeof attachmentReplySchema>;
export type AttachmentCard = z.infer<typeof attachmentCardSchema>;
