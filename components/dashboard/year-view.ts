import type { Calendar } from '../../lib/domain/calendar.ts';
import { addDays, mondayOf, type DayKey } from '../../lib/domain/day.ts';
import { dayTotal, type Ledger } from '../../lib/domain/ledger.ts';
import {
  dayStates,
  firstVisitDay,
  lineFromLedger,
  visitDays,
  type Line,
  type LineDay,
} from '../../lib/domain/line.ts';
import { usageSegment, weeksOfUse, type UsageSegment } from '../../lib/domain/segment.ts';
import type { LineMark } from '../line/layout.ts';
import { lineWindow, type LineWindow } from '../line/window.ts';

/** The last 52 weeks, or a calendar year such as 2026. */
export type Period = 'last' | number;

/** What a year is drawn from. */
export interface YearInput {
  readonly ledger: Ledger;
  readonly calendar: Calendar;
  readonly startedOn: DayKey;
  readonly today: DayKey;
  readonly weeklyGoal: number;
  readonly period: Period;
  /** Tool ids in the order to show; ledgers may hold others, which follow. */
  readonly tools: readonly string[];
}

/** One line's figures. `visitDays` and what it is part of count scheduled days of the period (METRICS.md M2, M4). */
export interface YearOfLine {
  /** Tool id; absent for all tools together. */
  readonly tool?: string | undefined;
  readonly marks: readonly LineMark[];
  readonly entering: boolean;
  readonly visitDays: number;
  readonly selfReportedDays: number;
  readonly scheduledDays: number;
  /** On any day of the period (M3). */
  readonly promptsStarted: number;
  /** As of today, whatever the period. */
  readonly line: Line;
  /** The last four weeks, for a drawing beside a name. */
  readonly recent: readonly LineMark[];
}

/** A year for the page: all tools together first, then each tool. */
export interface YearView {
  readonly all: YearOfLine;
  readonly tools: readonly YearOfLine[];
  /** Undefined before four weeks are completed (M8). */
  readonly segment: UsageSegment | undefined;
  readonly weeksUntilSegment: number;
  /** Calendar years with a day of the person's, newest first. */
  readonly years: readonly number[];
}

const WEEKS = 52;
const RECENT_WEEKS = 4;
const SEGMENT_WEEKS = 4;

/** Computes a year from the ledger (METRICS.md M2–M6, M8). Pure; what is not used yet has empty lines, not errors. */
export function yearView(input: YearInput): YearView {
  const found = Object.values(input.ledger).flatMap((day) => Object.keys(day));
  const tools = [...new Set([...input.tools, ...found])];
  const weeks = weeksOfUse(input);
  const first = beginning(input);
  const years = [];
  for (let year = yearOf(input.today); year >= yearOf(first); year -= 1) years.push(year);
  return {
    all: yearOfLine(input, undefined),
    tools: tools.map((tool) => yearOfLine(input, tool)),
    segment: usageSegment(weeks),
    weeksUntilSegment: Math.max(0, SEGMENT_WEEKS - weeks.length),
    years,
  };
}

function yearOfLine(input: YearInput, tool: string | undefined): YearOfLine {
  const { ledger, calendar, startedOn, today, weeklyGoal, period } = input;
  const lineInput = { days: visitDays(ledger, tool), calendar, startedOn, today, weeklyGoal };
  const from = period === 'last' ? addDays(mondayOf(today), -7 * (WEEKS - 1)) : firstDay(period);
  const to = period === 'last' ? today : lastDay(period);
  const first = beginning(input);
  const days = dayStates(lineInput, first < from ? first : from, to);
  const line = lineFromLedger(ledger, {
    calendar,
    startedOn,
    today,
    weeklyGoal,
    ...(tool === undefined ? {} : { tool }),
  });
  const isScheduled = (day: DayKey): boolean => calendar.isScheduled(day);
  const drawn =
    period === 'last'
      ? upToThisWeek(lineWindow({ days, today, startedOn, weeks: WEEKS, isScheduled }), today)
      : {
          marks: days.filter(({ day }) => day >= from && day >= mondayOf(first)),
          entering: isRunning(days, from),
        };
  const counted = days.filter(({ day, state }) => day >= from && state !== 'off');
  const selfReportedDays = counted.filter(({ state }) => state === 'selfReported').length;
  return {
    tool,
    ...drawn,
    visitDays: counted.filter(({ state }) => state === 'kept').length + selfReportedDays,
    selfReportedDays,
    scheduledDays: counted.length,
    promptsStarted: promptsBetween({ ledger, from, to }, tool),
    line,
    recent: lineWindow({ days: line.days, today, startedOn, weeks: RECENT_WEEKS, isScheduled })
      .marks,
  };
}

/** Someone who began lately has a short line; the paper of the months to come is left out. */
function upToThisWeek(drawn: LineWindow, today: DayKey): LineWindow {
  const sunday = addDays(mondayOf(today), 6);
  return { ...drawn, marks: drawn.marks.filter(({ day }) => day <= sunday) };
}

function promptsBetween(
  { ledger, from, to }: { ledger: Ledger; from: DayKey; to: DayKey },
  tool: string | undefined,
): number {
  let sum = 0;
  for (const [day, entries] of Object.entries(ledger)) {
    if (day < from || day > to) continue;
    sum +=
      tool === undefined
        ? dayTotal(entries).promptsStarted
        : Object.hasOwn(entries, tool)
          ? (entries[tool]?.promptsStarted ?? 0)
          : 0;
  }
  return sum;
}

function isRunning(days: readonly LineDay[], from: DayKey): boolean {
  const before = days.findLast(({ day, state }) => day < from && state !== 'off');
  return before !== undefined && before.state !== 'missed';
}

/** The first day of use, or of an imported history that is older. */
function beginning({ ledger, startedOn }: YearInput): DayKey {
  const first = firstVisitDay(visitDays(ledger));
  return first !== undefined && first < startedOn ? first : startedOn;
}

function yearOf(day: DayKey): number {
  return Number(day.slice(0, 4));
}

function firstDay(year: number): DayKey {
  return `${year}-01-01` as DayKey;
}

function lastDay(year: number): DayKey {
  return `${year}-12-31` as DayKey;
}
