import ICAL from 'ical.js';
import type { DaysOff } from '../domain/calendar.ts';
import { dayOfEpoch, epochDay, type DayKey } from '../domain/day.ts';
import { checkStructure, firstUnreadableLine } from './icalendar-lines.ts';
import { dayOfTime, recurrenceDays, type StepBudget } from './icalendar-recurrence.ts';

/** Whose clock and which days an import is for; handed in, so that nothing here reads the machine. */
export interface ImportMoment {
  readonly today: DayKey;
  /** IANA zone in which instants written in UTC are read: the person's own. */
  readonly timeZone: string;
}

/** Days off of a calendar file, or why it was refused with the line (1-based) that is wrong. */
export type CalendarImport =
  | {
      readonly ok: true;
      /** By day, without duplicates, days in a row under one name as one range. */
      readonly daysOff: readonly DaysOff[];
      /** Events not taken: too short for a day off, cancelled, beyond five years, or not understood. */
      readonly skipped: number;
    }
  | {
      readonly ok: false;
      readonly reason: 'tooLarge' | 'notCalendar' | 'unreadable' | 'tooManyDays';
      readonly line?: number;
    };

/** Days since 1970, both ends included. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** An event in seconds since 1970 of the clock on the wall; `end` is not part of it. */
interface WallEvent {
  readonly start: number;
  readonly end: number;
  readonly allDay: boolean;
}

/** Larger than any holiday calendar met, small enough to read at once. */
const MAX_CHARACTERS = 2_000_000;
/** As many ranges as `calendarSchema` stores. */
const MAX_RANGES = 2000;
const MAX_NAME = 80;
const REACH_DAYS = 5 * 366;
/** Steps of all recurrences of a file together: a hostile one may not hold the page. */
const MAX_STEPS = 20_000;
/** A timed event takes a day off when it covers this much of it; a meeting does not. */
const DAY_OFF_SECONDS = 8 * 3600;
const SECONDS_PER_DAY = 86_400;

/**
 * Reads an iCalendar file (RFC 5545) as days off (METRICS.md M4). All-day events take their days, timed ones the days of
 * which they cover 8 hours or more; times without a zone or with a named one count as written, UTC as the person's clock
 * shows it. Recurrences with their exceptions reach five years back and ahead. Never throws.
 */
export function parseICalendar(text: string, moment: ImportMoment): CalendarImport {
  if (text.length > MAX_CHARACTERS) return { ok: false, reason: 'tooLarge' };
  const source = text.replace(/^\uFEFF/, '');
  const fault = checkStructure(source);
  if (fault) return { ok: false, ...fault };
  let events: ICAL.Component[];
  try {
    events = eventsOf(source);
  } catch {
    return { ok: false, ...firstUnreadableLine(source) };
  }
  const moved = movedOccurrences(events);
  const budget: StepBudget = { steps: MAX_STEPS };
  const byName = new Map<string, Span[]>();
  let skipped = 0;
  for (const event of events) {
    const spans = spansOf(event, { moment, moved, budget });
    if (spans.length === 0) skipped += 1;
    const name = nameOf(event);
    const known = byName.get(name);
    if (known) known.push(...spans);
    else byName.set(name, spans);
  }
  const daysOff = [...byName].flatMap(([name, spans]) => toDaysOff(name, spans));
  if (daysOff.length > MAX_RANGES) return { ok: false, reason: 'tooManyDays' };
  return { ok: true, skipped, daysOff: daysOff.toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
}

/** All events of a file; it may hold several calendars. */
function eventsOf(source: string): ICAL.Component[] {
  const parsed: unknown[] = ICAL.parse(source);
  const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed) as unknown[][];
  return calendars.flatMap((calendar) =>
    new ICAL.Component(calendar).getAllSubcomponents('vevent'),
  );
}

/** Occurrences that a file moves or changes one by one, as `uid day`: their series leaves them out. */
function movedOccurrences(events: readonly ICAL.Component[]): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const event of events) {
    for (const time of timesOf(event, 'recurrence-id'))
      moved.add(`${uidOf(event)} ${dayOfTime(time)}`);
  }
  return moved;
}

interface Reading {
  readonly moment: ImportMoment;
  readonly moved: ReadonlySet<string>;
  readonly budget: StepBudget;
}

/** The days an event takes off within reach; empty when there are none or it cannot be understood. */
function spansOf(component: ICAL.Component, { moment, moved, budget }: Reading): Span[] {
  const today = epochDay(moment.today);
  const reach: Span = { from: today - REACH_DAYS, to: today + REACH_DAYS };
  try {
    if (component.getFirstPropertyValue('status') === 'CANCELLED') return [];
    const event = wallEvent(component, moment.timeZone);
    if (!event) return [];
    const startDay = Math.floor(event.start / SECONDS_PER_DAY);
    const excluded = new Set(timesOf(component, 'exdate').map(dayOfTime));
    return occurrenceDays(component, { startDay, reach, moment, budget })
      .filter((day) => !excluded.has(day))
      .filter(
        (day) => component.hasProperty('recurrence-id') || !moved.has(`${uidOf(component)} ${day}`),
      )
      .flatMap((day) => daysCovered(event, (day - startDay) * SECONDS_PER_DAY))
      .filter(({ from, to }) => from <= reach.to && to >= reach.from)
      .map(({ from, to }) => ({ from: Math.max(from, reach.from), to: Math.min(to, reach.to) }));
  } catch {
    return [];
  }
}

/** The days on which an event begins: its own, its rule's and its added dates. */
function occurrenceDays(
  component: ICAL.Component,
  { startDay, reach, moment, budget }: { startDay: number; reach: Span } & Omit<Reading, 'moved'>,
): number[] {
  const added = timesOf(component, 'rdate').flatMap((time) => dayOfTime(time) ?? []);
  const rule = component.getFirstPropertyValue('rrule');
  if (!(rule instanceof ICAL.Recur)) return [...new Set([startDay, ...added])];
  const until = rule.until
    ? Math.floor((wallSeconds(rule.until, moment.timeZone) ?? 0) / SECONDS_PER_DAY)
    : reach.to;
  const lastDay = Math.min(until, reach.to);
  const recurring = recurrenceDays(rule, { firstDay: startDay, lastDay }, budget) ?? [];
  return [...new Set([...recurring, ...added])];
}

/** When an event begins and ends on the wall; undefined without a start, or when it ends before it begins. */
function wallEvent(component: ICAL.Component, timeZone: string): WallEvent | undefined {
  const first = component.getFirstPropertyValue('dtstart');
  if (!(first instanceof ICAL.Time)) return undefined;
  const start = wallSeconds(first, timeZone);
  if (start === undefined) return undefined;
  const last = component.getFirstPropertyValue('dtend');
  const duration = component.getFirstPropertyValue('duration');
  let end: number | undefined = start + (first.isDate ? SECONDS_PER_DAY : 0);
  if (last instanceof ICAL.Time) end = wallSeconds(last, timeZone);
  else if (duration instanceof ICAL.Duration) end = start + duration.toSeconds();
  if (end === undefined || end < start) return undefined;
  // Some programs write the last day itself as the end of an all-day event.
  return {
    start,
    end: first.isDate ? Math.max(end, start + SECONDS_PER_DAY) : end,
    allDay: first.isDate,
  };
}

/** The days an event takes when it is moved by `shift` seconds, as one span or none. */
function daysCovered(event: WallEvent, shift: number): Span[] {
  const start = event.start + shift;
  const end = event.end + shift;
  const from = Math.floor(start / SECONDS_PER_DAY);
  const to = Math.ceil(end / SECONDS_PER_DAY) - 1;
  if (event.allDay) return [{ from, to }];
  const onFirst = Math.min(end, (from + 1) * SECONDS_PER_DAY) - start;
  const onLast = end - Math.max(start, to * SECONDS_PER_DAY);
  const span = {
    from: onFirst >= DAY_OFF_SECONDS ? from : from + 1,
    to: onLast >= DAY_OFF_SECONDS ? to : to - 1,
  };
  return span.from <= span.to ? [span] : [];
}

/** Seconds since 1970 that the wall clock shows: as written, or of the person's zone for UTC. */
function wallSeconds(time: ICAL.Time, timeZone: string): number | undefined {
  const day = dayOfTime(time);
  if (day === undefined) return undefined;
  const written = day * SECONDS_PER_DAY + time.hour * 3600 + time.minute * 60 + time.second;
  if (time.isDate || time.zone !== ICAL.Timezone.utcTimezone) return written;
  const zoned = Temporal.Instant.fromEpochMilliseconds(written * 1000).toZonedDateTimeISO(timeZone);
  return written + zoned.offsetNanoseconds / 1e9;
}

/** The times of a property, however often it stands; one that cannot be read is left out. */
function timesOf(component: ICAL.Component, property: string): ICAL.Time[] {
  return component.getAllProperties(property).flatMap((each) => {
    try {
      return each.getValues().filter((value) => value instanceof ICAL.Time);
    } catch {
      return [];
    }
  });
}

function uidOf(component: ICAL.Component): string {
  return String(component.getFirstPropertyValue('uid') ?? '');
}

function nameOf(component: ICAL.Component): string {
  const summary = String(component.getFirstPropertyValue('summary') ?? '');
  return summary
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_NAME);
}

/** Spans of one name with touching and repeated ones joined. */
function toDaysOff(name: string, spans: readonly Span[]): DaysOff[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to + 1) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else joined.push(span);
  }
  return joined.map(({ from, to }) => ({
    from: dayOfEpoch(from),
    to: dayOfEpoch(to),
    ...(name === '' ? {} : { name }),
  }));
}
