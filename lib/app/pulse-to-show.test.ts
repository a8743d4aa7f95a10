import { describe, expect, it } from 'vitest';
import type { CheckIn } from '../contract/check-in.ts';
import { DEFAULT_SETTINGS } from '../contract/settings.ts';
import type { DayKey } from '../domain/day.ts';
import { pulseToShow } from './pulse-to-show.ts';

type Person = Parameters<typeof pulseToShow>[0];

const MONTH = '2026-06';
const person = (checkIn: Partial<CheckIn> = {}, more: Partial<Person> = {}): Person => ({
  checkIn: { answered: [], pulse: { month: MONTH, answered: false }, ...checkIn },
  settings: DEFAULT_SETTINGS,
  team: {} as Person['team'],
  today: '2026-06-01' as DayKey,
  ...more,
});
const at = (day: string) => ({ today: day as DayKey });
const weekday = { isScheduled: () => true };

describe('the pulse', () => {
  it.each<[string, Person, string | undefined]>([
    ['is asked from the first', person(), MONTH],
    ['is asked on the last of its days', person({}, at('2026-06-14')), MONTH],
    ['is not asked after it', person({}, at('2026-06-15')), undefined],
    ['is not asked of a month the hub did not name', person({}, at('2026-07-01')), undefined],
    ['is not asked before the hub said so', person({ pulse: undefined }), undefined],
    ['is not asked again', person({ pulse: { month: MONTH, answered: true } }), undefined],
    ['is not asked again here', person({ passed: MONTH }), undefined],
    ['is asked again the month after', person({ passed: '2026-05' }), MONTH],
    ['is not asked without a company', person({}, { team: undefined }), undefined],
    [
      'is not asked of who does not want it',
      person({}, { settings: { ...DEFAULT_SETTINGS, asks: { offers: true, pulse: false } } }),
      undefined,
    ],
  ])('%s', (_, who, expected) => {
    expect(pulseToShow(who, weekday)).toBe(expected);
  });

  it('waits for a scheduled day', () => {
    expect(pulseToShow(person(), { isScheduled: () => false })).toBeUndefined();
  });
});
