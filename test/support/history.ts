import { createCalendar, type Calendar, type DaysOff } from '../../lib/domain/calendar.ts';
import { addDays, type DayKey } from '../../lib/domain/day.ts';
import type { LedgerEntry } from '../../lib/domain/ledger.ts';
import type { DayState, LineDay, VisitDays } from '../../lib/domain/line.ts';
import type { Rhythm, Workflow } from '../../lib/domain/workflow.ts';

/** A day that a test writes down. */
export function day(text: string): DayKey {
  return text as DayKey;
}

/** Monday to Friday without national holidays, with these days off as leave (single days or `from/to`). */
export function workweek(...off: readonly string[]): Calendar {
  const leave = off.map((text): DaysOff => {
    const [from = text, to = from] = text.split('/');
    return { from: day(from), to: day(to) };
  });
  return createCalendar({ country: 'ZZ', weekdays: [1, 2, 3, 4, 5], closures: [], leave }, {});
}

/** Visit-days from a drawing of consecutive days: `x` kept, `s` self-reported, `.` none; spaces are for the eye. */
export function visits(from: string, drawing: string): VisitDays {
  const kept = new Set<DayKey>();
  const selfReported = new Set<DayKey>();
  [...drawing.replaceAll(' ', '')].forEach((mark, index) => {
    if (mark === 'x') kept.add(addDays(day(from), index));
    if (mark === 's') selfReported.add(addDays(day(from), index));
  });
  return { kept, selfReported };
}

const MARKS: Record<DayState, string> = {
  kept: 'x',
  selfReported: 's',
  repaired: 'r',
  missed: 'm',
  open: 'o',
  off: '-',
};

/** The states of days as a drawing, a space before each Monday is the test's own business. */
export function drawn(days: readonly LineDay[]): string {
  return days.map(({ state }) => MARKS[state]).join('');
}

/** A ledger entry with something in it. */
export function entry(parts: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    visits: 0,
    engagedSeconds: 0,
    promptsStarted: 0,
    selfReported: false,
    runs: {},
    ...parts,
  };
}

/** A workflow of one's own with a rhythm. */
export function workflow(id: string, rhythm: Rhythm, parts: Partial<Workflow> = {}): Workflow {
  return {
    id,
    name: id,
    kind: 'other',
    rhythm,
    minutes: 10,
    source: { kind: 'own' },
    createdAt: 0,
    updatedAt: 0,
    ...parts,
  };
}
