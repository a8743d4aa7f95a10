import { dayAt, type DayKey } from '../domain/day.ts';
import { parseHeld, personStateOf } from './held.ts';
import type { PersonState } from './person-state.ts';
import type { Clock } from './ports.ts';
import { sharedLibraryOf, withShared } from './shared-library.ts';

/** When a person is looked at. */
export interface Moment {
  readonly nowMs: number;
  readonly today: DayKey;
}

/** Now, and the local day it is. */
export function momentOf({ clock }: { readonly clock: Clock }): Moment {
  const nowMs = clock.now();
  return { nowMs, today: dayAt(nowMs, clock.utcOffsetMinutes(nowMs)) };
}

/** The person as every part of the product sees them: what they have, and what their department shares. Pure and total. */
export function personOf(
  raw: Readonly<Record<string, unknown>>,
  { nowMs, today }: Moment,
): PersonState {
  return withShared(personStateOf(parseHeld(raw, nowMs), today), sharedLibraryOf(raw));
}
