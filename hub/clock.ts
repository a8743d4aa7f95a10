/** The hub's clock. */
export interface HubClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** True when the clock was set for a rehearsal; everything sent is then marked. */
  readonly rehearsal: boolean;
}

/** The system's clock, or one that starts at `startMs` and runs on from there. */
export function createHubClock(startMs: number | undefined): HubClock {
  if (startMs === undefined) return { now: () => Date.now(), rehearsal: false };
  const offset = startMs - Date.now();
  return { now: () => Date.now() + offset, rehearsal: true };
}
