import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../lib/domain/calendar.ts';
import { addDays, dayRange, weekdayOf, type DayKey } from '../../lib/domain/day.ts';
import { EMPTY_ENTRY, type Ledger } from '../../lib/domain/ledger.ts';
import { yearView, type YearInput } from './year-view.ts';

const day = (text: string) => text as DayKey;
const calendar = createCalendar(
  { country: 'XX', weekdays: [1, 2, 3, 4, 5], closures: [], leave: [] },
  {},
);
const visit = { ...EMPTY_ENTRY, visits: 1, engagedSeconds: 60, promptsStarted: 2 };

/** ChatGPT on every weekday, Gemini on Mondays, a self-report on every Friday. */
function ledgerFrom(from: DayKey, to: DayKey): Ledger {
  return Object.fromEntries(
    dayRange(from, to)
      .filter((each) => weekdayOf(each) < 6)
      .map((each) => [
        each,
        weekdayOf(each) === 5
          ? { chatgpt: { ...EMPTY_ENTRY, selfReported: true } }
          : { chatgpt: visit, ...(weekdayOf(each) === 1 ? { gemini: visit } : {}) },
      ]),
  );
}

const input = (over: Partial<YearInput> = {}): YearInput => ({
  ledger: ledgerFrom(day('2024-10-07'), day('2026-11-20')),
  calendar,
  startedOn: day('2024-10-07'),
  today: day('2026-11-22'),
  weeklyGoal: 3,
  period: 'last',
  tools: ['chatgpt', 'gemini', 'claude'],
  ...over,
});

describe('yearView', () => {
  it('shows the last 52 weeks, all tools first', () => {
    const view = yearView(input());
    expect(view.all.marks[0]?.day).toBe('2025-11-24');
    expect(view.all.marks.at(-1)?.day).toBe('2026-11-22');
    expect(view.all.entering).toBe(true);
    expect(view.all).toMatchObject({ visitDays: 260, scheduledDays: 260, selfReportedDays: 52 });
    expect(view.tools.map(({ tool }) => tool)).toEqual(['chatgpt', 'gemini', 'claude']);
  });

  it('counts prompts and visit-days of a tool apart', () => {
    const gemini = yearView(input()).tools[1];
    expect(gemini).toMatchObject({ visitDays: 52, promptsStarted: 104, scheduledDays: 260 });
    expect(yearView(input()).tools[2]).toMatchObject({ visitDays: 0, promptsStarted: 0 });
  });

  it('shows a calendar year and offers every year with a day of use, newest first', () => {
    const view = yearView(input({ period: 2025 }));
    expect(view.years).toEqual([2026, 2025, 2024]);
    expect(view.all.marks[0]?.day).toBe('2025-01-01');
    expect(view.all.marks.at(-1)?.day).toBe('2025-12-31');
    expect(view.all.visitDays).toBe(261);
  });

  it('begins the first year where use began', () => {
    const view = yearView(input({ period: 2024 }));
    expect(view.all.marks[0]?.day).toBe('2024-10-07');
    expect(view.all.entering).toBe(false);
  });

  it('ends the running year today', () => {
    expect(yearView(input({ period: 2026 })).all.marks.at(-1)?.day).toBe('2026-11-22');
  });

  it('keeps a tool this build does not know', () => {
    const ledger = { ...input().ledger, [day('2026-11-20')]: { later: visit } };
    expect(yearView(input({ ledger })).tools.at(-1)).toMatchObject({ tool: 'later', visitDays: 1 });
  });

  it('is ready for the first day', () => {
    const today = day('2026-11-24');
    const view = yearView(input({ ledger: {}, startedOn: today, today }));
    expect(view.all).toMatchObject({ visitDays: 0, scheduledDays: 1, promptsStarted: 0 });
    expect(view.all.marks.at(-1)?.day).toBe('2026-11-29');
    expect(view.segment).toBeUndefined();
    expect(view.weeksUntilSegment).toBe(4);
    expect(view.years).toEqual([2026]);
  });

  it('reaches back to imported days before the first use here', () => {
    const today = day('2026-11-24');
    const view = yearView(
      input({ ledger: ledgerFrom(addDays(today, -700), today), startedOn: today, today }),
    );
    expect(view.years).toEqual([2026, 2025, 2024]);
  });
});
