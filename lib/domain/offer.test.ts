import { describe, expect, it } from 'vitest';
import type { DayKey } from './day.ts';
import { mayOffer, offerConcerns, offerUntil, type MayOffer } from './offer.ts';

describe('an offer', () => {
  it.each<[today: string, lastOn: string | undefined, isCalledFor: boolean, MayOffer]>([
    ['2026-06-01', undefined, true, 'yes'],
    ['2026-06-01', undefined, false, 'notCalledFor'],
    ['2026-06-01', '2026-06-01', true, 'stands'],
    ['2026-06-14', '2026-06-01', true, 'stands'],
    ['2026-06-15', '2026-06-01', true, 'tooSoon'],
    ['2026-06-28', '2026-06-01', true, 'tooSoon'],
    ['2026-06-29', '2026-06-01', true, 'yes'],
    ['2026-06-29', '2026-06-01', false, 'notCalledFor'],
    // A clock that was set back.
    ['2026-05-01', '2026-06-01', true, 'stands'],
  ])('on %s after one on %s, called for %s: %s', (today, lastOn, isCalledFor, expected) => {
    const input = { today: today as DayKey, lastOn: lastOn as DayKey | undefined, isCalledFor };
    expect(mayOffer(input)).toBe(expected);
  });

  it('stands for two weeks', () => {
    expect(offerUntil('2026-06-01' as DayKey)).toBe('2026-06-14');
  });

  it.each<[why: string, lastUsedOn: string | undefined, joinedOn: string, boolean]>([
    ['never began', undefined, '2026-04-01', true],
    ['joined a week ago', undefined, '2026-05-25', true],
    ['joined six days ago', undefined, '2026-05-26', false],
    ['stopped four weeks ago', '2026-05-04', '2026-04-01', true],
    ['was here less than four weeks ago', '2026-05-05', '2026-04-01', false],
    ['is here today', '2026-06-01', '2026-04-01', false],
  ])('concerns who %s', (_, lastUsedOn, joinedOn, expected) => {
    const own = {
      today: '2026-06-01' as DayKey,
      lastUsedOn: lastUsedOn as DayKey | undefined,
      joinedOn: joinedOn as DayKey,
    };
    expect(offerConcerns(own)).toBe(expected);
  });
});
