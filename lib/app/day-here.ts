import { dayAt, type DayKey } from '../domain/day.ts';

/**
 * The local day of an instant on the device that shows it, by the offset that its zone had or will have then (DST). For what is
 * read by its owner; what is counted takes its offset from the clock's port.
 */
export function dayHere(instantMs: number): DayKey {
  return dayAt(instantMs, -new Date(instantMs).getTimezoneOffset());
}
