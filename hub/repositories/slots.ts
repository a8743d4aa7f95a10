import type { Kysely } from 'kysely';
import type { NoticeKind } from '../../lib/contract/hub/notice.ts';
import type { Database } from '../db/schema.ts';
import { withRetries } from '../db/retries.ts';

/**
 * What is summed up, a department's week or a company's month for its sponsor; a question on its way to chats; or what a
 * department is told of (`NoticeKind`).
 */
export type SlotKind = 'weekly' | 'sponsor' | 'asked' | NoticeKind;

/** The department of what is the whole company's. */
export const WHOLE_COMPANY = '';

/** What makes a summary the one it is; two hubs that open the same slot collide on it. */
export interface SlotKey {
  readonly organisationId: string;
  /** `WHOLE_COMPANY` for a sponsor's month. */
  readonly departmentId: string;
  readonly kind: SlotKind;
  /** ISO week that is summed up, e.g. `2026-W47`, or month, `2026-10`; of a notice the day or month it is about, and more; of a question its id. */
  readonly period: string;
}

/**
 * `building`: due, and computed afresh whenever it is looked at. `final`: its content is fixed, because a copy may have
 * left. `sent`: a copy has arrived somewhere. From `final` on the content never changes.
 */
export type SlotState = 'building' | 'final' | 'sent';

/** A stored slot; instants in ms. */
export interface Slot extends SlotKey {
  readonly state: SlotState;
  readonly dueAt: number;
  /** JSON of the summary from `final` on. */
  readonly content: string | undefined;
}

/** A slot whose content is fixed. */
export interface KeptSlot {
  readonly period: string;
  readonly content: string;
  readonly openedAt: number;
}

/** A delivery to be made with its slot. */
export interface PlannedDelivery {
  readonly id: string;
  readonly channelId: string;
}

/** Summaries that are due, by their key. */
export interface Slots {
  /**
   * Opens a slot together with its deliveries, in one transaction; false when it is open already, which changes nothing.
   * Of two hubs at once one opens it. With `content` it is fixed from the beginning.
   */
  open(
    slot: SlotKey & { readonly dueAt: number; readonly content?: string },
    deliveries: readonly PlannedDelivery[],
    now: number,
  ): Promise<boolean>;
  byKey(key: SlotKey): Promise<Slot | undefined>;
  /** Fixes the content of a slot that is `building`; returns the content that holds, which may be another hub's. */
  finalise(key: SlotKey, content: string, now: number): Promise<string>;
  /** Keys of all slots of an organisation and period, for one look a tick. */
  openDepartments(organisationId: string, kind: SlotKind, period: string): Promise<string[]>;
  /** Periods whose content is fixed, newest first. */
  keptPeriods(key: Omit<SlotKey, 'period'>, limit: number): Promise<string[]>;
  /** What was fixed from a period on, in the order of periods. */
  keptSince(key: SlotKey): Promise<KeptSlot[]>;
}

/** The repository over an open database. */
export function createSlots(db: Kysely<Database>): Slots {
  const byKey = async (key: SlotKey): Promise<Slot | undefined> => {
    const row = await db
      .selectFrom('slots')
      .selectAll()
      .where('organisation_id', '=', key.organisationId)
      .where('department_id', '=', key.departmentId)
      .where('kind', '=', key.kind)
      .where('period', '=', key.period)
      .executeTakeFirst();
    return (
      row && {
        ...key,
        state: row.state as SlotState,
        dueAt: row.due_at,
        content: row.content ?? undefined,
      }
    );
  };

  return {
    byKey,

    async open({ dueAt, content, ...key }, deliveries, now) {
      return withRetries(() =>
        db.transaction().execute(async (transaction) => {
          const made = await transaction
            .insertInto('slots')
            .values({
              organisation_id: key.organisationId,
              department_id: key.departmentId,
              kind: key.kind,
              period: key.period,
              state: content === undefined ? 'building' : 'final',
              due_at: dueAt,
              opened_at: now,
              content: content ?? null,
              final_at: content === undefined ? null : now,
              sent_at: null,
            })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst();
          if (made.numInsertedOrUpdatedRows !== 1n) return false;
          if (deliveries.length === 0) return true;
          await transaction
            .insertInto('deliveries')
            .values(
              deliveries.map(({ id, channelId }) => ({
                organisation_id: key.organisationId,
                id,
                department_id: key.departmentId,
                kind: key.kind,
                period: key.period,
                channel_id: channelId,
                state: 'waiting',
                attempts: 0,
                next_at: now,
                lease_owner: '',
                lease_until: 0,
                reason: null,
                created_at: now,
                ended_at: null,
              })),
            )
            .onConflict((conflict) => conflict.doNothing())
            .execute();
          return true;
        }),
      );
    },

    async finalise(key, content, now) {
      await db
        .updateTable('slots')
        .set({ state: 'final', content, final_at: now })
        .where('organisation_id', '=', key.organisationId)
        .where('department_id', '=', key.departmentId)
        .where('kind', '=', key.kind)
        .where('period', '=', key.period)
        .where('state', '=', 'building')
        .execute();
      const slot = await byKey(key);
      return slot?.content ?? content;
    },

    async openDepartments(organisationId, kind, period) {
      const rows = await db
        .selectFrom('slots')
        .select('department_id')
        .where('organisation_id', '=', organisationId)
        .where('kind', '=', kind)
        .where('period', '=', period)
        .execute();
      return rows.map((row) => row.department_id);
    },

    async keptPeriods({ organisationId, departmentId, kind }, limit) {
      const rows = await db
        .selectFrom('slots')
        .select('period')
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .where('kind', '=', kind)
        .where('content', 'is not', null)
        .orderBy('period', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => row.period);
    },

    async keptSince({ organisationId, departmentId, kind, period }) {
      const rows = await db
        .selectFrom('slots')
        .select(['period', 'content', 'opened_at'])
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .where('kind', '=', kind)
        .where('period', '>=', period)
        .orderBy('period')
        .execute();
      return rows.flatMap((row) =>
        row.content === null
          ? []
          : [{ period: row.period, content: row.content, openedAt: row.opened_at }],
      );
    },
  };
}
