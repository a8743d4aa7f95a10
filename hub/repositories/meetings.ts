import type { Kysely, Selectable } from 'kysely';
import { meetingPlanSchema } from '../../lib/contract/hub/meetings.ts';
import { dayOfEpoch, epochDay, type DayKey } from '../../lib/domain/day.ts';
import type { MeetingAction, MeetingPlan } from '../../lib/domain/meeting.ts';
import type { Database } from '../db/schema.ts';
import type { SecretRef } from '../services/secret-codes.ts';
import { byDepartment, type DepartmentKey, type DepartmentsKey } from './department-key.ts';

/** A department's plan with whether its feed may be read. */
export interface StoredPlan {
  /** Undefined until somebody made one. */
  readonly plan: MeetingPlan | undefined;
  readonly hasFeed: boolean;
}

/** A meeting that was held. */
export interface HeldMeeting {
  readonly day: DayKey;
  readonly notes: string;
  readonly heldAt: number;
}

/** An action with its words. */
export interface StoredAction extends MeetingAction {
  readonly text: string;
  /** Who it was given to, as a word. */
  readonly assignee?: string | undefined;
}

/** Meetings of departments and what was agreed in them. */
export interface Meetings {
  plan(department: DepartmentKey): Promise<StoredPlan>;
  /** All that were made in an organisation, by department. */
  plans(organisationId: string): Promise<ReadonlyMap<string, MeetingPlan>>;
  putPlan(department: DepartmentKey, plan: MeetingPlan): Promise<void>;
  /** Makes a feed readable by a code and ends an earlier one's; `plan` is written where there was none. */
  putFeed(department: DepartmentKey, feedHash: string, plan: MeetingPlan): Promise<void>;
  /** The department of a feed's code. */
  byFeed(code: SecretRef): Promise<DepartmentKey | undefined>;
  /** From a day on, newest first. */
  held(department: DepartmentKey, since: DayKey): Promise<HeldMeeting[]>;
  /** Days on which departments held a meeting, from a day on, newest first; one without any is not in it. */
  heldDays(
    departments: DepartmentsKey,
    since: DayKey,
  ): Promise<ReadonlyMap<string, readonly DayKey[]>>;
  /** Notes that a meeting was held; again, only its words change. */
  putHeld(department: DepartmentKey, meeting: HeldMeeting): Promise<void>;
  /** Open ones, and those done since an instant. */
  actions(department: DepartmentKey, since: number): Promise<StoredAction[]>;
  /** All actions of departments, only when they were made and done; one without any is not in it. */
  actionTimes(
    departments: DepartmentsKey,
  ): Promise<ReadonlyMap<string, readonly Pick<MeetingAction, 'madeAt' | 'doneAt'>[]>>;
  action(department: DepartmentKey, id: string): Promise<StoredAction | undefined>;
  /** Whether an id is taken, in whatever department. */
  hasAction(organisationId: string, id: string): Promise<boolean>;
  putAction(department: DepartmentKey, action: StoredAction): Promise<void>;
  removeAction(department: DepartmentKey, id: string): Promise<void>;
}

/** The repository over an open database. */
export function createMeetings(db: Kysely<Database>): Meetings {
  return {
    async plan({ organisationId, departmentId }) {
      const row = await db
        .selectFrom('meeting_plans')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .executeTakeFirst();
      return {
        plan: row && meetingPlanSchema.parse(JSON.parse(row.plan)),
        hasFeed: row !== undefined && row.feed_hash !== null,
      };
    },

    async plans(organisationId) {
      const rows = await db
        .selectFrom('meeting_plans')
        .select(['department_id', 'plan'])
        .where('organisation_id', '=', organisationId)
        .execute();
      return new Map(
        rows.map((row) => [row.department_id, meetingPlanSchema.parse(JSON.parse(row.plan))]),
      );
    },

    async putPlan({ organisationId, departmentId }, plan) {
      const changing = { plan: JSON.stringify(plan) };
      await db
        .insertInto('meeting_plans')
        .values({
          organisation_id: organisationId,
          department_id: departmentId,
          feed_hash: null,
          ...changing,
        })
        .onConflict((conflict) =>
          conflict.columns(['organisation_id', 'department_id']).doUpdateSet(changing),
        )
        .execute();
    },

    async putFeed({ organisationId, departmentId }, feedHash, plan) {
      await db
        .insertInto('meeting_plans')
        .values({
          organisation_id: organisationId,
          department_id: departmentId,
          plan: JSON.stringify(plan),
          feed_hash: feedHash,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['organisation_id', 'department_id'])
            .doUpdateSet({ feed_hash: feedHash }),
        )
        .execute();
    },

    async byFeed({ organisationId, hash }) {
      const row = await db
        .selectFrom('meeting_plans')
        .select('department_id')
        .where('organisation_id', '=', organisationId)
        .where('feed_hash', '=', hash)
        .executeTakeFirst();
      return row && { organisationId, departmentId: row.department_id };
    },

    async held({ organisationId, departmentId }, since) {
      const rows = await db
        .selectFrom('meetings')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .where('day', '>=', epochDay(since))
        .orderBy('day', 'desc')
        .execute();
      return rows.map((row) => ({
        day: dayOfEpoch(row.day),
        notes: row.notes,
        heldAt: row.held_at,
      }));
    },

    async heldDays({ organisationId, departmentIds }, since) {
      if (departmentIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('meetings')
        .select(['department_id', 'day'])
        .where('organisation_id', '=', organisationId)
        .where('department_id', 'in', departmentIds)
        .where('day', '>=', epochDay(since))
        .orderBy('day', 'desc')
        .execute();
      return byDepartment(rows, ({ day }) => dayOfEpoch(day));
    },

    async putHeld({ organisationId, departmentId }, { day, notes, heldAt }) {
      await db
        .insertInto('meetings')
        .values({
          organisation_id: organisationId,
          department_id: departmentId,
          day: epochDay(day),
          notes,
          held_at: heldAt,
        })
        .onConflict((conflict) =>
          conflict.columns(['organisation_id', 'department_id', 'day']).doUpdateSet({ notes }),
        )
        .execute();
    },

    async actions({ organisationId, departmentId }, since) {
      const rows = await db
        .selectFrom('meeting_actions')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .where((expression) =>
          expression.or([expression('done_at', 'is', null), expression('done_at', '>=', since)]),
        )
        .orderBy('made_at')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },

    async actionTimes({ organisationId, departmentIds }) {
      if (departmentIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('meeting_actions')
        .select(['department_id', 'made_at', 'done_at'])
        .where('organisation_id', '=', organisationId)
        .where('department_id', 'in', departmentIds)
        .execute();
      return byDepartment(rows, ({ made_at: madeAt, done_at: doneAt }) =>
        doneAt === null ? { madeAt } : { madeAt, doneAt },
      );
    },

    async action({ organisationId, departmentId }, id) {
      const row = await db
        .selectFrom('meeting_actions')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && fromRow(row);
    },

    async hasAction(organisationId, id) {
      const row = await db
        .selectFrom('meeting_actions')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row !== undefined;
    },

    async putAction({ organisationId, departmentId }, action) {
      const changing = {
        body: action.text,
        assignee: action.assignee ?? null,
        due_day: action.dueDay === undefined ? null : epochDay(action.dueDay),
        done_at: action.doneAt ?? null,
      };
      await db
        .insertInto('meeting_actions')
        .values({
          organisation_id: organisationId,
          id: action.id,
          department_id: departmentId,
          made_at: action.madeAt,
          ...changing,
        })
        .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(changing))
        .execute();
    },

    async removeAction({ organisationId, departmentId }, id) {
      await db
        .deleteFrom('meeting_actions')
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .where('id', '=', id)
        .execute();
    },
  };
}

function fromRow(row: Selectable<Database['meeting_actions']>): StoredAction {
  return {
    id: row.id,
    text: row.body,
    ...(row.assignee === null ? {} : { assignee: row.assignee }),
    ...(row.due_day === null ? {} : { dueDay: dayOfEpoch(row.due_day) }),
    madeAt: row.made_at,
    ...(row.done_at === null ? {} : { doneAt: row.done_at }),
  };
}
