import { sql, type Kysely } from 'kysely';
import type { Transact } from '../db/open-database.ts';
import { prepareQuery, prepareRows } from '../db/prepared.ts';
import type { Database } from '../db/schema.ts';
import { mark, OWN_LANE } from './marks.ts';
import type { UsageRow } from './usage.ts';

/**
 * Stores rows that are sorted by key, no key twice: the larger of each number is kept, and at least the days that changed are
 * marked (in a transaction all that were delivered, if any changed). A repeated delivery writes nothing at all, marks included.
 */
type MergeSorted = (rows: readonly UsageRow[]) => Promise<void>;

/** With statements that every engine knows, in one transaction. */
export function mergeInTransaction(transact: Transact): MergeSorted {
  const mergeDays = prepareRows(upsertDays);
  const mergeRuns = prepareRows(upsertRuns);
  return (rows) =>
    transact(async (transaction) => {
      const changedDays = await mergeDays(transaction, rows.map(dayRow));
      const changedRuns = await mergeRuns(transaction, rows.flatMap(runRows));
      if (changedDays + changedRuns === 0n) return;
      await mark(
        transaction,
        rows.map(({ organisationId, day }) => ({ organisationId, subject: day })),
      );
    });
}

/**
 * With one statement of PostgreSQL's own, which is a transaction by itself: what took time there was not the database but
 * the event loop, which each of five statements had to wait for (docs/adr/0010-hub-storage.md).
 */
export function mergeAtOnce(db: Kysely<Database>): MergeSorted {
  const merge = prepareQuery(db, ['days', 'runs'], ({ days, runs }) => ({
    compile: () => mergeStatement(days, runs).compile(db),
  }));
  return async (rows) => {
    for (const part of inParts(rows)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that rows are locked in the order of their keys
      await merge({
        days: JSON.stringify(part.map(packedDay)),
        runs: JSON.stringify(part.flatMap(packedRuns)),
      });
    }
  };
}

/** Cut so that no statement has many more days and runs than this, whatever waited: it has a time to end within. */
const MOST_AT_ONCE = 5000;

function inParts(rows: readonly UsageRow[]): UsageRow[][] {
  const parts: UsageRow[][] = [];
  let room = 0;
  for (const row of rows) {
    if (room <= 0) {
      parts.push([]);
      room = MOST_AT_ONCE;
    }
    parts.at(-1)?.push(row);
    room -= 1 + Object.keys(row.runs).length;
  }
  return parts;
}

/** As `mergeStatement` unpacks it: short names, because they are said again in every row. */
function packedDay(row: UsageRow) {
  return {
    ...packedKey(row),
    v: row.visits,
    e: row.engagedSeconds,
    p: row.promptsStarted,
    s: row.selfReported ? 1 : 0,
  };
}

function packedRuns(row: UsageRow) {
  const key = packedKey(row);
  return inOrder(row.runs).map(([workflowId, runs]) => ({ ...key, w: workflowId, r: runs }));
}

function packedKey({ organisationId, day, memberId, deviceId, tool }: UsageRow) {
  return { o: organisationId, d: day, m: memberId, i: deviceId, t: tool };
}

/** Rows are locked in the order of the packed ones, and marks after them, so that hubs do not wait for each other in a circle. */
function mergeStatement(days: string, runs: string) {
  return sql`
    WITH changed_days AS (
      INSERT INTO usage_days (
        organisation_id, day, member_id, device_id, tool, visits, engaged_seconds, prompts_started, self_reported)
      SELECT * FROM json_to_recordset(${days})
        AS packed (o TEXT, d INTEGER, m TEXT, i TEXT, t TEXT, v INTEGER, e INTEGER, p INTEGER, s INTEGER)
      ON CONFLICT (organisation_id, day, member_id, device_id, tool) DO UPDATE SET
        visits = GREATEST(excluded.visits, usage_days.visits),
        engaged_seconds = GREATEST(excluded.engaged_seconds, usage_days.engaged_seconds),
        prompts_started = GREATEST(excluded.prompts_started, usage_days.prompts_started),
        self_reported = GREATEST(excluded.self_reported, usage_days.self_reported)
      WHERE excluded.visits > usage_days.visits
        OR excluded.engaged_seconds > usage_days.engaged_seconds
        OR excluded.prompts_started > usage_days.prompts_started
        OR excluded.self_reported > usage_days.self_reported
      RETURNING organisation_id, day),
    changed_runs AS (
      INSERT INTO usage_runs (organisation_id, day, member_id, device_id, tool, workflow_id, runs)
      SELECT * FROM json_to_recordset(${runs})
        AS packed (o TEXT, d INTEGER, m TEXT, i TEXT, t TEXT, w TEXT, r INTEGER)
      ON CONFLICT (organisation_id, day, member_id, device_id, tool, workflow_id) DO UPDATE SET
        runs = excluded.runs
      WHERE excluded.runs > usage_runs.runs
      RETURNING organisation_id, day)
    INSERT INTO marks (organisation_id, subject, lane, version)
    SELECT organisation_id, day, ${sql.lit(OWN_LANE)}, 1
    FROM (SELECT * FROM changed_days UNION SELECT * FROM changed_runs) AS changed
    ORDER BY organisation_id, day
    ON CONFLICT (organisation_id, subject, lane) DO UPDATE SET version = marks.version + 1`;
}

function dayRow(row: UsageRow) {
  return {
    organisation_id: row.organisationId,
    day: row.day,
    member_id: row.memberId,
    device_id: row.deviceId,
    tool: row.tool,
    visits: row.visits,
    engaged_seconds: row.engagedSeconds,
    prompts_started: row.promptsStarted,
    self_reported: row.selfReported ? 1 : 0,
  };
}

function runRows(row: UsageRow) {
  return inOrder(row.runs).map(([workflowId, count]) => ({
    organisation_id: row.organisationId,
    day: row.day,
    member_id: row.memberId,
    device_id: row.deviceId,
    tool: row.tool,
    workflow_id: workflowId,
    runs: count,
  }));
}

const COUNTS = ['visits', 'engaged_seconds', 'prompts_started', 'self_reported'] as const;

function upsertDays(db: Kysely<Database>, rows: readonly DayRow[]) {
  return db
    .insertInto('usage_days')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'day', 'member_id', 'device_id', 'tool'])
        .doUpdateSet((expression) => {
          // CASE, because neither MAX(a, b) nor GREATEST exists on both engines.
          const larger = (column: (typeof COUNTS)[number]) =>
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
            COUNTS.map((column) =>
              expression(
                expression.ref(`excluded.${column}`),
                '>',
                expression.ref(`usage_days.${column}`),
              ),
            ),
          ),
        ),
    );
}

function upsertRuns(db: Kysely<Database>, rows: readonly RunRow[]) {
  return db
    .insertInto('usage_runs')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'day', 'member_id', 'device_id', 'tool', 'workflow_id'])
        .doUpdateSet((expression) => ({ runs: expression.ref('excluded.runs') }))
        .where((expression) =>
          expression(expression.ref('excluded.runs'), '>', expression.ref('usage_runs.runs')),
        ),
    );
}

function inOrder(runs: UsageRow['runs']): [string, number][] {
  return Object.entries(runs).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

type DayRow = ReturnType<typeof dayRow>;
type RunRow = ReturnType<typeof runRows>[number];
