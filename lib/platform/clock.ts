import type { Clock } from '../app/ports.ts';
import { CLOCK_OFFSET_KEY } from '../contract/stored-items.ts';
import { browser } from './browser.ts';

/** A clock, and when it may first be asked. */
export interface DeviceClock extends Clock {
  /** Settled once the offset was read; before that `now` is the device's plain time. Never rejects. */
  readonly ready: Promise<void>;
}

/**
 * The device's clock, moved by `CLOCK_OFFSET_KEY`. The offset is read once and followed when it changes; only trusted
 * contexts can set it, and it is gone when the browser closes. A value that is no whole number counts as 0.
 */
export function createClock(): DeviceClock {
  let offsetMs = 0;
  let changed = false;
  const take = (value: unknown): void => {
    offsetMs = Number.isSafeInteger(value) ? (value as number) : 0;
  };
  browser.storage.onChanged.addListener((changes, area) => {
    const change = changes[CLOCK_OFFSET_KEY];
    if (area !== 'session' || change === undefined) return;
    changed = true;
    take(change.newValue);
  });
  const ready = browser.storage.session.get(CLOCK_OFFSET_KEY).then(
    (values) => {
      // A change heard while the first read was under way is the newer of the two.
      if (!changed) take(values[CLOCK_OFFSET_KEY]);
    },
    () => {},
  );
  return {
    ready,
    now: () => Date.now() + offsetMs,
    utcOffsetMinutes: (instantMs) => -new Date(instantMs).getTimezoneOffset(),
  };
}
