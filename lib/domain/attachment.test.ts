import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { HOLIDAYS } from '../../content/holidays.ts';
import { day } from '../../test/support/history.ts';
import {
  ATTACHMENT_STATES,
  attachmentOf,
  attachmentState,
  attachmentWeeks,
  coverageOf,
  isAttached,
  peopleForTrial,
  type WeekOfRuns,
} from './attachment.ts';
import { createCalendar } from './calendar.ts';
import { weekNumberOf } from './week-number.ts';

/** One text a week, oldest first: each letter is a person who ran it, `.` a week without runs. */
const weeks = (text: string): WeekOfRuns[] =>
  text.split(' ').map((week) => new Set([...week].filter((letter) => letter !== '.')));

describe('how firmly a workflow is attached (METRICS.md M11)', () => {
  test.each([
    ['nobody ever ran it', '. . . .', 8, 'proposed'],
    ['there are no weeks yet', '', 8, 'proposed'],
    ['two people are not a trial', 'ab ab ab ab', 8, 'proposed'],
    ['three people in four weeks are', 'ab . . c', 8, 'trial'],
    ['a third of them five weeks ago is not', 'c a . b .', 8, 'proposed'],
    ['half of five, rounded up', '. . ab c', 5, 'trial'],
    ['two of five are fewer than half', 'a b . a', 5, 'proposed'],
    ['two of four', 'a . . b', 4, 'trial'],
    ['three weeks of four', '. abc a b', 8, 'attached'],
    ['two weeks of four', '. abc . b', 8, 'trial'],
    ['nine of twelve', '. . . abc a a a a a abc a a', 8, 'settled'],
    ['eight of twelve', '. . . . abc a a a a abc a b', 8, 'attached'],
    ['runs in the thirteenth week back', 'a . . . . abc a a a a abc a b', 8, 'attached'],
    ['settled, then two weeks without', 'a a a a a a a a a abc a . .', 8, 'trial'],
    ['settled, then four without', 'abc abc abc abc abc abc abc abc abc . . . .', 8, 'proposed'],
    ['one alone, every week', 'a a a a a a a a a a a a', 8, 'proposed'],
    ['the one member of a department of one', 'a a a .', 1, 'attached'],
  ] as const)('%s', (_name, text, members, state) => {
    expect(attachmentState(weeks(text), members)).toBe(state);
  });

  test.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 3],
    [6, 3],
    [40, 3],
    [0, 1],
  ])('a department of %i tries with %i', (members, people) => {
    expect(peopleForTrial(members)).toBe(people);
  });

  it('says that it fell back in the week it did', () => {
    const history = 'abc abc abc abc . .';
    const fell = [4, 5, 6].map((length) =>
      attachmentOf(weeks(history.split(' ').slice(0, length).join(' ')), 8),
    );
    expect(fell.map(({ state, fellBack }) => [state, fellBack])).toEqual([
      ['attached', false],
      ['attached', false],
      ['trial', true],
    ]);
    expect(attachmentOf(weeks(`${history} . .`), 8)).toEqual({
      state: 'proposed',
      fellBack: true,
      fellWeeksAgo: 1,
      weeksWithRuns: 0,
    });
  });

  test.each([
    ['was tried and is used by nobody', 'abc . . . . .', 2],
    ['was attached, then in trial, then nothing', 'abc abc abc abc . . . . . . .', 4],
    ['fell twice: the last time counts', 'abc . . . . abc . . . . .', 2],
    ['is run by one alone', 'abc abc abc a a a a a', 2],
    ['was never in trial', 'a b . a . .', undefined],
    ['is in trial again', 'abc abc abc . . . abc', undefined],
    ['is in trial for a second week after it was attached', 'abc abc abc abc . . a', undefined],
    [
      'is attached for a second week after it was settled',
      `${'abc '.repeat(9)}. abc abc abc`,
      undefined,
    ],
    ['has no weeks yet', '', undefined],
  ])('of what %s says since when it is proposed again', (_name, text, ago) => {
    const { fellBack, fellWeeksAgo } = attachmentOf(weeks(text), 8);
    expect([fellBack, fellWeeksAgo]).toEqual([ago !== undefined, ago]);
  });

  it('covers what is attached or settled, of all that is registered', () => {
    expect(coverageOf(['proposed', 'trial', 'attached', 'settled'])).toEqual({ count: 2, of: 4 });
    expect(coverageOf([])).toEqual({ count: 0, of: 0 });
  });
});

const aWeek: fc.Arbitrary<string[]> = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), {
  maxLength: 4,
});
const history = fc.array(aWeek, { minLength: 1, maxLength: 16 });
const sets = (all: readonly (readonly string[])[]): WeekOfRuns[] =>
  all.map((each) => new Set(each));
const rank = (all: readonly (readonly string[])[], members: number): number =>
  ATTACHMENT_STATES.indexOf(attachmentState(sets(all), members));

describe('attachment, whatever the runs', () => {
  it('never falls by a run more', () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.integer({ min: 1, max: 20 }), (all, at, members) => {
        const index = at % all.length;
        const more = all.with(index, [...(all[index] ?? []), 'e']);
        expect(rank(more, members)).toBeGreaterThanOrEqual(rank(all, members));
      }),
    );
  });

  it('is proposed again after four weeks without runs', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 20 }), (all, members) => {
        expect(attachmentState(sets([...all, [], [], [], []]), members)).toBe('proposed');
      }),
    );
  });

  it('asks nothing of weeks before the last twelve', () => {
    fc.assert(
      fc.property(history, history, fc.integer({ min: 1, max: 20 }), (before, all, members) => {
        const twelve = [...Array.from({ length: 12 }, () => []), ...all].slice(-12);
        expect(rank([...before, ...twelve], members)).toBe(rank(twelve, members));
      }),
    );
  });

  it('of many is told by three people at least, so no two are pointed at', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 5, max: 20 }), (all, members) => {
        const people = new Set(all.slice(-4).flat());
        expect(isAttached(attachmentState(sets(all), members)) && people.size < 3).toBe(false);
      }),
    );
  });
});

describe('work that fell back, whatever the runs', () => {
  const stood = (all: readonly (readonly string[])[], ago: number) =>
    rank(ago === 0 ? all : all.slice(0, -ago), 8);

  it('stood higher so many weeks ago, and never since', () => {
    fc.assert(
      fc.property(history, (all) => {
        const { fellBack, fellWeeksAgo: ago } = attachmentOf(sets(all), 8);
        expect(ago !== undefined).toBe(fellBack);
        if (ago === undefined) return;
        expect(stood(all, ago)).toBeGreaterThan(stood(all, 0));
        for (let less = 1; less < ago; less += 1) expect(stood(all, less)).toBe(stood(all, 0));
      }),
    );
  });

  it('goes on saying it while nobody runs it, a week more each week', () => {
    fc.assert(
      fc.property(history, fc.nat(4), (all, more) => {
        const still = [...all, [], [], [], []];
        const fell = attachmentOf(sets(still), 8).fellWeeksAgo;
        const later = [...still, ...Array.from({ length: more }, () => [])];
        expect(attachmentOf(sets(later), 8).fellWeeksAgo).toBe(fell && fell + more);
      }),
    );
  });
});

describe('the weeks looked at', () => {
  const calendar = createCalendar(
    {
      country: 'JP',
      weekdays: [1, 2, 3, 4, 5],
      closures: [{ from: day('2026-08-10'), to: day('2026-08-14') }],
      leave: [],
    },
    HOLIDAYS,
  );

  it('are the thirteen before the running one, a week off left out', () => {
    const today = day('2026-09-09');
    const numbers = attachmentWeeks(calendar, today);
    expect(numbers).toHaveLength(13);
    expect(numbers).not.toContain(weekNumberOf(day('2026-08-12')));
    expect(numbers.at(-1)).toBe(weekNumberOf(today) - 1);
    expect(numbers[0]).toBe(weekNumberOf(today) - 14);
  });

  it('are none where nobody is ever due', () => {
    const never = createCalendar(
      {
        country: 'ZZ',
        weekdays: [1],
        closures: [{ from: day('2020-01-01'), to: day('2030-01-01') }],
        leave: [],
      },
      {},
    );
    expect(attachmentWeeks(never, day('2026-09-09'))).toEqual([]);
  });
});
