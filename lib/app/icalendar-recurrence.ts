import ICAL from 'ical.js';
import { dayOfEpoch, epochDay, parseDay } from '../domain/day.ts';

/** What is left of a file's allowance; counted down by every step of every recurrence. */
export interface StepBudget {
  steps: number;
}

/**
 * Rules that the iterator of ical.js 2.2 walks in bounded time, as frequency and `BY…` parts in this order. On rules that
 * match nothing it loops for seconds or for ever (`DAILY` on 30 February; seen 2026-11-23), so nothing else is walked.
 */
const SAFE_RULES: readonly RegExp[] = [
  /^YEARLY(;BYMONTH=\d{1,2}(;BYMONTHDAY=-?\d{1,2}|;BYDAY=-?[1-4][A-Z]{2})?)?$/,
  /^MONTHLY(;BYMONTHDAY=(-1|1?\d|2[0-8])|;BYDAY=-?[1-4][A-Z]{2})?$/,
  /^WEEKLY(;BYDAY=[A-Z]{2}(,[A-Z]{2})*)?$/,
  /^DAILY$/,
];
const PARTS_IN_ORDER = ['BYMONTH', 'BYMONTHDAY', 'BYDAY'];

/**
 * The days (since 1970) from `firstDay` to `lastDay` on which a rule recurs, the first included. `UNTIL` is left to the
 * caller, who knows the zone. Undefined when the rule is not one that is walked safely, or the budget ran out.
 */
export function recurrenceDays(
  rule: ICAL.Recur,
  span: { readonly firstDay: number; readonly lastDay: number },
  budget: StepBudget,
): number[] | undefined {
  if (!SAFE_RULES.some((safe) => safe.test(describe(rule)))) return undefined;
  const endless = rule.clone();
  endless.until = null;
  const start = ICAL.Time.fromDateString(dayOfEpoch(span.firstDay));
  const month = rule.parts['BYMONTH']?.[0] ?? start.month;
  const iterator = endless.iterator(start);
  const days = new Set([span.firstDay]);
  for (let time = iterator.next(); time; time = iterator.next()) {
    budget.steps -= 1;
    if (budget.steps < 0) return undefined;
    const day = dayOfTime(time);
    if (day === undefined || day > span.lastDay) break;
    // 30 February comes out as 2 March; RFC 5545 (3.3.10) leaves such a year out.
    if (rule.freq !== 'YEARLY' || time.month === month) days.add(day);
  }
  return [...days];
}

/** Days since 1970 of a time as it is written, whatever its zone; undefined outside the years of a `DayKey`. */
export function dayOfTime({ year, month, day }: ICAL.Time): number | undefined {
  const text = [String(year).padStart(4, '0'), pad(month), pad(day)].join('-');
  const key = parseDay(text);
  return key === undefined ? undefined : epochDay(key);
}

function describe(rule: ICAL.Recur): string {
  const parts: Readonly<Record<string, readonly unknown[] | undefined>> = rule.parts;
  const known = PARTS_IN_ORDER.filter((name) => Object.hasOwn(parts, name));
  const others = Object.keys(parts).filter((name) => !known.includes(name));
  const written = [...known, ...others].map((name) => `${name}=${parts[name]?.join(',')}`);
  return [rule.freq, ...written].join(';');
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
