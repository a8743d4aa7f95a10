import 'temporal-polyfill/global';
import { epochDay, type DayKey } from '../lib/domain/day.ts';
import type { LocalMoment } from '../lib/domain/help-clock.ts';

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

/** The moment of an instant on a time zone's wall clock. */
export function momentAt(instantMs: number, timeZone: string): LocalMoment {
  const local = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timeZone);
  return {
    day: local.toPlainDate().toString() as DayKey,
    minute: local.hour * 60 + local.minute,
  };
}
