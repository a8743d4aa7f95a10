import type { Calendar } from '../domain/calendar.ts';
import { pulseAskedOn } from '../domain/pulse.ts';
import { asksOf } from './offer-to-show.ts';
import type { PersonState } from './person-state.ts';

/**
 * The month whose four questions are asked of this person now; undefined most of the time. Only once the hub said that it
 * asks, on a scheduled day of the month's days, until it was answered or put away here or answered elsewhere.
 */
export function pulseToShow(
  { checkIn, settings, team, today }: Pick<PersonState, 'checkIn' | 'settings' | 'team' | 'today'>,
  { isScheduled }: Pick<Calendar, 'isScheduled'>,
): string | undefined {
  const month = pulseAskedOn(today);
  const told = checkIn?.pulse;
  if (month === undefined || told?.month !== month || told.answered) return undefined;
  const isPassed = checkIn?.passed === month || !asksOf(settings).pulse;
  return team === undefined || isPassed || !isScheduled(today) ? undefined : month;
}
