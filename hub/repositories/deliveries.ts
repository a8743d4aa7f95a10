import { sql, type Kysely, type Selectable } from 'kysely';
import type { FailureReason } from '../../lib/contract/hub/channels.ts';
import type { Database } from '../db/schema.ts';
import { withRetries } from '../db/retries.ts';
import type { SlotKey } from './slots.ts';

/** One copy of a summary on its way to one channel; instants in ms. */
export interface Delivery extends SlotKey {
  /** `weekly:2026-W47:<department>:<channel>`, `sponsor:2026-10::<channel>`. */
  readonly id: string;
  readonly channelId: string;
  readonly state: 'waiting' | 'sent' | 'failed';
  /** Attempts that failed. A crash is not one. */
  readonly attempts: number;
  readonly nextAt: number;
  readonly reason: FailureReason | undefined;
  readonly createdAt: number;
  readonly endedAt: number | undefined;
}

/** Proof that this worker may send a delivery until the lease ends. */
export interface Lease {
  readonly owner: string;
  readonly until: number;
}

/** The outbox. */
export interface Deliveries {
  /** Organisations with something to send now. */
  dueOrganisations(now: number): Promise<string[]>;
  /** Takes up to `limit` due deliveries for one worker; nobody else gets them until the lease ends. Oldest first. */
  claim(
    organisationId: string,
    lease: Lease,
    options: { readonly now: number; readonly limit: number },
  ): Promise<Delivery[]>;
  /** Records the arrival, and of its slot; false when the lease was lost meanwhile. */
  markSent(delivery: Delivery, owner: string, now: number): Promise<boolean>;
  /** Records a failure: tried again at `nextAt`, or given up when that is undefined. False when the lease was lost. */
  markFailed(
    delivery: Delivery,
    owner: string,
    failure: { readonly reason: FailureReason; readonly now: number; readonly nextAt?: number },
  ): Promise<boolean>;
  /** Gives a claimed delivery back untouched, for a stop before it was begun. */
  release(delivery: Delivery, owner: string): Promise<void>;
  /** A department's deliveries, newest first. */
  ofDepartment(organisationId: string, departmentId: string, limit: number): Promise<Delivery[]>;
  /** Starts a delivery that was given up anew; false when it is not given up. */
  retry(organisationId: string, departmentId: string, id: string, now: number): Promise<boolean>;
}

/** Written out, not bound: only then an engine sees that the index of waiting rows answers it. */
const WAITING = sql.lit('waiting');

/** The deterministic id of a delivery. */
export function deliveryId(slot: SlotKey, channelId: string): string {
  return `${slot.kind}:${slot.period}:${slot.departmentId}:${channelId}`;
}

/** The repository over an open database. */
export function createDeliveries(db: Kysely<Database>): Deliveries {
  /** An update that only the lease's owner can make. */
  const owned = (delivery: Delivery, owner: string) =>
    db
      .updateTable('deliveries')
      .where('organisation_id', '=', delivery.organisationId)
      .where('id', '=', delivery.id)
      .where('state', '=', 'waiting')
      .where('lease_owner', '=', owner);

  return {
    async dueOrganisations(now) {
      const rows = await db
        .selectFrom('deliveries')
        .select('organisation_id')
        .distinct()
        .where('state', '=', WAITING)
        .where('next_at', '<=', now)
        .where('lease_until', '<=', now)
        .orderBy('organisation_id')
        .execute();
      return rows.map((row) => row.organisation_id);
    },

    async claim(organisationId, lease, { now, limit }) {
      const rows = await withRetries(() =>
        db
          .updateTable('deliveries')
          .set({ lease_owner: lease.owner, lease_until: lease.until })
          .where('organisation_id', '=', organisationId)
          .where('id', 'in', (inner) =>
            inner
              .selectFrom('deliveries')
              .select('id')
              .where('organisation_id', '=', organisationId)
              .where('state', '=', WAITING)
              .where('next_at', '<=', now)
              .where('lease_until', '<=', now)
              .orderBy('next_at')
              .orderBy('id')
              .limit(limit),
          )
          // Repeated on purpose: PostgreSQL evaluates the inner query once, so a worker that waited for another's row
          // lock would otherwise take the row a second time (docs/adr/0010-hub-storage.md, claims).
          .where('state', '=', 'waiting')
          .where('next_at', '<=', now)
          .where('lease_until', '<=', now)
          .returningAll()
          .execute(),
      );
      return rows.map(fromRow).toSorted((a, b) => a.nextAt - b.nextAt || (a.id < b.id ? -1 : 1));
    },

    async markSent(delivery, owner, now) {
      return withRetries(() =>
        db.transaction().execute(async (transaction) => {
          const done = await transaction
            .updateTable('deliveries')
            .set({ state: 'sent', ended_at: now, lease_until: 0, reason: null })
            .where('organisation_id', '=', delivery.organisationId)
            .where('id', '=', delivery.id)
            .where('state', '=', 'waiting')
            .where('lease_owner', '=', owner)
            .executeTakeFirst();
          if (done.numUpdatedRows !== 1n) return false;
          await transaction
            .updateTable('slots')
            .set({ state: 'sent', sent_at: now })
            .where('organisation_id', '=', delivery.organisationId)
            .where('department_id', '=', delivery.departmentId)
            .where('kind', '=', delivery.kind)
            .where('period', '=', delivery.period)
            .where('state', '=', 'final')
            .execute();
          return true;
        }),
      );
    },

    async markFailed(delivery, owner, { reason, now, nextAt }) {
      const done = await owned(delivery, owner)
        .set((expression) => ({
          attempts: expression('attempts', '+', 1),
          reason,
          lease_until: 0,
          ...(nextAt === undefined ? { state: 'failed', ended_at: now } : { next_at: nextAt }),
        }))
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },

    async release(delivery, owner) {
      await owned(delivery, owner).set({ lease_until: 0 }).execute();
    },

    async ofDepartment(organisationId, departmentId, limit) {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    async retry(organisationId, departmentId, id, now) {
      const done = await db
        .updateTable('deliveries')
        .set({ state: 'waiting', attempts: 0, next_at: now, lease_until: 0, ended_at: null })
        .where('organisation_id', '=', organisationId)
        .where('department_id', '=', departmentId)
        .where('id', '=', id)
        .where('state', '=', 'failed')
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
  };
}

function fromRow(row: Selectable<Database['deliveries']>): Delivery {
  return {
    organisationId: row.organisation_id,
    departmentId: row.department_id,
    kind: row.kind as Delivery['kind'],
    period: row.period,
    id: row.id,
    channelId: row.channel_id,
    state: row.state as Delivery['state'],
    attempts: row.attempts,
    nextAt: row.next_at,
    reason: (row.reason as FailureReason | null) ?? undefined,
    createdAt: row.created_at,
    endedAt: row.ended_at ?? undefined,
  };
}
