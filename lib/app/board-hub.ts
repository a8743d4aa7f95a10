import type { z } from 'zod';
import {
  channelMadeSchema,
  channelsReplySchema,
  deliveriesOfAnyHubSchema,
  ownMailSchema,
  testSendReplySchema,
  type ChannelChangeRequest,
  type NewChannel,
} from '../contract/hub/channels.ts';
import { offerSchema } from '../contract/hub/check-in.ts';
import { gapReplySchema, type GapReply } from '../contract/hub/gap.ts';
import {
  helpQueueSchema,
  howToSchema,
  type HelpAct,
  type HowToAct,
  type NewHowTo,
} from '../contract/hub/help.ts';
import {
  actionSchema,
  feedMadeSchema,
  meetingsReplySchema,
  minutesSentSchema,
  type ActionAct,
  type MeetingPlanDto,
  type NewAction,
} from '../contract/hub/meetings.ts';
import {
  departmentSchema,
  departmentsReplySchema,
  organisationReplySchema,
  rosterEntrySchema,
  rosterReplySchema,
  type DepartmentChangeRequest,
  type MemberChange,
  type OrganisationChange,
} from '../contract/hub/organisation.ts';
import {
  inviteMadeSchema,
  invitesReplySchema,
  meSchema,
  memberDevicesReplySchema,
  type MeChange,
  type NewInviteRequest,
} from '../contract/hub/people.ts';
import {
  attachmentReplySchema,
  goalReplySchema,
  programmeReplySchema,
  spreadReplySchema,
  type CompanyGoal,
  type WorkflowAgreement,
} from '../contract/hub/programme.ts';
import {
  departmentLibrarySchema,
  noteSchema,
  promptActReplySchema,
  promptVersionsReplySchema,
  reviewedWorkflowSchema,
  type NewNote,
  type NewSharedWorkflow,
  type NoteAct,
  type PromptAct,
  type WorkflowAct,
} from '../contract/hub/sharing.ts';
import { pulseReplySchema } from '../contract/hub/pulse.ts';
import { sponsorMailSchema, sponsorPageSchema } from '../contract/hub/sponsor.ts';
import { departmentSummarySchema } from '../contract/hub/summary.ts';
import type { DepartmentSummary } from '../domain/department-summary.ts';
import type { DayKey, WeekKey } from '../domain/day.ts';
import type { HubAnswer, HubClient } from './hub-port.ts';

/** All that the board asks of the hub; the hub decides what this person may see and do. Nothing of it is stored here. */
export type BoardHub = ReturnType<typeof createBoardHub>;

/** The board's questions over a client. */
export function createBoardHub(hub: HubClient) {
  const get = <T>(path: string, answer: z.ZodType<T>) => hub.ask({ method: 'GET', path, answer });
  const department = (id: string) => `/v1/departments/${encodeURIComponent(id)}`;
  const member = (id: string) => `/v1/members/${encodeURIComponent(id)}`;
  const channel = (id: string, channelId: string) =>
    `${department(id)}/channels/${encodeURIComponent(channelId)}`;
  return {
    me: () => get('/v1/me', meSchema),
    changeMe: (body: MeChange) =>
      hub.ask({ method: 'PUT', path: '/v1/me', body, answer: meSchema }),
    organisation: () => get('/v1/organisation', organisationReplySchema),
    departments: () => get('/v1/departments', departmentsReplySchema),
    summary: (id: string, week: WeekKey) =>
      // The schema is the domain's summary with plain strings for days and weeks (`lib/contract/hub/summary.ts`).
      get(`${department(id)}/summary?week=${week}`, departmentSummarySchema) as Promise<
        HubAnswer<unknown>
      > as Promise<HubAnswer<DepartmentSummary>>,
    changeOrganisation: (body: OrganisationChange) =>
      hub.ask({ method: 'PUT', path: '/v1/organisation', body, answer: organisationReplySchema }),
    addDepartment: (name: string) =>
      hub.ask({
        method: 'POST',
        path: '/v1/departments',
        body: { name },
        answer: departmentSchema,
      }),
    members: () => get('/v1/members', rosterReplySchema),
    changeMember: (memberId: string, body: MemberChange) =>
      hub.ask({ method: 'PUT', path: member(memberId), body, answer: rosterEntrySchema }),
    removeMember: (memberId: string, rows: 'now' | 'later') =>
      hub.ask({ method: 'DELETE', path: `${member(memberId)}?rows=${rows}` }),
    memberDevices: (memberId: string) =>
      get(`${member(memberId)}/devices`, memberDevicesReplySchema),
    endMemberDevice: (memberId: string, deviceId: string) =>
      hub.ask({
        method: 'DELETE',
        path: `${member(memberId)}/devices/${encodeURIComponent(deviceId)}`,
      }),
    changeDepartment: (id: string, body: DepartmentChangeRequest) =>
      hub.ask({ method: 'PUT', path: department(id), body, answer: departmentSchema }),
    closeDepartment: (id: string) => hub.ask({ method: 'DELETE', path: department(id) }),
    invites: (id: string) => get(`${department(id)}/invites`, invitesReplySchema),
    makeInvite: (id: string, body: NewInviteRequest) =>
      hub.ask({
        method: 'POST',
        path: `${department(id)}/invites`,
        body,
        answer: inviteMadeSchema,
      }),
    revokeInvite: (id: string, inviteId: string) =>
      hub.ask({
        method: 'DELETE',
        path: `${department(id)}/invites/${encodeURIComponent(inviteId)}`,
      }),
    library: (id: string) => get(`${department(id)}/library`, departmentLibrarySchema),
    promptVersions: (id: string, promptId: string) =>
      get(
        `${department(id)}/prompts/${encodeURIComponent(promptId)}/versions`,
        promptVersionsReplySchema,
      ),
    actOnPrompt: (promptId: string, body: PromptAct) =>
      hub.ask({
        method: 'PUT',
        path: `/v1/prompts/${encodeURIComponent(promptId)}`,
        body,
        answer: promptActReplySchema,
      }),
    addWorkflow: (body: NewSharedWorkflow) =>
      hub.ask({ method: 'POST', path: '/v1/workflows', body, answer: reviewedWorkflowSchema }),
    actOnWorkflow: (workflowId: string, body: WorkflowAct) =>
      hub.ask({ method: 'PUT', path: `/v1/workflows/${encodeURIComponent(workflowId)}`, body }),
    goal: () => get('/v1/goal', goalReplySchema),
    setGoal: (body: CompanyGoal) =>
      hub.ask({ method: 'PUT', path: '/v1/goal', body, answer: goalReplySchema }),
    sponsorPage: (month?: string) =>
      get(`/v1/sponsor-page${month === undefined ? '' : `?month=${month}`}`, sponsorPageSchema),
    sponsorMail: () => get('/v1/sponsor-mail', sponsorMailSchema),
    changeSponsorMail: (active: boolean) =>
      hub.ask({
        method: 'PUT',
        path: '/v1/sponsor-mail',
        body: { active },
        answer: sponsorMailSchema,
      }),
    programme: (id: string) => get(`${department(id)}/programme`, programmeReplySchema),
    startProgramme: (id: string, startedOn: DayKey) =>
      hub.ask({
        method: 'PUT',
        path: `${department(id)}/programme`,
        body: { startedOn },
        answer: programmeReplySchema,
      }),
    appoint: (id: string, memberId: string) =>
      hub.ask({ method: 'PUT', path: `${department(id)}/appointment`, body: { memberId } }),
    gap: (id: string) =>
      // As with the summary: the domain's, with plain strings for weeks.
      get(`${department(id)}/gap`, gapReplySchema) as Promise<HubAnswer<unknown>> as Promise<
        HubAnswer<GapReply>
      >,
    pulse: (id: string) => get(`${department(id)}/pulse`, pulseReplySchema),
    offerTenMinutes: (id: string) =>
      hub.ask({ method: 'POST', path: `${department(id)}/offers`, answer: offerSchema }),
    attachment: (id: string) => get(`${department(id)}/attachment`, attachmentReplySchema),
    agreeOnWorkflow: (workflowId: string, body: WorkflowAgreement) =>
      hub.ask({
        method: 'PUT',
        path: `/v1/workflows/${encodeURIComponent(workflowId)}/agreement`,
        body,
      }),
    spreadWorkflow: (workflowId: string, departmentId: string) =>
      hub.ask({
        method: 'POST',
        path: `/v1/workflows/${encodeURIComponent(workflowId)}/spread`,
        body: { departmentId },
        answer: spreadReplySchema,
      }),
    publishNote: (body: NewNote) =>
      hub.ask({ method: 'POST', path: '/v1/notes', body, answer: noteSchema }),
    actOnNote: (noteId: string, body: NoteAct) =>
      hub.ask({ method: 'PUT', path: `/v1/notes/${encodeURIComponent(noteId)}`, body }),
    help: (id: string) => get(`${department(id)}/help`, helpQueueSchema),
    actOnQuestion: (questionId: string, body: HelpAct) =>
      hub.ask({ method: 'PUT', path: `/v1/help/${encodeURIComponent(questionId)}`, body }),
    publishHowTo: (id: string, body: NewHowTo) =>
      hub.ask({
        method: 'POST',
        path: `${department(id)}/howtos`,
        body,
        answer: howToSchema,
      }),
    actOnHowTo: (id: string, howToId: string, body: HowToAct) =>
      hub.ask({
        method: 'PUT',
        path: `${department(id)}/howtos/${encodeURIComponent(howToId)}`,
        body,
      }),
    meetings: (id: string) => get(`${department(id)}/meetings`, meetingsReplySchema),
    planMeetings: (id: string, body: MeetingPlanDto) =>
      hub.ask({ method: 'PUT', path: `${department(id)}/meeting-plan`, body }),
    makeMeetingFeed: (id: string) =>
      hub.ask({ method: 'POST', path: `${department(id)}/meeting-feed`, answer: feedMadeSchema }),
    holdMeeting: (id: string, day: DayKey, notes: string) =>
      hub.ask({ method: 'PUT', path: `${department(id)}/meetings/${day}`, body: { notes } }),
    sendMinutes: (id: string, day: DayKey) =>
      hub.ask({
        method: 'POST',
        path: `${department(id)}/meetings/${day}/minutes`,
        answer: minutesSentSchema,
      }),
    addAction: (id: string, body: NewAction) =>
      hub.ask({ method: 'POST', path: `${department(id)}/actions`, body, answer: actionSchema }),
    actOnAction: (id: string, actionId: string, body: ActionAct) =>
      hub.ask({
        method: 'PUT',
        path: `${department(id)}/actions/${encodeURIComponent(actionId)}`,
        body,
      }),
    channels: (id: string) => get(`${department(id)}/channels`, channelsReplySchema),
    deliveries: (id: string) => get(`${department(id)}/deliveries`, deliveriesOfAnyHubSchema),
    addChannel: (id: string, body: NewChannel) =>
      hub.ask({
        method: 'POST',
        path: `${department(id)}/channels`,
        body,
        answer: channelMadeSchema,
      }),
    changeChannel: (id: string, channelId: string, body: ChannelChangeRequest) =>
      hub.ask({ method: 'PUT', path: channel(id, channelId), body, answer: channelMadeSchema }),
    removeChannel: (id: string, channelId: string) =>
      hub.ask({ method: 'DELETE', path: channel(id, channelId) }),
    ownMail: (id: string) => get(`${department(id)}/own-mail`, ownMailSchema),
    changeOwnMail: (id: string, active: boolean) =>
      hub.ask({
        method: 'PUT',
        path: `${department(id)}/own-mail`,
        body: { active },
        answer: ownMailSchema,
      }),
    testSend: (id: string, channelId: string) =>
      hub.ask({
        method: 'POST',
        path: `${channel(id, channelId)}/test`,
        answer: testSendReplySchema,
      }),
    retryDelivery: (id: string, deliveryId: string) =>
      hub.ask({
        method: 'POST',
        path: `${department(id)}/deliveries/${encodeURIComponent(deliveryId)}/retry`,
      }),
  };
}
