import { describe, expect, it } from 'vitest';
import { findPinned, type History, type Secret, type Show } from '../../test/support/attacker.ts';
import {
  departmentsOf,
  shownOf,
  staysOf,
  used,
  type Company,
} from '../../test/support/department-world.ts';
import { dayOfEpoch, type DayKey } from './day.ts';
import type { Stay } from './stay.ts';
import { tellUse, useWindow, whoCounts } from './shared-use.ts';

/** The last day of four weeks, and one in the four weeks after. */
const [NOW, LATER] = ['2026-04-03', '2026-04-27'] as const;
/** When the attacker looks: while the four weeks run, every day that somebody comes or goes, and after the next four. */
const LOOKS = ['2026-04-05', '2026-04-06', '2026-04-08', '2026-04-20', '2026-05-03', '2026-05-04'];
const WEEKS = { scheduled: [NOW, LATER], weeks: ['2026-W14', '2026-W18'], today: '2026-05-11' };

/** One prompt that everybody shares; each prompt started is a run of it. */
function toldOn(company: Company, today: string): unknown {
  const { from, to } = useWindow(today as DayKey);
  // As the tables have it on that day: who comes later is not in them yet.
  const stays = company.stays.filter(({ fromDay }) => fromDay <= today);
  const groups = whoCounts(stays, to);
  return departmentsOf(company).map((departmentId) => {
    const group = groups.get(departmentId) ?? new Set();
    const runs = [...group].map((memberId) =>
      company.use
        .filter((row) => row.memberId === memberId)
        .filter(({ day }) => dayOfEpoch(day) >= from && dayOfEpoch(day) <= to)
        .reduce((sum, { promptsStarted }) => sum + promptsStarted, 0),
    );
    return tellUse(runs, { members: group.size, minimum: 5 });
  });
}

const allUses: Show = (company) => LOOKS.map((today) => toldOn(company, today));
/** Beside what the summaries say of days. Their mean of prompts is not of these runs: here there is a most, in life there is none. */
const usesAndSummaries: Show = (company, ...asked) => {
  const use = company.use.map((row) => ({ ...row, promptsStarted: 0 }));
  return [allUses(company, ...asked), shownOf({ ...company, use }, ...asked)];
};

/** Each may have been away, there, or there and have run it, on any of these days. */
function each(stays: readonly Stay[], days: readonly string[]): Secret['histories'] {
  const histories = days.reduce<History[]>(
    (all, day) =>
      all.flatMap((history) => [history, { ...history, [day]: 0 }, { ...history, [day]: 1 }]),
    [{}],
  );
  return Object.fromEntries(stays.map(({ memberId }) => [memberId, histories]));
}

const seven = staysOf('a', 7);
const leaver = staysOf('a', 8, { to: '2026-04-07' }).slice(7);
const newcomer = staysOf('a', 8, { from: '2026-04-07' }).slice(7);
const others = staysOf('b', 6);
const mover: Stay[] = [
  ...leaver,
  { memberId: 'a8', departmentId: 'b', fromDay: '2026-04-08' as DayKey },
];

const companies: Readonly<
  Record<string, (days: readonly string[]) => Omit<Secret, keyof typeof WEEKS>>
> = {
  'nobody comes or goes': (days) => ({ stays: seven, histories: each(seven, days) }),
  'one leaves': (days) => ({
    stays: [...seven, ...leaver],
    histories: { ...each(seven, days), ...each(leaver, [days[0] ?? NOW]) },
  }),
  'one joins': (days) => ({
    stays: [...seven, ...newcomer],
    histories: { ...each(seven, days), ...each(newcomer, [days.at(-1) ?? LATER]) },
  }),
  'one moves': (days) => ({
    stays: [...seven, ...mover, ...others],
    histories: each([...seven, ...mover, ...others], days),
  }),
};

describe('who sees how much a shared prompt is used, whenever they like', () => {
  it.each(Object.entries(companies))(
    'is sure of nobody: %s',
    (_, company) => {
      expect(findPinned({ ...company([NOW]), ...WEEKS }, usesAndSummaries)).toEqual([]);
      expect(findPinned({ ...company([LATER]), ...WEEKS }, usesAndSummaries)).toEqual([]);
    },
    60_000,
  );

  it.each(['one leaves', 'one joins'])('nor from two times four weeks: %s', (name) => {
    const secret = companies[name]?.([NOW, LATER]);
    expect(secret && findPinned({ ...secret, ...WEEKS }, allUses)).toEqual([]);
  });
});

it('is told something at all', () => {
  const six = seven.slice(0, 6).map(({ memberId }) => memberId);
  const company = { stays: seven, use: used(six, NOW, NOW) };
  expect(toldOn(company, '2026-04-05')).toEqual([undefined]);
  expect(toldOn(company, '2026-04-06')).toEqual([{ people: 5, runs: 5 }]);
});
