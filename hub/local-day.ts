import 'temporal-polyfill/global';
import { epochDay, type DayKey } from '../lib/domain/day.ts';

/** The local day of an instant in a time zone (IANA name), e.g. `2026-11-23`. */
export function dayKeyAt(instantMs: number, timeZone: string): DayKey {
  return Temporal.Instant.fromEpochMilliseconds(instantMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString() as DayKey;
}

/** The same as days since 1970-01-01, as the tables hold it. */
export function dayNumberAt(instantMs: number, timeZone: string): number {
  return epochDay(dayKeyAt(instantMs, timeZone));
}
