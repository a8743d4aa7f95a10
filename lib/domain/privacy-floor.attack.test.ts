import { describe, expect, it } from 'vitest';
import {
  anyOf,
  findPinned,
  type Finding,
  type History,
  type Secret,
  type Show,
} from '../../test/support/attacker.ts';
import { shownOf, staysOf } from '../../test/support/department-world.ts';
import type { DayKey } from './day.ts';
import type { Stay } from './stay.ts';

const [MON, TUE, NEXT] = ['2026-03-02', '2026-03-03', '2026-03-09'] as const;
const ONE_WEEK = { weeks: ['2026-W10'], today: '2026-03-09' };
const TWO_WEEKS = { weeks: ['2026-W10', '2026-W11'], today: '2026-03-16' };
/** The last of them ends a four-week look back. */
const MONDAYS = ['2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30'] as const;
const FOUR_WEEKS = {
  scheduled: MONDAYS,
  weeks: ['2026-W11', '2026-W12', '2026-W13', '2026-W14'],
  today: '2026-04-06',
};

/** The same histories for each of these members. */
function each(members: readonly Stay[], histories: readonly History[]): Secret['histories'] {
  return Object.fromEntries(members.map(({ memberId }) => [memberId, histories]));
}

function people(department: string, count: number, from = '2026-02-23', to?: string): Stay[] {
  return staysOf(department, count, to === undefined ? { from } : { from, to });
}

const five = people('a', 5);
const six = people('a', 6);
const either = anyOf([MON, TUE]);
/** Whoever was there from the beginning used it in the first week, and then anything may have been. */
const courses = anyOf(MONDAYS.slice(1)).map((history) => ({ ...history, [MONDAYS[0]]: 0 }));

const secrets: Readonly<Record<string, Secret>> = {
  'one day of five': {
    stays: five,
    histories: each(five, anyOf([MON])),
    scheduled: [MON],
    ...ONE_WEEK,
  },
  'two days of six': {
    stays: six,
    histories: each(six, either),
    scheduled: [MON, TUE],
    ...ONE_WEEK,
  },
  'a target turned down': {
    stays: five,
    histories: each(five, either),
    scheduled: [MON, TUE],
    target: 0.1,
    ...ONE_WEEK,
  },
  'a target turned up': {
    stays: five,
    histories: each(five, either),
    scheduled: [MON, TUE],
    target: 1,
    ...ONE_WEEK,
  },
  'one of seven away on Monday': {
    stays: people('a', 7),
    histories: { ...each(six, either), a7: anyOf([TUE]) },
    scheduled: [MON, TUE],
    leave: { a7: [MON] },
    ...ONE_WEEK,
  },
  'one leaves between two weeks': {
    stays: [...five, ...people('a', 6, '2026-02-23', '2026-03-06').slice(5)],
    histories: { ...each(five, anyOf([MON, NEXT])), a6: anyOf([MON]) },
    scheduled: [MON, NEXT],
    ...TWO_WEEKS,
  },
  'one joins between two weeks': {
    stays: [...five, ...people('a', 6, NEXT).slice(5)],
    histories: { ...each(five, anyOf([MON, NEXT])), a6: anyOf([NEXT]) },
    scheduled: [MON, NEXT],
    ...TWO_WEEKS,
  },
  'one moves to another department within the week': {
    stays: [
      ...five,
      ...people('b', 5),
      ...people('a', 6, '2026-02-23', MON).slice(5),
      { memberId: 'a6', departmentId: 'b', fromDay: TUE as DayKey },
    ],
    histories: {
      ...each(five, anyOf([MON])),
      ...each(people('b', 5), either),
      a6: either,
    },
    scheduled: [MON, TUE],
    ...ONE_WEEK,
  },
  'a hidden pair beside six': {
    stays: [...six, ...people('h', 2)],
    histories: each([...six, ...people('h', 2)], anyOf([MON])),
    scheduled: [MON],
    ...ONE_WEEK,
  },
  'a hidden pair that grows to five': {
    stays: [...five, ...people('h', 2), ...people('h', 5, NEXT).slice(2)],
    histories: {
      ...each(five, anyOf([MON])),
      ...each(people('h', 2), anyOf([MON, NEXT])),
      ...each(people('h', 5).slice(2), anyOf([NEXT])),
    },
    scheduled: [MON, NEXT],
    ...TWO_WEEKS,
  },
  'four weeks of habit, one came later': {
    ...FOUR_WEEKS,
    stays: [...people('a', 5, '2026-03-02'), ...people('a', 6, MONDAYS[2]).slice(5)],
    histories: { ...each(five, courses), a6: anyOf(MONDAYS.slice(2)) },
  },
  'four weeks of habit, one left': {
    ...FOUR_WEEKS,
    stays: [
      ...people('a', 5, '2026-03-02'),
      ...people('a', 6, '2026-03-02', '2026-03-20').slice(5),
    ],
    histories: { ...each(five, courses), a6: anyOf(MONDAYS.slice(0, 2)) },
  },
};

describe('an attacker who knows every person, day and rule, and sees all that is shown', () => {
  it.each(Object.entries(secrets))(
    'is sure of nobody: %s',
    (_, secret) => {
      expect(sentences(findPinned(secret))).toEqual([]);
    },
    60_000,
  );

  it('is sure of nobody from prompts', () => {
    const prompts = [0, 1, 2, 3, 4, 5, 6].map((count) => ({ [MON]: count }));
    const secret = { stays: five, histories: each(five, [{}, ...prompts]), scheduled: [MON] };
    expect(sentences(findPinned({ ...secret, ...ONE_WEEK }, withoutMost))).toEqual([]);
  });

  it('is not kept from what METRICS.md P lets a line of three say to one of the three', () => {
    const three = people('h', 3);
    const secret = { stays: three, histories: each(three, anyOf([MON])), scheduled: [MON] };
    const found = findPinned({ ...secret, ...ONE_WEEK });
    expect(found.every(({ viewer }) => viewer !== undefined)).toBe(true);
    expect(found.length).toBeGreaterThan(0);
  });
});

function sentences(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ viewer, member, fact }) => `${viewer ?? 'an outsider'} knows of ${member}: ${fact}`,
  );
}

/** In life there is no most that can be started; here there is, and all five at it would give themselves away. */
const withoutMost: Show = (...company) =>
  JSON.stringify(shownOf(...company)).replaceAll(/"low":[4-9],"high":[4-9]\b/g, 'many');
