import type { AttachmentState } from './attachment.ts';
import { epochDay, type DayKey } from './day.ts';

/** A workflow as a meeting looks at it. */
export interface ProposedWork {
  /** Undefined where the floor does not tell it. */
  readonly state?: AttachmentState | undefined;
  readonly fellBack: boolean;
  /** Not accepted yet by those who manage the department. */
  readonly waiting: boolean;
  /** Instant (ms). */
  readonly proposedAt: number;
}

const MS_PER_DAY = 86_400_000;
/** A fortnight, about what lies between two meetings. */
const STALLED_MS = 14 * MS_PER_DAY;

/**
 * Proposals that do not move: what fell back (M11), then what was proposed before the last meeting's fortnight and is still
 * not in trial or not accepted, the oldest first. What the floor hides is left out, unless it waits to be accepted: that
 * says nothing of anybody's runs.
 */
export function stalledProposals<T extends ProposedWork>(work: readonly T[], today: DayKey): T[] {
  const before = epochDay(today) * MS_PER_DAY - STALLED_MS;
  return work
    .filter(({ state, fellBack, waiting, proposedAt }) => {
      if (fellBack) return true;
      return (waiting || state === 'proposed') && proposedAt <= before;
    })
    .toSorted((a, b) => Number(b.fellBack) - Number(a.fellBack) || a.proposedAt - b.proposedAt);
}
