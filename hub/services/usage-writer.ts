import { mergeEntries } from '../../lib/domain/ledger.ts';
import type { Usage, UsageRow } from '../repositories/usage.ts';

/** Takes in days; resolves when they are durably stored. */
export interface UsageWriter {
  write(rows: readonly UsageRow[]): Promise<void>;
  /** Deliveries that wait for the transaction under way. */
  waiting(): number;
}

interface Waiting {
  readonly rows: readonly UsageRow[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Group commit: deliveries that arrive while one transaction runs are stored together by the next, so a sync to disk is
 * paid once for all of them. Each caller is answered after the commit that holds its rows. Merging by maximum makes the
 * order within a group irrelevant.
 */
export function createUsageWriter(usage: Usage): UsageWriter {
  let waiting: Waiting[] = [];
  let running = false;

  async function drain(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        await usage.merge(uniqueByKey(group.flatMap(({ rows }) => rows)));
        for (const { done } of group) done();
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    running = false;
  }

  return {
    waiting: () => waiting.length,

    write(rows) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      waiting.push({ rows, done: resolve, failed: reject });
      // On the next turn, so that requests that arrived together are stored together.
      if (!running) {
        running = true;
        setImmediate(() => void drain());
      }
      return promise;
    },
  };
}

/** One row a key: an upsert may not touch the same row twice. */
function uniqueByKey(rows: readonly UsageRow[]): UsageRow[] {
  const byKey = new Map<string, UsageRow>();
  for (const row of rows) {
    const key = [row.organisationId, row.day, row.memberId, row.deviceId, row.tool].join('\n');
    const held = byKey.get(key);
    byKey.set(key, held === undefined ? row : { ...row, ...mergeEntries(held, row) });
  }
  return [...byKey.values()];
}
