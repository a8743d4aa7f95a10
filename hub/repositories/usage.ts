import { sql, type Kysely } from 'kysely';
import type { OpenDatabase } from '../db/open-database.ts';
import type { Database } from '../db/schema.ts';
import { withRetries } from '../db/retries.ts';
import { PROMPT, SELF_REPORTED, VISITED, type DayRunners, type DayUses } from './day-uses.ts';
import { mergeAtOnce, mergeInTransaction } from './merge-usage.ts';

/** One device's total for one tool and day; days as days since 1970-01-01. */
export interface UsageRow {
  readonly organisationId: string;
  readonly day: number;
  readonly memberId: string;
  readonly deviceId: string;
  readonly tool: string;
  readonly visits: number;
  readonly engagedSeconds: number;
  readonly promptsStarted: number;
  readonly selfReported: boolean;
  readonly runs: Readonly<Record<string, number>>;
}

/** Days of use. */
export interface Usage {
  /**
   * Keeps the larger of each number; stored when it resolves, and in part perhaps when it throws. Any order, any repetition
   * gives the same rows.
   */
  merge(rows: readonly UsageRow[]): Promise<void>;
  /** One member's rows between two days, both included, oldest first. */
  ofMember(query: {
    readonly organisationId: string;
    readonly memberId: string;
    readonly fromDay: number;
    readonly toDay: number;
  }): Promise<UsageRow[]>;
  /** What figures need of everybody's rows between two days, both included; devices and tools together, empty days left out. */
  ofDays(query: {
    readonly organisationId: string;
    readonly fromDay: number;
    readonly toDay: number;
  }): Promise<DayUses[]>;
  /** Everybody's runs between two days, both included, by what was run; unordered, devices and tools together. */
  runsOfDays(query: {
    readonly organisationId: string;
    readonly fromDay: number;
    readonly toDay: number;
  }): Promise<{ readonly id: string; readonly memberId: string; readonly runs: number }[]>;
  /** Who ran what on a day, of all that the organisation's departments share; everybody once or more, unordered. */
  runnersOfDay(organisationId: string, day: number): Promise<DayRunners[]>;
}

const DAYS_PER_STATEMENT = 400;

/** The repository over an open database. */
export function createUsage(database: OpenDatabase): Usage {
  const { db } = database;
  const mergeSorted =
    database.engine === 'postgres' ? mergeAtOnce(db) : mergeInTransaction(database.transact);

  return {
    async merge(rows) {
      if (rows.length === 0) return;
      // Sorted by key: two transactions that touch the same rows in different orders would wait for each other.
      const sorted = sortedByKey(rows);
      await withRetries(() => mergeSorted(sorted));
    },

    async ofMember({ organisationId, memberId, fromDay, toDay }) {
      const found: UsageRow[] = [];
      for (let from = fromDay; from <= toDay; from += DAYS_PER_STATEMENT) {
        const to = Math.min(toDay, from + DAYS_PER_STATEMENT - 1);
        found.push(...(await partOfMember(db, { organisationId, memberId, from, to })));
      }
      return found;
    },

    async ofDays({ organisationId, fromDay, toDay }) {
      return db
        .selectFrom((inner) =>
          inner
            .selectFrom('usage_days')
            .select(['day', 'member_id'])
            .select(packedUse.as('packed'))
            .where('organisation_id', '=', organisationId)
            .where('day', '>=', fromDay)
            .where('day', '<=', toDay)
            // In the order of the key, so that nothing is sorted.
            .groupBy(['organisation_id', 'day', 'member_id'])
            .as('uses'),
        )
        .select('day')
        .select(sql<string>`string_agg(member_id || ' ' || CAST(packed AS TEXT), ';')`.as('text'))
        .groupBy('day')
        .execute();
    },

    async runsOfDays({ organisationId, fromDay, toDay }) {
      const rows = await db
        .selectFrom('usage_runs')
        .select(({ fn }) => [
          'workflow_id',
          'member_id',
          fn.sum<number | string>('runs').as('runs'),
        ])
        .where('organisation_id', '=', organisationId)
        .where('day', '>=', fromDay)
        .where('day', '<=', toDay)
        .groupBy(['workflow_id', 'member_id'])
        .execute();
      return rows.map((row) => ({
        id: row.workflow_id,
        memberId: row.member_id,
        runs: Number(row.runs),
      }));
    },

    async runnersOfDay(organisationId, day) {
      // A workflow's members in one text, as the days are read: sixteen thousand rows a week cost four times as long.
      return db
        .selectFrom('usage_runs')
        .select('workflow_id as id')
        .select(sql<string>`string_agg(member_id, ';')`.as('text'))
        .where('organisation_id', '=', organisationId)
        .where('day', '=', day)
        .where('runs', '>', 0)
        .where('workflow_id', 'in', (expression) =>
          expression
            .selectFrom('shared_workflows')
            .select('id')
            .where('organisation_id', '=', organisationId),
        )
        .groupBy('workflow_id')
        .execute();
    },
  };
}

/** A member's day over all devices and tools as one number (`eachUse` reads it). */
const packedUse = sql<number>`
  SUM(prompts_started) * ${sql.lit(PROMPT)} + MAX(self_reported) * ${sql.lit(SELF_REPORTED)}
  + MAX(CASE WHEN visits > 0 THEN ${sql.lit(VISITED)} ELSE 0 END)`;

async function partOfMember(
  db: Kysely<Database>,
  query: {
    readonly organisationId: string;
    readonly memberId: string;
    readonly from: number;
    readonly to: number;
  },
): Promise<UsageRow[]> {
  const { organisationId, memberId, from, to } = query;
  // Every day by name: the key begins with the day, so a range of days would read everybody's rows.
  const named = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const days = await db
    .selectFrom('usage_days')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('day', 'in', named)
    .where('member_id', '=', memberId)
    .orderBy('day')
    .orderBy('device_id')
    .orderBy('tool')
    .execute();
  const runs = await db
    .selectFrom('usage_runs')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('day', 'in', named)
    .where('member_id', '=', memberId)
    .execute();
  const runsOf = new Map<string, Record<string, number>>();
  for (const run of runs) {
    const key = `${run.day} ${run.device_id} ${run.tool}`;
    runsOf.set(key, { ...runsOf.get(key), [run.workflow_id]: run.runs });
  }
  return days.map((row) => ({
    organisationId,
    day: row.day,
    memberId,
    deviceId: row.device_id,
    tool: row.tool,
    visits: row.visits,
    engagedSeconds: row.engaged_seconds,
    promptsStarted: row.prompts_started,
    selfReported: row.self_reported === 1,
    runs: runsOf.get(`${row.day} ${row.device_id} ${row.tool}`) ?? {},
  }));
}

/** By key, each key built once. */
function sortedByKey(rows: readonly UsageRow[]): UsageRow[] {
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
}

function keyOf(row: UsageRow): string {
  return `${row.organisationId}\n${String(row.day).padStart(7, '0')}\n${row.memberId}\n${row.deviceId}\n${row.tool}`;
}
