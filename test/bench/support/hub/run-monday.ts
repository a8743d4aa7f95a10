import { readConfig } from '../../../../hub/config.ts';
import { openHub } from '../../../../hub/hub.ts';
import { createJobs } from '../../../../hub/jobs/jobs.ts';
import { addDays, dayOfEpoch, mondayOf } from '../../../../lib/domain/day.ts';

/** Whose Monday it is. */
export interface MondayOrders {
  readonly settings: Readonly<Record<string, string>>;
  readonly departments: number;
  /** Days since 1970-01-01; the Monday is the next one. */
  readonly today: number;
}

/** What a Monday took. */
export interface MondayResult {
  /** From the first look at what is due to the last summary written out. */
  readonly ms: number;
  /** The most memory the process ever had, in MB; of this process, so it means something only in one of its own. */
  readonly peakMb: number;
}

/**
 * Monday by a hub that has just started: every department's summary opened, computed, drawn and written to the outbox.
 * Throws when not every department's summary left.
 */
export async function runMonday({
  settings,
  departments,
  today,
}: MondayOrders): Promise<MondayResult> {
  const result = readConfig({
    ...settings,
    LOG_LEVEL: 'error',
    CLOCK: `${addDays(mondayOf(dayOfEpoch(today)), 1)}T12:00:00+09:00`,
  });
  if (!result.ok) throw new Error(result.problems.join(' '));
  const hub = await openHub(result.config);
  try {
    const begun = performance.now();
    const { sent, failed } = await createJobs(hub).tick();
    const ms = performance.now() - begun;
    if (sent !== departments || failed > 0) {
      throw new Error(`Sent ${sent}, failed ${failed} of ${departments}.`);
    }
    return { ms, peakMb: (process.resourceUsage().maxRSS * 1024) / 1_000_000 };
  } finally {
    await hub.close();
  }
}
