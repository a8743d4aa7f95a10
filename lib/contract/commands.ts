import { z } from 'zod';
import { dayKeySchema, idSchema, toolIdSchema } from './day.ts';
import { newQuestionSchema } from './hub/help.ts';
import { displayNameSchema, setupRequestSchema } from './hub/people.ts';
import { monthSchema, newPulseSchema } from './hub/check-in.ts';
import { calendarSchema, settingsSchema } from './settings.ts';
import { promptDraftSchema, workflowDraftSchema } from './workflow.ts';

/** Settings to change; `null` clears one that need not be there, because a message cannot carry `undefined`. */
const settingsPatchSchema = settingsSchema.partial().extend({
  department: settingsSchema.shape.department.nullable(),
  championEmail: settingsSchema.shape.championEmail.nullable(),
});

/**
 * What the product's own pages (popup, dashboard, first run) ask of the background, which alone writes storage. Each is
 * answered by `CommandReply`; pages learn the new state from storage, not from the reply.
 */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('saveSettings'), settings: settingsPatchSchema }),
  z.strictObject({ type: z.literal('saveCalendar'), calendar: calendarSchema }),
  /** Marks a day by hand (M2): used on a phone or in a desktop app. */
  z.strictObject({ type: z.literal('selfReport'), day: dayKeySchema, tool: toolIdSchema }),
  /** Creates (no id) or changes a workflow. The reply carries its id. */
  z.strictObject({
    type: z.literal('saveWorkflow'),
    id: idSchema.optional(),
    workflow: workflowDraftSchema,
  }),
  z.strictObject({ type: z.literal('deleteWorkflow'), id: idSchema }),
  z.strictObject({ type: z.literal('restoreWorkflow'), id: idSchema }),
  /** Ticks a workflow off by hand: a workflow run (M3) today with this tool. */
  z.strictObject({ type: z.literal('tickWorkflow'), id: idSchema }),
  /** Creates (no id) or changes a prompt; the text before the change becomes a version. */
  z.strictObject({
    type: z.literal('savePrompt'),
    id: idSchema.optional(),
    prompt: promptDraftSchema,
  }),
  /** Adds the prompts of another program's file that the person looked through. */
  z.strictObject({
    type: z.literal('addPrompts'),
    prompts: z.array(promptDraftSchema).min(1).max(10_000),
  }),
  z.strictObject({ type: z.literal('deletePrompt'), id: idSchema }),
  z.strictObject({ type: z.literal('restorePrompt'), id: idSchema }),
  /** Registers a pack's workflow with its prompts as the person's own, in their language. */
  z.strictObject({ type: z.literal('adoptWorkflow'), pack: idSchema, workflow: idSchema }),
  /** Registers a workflow of the department as the person's own, under the hub's id. */
  z.strictObject({ type: z.literal('takeOverWorkflow'), id: idSchema }),
  /** A note on what is new was shown today, or put away for good. */
  z.strictObject({ type: z.literal('seeNote'), id: idSchema, done: z.boolean() }),
  /** Opens a tool with the prompt ready in its composer, not sent. */
  z.strictObject({
    type: z.literal('openWithPrompt'),
    promptId: idSchema,
    tool: toolIdSchema.optional(),
  }),
  /**
   * What the person said to the nudge that stands: open its prompt, come again in an hour, not today, never about this work; or, after
   * it fell silent, that nudges are wanted again.
   */
  z.strictObject({
    type: z.literal('answerNudge'),
    answer: z.enum(['open', 'later', 'notToday', 'muteWork', 'askAgain']),
  }),
  /** What the person said to the popup's question about a prompt. */
  z.strictObject({
    type: z.literal('answerQuestion'),
    promptId: idSchema,
    answer: z.enum(['helped', 'missed', 'skip', 'notShared']),
  }),
  /** Merges an export file (text of the file) that the person previewed. */
  z.strictObject({ type: z.literal('importFile'), text: z.string().max(50_000_000) }),
  /** Takes quarantined items away for good, after the person exported them or said so. */
  z.strictObject({ type: z.literal('discardQuarantined'), key: z.string() }),
  /** Deletes everything this browser holds of the person. */
  z.strictObject({ type: z.literal('deleteEverything') }),
  /** Joins a company by an invite's link, or by the link that the person's first browser shows. */
  z.strictObject({
    type: z.literal('joinTeam'),
    invite: z.string().max(1000),
    displayName: displayNameSchema.optional(),
    email: z.email().max(254).optional(),
  }),
  /** Sets a new hub up by the link it printed at its first start; the person becomes the company's owner. */
  z.strictObject({
    type: z.literal('foundCompany'),
    link: z.string().max(1000),
    ...setupRequestSchema.omit({ setupCode: true }).shape,
  }),
  /** Leaves it: the hub is told, and what it holds of the person goes there. `anyway` leaves though the hub cannot be told. */
  z.strictObject({
    type: z.literal('leaveTeam'),
    /** What the hub holds of the person goes at once rather than within 30 days. */
    eraseNow: z.boolean().optional(),
    anyway: z.boolean().optional(),
  }),
  /** Joins a further company as its advisor, beside whatever the person belongs to. */
  z.strictObject({
    type: z.literal('adviseCompany'),
    invite: z.string().max(1000),
    displayName: displayNameSchema.optional(),
    email: z.email().max(254).optional(),
  }),
  /** Leaves an advised company; `anyway` though its hub cannot be told. */
  z.strictObject({
    type: z.literal('leaveAdvised'),
    id: idSchema,
    anyway: z.boolean().optional(),
  }),
  /** Shares an own prompt with the department, as `shareRequest` says; again, it is a new version. */
  z.strictObject({
    type: z.literal('sharePrompt'),
    promptId: idSchema,
    /** Whether the person wants to be named. */
    named: z.boolean(),
    /** Whether its workflow is proposed along, where the department does not have it. */
    withWorkflow: z.boolean(),
  }),
  /** Takes back a text that the champion has not answered. */
  z.strictObject({ type: z.literal('withdrawPrompt'), promptId: idSchema }),
  /** Keeps a question to the champion, which the next attempt sends. The reply carries its id. */
  z.strictObject({
    type: z.literal('askForHelp'),
    text: newQuestionSchema.shape.text,
    workflowId: idSchema.optional(),
    named: z.boolean(),
    toChat: newQuestionSchema.shape.toChat,
  }),
  /** What the person said to an offer of ten minutes. A yes asks the champion with the person's name; nothing else is told. */
  z.strictObject({
    type: z.literal('answerOffer'),
    offeredOn: dayKeySchema,
    answer: z.enum(['yes', 'notNow', 'never']),
  }),
  /** Sends the month's four answers. */
  newPulseSchema.extend({ type: z.literal('answerPulse') }),
  /** Puts the month's questions away, or for good. */
  z.strictObject({ type: z.literal('passPulse'), month: monthSchema, forGood: z.boolean() }),
  /** Answers were looked at. */
  z.strictObject({ type: z.literal('seeAnswers'), ids: z.array(idSchema).max(500) }),
  /** The person is helped. */
  z.strictObject({ type: z.literal('settleQuestion'), id: idSchema }),
  /** Takes a question back, sent or not. */
  z.strictObject({ type: z.literal('withdrawQuestion'), id: idSchema }),
  /** Sends and fetches now; `asked` by the person it does not wait for a pause to end. */
  z.strictObject({ type: z.literal('syncTeam'), asked: z.boolean().optional() }),
]);

/** Commands that speak with the hub and are therefore carried out beside the write queue, not in it. */
export const TEAM_COMMANDS = [
  'joinTeam',
  'foundCompany',
  'leaveTeam',
  'adviseCompany',
  'leaveAdvised',
  'syncTeam',
  'sharePrompt',
  'withdrawPrompt',
  'settleQuestion',
  'withdrawQuestion',
  'answerPulse',
] as const;
/** What `TEAM_COMMANDS` names. */
export type TeamCommand = Extract<Command, { type: (typeof TEAM_COMMANDS)[number] }>;

export type Command = z.infer<typeof commandSchema>;

/** `code` is stable for programs, `message` is for the log; pages show their own words by code. */
export type CommandReply =
  | {
      readonly ok: true;
      readonly id?: string;
      /** A new company's first invites, said this once. */
      readonly invites?: readonly DepartmentInvites[];
    }
  | { readonly ok: false; readonly code: CommandError; readonly message: string };

/** Invite links of a new department, as their hub said them. */
export interface DepartmentInvites {
  readonly department: string;
  readonly member: string;
  readonly champion: string;
}

/** Why a command was refused; nothing was changed in each case. `storageFull`: the browser has no room. */
export type CommandError =
  | 'invalid'
  | 'notFound'
  | 'storageFull'
  | 'unreadable'
  | 'failed'
  | 'inviteUnreadable' // what was pasted is no invite
  | 'notAdvisorInvite' // it would make the person a member
  | 'inviteInvalid' // the hub does not take it any more
  | 'setupCodeInvalid' // wrong, or used already
  | 'hubUnreachable'
  | 'hubBusy'
  | 'hubRefused'
  | 'hubChanged' // somebody else was quicker; fetch and look again
  | 'hubNotPermitted';
