import { describe, expect, it } from 'vitest';
import { addDays, dayRange, weekdayOf, type DayKey } from '../../lib/domain/day.ts';
import type { LineDay } from '../../lib/domain/line.ts';
import { describeLine, tellLine } from './describe.ts';
import { lineWindow } from './window.ts';

const day = (key: string) => key as DayKey;

/** 84 days up to today as `computeLine` gives them: kept on weekdays from the beginning on. */
function history(today: string, startedOn: string): LineDay[] {
  return dayRange(addDays(day(today), -83), day(today)).map((key) => ({
    day: key,
    state: key < startedOn || weekdayOf(key) > 5 ? 'off' : key === today ? 'open' : 'kept',
  }));
}

function view(today: string, startedOn: string) {
  return lineWindow({
    days: history(today, startedOn),
    today: day(today),
    startedOn: day(startedOn),
    weeks: 4,
  });
}

describe('the weeks drawn', () => {
  it('are the last four, with the rest of this week to come, and a line that was running', () => {
    const { marks, entering } = view('2026-11-25', '2026-06-01');
    expect(marks).toHaveLength(28);
    expect(marks[0]).toEqual({ day: '2026-11-02', state: 'kept' });
    expect(marks.find(({ day: key }) => key === '2026-11-25')?.state).toBe('open');
    expect(marks.slice(-4).map(({ state }) => state)).toEqual([
      'ahead',
      'ahead',
      'aheadOff',
      'aheadOff',
    ]);
    expect(entering).toBe(true);
  });

  it('begin with the first week of someone new, and the paper to come', () => {
    const { marks, entering } = view('2026-11-25', '2026-11-25');
    expect(marks[0]).toEqual({ day: '2026-11-23', state: 'blank' });
    expect(marks[2]).toEqual({ day: '2026-11-25', state: 'open' });
    expect(marks.filter(({ state }) => state === 'ahead')).toHaveLength(17);
    expect(entering).toBe(false);
  });

  it('do not come in from the left after a miss', () => {
    const days = history('2026-11-25', '2026-06-01').map((one): LineDay => {
      return one.day === '2026-10-30' ? { ...one, state: 'missed' } : one;
    });
    const { entering } = lineWindow({
      days,
      today: day('2026-11-25'),
      startedOn: day('2026-06-01'),
      weeks: 4,
    });
    expect(entering).toBe(false);
  });
});

describe('a line in words', () => {
  it('counts the days of each kind and leaves out what is to come', () => {
    const { marks } = view('2026-11-25', '2026-06-01');
    expect(describeLine(marks, 'ja')).toBe(
      'この 4 週間の線。訪問日 17 日、休み 6 日、今日はこれから。',
    );
    expect(describeLine(marks, 'en')).toBe(
      'The line of these 4 weeks: 17 visited, 6 days off, today open.',
    );
  });

  it('is told day by day for weeks, and week by week for a year', () => {
    const { marks } = view('2026-11-25', '2026-06-01');
    expect(tellLine(marks, 'ja')[0]?.text).toBe('11月2日(月) 訪問日');
    expect(tellLine(history('2026-11-25', '2026-06-01'), 'ja')).toHaveLength(13);
  });
});
