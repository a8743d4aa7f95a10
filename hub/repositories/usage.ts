import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { withRetries } from '../db/retries.ts';

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
  /** Keeps the larger of each number; one transaction. Any order, any repetition gives the same rows. */
  merge(rows: readonly UsageRow[]): Promise<void>;
  /** All rows of some members between two days, both included, oldest first. */
  between(query: {
    readonly organisationId: string;
    readonly memberIds: readonly string[];
    readonly fromDay: number;
    readonly toDay: number;
  }): Promise<UsageRow[]>;
}

// PostgreSQL takes at most 65,535 parameters a statement, SQLite 32,766; nine a row.
const ROWS_PER_STATEMENT = 1000;

/** The repository over an open database. */
export function createUsage(db: Kysely<Database>): Usage {
  return {
    async merge(rows) {
      if (rows.length === 0) return;
      // Sorted by key: two transactions that touch the same rows in different orders would wait for each other.
      const sorted = rows.toSorted(byKey);
      await withRetries(() =>
        db.transaction().execute(async (transaction) => {
          await mergeDays(transaction, sorted);
          await mergeRuns(transaction, sorted);
        }),
      );
    },

    async between({ organisationId, memberIds, fromDay, toDay }) {
      if (memberIds.length === 0) return [];
      const wanted = new Set(memberIds);
      const days = await db
        .selectFrom('usage_days')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('day', '>=', fromDay)
        .where('day', '<=', toDay)
        .orderBy('day')
        .execute();
      const runs = await db
        .selectFrom('usage_runs')
        .selectAll()
        .where('organisation_id', '=', organisationId)
        .where('day', '>=', fromDay)
        .where('day', '<=', toDay)
        .execute();
      const runsOf = new Map<string, Record<string, number>>();
      for (const run of runs) {
        const key = `${run.day} ${run.member_id} ${run.device_id} ${run.tool}`;
        runsOf.set(key, { ...runsOf.get(key), [run.workflow_id]: run.runs });
      }
      return days
        .filter((row) => wanted.has(row.member_id))
        .map((row) => ({
          organisationId,
          day: row.day,
          memberId: row.member_id,
          deviceId: row.device_id,
          tool: row.tool,
          visits: row.visits,
          engagedSeconds: row.engaged_seconds,
          promptsStarted: row.prompts_started,
          selfReported: row.self_reported === 1,
          runs: runsOf.get(`${row.day} ${row.member_id} ${row.device_id} ${row.tool}`) ?? {},
        }));
    },
  };
}

async function mergeDays(
  transaction: Transaction<Database>,
  rows: readonly UsageRow[],
): Promise<void> {
  for (const part of parts(rows)) {
    await transaction
      .insertInto('usage_days')
      .values(
        part.map((row) => ({
          organisation_id: row.organisationId,
          day: row.day,
          member_id: row.memberId,
          device_id: row.deviceId,
          tool: row.tool,
          visits: row.visits,
          engaged_seconds: row.engagedSeconds,
          prompts_started: row.promptsStarted,
          self_reported: row.selfReported ? 1 : 0,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'day', 'member_id', 'device_id', 'tool'])
          .doUpdateSet((expression) => {
            // CASE, because neither MAX(a, b) nor GREATEST exists on both engines.
            const larger = (
              column: 'visits' | 'engaged_seconds' | 'prompts_started' | 'self_reported',
            ) =>
              expression
                .case()
                .when(
                  expression.ref(`excluded.${column}`),
                  '>',
                  expression.ref(`usage_days.${column}`),
                )
                .then(expression.ref(`excluded.${column}`))
                .else(expression.ref(`usage_days.${column}`))
                .end();
            return {
              visits: larger('visits'),
              engaged_seconds: larger('engaged_seconds'),
              prompts_started: larger('prompts_started'),
              self_reported: larger('self_reported'),
            };
          })
          .where((expression) =>
            expression.or(
              (['visits', 'engaged_seconds', 'prompts_started', 'self_reported'] as const).map(
                (column) =>
                  expression(
                    expression.ref(`excluded.${column}`),
                    '>',
                    expression.ref(`usage_days.${column}`),
                  ),
              ),
            ),
          ),
      )
      .execute();
  }
}

async function mergeRuns(
  transaction: Transaction<Database>,
  rows: readonly UsageRow[],
): Promise<void> {
  const runs = rows.flatMap((row) =>
    Object.entries(row.runs)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([workflowId, count]) => ({
        organisation_id: row.organisationId,
        day: row.day,
        member_id: row.memberId,
        device_id: row.deviceId,
        tool: row.tool,
        workflow_id: workflowId,
        runs: count,
      })),
  );
  for (const part of parts(runs)) {
    await transaction
      .insertInto('usage_runs')
      .values([...part])
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'day', 'member_id', 'device_id', 'tool', 'workflow_id'])
          .doUpdateSet((expression) => ({ runs: expression.ref('excluded.runs') }))
          .where((expression) =>
            expression(expression.ref('excluded.runs'), '>', expression.ref('usage_runs.runs')),
          ),
      )
      .execute();
  }
}

function* parts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    yield rows.slice(start, start + ROWS_PER_STATEMENT);
  }
}

function byKey(a: UsageRow, b: UsageRow): number {
  const left = keyOf(a);
  const right = keyOf(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function keyOf(row: UsageRow): string {
  return `${row.organisationId}\n${String(row.day).padStart(7, '0')}\n${row.memberId}\n${row.deviceId}\n${row.tool}`;
}
