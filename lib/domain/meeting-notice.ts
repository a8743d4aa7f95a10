import type { Calendar } from './calendar.ts';
import { addDays, type DayKey } from './day.ts';
import type { LocalMoment } from './help-clock.ts';
import { agendaDay, meetingDays, nextMeeting, type MeetingPlan } from './meeting.ts';

/** What was last told of a meeting. */
export interface ToldMeeting {
  readonly day: DayKey;
  /** Minutes from midnight. */
  readonly startsAt: number;
  readonly minutes: number;
  readonly isOff: boolean;
  /** Counts what was told of the day, from 0. */
  readonly sequence: number;
}

/** What is to be told now: a meeting that is near, one whose hour changed, one that is off. */
export interface MeetingNews {
  readonly what: 'near' | 'moved' | 'off';
  readonly day: DayKey;
  readonly sequence: number;
}

const AHEAD_DAYS = 62;

/**
 * What of a department's meetings is to be told at a moment, given what was told (one entry a day, the latest): the next
 * one from two scheduled days before, a told one whose hour or length changed, a told one that the plan or the calendar does
 * not hold any more. Nothing of a meeting that has begun or was noted as held.
 */
export function meetingNews(input: {
  readonly plan: MeetingPlan;
  readonly calendar: Calendar;
  readonly now: LocalMoment;
  readonly told: readonly ToldMeeting[];
  readonly held: readonly DayKey[];
}): MeetingNews[] {
  const { plan, calendar, now, told, held } = input;
  const isToCome = (day: DayKey, startsAt: number): boolean =>
    !held.includes(day) && (day > now.day || (day === now.day && now.minute < startsAt));
  const span = { from: now.day, to: addDays(now.day, AHEAD_DAYS) };
  const planned = new Set(meetingDays(plan, calendar, span));
  const changed = told.flatMap((each): MeetingNews[] => {
    if (each.isOff || !isToCome(each.day, each.startsAt)) return [];
    const news = { day: each.day, sequence: each.sequence + 1 };
    if (!planned.has(each.day)) return [{ what: 'off', ...news }];
    const isSame = each.startsAt === plan.startsAt && each.minutes === plan.minutes;
    return isSame || !isToCome(each.day, plan.startsAt) ? [] : [{ what: 'moved', ...news }];
  });
  return [...changed, ...nearOf(input, isToCome)];
}

function nearOf(
  { plan, calendar, now, told }: Parameters<typeof meetingNews>[0],
  isToCome: (day: DayKey, startsAt: number) => boolean,
): MeetingNews[] {
  const next = nextMeeting(plan, calendar, now.day);
  if (next === undefined || now.day < agendaDay(calendar, next)) return [];
  const before = told.find(({ day }) => day === next);
  if ((before !== undefined && !before.isOff) || !isToCome(next, plan.startsAt)) return [];
  return [{ what: 'near', day: next, sequence: before === undefined ? 0 : before.sequence + 1 }];
}
