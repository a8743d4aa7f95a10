import type { DepartmentSummary, SummaryLine } from '../../lib/domain/department-summary.ts';
import { addDays, mondayOfWeek, type WeekKey } from '../../lib/domain/day.ts';
import type { DayState, LineDay } from '../../lib/domain/line.ts';
import type { Figure, NotShown, Released } from '../../lib/domain/released.ts';

const WEEK = '2026-W47' as WeekKey;
const LAST = addDays(mondayOfWeek(WEEK), 6);
const STATES: Readonly<Record<string, DayState>> = {
  k: 'kept',
  m: 'missed',
  x: 'off',
  o: 'open',
};

/** A number as the floor would let it out. */
export function shown(low: number, high: number, of: number): Figure {
  return { shown: true, low, high, of } as Figure;
}

/** A number that is not shown. */
export function notShown(because: NotShown): Figure {
  return { shown: false, because };
}

/** A line of the last 84 days from a pattern of weeks (`kkmkkxx`, the last repeated from the front). */
export function lineOf(
  name: string,
  pattern: string,
  counts: Partial<SummaryLine['line']> = {},
): SummaryLine {
  const marks = pattern.padStart(84, 'kkmkkxx');
  const days = Array.from({ length: 84 }, (_, index): LineDay => ({
    day: addDays(LAST, index - 83),
    state: STATES[marks[index] ?? 'x'] ?? 'off',
  }));
  const line = {
    days,
    current: 9,
    longest: 14,
    weeks: { current: 4, longest: 6 },
    ...counts,
  };
  return { id: name, name, line: line as Released<typeof line> };
}

/** A department's week with everything shown; `change` replaces parts. */
export function summaryOf(change: Partial<DepartmentSummary> = {}): DepartmentSummary {
  return {
    department: { id: 'd1', name: '営業部' },
    week: WEEK,
    from: mondayOfWeek(WEEK),
    to: LAST,
    numbersOf: { group: 'department', departmentIds: ['d1'] },
    numbers: [
      {
        metric: 'weeklyActive',
        now: shown(14, 14, 18),
        before: shown(11, 11, 18),
        goal: 0.6,
        goalReached: 'yes',
      },
      {
        metric: 'habitual',
        now: shown(8, 10, 18),
        before: shown(7, 7, 18),
        goal: 0.7,
        goalReached: 'no',
      },
      { metric: 'promptsPerMember', now: shown(12, 12, 18), before: shown(9, 9, 18) },
    ],
    review: {
      from: '2026-W44' as WeekKey,
      to: WEEK,
      active28: shown(16, 18, 18),
      habitual: shown(8, 10, 18),
      topFifth: { shown: true, low: 0.4, high: 0.4 } as DepartmentSummary['review']['topFifth'],
      gap: {
        shown: true,
        state: 'closing',
        flagged: false,
        action: 'keepGoing',
      } as DepartmentSummary['review']['gap'],
    },
    changed: { rule: 'activeUp', points: 17 },
    line: { ...lineOf('営業部', 'kkmmkxxkmkkkxxkkkkxxxkkkkkxx'), id: 'd1' },
    others: [
      lineOf('製造部', 'kkkkkxxkkkkkxxkkkkxxxkkkkkxx', { current: 41, longest: 41 }),
      lineOf('経理・総務部', 'mmmkmxxmmmmmxxmkmmxxxmmmmmxx', { current: 0, longest: 6 }),
      { ...lineOf('社長室', 'x'.repeat(84)), hiddenBecause: 'fewerThanThree' },
    ],
    action: { code: 'registerRhythm' },
    definitions: ['M2', 'M3', 'M4', 'M7', 'M8', 'M9', 'M10', 'P'],
    ...change,
  };
}
