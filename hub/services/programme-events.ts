import type { DayKey } from '../../lib/domain/day.ts';
import type { DepartmentKey } from '../repositories/programmes.ts';

/** What a programme needs to know of its meetings, their actions and help; `lib/domain/programme-stall.ts` says of each. */
export interface ProgrammeEvents {
  /** Days on which a meeting was held. */
  readonly meetings: readonly DayKey[];
  readonly noOpenActionSince: DayKey | undefined;
  readonly slowHelpSince: DayKey | undefined;
}

/** Reads a department's events, where a hub keeps them. */
export type ReadProgrammeEvents = (department: DepartmentKey) => Promise<ProgrammeEvents>;

/** Of a department that keeps none of it: no meeting was held, and nothing is known of actions and help. */
export const readNoEvents: ReadProgrammeEvents = async () => ({
  meetings: [],
  noOpenActionSince: undefined,
  slowHelpSince: undefined,
});
