import { describe, expect, it } from 'vitest';
import { day, drawn, entry, workflow, workweek } from '../../test/support/history.ts';
import { addDays, type DayKey, type WeekKey } from './day.ts';
import type { Ledger, LedgerDay, LedgerEntry } from './ledger.ts';
import { summariseWeek, type SummaryInput, type WeekChange } from './weekly-summary.ts';

// 2026-06-01 is a Monday, of week 23.
const MONDAY = day('2026-06-01');

const used = (parts: Partial<LedgerEntry> = {}): LedgerDay => ({
  chatgpt: entry({ visits: 1, promptsStarted: 2, engagedSeconds: 100, ...parts }),
});

/** A ledger from a drawing of consecutive days from 2026-06-01: `x` used, `s` self-reported, `.` nothing. */
function ledgerOf(drawing: string): Ledger {
  const ledger: Record<DayKey, LedgerDay> = {};
  [...drawing.replaceAll(' ', '')].forEach((mark, index) => {
    if (mark === 'x') ledger[addDays(MONDAY, index)] = used();
    if (mark === 's') ledger[addDays(MONDAY, index)] = { chatgpt: entry({ selfReported: true }) };
  });
  return ledger;
}

function input(ledger: Ledger, parts: Partial<SummaryInput> = {}): SummaryInput {
  return {
    ledger,
    workflows: [],
    calendar: workweek(),
    startedOn: MONDAY,
    today: day('2026-06-15'),
    weeklyGoal: 3,
    ...parts,
  };
}

describe('the week’s figures', () => {
  it('sums up the last completed week beside the one before', () => {
    const { from, to, now, before } = summariseWeek(input(ledgerOf('xxx.... xs..xx.')));
    expect([from, to]).toEqual(['2026-06-08', '2026-06-14']);
    expect(now).toEqual({
      week: '2026-W24',
      scheduledDays: 5,
      visitDays: 3,
      selfReportedDays: 1,
      // Saturday's use is no visit-day of the week, its prompts and minutes are.
      promptsStarted: 6,
      engagedMinutes: 5,
      runs: [],
      estimatedMinutesSaved: 0,
    });
    expect(before).toMatchObject({ week: '2026-W23', visitDays: 3, promptsStarted: 6 });
  });

  it('counts runs of workflows, and a department’s prompt not a second time', () => {
    const runs = { quotes: 2, 'prompt/reply': 2 };
    const { now } = summariseWeek(input({ [day('2026-06-09')]: used({ runs }) }));
    expect(now.runs).toEqual([{ workflowId: 'quotes', workflow: undefined, runs: 2 }]);
  });

  it('sums up an asked week, a running one up to today', () => {
    const ledger = ledgerOf('xxx.... xx.xx..');
    const running = summariseWeek(
      input(ledger, { week: '2026-W24' as WeekKey, today: day('2026-06-09') }),
    );
    expect(running.now).toMatchObject({ visitDays: 2, scheduledDays: 5 });
    expect(running.line.current).toBe(2);
    const first = summariseWeek(input(ledger, { week: '2026-W23' as WeekKey }));
    expect(first.before).toMatchObject({ week: '2026-W22', scheduledDays: 0, visitDays: 0 });
  });

  it.each([
    ['2026-06-14', '2026-W23'],
    ['2026-06-15', '2026-W24'],
  ])('on %s the last completed week is %s', (today, week) => {
    expect(summariseWeek(input(ledgerOf('x'), { today: day(today) })).now.week).toBe(week);
  });

  it('counts scheduled days from the first day on', () => {
    const { before } = summariseWeek(input(ledgerOf(''), { startedOn: day('2026-06-04') }));
    expect(before.scheduledDays).toBe(2);
  });

  it('counts runs over tools and days, most first, and estimates minutes from what people said', () => {
    const quote = workflow('quote', { kind: 'onDemand' }, { minutes: 15 });
    const minutes = workflow('minutes', { kind: 'onDemand' }, { minutes: 30, deletedAt: 5 });
    const { now } = summariseWeek(
      input(
        {
          [day('2026-06-08')]: {
            chatgpt: entry({ visits: 1, runs: { quote: 1, minutes: 1 } }),
            claude: entry({ runs: { quote: 1, idle: 0 } }),
          },
          [day('2026-06-09')]: used({ runs: { quote: 1, gone: 1 } }),
        },
        { workflows: [minutes, quote] },
      ),
    );
    expect(now.runs).toEqual([
      { workflowId: 'quote', workflow: quote, runs: 3 },
      { workflowId: 'gone', workflow: undefined, runs: 1 },
      { workflowId: 'minutes', workflow: minutes, runs: 1 },
    ]);
    expect(now.estimatedMinutesSaved).toBe(3 * 15 + 30);
  });

  it('has the line as of the week’s Sunday and as of the Sunday before', () => {
    const summary = summariseWeek(
      input(ledgerOf('xxxxx.. x.xxx.. x'), { today: day('2026-06-15') }),
    );
    expect(summary.line).toMatchObject({
      current: 9,
      longest: 9,
      weeks: { current: 2, longest: 2 },
    });
    expect(summary.lineBefore).toMatchObject({ current: 5, weeks: { current: 1, longest: 1 } });
    expect(drawn(summary.line.days.slice(-7))).toBe('xrxxx--');
    expect(summary.line.strength).toBeGreaterThan(summary.lineBefore.strength);
  });

  it('tells the following week’s due workflows, the earliest first', () => {
    const { next } = summariseWeek(
      input(ledgerOf('x'), {
        workflows: [
          workflow('friday', { kind: 'weekdays', weekdays: [5] }),
          workflow('daily', { kind: 'everyWorkday' }),
          workflow('monthly', { kind: 'monthlyDay', day: 17 }),
          workflow('later', { kind: 'monthlyDay', day: 30 }),
          workflow('gone', { kind: 'everyWorkday' }, { deletedAt: 1 }),
        ],
      }),
    );
    expect(next.week).toBe('2026-W25');
    expect(next.due.map(({ workflow: { id }, days }) => [id, days.length, days[0]])).toEqual([
      ['daily', 5, '2026-06-15'],
      ['monthly', 1, '2026-06-17'],
      ['friday', 1, '2026-06-19'],
    ]);
  });
});

function off(days: string): Partial<SummaryInput> {
  return { calendar: workweek(days) };
}

/** What changed in the last drawn week. */
function changed(drawing: string, parts: Partial<SummaryInput> = {}): WeekChange {
  const length = Math.ceil(drawing.replaceAll(' ', '').length / 7) * 7;
  const today = addDays(MONDAY, length);
  return summariseWeek(input(ledgerOf(drawing), { today, ...parts })).changed;
}

describe('the one thing that changed', () => {
  it.each<[string, WeekChange, string, Partial<SummaryInput>]>([
    ['a week off', { rule: 'weekOff' }, 'xxxxx.. xx.....', off('2026-06-08/2026-06-12')],
    ['no visit', { rule: 'noVisit' }, 'xxxxx.. .......', {}],
    ['the first visit ever', { rule: 'firstVisit' }, '....... ..x....', {}],
    ['back after a week without', { rule: 'backAgain' }, 'xx..... ....... x......', {}],
    [
      'a week off is nothing to be back from',
      { rule: 'longestLine', days: 7 },
      'xxx.... ....... .xxxx..',
      off('2026-06-04/2026-06-15'),
    ],
    ['a habit gained', { rule: 'habitGained' }, 'xxxxx.. xxxxx.. xxxxx.. xxxxx..', {}],
    ['four weeks kept in a row', { rule: 'weeksInARow', weeks: 8 }, 'xxxxx.. '.repeat(8), {}],
    ['a longer longest line', { rule: 'longestLine', days: 10 }, 'xxxxx.. xxxxx..', {}],
    ['more visit-days', { rule: 'moreVisitDays', by: 1 }, 'xxxxx.. xx..... x.x.x..', {}],
    ['fewer visit-days', { rule: 'fewerVisitDays', by: 3 }, 'xxxxx.. xx.....', {}],
    ['as many as before', { rule: 'steady' }, 'xxxxx.. x.x.... x.x....', {}],
    [
      'weeks of another length do not compare',
      { rule: 'steady' },
      'xxxxx.. x......',
      off('2026-06-12'),
    ],
  ])('%s', (_, expected, drawing, parts) => {
    expect(changed(drawing, parts)).toEqual(expected);
  });

  it('a workflow run for the first time', () => {
    const ledger = {
      ...ledgerOf('xxxxx.. x......'),
      [day('2026-06-03')]: used({ runs: { quote: 1 } }),
      [day('2026-06-10')]: used({ runs: { quote: 2, close: 1 } }),
    };
    expect(summariseWeek(input(ledger)).changed).toEqual({
      rule: 'newWorkflow',
      workflowId: 'close',
    });
  });

  it.each([
    [5, { rule: 'morePrompts', by: 3 }],
    [1, { rule: 'fewerPrompts', by: 1 }],
  ])('as many days with %i prompts on one of them', (promptsStarted, expected) => {
    const ledger = {
      ...ledgerOf('xxxxx.. x.x.... x.x....'),
      [day('2026-06-15')]: used({ promptsStarted }),
    };
    expect(summariseWeek(input(ledger, { today: day('2026-06-22') })).changed).toEqual(expected);
  });
});
