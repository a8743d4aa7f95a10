import type { Offer } from '../contract/hub/check-in.ts';
import { DEFAULT_ASKS, type AsksSettings, type Settings } from '../contract/settings.ts';
import type { DayKey } from '../domain/day.ts';
import { isVisitDay, type Ledger } from '../domain/ledger.ts';
import { later, offerConcerns } from '../domain/offer.ts';
import type { PersonState } from './person-state.ts';

/**
 * The offer to show this person now; undefined most of the time. This is the only place that decides whom an offer
 * concerns, and it is in the person's own browser (docs/adr/0020-offers-and-pulse.md). Whoever makes the offers of their
 * department is not asked by themselves.
 */
export function offerToShow(
  person: Pick<PersonState, 'checkIn' | 'team' | 'settings' | 'ledger' | 'today'>,
): Offer | undefined {
  const { checkIn, team, settings, ledger, today } = person;
  const offer = checkIn?.offer;
  if (offer === undefined || team === undefined) return undefined;
  const { department, championOf, joinedOn } = team.team;
  const isOpen = offer.offeredOn <= today && today <= offer.until;
  const mayAsk = asksOf(settings).offers && !championOf.some(({ id }) => id === department.id);
  if (!isOpen || !mayAsk || checkIn?.answered.includes(offer.offeredOn) === true) return undefined;
  const lastUsedOn = later(checkIn?.usedOn, lastVisitDay(ledger));
  return offerConcerns({ today, lastUsedOn, joinedOn }) ? offer : undefined;
}

/** What the person wants to be asked. */
export function asksOf({ asks }: Settings): AsksSettings {
  return asks ?? DEFAULT_ASKS;
}

function lastVisitDay(ledger: Ledger): DayKey | undefined {
  const used = Object.keys(ledger).filter((day) => isVisitDay(ledger[day as DayKey]));
  return used.toSorted().at(-1) as DayKey | undefined;
}
