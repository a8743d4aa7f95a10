import type { ColumnType } from 'kysely';
import type { CheckInTables } from './check-in-tables.ts';
import type { ProgrammeTables } from './programme-tables.ts';

/**
 * The tables, one SQL text for both engines: INTEGER, BIGINT and TEXT only; days are days since 1970-01-01 in the member's
 * own zone; instants are milliseconds; JSON is TEXT, parsed at the door. Every key begins with the organisation and nothing
 * joins across organisations (docs/adr/0010-hub-storage.md).
 */
export interface Database extends ProgrammeTables, CheckInTables {
  hub: HubTable;
  organisations: OrganisationsTable;
  departments: DepartmentsTable;
  members: MembersTable;
  memberships: MembershipsTable;
  champions: ChampionsTable;
  tokens: TokensTable;
  invites: InvitesTable;
  device_codes: DeviceCodesTable;
  usage_days: UsageDaysTable;
  usage_runs: UsageRunsTable;
  leave_days: LeaveDaysTable;
  marks: MarksTable;
  released_weeks: ReleasedWeeksTable;
  released_days: ReleasedDaysTable;
  channels: ChannelsTable;
  slots: SlotsTable;
  deliveries: DeliveriesTable;
  shared_counters: SharedCountersTable;
  shared_workflows: SharedWorkflowsTable;
  shared_prompts: SharedPromptsTable;
  shared_prompt_versions: SharedPromptVersionsTable;
  shared_notes: SharedNotesTable;
  help_questions: HelpQuestionsTable;
  help_how_tos: HelpHowTosTable;
  meeting_plans: MeetingPlansTable;
  meetings: MeetingsTable;
  meeting_actions: MeetingActionsTable;
}

/** Facts about this hub itself: schema version, hash of the setup code. The one table without an organisation. */
interface HubTable {
  name: string;
  value: string;
}

interface OrganisationsTable {
  id: string;
  name: string;
  time_zone: string;
  locale: string;
  country: string;
  /** JSON: `organisationSettingsSchema`. */
  settings: string;
  created_at: number;
}

interface DepartmentsTable {
  organisation_id: string;
  id: string;
  name: string;
  /** JSON: `departmentSettingsSchema`. */
  settings: string;
  created_at: number;
  archived_at: number | null;
}

interface MembersTable {
  organisation_id: string;
  id: string;
  display_name: string;
  email: string | null;
  role: string;
  language: string;
  created_at: number;
  left_at: ColumnType<number | null, number | null | undefined, number | null>;
  /** When a leaver's rows go, at the latest. */
  erase_after: ColumnType<number | null, number | null | undefined, number | null>;
  /** When this member agreed to be shown in groups of three; null without. */
  agreed_at: ColumnType<number | null, number | null | undefined, number | null>;
}

/** Where a member belonged, from a local day to a local day; history stays where it was earned. */
interface MembershipsTable {
  organisation_id: string;
  member_id: string;
  from_day: number;
  department_id: string;
  /** Last day, or null while it lasts. */
  to_day: number | null;
}

interface ChampionsTable {
  organisation_id: string;
  department_id: string;
  member_id: string;
}

interface TokensTable {
  organisation_id: string;
  token_hash: string;
  id: string;
  member_id: string;
  label: string;
  created_at: number;
  revoked_at: number | null;
}

interface InvitesTable {
  organisation_id: string;
  code_hash: string;
  id: string;
  department_id: string;
  role: string;
  expires_at: number;
  max_uses: number;
  uses: number;
  revoked_at: number | null;
  created_by: string;
  created_at: number;
}

interface DeviceCodesTable {
  organisation_id: string;
  code_hash: string;
  member_id: string;
  expires_at: number;
}

/** Absolute totals of one device, tool and day; only ever replaced by larger ones. */
interface UsageDaysTable {
  organisation_id: string;
  day: number;
  member_id: string;
  device_id: string;
  tool: string;
  visits: number;
  engaged_seconds: number;
  prompts_started: number;
  self_reported: number;
}

interface UsageRunsTable {
  organisation_id: string;
  day: number;
  member_id: string;
  device_id: string;
  tool: string;
  workflow_id: string;
  runs: number;
}

interface LeaveDaysTable {
  organisation_id: string;
  member_id: string;
  from_day: number;
  to_day: number;
}

/** Counts every change to a day's rows (`subject` is the day) or to people and calendars (`hub/repositories/marks.ts`). */
interface MarksTable {
  organisation_id: string;
  subject: number;
  /** Spreads writers, so that hubs do not wait for each other's commit on one row. */
  lane: number;
  version: number;
}

/** A department's numbers as they were told, kept once the days behind them may go. `week` is numbered. */
interface ReleasedWeeksTable {
  organisation_id: string;
  department_id: string;
  week: number;
  /** JSON: `ReleasedFigures`. */
  figures: string;
  /** JSON: `ReleasedReview`. */
  review: string;
}

/** A day of a department's line as it was drawn. */
interface ReleasedDaysTable {
  organisation_id: string;
  department_id: string;
  day: number;
  state: string;
}

/** Where a department's summaries go. */
interface ChannelsTable {
  organisation_id: string;
  id: string;
  department_id: string;
  kind: string;
  label: string;
  language: string;
  /** What may be shown: an address, a host, a room. Empty for a champion's own mail. */
  target: string;
  /** Sealed JSON (`hub/services/seal.ts`), or empty when the channel has no secret. */
  sealed: string;
  /** The champion whose own mail this is. */
  member_id: string | null;
  active: number;
  created_at: number;
  /** 1 where the department's new questions go to it too. */
  questions: number;
}

/** A summary that is due once: its key is what two hubs race on. */
interface SlotsTable {
  organisation_id: string;
  department_id: string;
  kind: string;
  period: string;
  state: string;
  due_at: number;
  opened_at: number;
  /** JSON of the summary, from `final` on. */
  content: string | null;
  final_at: number | null;
  sent_at: number | null;
}

/** The outbox: one row a slot and channel. */
interface DeliveriesTable {
  organisation_id: string;
  id: string;
  department_id: string;
  kind: string;
  period: string;
  channel_id: string;
  state: string;
  attempts: number;
  next_at: number;
  lease_owner: string;
  lease_until: number;
  reason: string | null;
  created_at: number;
  ended_at: number | null;
}

/** Number of an organisation's latest change to what is shared; whoever changes something takes the next one first. */
interface SharedCountersTable {
  organisation_id: string;
  seq: number;
}

/** A workflow of a department. A row stays when it is withdrawn, so that devices hear of it. */
interface SharedWorkflowsTable {
  organisation_id: string;
  id: string;
  department_id: string;
  /** Who proposed it; null once that person was erased. */
  member_id: string | null;
  state: string;
  /** JSON: `sharedWorkflowDraftSchema`. */
  content: string;
  created_at: number;
  updated_at: number;
  seq: number;
}

/** A prompt's review (`lib/domain/shared-prompt.ts`); what is open is the one version that is not `approved`. */
interface SharedPromptsTable {
  organisation_id: string;
  id: string;
  department_id: string;
  workflow_id: string | null;
  state: string;
  version: number;
  latest: number;
  reviewed_at: number | null;
  created_at: number;
  seq: number;
  /** The department and the prompt it was copied from; null for one that was written here. */
  from_department: string | null;
  from_prompt: string | null;
}

/** One text of a prompt. */
interface SharedPromptVersionsTable {
  organisation_id: string;
  prompt_id: string;
  version: number;
  /** The author; null once that person was erased. */
  member_id: string | null;
  state: string;
  /** Whether the author wants to be named. */
  named: number;
  /** JSON: `promptTextSchema`. */
  content: string;
  /** The champion's word when it was returned. */
  word: string | null;
  submitted_at: number;
  decided_at: number | null;
}

/** What is new in a tool in a month. */
interface SharedNotesTable {
  organisation_id: string;
  id: string;
  department_id: string;
  member_id: string | null;
  /** The role in which it was written. */
  written_by: string;
  state: string;
  tool: string;
  month: string;
  /** JSON: title, what changed, what it means, a prompt to try. */
  content: string;
  asks_review: number;
  published_at: number;
  seq: number;
}

/** A question to a champion. */
interface HelpQuestionsTable {
  organisation_id: string;
  id: string;
  department_id: string;
  /** Who asked, of a question with a name only; null says that nobody can tell. */
  member_id: string | null;
  /** SHA-256 of what the asker's device knows a question without a name by. */
  key_hash: string | null;
  workflow_id: string | null;
  question: string;
  asked_at: number;
  state: string;
  answer: string | null;
  /** Of the first answer, or of the closing without one. */
  answered_at: number | null;
  /** The role in which it was answered; who it was is not kept. */
  answered_as: string | null;
}

/** A good answer, written for everybody of a department. */
interface HelpHowTosTable {
  organisation_id: string;
  id: string;
  department_id: string;
  workflow_id: string | null;
  title: string;
  body: string;
  published_at: number;
}

/** When a department meets. */
interface MeetingPlansTable {
  organisation_id: string;
  department_id: string;
  /** JSON: `meetingPlanSchema`. */
  plan: string;
  /** SHA-256 of what opens its calendar feed; null without a feed. */
  feed_hash: string | null;
}

/** A meeting that was held. */
interface MeetingsTable {
  organisation_id: string;
  department_id: string;
  day: number;
  notes: string;
  held_at: number;
}

/** Something agreed in a meeting, carried until it is done. */
interface MeetingActionsTable {
  organisation_id: string;
  id: string;
  department_id: string;
  body: string;
  /** Who it was given to, as a word; no member. */
  assignee: string | null;
  due_day: number | null;
  made_at: number;
  done_at: number | null;
}
