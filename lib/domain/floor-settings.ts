import type { WeekKey } from './day.ts';

/** The floor's settings (METRICS.md P). */
export interface FloorSettings {
  /** Fewest people of a group whose numbers are shown, 5–10. */
  readonly floor: number;
  /** Every member of the organisation agreed to be shown in groups of three. */
  readonly agreedToThree?: boolean | undefined;
  /**
   * First week these settings hold for. Weeks before were released under others and are only shown as they were frozen
   * then: the same week under two floors could be subtracted.
   */
  readonly since?: WeekKey | undefined;
}
