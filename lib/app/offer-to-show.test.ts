import { describe, expect, it } from 'vitest';
import type { CheckIn } from '../contract/check-in.ts';
import { DEFAULT_SETTINGS } from '../contract/settings.ts';
import type { DayKey } from '../domain/day.ts';
import type { Ledger } from '../domain/ledger.ts';
import { offerToShow } from './offer-to-show.ts';

const day = (key: string) => key as DayKey;
const OFFER = { offeredOn: day('2026-06-01'), until: day('2026-06-14') };
const visit = { visits: 1, engagedSeconds: 60, promptsStarted: 0, selfReported: false, runs: {} };

type Person = Parameters<typeof offerToShow>[0];

function person(checkIn: Partial<CheckIn> = {}, more: Partial<Person> = {}): Person {
  return {
    checkIn: { offer: OFFER, answered: [], ...checkIn },
    settings: DEFAULT_SETTINGS,
    ledger: {},
    today: day('2026-06-10'),
    team: {
      team: {
        department: { id: 'sales', name: '営業' },
        championOf: [],
        joinedOn: day('2026-04-01'),
      },
    } as unknown as Person['team'],
    ...more,
  };
}

const used = (on: string): Ledger => ({ [day(on)]: { chatgpt: visit } });
const championOf = (id: string): Partial<Person> => {
  const { team } = person();
  return {
    team: { ...team, team: { ...team?.team, championOf: [{ id, name: '' }] } } as Person['team'],
  };
};

describe('an offer', () => {
  it.each<[string, Person, boolean]>([
    ['is shown to whom it concerns', person(), true],
    ['is shown on its last day', person({}, { today: OFFER.until }), true],
    ['is not shown after it', person({}, { today: day('2026-06-15') }), false],
    ['is not shown where the clock was set back', person({}, { today: day('2026-05-31') }), false],
    ['is not shown twice', person({ answered: [OFFER.offeredOn] }), false],
    ['is not shown to who used it here', person({}, { ledger: used('2026-06-09') }), false],
    ['is shown to who stopped here', person({}, { ledger: used('2026-05-01') }), true],
    ['is not shown to who used it elsewhere', person({ usedOn: day('2026-06-01') }), false],
    ['is not shown to who makes it', person({}, championOf('sales')), false],
    ['is shown to the champion of another department', person({}, championOf('office')), true],
    ['is not shown without a company', person({}, { team: undefined }), false],
    [
      'is not shown to who does not want offers',
      person({}, { settings: { ...DEFAULT_SETTINGS, asks: { offers: false, pulse: true } } }),
      false,
    ],
  ])('%s', (_, who, expected) => {
    expect(offerToShow(who)).toEqual(expected ? OFFER : undefined);
  });
});
