import { describe, expect, it } from 'vitest';
import { shownOf, staysOf, used } from '../../../test/support/department-world.ts';
import type { DayKey, WeekKey } from '../../domain/day.ts';
import { departmentSummarySchema } from './summary.ts';

const ids = staysOf('a', 12).map(({ memberId }) => memberId);
const stays = [...staysOf('a', 12), ...staysOf('b', 6), ...staysOf('h', 2)];
const use = [
  ...used(ids.slice(0, 7), '2026-01-05', '2026-04-03', 3),
  ...used(ids.slice(0, 4), '2026-03-02', '2026-03-06', 9),
];

/** Every summary of these weeks as it is sent. */
function sent(weeks: readonly string[], today: string): unknown[] {
  const shown = shownOf({ stays, use }, weeks as readonly WeekKey[], today as DayKey);
  return JSON.parse(JSON.stringify(shown.flatMap(({ summaries }) => summaries))) as unknown[];
}

describe("a department's summary on its way", () => {
  const weeks = ['2026-W02', '2026-W06', '2026-W10', '2026-W14', '2026-W15'];

  it.each(['2026-04-20', '2026-04-08'])('is taken in whole, shown or hidden (%s)', (today) => {
    for (const summary of sent(weeks, today)) {
      expect(departmentSummarySchema.parse(summary)).toEqual(summary);
    }
  });

  it('is refused with a field more', () => {
    const [summary] = sent(['2026-W10'], '2026-03-09') as [object];
    expect(departmentSummarySchema.safeParse({ ...summary, member: 'a1' }).success).toBe(false);
  });
});
