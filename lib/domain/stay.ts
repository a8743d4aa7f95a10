import { epochDay, type DayKey } from './day.ts';
import { mondayOfNumber } from './week-number.ts';

/**
 * A time a member belonged to a department, both ends included, local to the member's clock. History stays where it was
 * earned: moving ends one stay and begins another, leaving ends the last.
 */
export interface Stay {
  readonly memberId: string;
  readonly departmentId: string;
  readonly fromDay: DayKey;
  /** Last day; absent while it lasts. */
  readonly toDay?: DayKey | undefined;
}

/** A stay in days since 1970-01-01; `to` is `Infinity` while it lasts. */
export interface StaySpan {
  readonly departmentId: string;
  readonly from: number;
  readonly to: number;
}

/** A stay as it is stored, its days since 1970-01-01. */
export interface StoredStay {
  readonly memberId: string;
  readonly departmentId: string;
  readonly fromDay: number;
  readonly toDay?: number | undefined;
}

/** Stays by member, in any order. A stay that ends before it begins is left out. */
export function spansByMember(stays: Iterable<Stay | StoredStay>): Map<string, StaySpan[]> {
  const spans = new Map<string, StaySpan[]>();
  for (const { memberId, departmentId, fromDay, toDay } of stays) {
    const span = {
      departmentId,
      from: numberOf(fromDay),
      to: toDay === undefined ? Infinity : numberOf(toDay),
    };
    if (span.to < span.from) continue;
    const known = spans.get(memberId);
    if (known) known.push(span);
    else spans.set(memberId, [span]);
  }
  return spans;
}

/**
 * The one department a member counts in for a week's numbers: where the last day of the week was spent that was spent
 * anywhere, so that everybody is counted once and a later move, joining or leaving changes no week that is over.
 * Undefined when no day of the week was.
 */
export function departmentInWeek(spans: readonly StaySpan[], week: number): string | undefined {
  const monday = mondayOfNumber(week);
  const sunday = monday + 6;
  let best: StaySpan | undefined;
  for (const span of spans) {
    if (span.from > sunday || span.to < monday) continue;
    if (best === undefined || isLater(span, best, sunday)) best = span;
  }
  return best?.departmentId;
}

function numberOf(day: DayKey | number): number {
  return typeof day === 'number' ? day : epochDay(day);
}

function isLater(a: StaySpan, b: StaySpan, sunday: number): boolean {
  const ends = Math.min(a.to, sunday) - Math.min(b.to, sunday);
  if (ends !== 0) return ends > 0;
  return a.from !== b.from ? a.from > b.from : a.departmentId > b.departmentId;
}
