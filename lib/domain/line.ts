import type { Calendar } from './calendar.ts';
import { addDays, dayRange, epochDay, mondayOf, monthOf, weekOf, type DayKey } from './day.ts';
import { isSelfReportedOnly, isVisitDay, type Ledger } from './ledger.ts';
import { strengthAfter } from './strength.ts';

/**
 * What a day is in a line (METRICS.md M5): `kept` and `selfReported` had a visit-day, `open` is a scheduled today
 * without one yet, `missed` a scheduled day that went by, `repaired` a missed one that is bridged, `off` a day off or a
 * day before the beginning.
 */
export type DayState = 'kept' | 'open' | 'missed' | 'repaired' | 'off' | 'selfReported';

/** One day of a line. */
export interface LineDay {
  readonly day: DayKey;
  readonly state: DayState;
}

/** Visit-days (M2): `kept` saw an engaged visit, `selfReported` stand on a hand-made mark. A day in both is kept. */
export interface VisitDays {
  readonly kept: ReadonlySet<DayKey>;
  readonly selfReported: ReadonlySet<DayKey>;
}

/** What a line is computed from. Nothing of it is ever stored but the days. */
export interface LineInput {
  readonly days: VisitDays;
  readonly calendar: Calendar;
  /** The person's first day. Earlier days without a visit are `off`, earlier visit-days count. */
  readonly startedOn: DayKey;
  /** The person's local day. Visit-days after it (a clock that was moved) wait until they come. */
  readonly today: DayKey;
  /** Visit-days on scheduled days that keep a week (M5), 1–7. */
  readonly weeklyGoal: number;
}

/** A person's line. `current`, `longest` and `weeks` are counts; `strength` is 0–100, unrounded. */
export interface Line {
  /** The last 84 days up to today, oldest first. */
  readonly days: readonly LineDay[];
  readonly current: number;
  readonly longest: number;
  readonly weeks: { readonly current: number; readonly longest: number };
  readonly strength: number;
}

const LINE_DAYS = 84;
const REPAIR_WITHIN = 2;
const FIRST_DAYS = 28;
const REPAIRS_PER_WEEK_AT_FIRST = 1;
const REPAIRS_PER_MONTH = 2;

/** A person's line (METRICS.md M5 and M6) up to `today`. Pure; 5 years of days take a few milliseconds. */
export function computeLine(input: LineInput): Line {
  const history = statesUntilToday(input);
  return { ...countLine(input, history), strength: strengthOfDays(history) * 100 };
}

/**
 * Days and counts of a line from the states of all its days, oldest first without gaps, the last one `today`. A member's
 * and a department's line (METRICS.md M5, M7) differ in their states alone; `calendar` is asked for the rest of the week.
 */
export function countLine(
  input: Pick<LineInput, 'calendar' | 'today' | 'weeklyGoal'>,
  history: readonly LineDay[],
): Omit<Line, 'strength'> {
  return {
    days: window(history, addDays(input.today, 1 - LINE_DAYS), input.today),
    ...countDays(history),
    weeks: countWeeks(input, history),
  };
}

/** A person's line from a ledger, of one tool when `tool` is given. */
export function lineFromLedger(
  ledger: Ledger,
  input: Omit<LineInput, 'days'> & { readonly tool?: string },
): Line {
  return computeLine({ ...input, days: visitDays(ledger, input.tool) });
}

/** The visit-days of a ledger (M2), of one tool when `tool` is given. */
export function visitDays(ledger: Ledger, tool?: string): VisitDays {
  const kept = new Set<DayKey>();
  const selfReported = new Set<DayKey>();
  for (const [day, entries] of Object.entries(ledger) as [DayKey, Ledger[DayKey]][]) {
    const seen = tool === undefined ? entries : only(entries, tool);
    if (isSelfReportedOnly(seen)) selfReported.add(day);
    else if (isVisitDay(seen)) kept.add(day);
  }
  return { kept, selfReported };
}

/** The first visit-day, undefined when there is none: where a history without a known first day begins. */
export function firstVisitDay({ kept, selfReported }: VisitDays): DayKey | undefined {
  let first: DayKey | undefined;
  for (const days of [kept, selfReported]) {
    for (const day of days) if (first === undefined || day < first) first = day;
  }
  return first;
}

/**
 * The states of all days from `from` to `to`, both included, oldest first, for views longer than `Line.days` such as a
 * year. Days after `today` are left out, days before the beginning are `off`.
 */
export function dayStates(input: LineInput, from: DayKey, to: DayKey): LineDay[] {
  return window(statesUntilToday(input), from, to < input.today ? to : input.today);
}

/** Strength (0–1, METRICS.md M6) over days in order: repaired days are misses here, `off` and `open` leave it as it is. */
export function strengthOfDays(days: readonly LineDay[]): number {
  const stepped = days.filter(({ state }) => state !== 'off' && state !== 'open');
  return strengthAfter(stepped.map(({ state }) => isKept(state)));
}

function only(entries: Ledger[DayKey], tool: string): Ledger[DayKey] {
  const entry = Object.hasOwn(entries, tool) ? entries[tool] : undefined;
  return entry ? { [tool]: entry } : {};
}

function isKept(state: DayState): boolean {
  return state === 'kept' || state === 'selfReported';
}

/** Every day from the beginning to today. */
function statesUntilToday(input: LineInput): LineDay[] {
  const { calendar, days, startedOn, today } = input;
  const firstVisit = firstVisitDay(days);
  const from = firstVisit !== undefined && firstVisit < startedOn ? firstVisit : startedOn;
  const states = dayRange(from, today).map((day): { day: DayKey; state: DayState } => {
    if (!calendar.isScheduled(day)) return { day, state: 'off' };
    if (days.kept.has(day)) return { day, state: 'kept' };
    if (days.selfReported.has(day)) return { day, state: 'selfReported' };
    if (day < startedOn) return { day, state: 'off' };
    return { day, state: day === today ? 'open' : 'missed' };
  });
  repair(states, startedOn);
  return states;
}

/**
 * Turns missed days into repaired ones where the rule and the allowance let it (M5), in the order of time, so that a
 * repair never moves when later days come in.
 *
 * A miss is bridged by a visit-day on one of the next two *scheduled* days; weekend use repairs nothing, or people
 * would be pulled into it. Every such miss takes its share of the allowance, also one beside a miss that cannot be
 * bridged: sparing it there would let an added visit-day or day off use up what a later miss stands on, and so make a
 * line shorter.
 */
function repair(states: { day: DayKey; state: DayState }[], startedOn: DayKey): void {
  const scheduled = states.filter(({ state }) => state !== 'off');
  const firstDaysEnd = addDays(startedOn, FIRST_DAYS);
  const spent = new Map<string, number>();
  scheduled.forEach((candidate, index) => {
    if (candidate.state !== 'missed') return;
    const following = scheduled.slice(index + 1, index + 1 + REPAIR_WITHIN);
    if (!following.some(({ state }) => isKept(state))) return;
    const atFirst = candidate.day < firstDaysEnd;
    const period = atFirst ? weekOf(candidate.day) : monthOf(candidate.day);
    const used = spent.get(period) ?? 0;
    if (used >= (atFirst ? REPAIRS_PER_WEEK_AT_FIRST : REPAIRS_PER_MONTH)) return;
    spent.set(period, used + 1);
    candidate.state = 'repaired';
  });
}

function countDays(history: readonly LineDay[]): { current: number; longest: number } {
  let current = 0;
  let longest = 0;
  for (const { state } of history) {
    if (isKept(state)) current += 1;
    else if (state === 'missed') current = 0;
    longest = Math.max(longest, current);
  }
  return { current, longest };
}

/**
 * Weeks in a row that reached the goal. The first week has only its days since the beginning; the running one also
 * counts the scheduled days to come, and is open until it is kept or over.
 */
function countWeeks(
  input: Pick<LineInput, 'calendar' | 'today' | 'weeklyGoal'>,
  history: readonly LineDay[],
): Line['weeks'] {
  const { calendar, today, weeklyGoal } = input;
  const sunday = addDays(mondayOf(today), 6);
  const ahead = dayRange(addDays(today, 1), sunday).map((day): LineDay => {
    return { day, state: calendar.isScheduled(day) ? 'open' : 'off' };
  });
  const days = [...history, ...ahead];
  let current = 0;
  let longest = 0;
  // The last day is a Sunday, so cutting from the end cuts into ISO weeks.
  for (let end = days.length % 7 || 7; end <= days.length; end += 7) {
    const week = days.slice(Math.max(0, end - 7), end).filter(({ state }) => state !== 'off');
    const kept = week.filter(({ state }) => isKept(state)).length;
    if (week.length === 0) continue;
    if (kept >= Math.min(weeklyGoal, week.length)) current += 1;
    else if (end < days.length) current = 0;
    longest = Math.max(longest, current);
  }
  return { current, longest };
}

/** The part of a history between two days; what lies before its beginning is `off`. */
function window(history: readonly LineDay[], from: DayKey, to: DayKey): LineDay[] {
  const first = history[0]?.day;
  const before = first === undefined ? dayRange(from, to) : dayRange(from, addDays(first, -1));
  const start = first === undefined ? 0 : Math.max(0, epochDay(from) - epochDay(first));
  return [
    ...before.filter((day) => day <= to).map((day): LineDay => ({ day, state: 'off' })),
    ...history.slice(start).filter(({ day }) => day <= to),
  ];
}
