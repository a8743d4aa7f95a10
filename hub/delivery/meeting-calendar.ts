import ICAL from 'ical.js';
import 'temporal-polyfill/global';
import { addDays, type DayKey } from '../../lib/domain/day.ts';
import type { NoticeEvent } from '../../lib/contract/hub/notice.ts';
import type { MeetingPlan } from '../../lib/domain/meeting.ts';
import { meetings } from '../../lib/i18n/meetings.ts';
import type { Language } from '../../lib/i18n/language.ts';

/** What a feed tells: the days and the hour, and nothing of what is spoken of. */
export interface MeetingCalendar {
  /** Begins every event's id, so that a feed read again changes its events rather than adding to them. */
  readonly id: string;
  readonly department: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly plan: MeetingPlan;
  readonly days: readonly DayKey[];
  readonly nowMs: number;
}

/** RFC 5545 allows 75 octets; the library counts without the blank that a folded line begins with. */
const FOLD = 74;
const MS_PER_MINUTE = 60_000;

/** The meetings of a department as iCalendar text (RFC 5545), in UTC so that no time zone has to be sent along. */
export function meetingCalendar(feed: MeetingCalendar): string {
  const { department, language, plan, days } = feed;
  const t = meetings[language];
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Banso//Meetings//EN');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('x-wr-calname', t.eventTitle(department));
  calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromSeconds(12 * 3600));
  for (const day of days) {
    const begin = instantOf(day, plan.startsAt, feed.timeZone);
    const event = new ICAL.Component('vevent');
    event.addPropertyWithValue('uid', `${feed.id}-${day}@banso`);
    event.addPropertyWithValue('dtstamp', timeOf(feed.nowMs));
    event.addPropertyWithValue('dtstart', timeOf(begin));
    event.addPropertyWithValue('dtend', timeOf(begin + plan.minutes * MS_PER_MINUTE));
    event.addPropertyWithValue('summary', t.eventTitle(department));
    event.addPropertyWithValue('description', t.eventText);
    calendar.addSubcomponent(event);
  }
  ICAL.foldLength = FOLD;
  return `${calendar.toString()}\r\n`;
}

/**
 * One meeting as a mail brings it along (RFC 5546, PUBLISH): announced, with nobody asked to answer, because the hub keeps
 * nobody's answers and reads no mail. The event has the feed's id, so that whoever has both sees one; a higher SEQUENCE
 * changes it, and one that is off is CANCELLED.
 */
export function meetingEvent(
  { uid, sequence, isOff, startsAt, minutes }: NoticeEvent,
  {
    department,
    language,
    organiser,
    nowMs,
  }: {
    readonly department: string;
    readonly language: Language;
    /** Mail address that it comes from. */
    readonly organiser: string;
    readonly nowMs: number;
  },
): string {
  const t = meetings[language];
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Banso//Meetings//EN');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', uid);
  event.addPropertyWithValue('sequence', sequence);
  event.addPropertyWithValue('status', isOff ? 'CANCELLED' : 'CONFIRMED');
  event.addPropertyWithValue('organizer', `mailto:${organiser}`);
  event.addPropertyWithValue('dtstamp', timeOf(nowMs));
  event.addPropertyWithValue('dtstart', timeOf(startsAt));
  event.addPropertyWithValue('dtend', timeOf(startsAt + minutes * MS_PER_MINUTE));
  event.addPropertyWithValue('summary', t.eventTitle(department));
  event.addPropertyWithValue('description', t.eventText);
  calendar.addSubcomponent(event);
  ICAL.foldLength = FOLD;
  return `${calendar.toString()}\r\n`;
}

/** Id of a department's meeting on a day, in the feed and in mails alike. */
export function meetingUid(departmentId: string, day: DayKey): string {
  return `${feedId(departmentId)}-${day}@banso`;
}

/** What a department's event ids begin with. */
export function feedId(departmentId: string): string {
  return `meeting-${departmentId}`;
}

/** The instant at which a meeting begins. */
export function meetingStart(
  day: DayKey,
  plan: Pick<MeetingPlan, 'startsAt'>,
  timeZone: string,
): number {
  return instantOf(day, plan.startsAt, timeZone);
}

/** The days a feed holds around today: two months back, half a year ahead. */
export function feedSpan(today: DayKey): { readonly from: DayKey; readonly to: DayKey } {
  return { from: addDays(today, -60), to: addDays(today, 183) };
}

function instantOf(day: DayKey, minutes: number, timeZone: string): number {
  const midnight = Temporal.PlainDate.from(day).toPlainDateTime();
  return midnight.add({ minutes }).toZonedDateTime(timeZone).epochMilliseconds;
}

function timeOf(instantMs: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(instantMs), true);
}
