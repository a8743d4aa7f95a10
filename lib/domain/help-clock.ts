import { scheduledOnOrAfter, type Calendar } from './calendar.ts';
import { addDays, epochDay, type DayKey } from './day.ts';

/** A moment on the organisation's wall clock; `minute` counts from midnight, 0 up to 1440. */
export interface LocalMoment {
  readonly day: DayKey;
  readonly minute: number;
}

/** A span of a working day in minutes from midnight; `to` is its end. */
export interface WorkingSpan {
  readonly from: number;
  readonly to: number;
}

/** Fewest working minutes of a day, so that every wait comes to its end. */
const FEWEST_MINUTES = 60;

/**
 * 9 to 12 and 13 to 18 o'clock until an organisation says otherwise: eight hours with a break, so that a working day is what
 * M12 calls 8 working hours.
 */
export const WORKING_SPANS: readonly WorkingSpan[] = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 18 * 60 },
];

/**
 * Whether spans can be a day's working hours: each within the day and ending after it began, in their order, none over
 * another, and an hour or more together. None at all, and what is no number, are not.
 */
export function areWorkingHours(spans: readonly WorkingSpan[]): boolean {
  const isInOrder = spans.every(
    ({ from, to }, index) => from < to && from >= (spans[index - 1]?.to ?? 0) && to <= 24 * 60,
  );
  const minutes = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  return isInOrder && minutes >= FEWEST_MINUTES;
}

/** Working minutes after which an answer came late (M12), and after which an open question goes to the advisor too. */
export const LATE_MINUTES = 8 * 60;

/** Working minutes after which open questions make a programme stall (METRICS.md M14). */
export const STALLED_MINUTES = 16 * 60;

/** Which minutes are working minutes: the department's calendar without anybody's leave, and the spans of its days. */
export interface WorkingTime {
  readonly calendar: Calendar;
  /** In their order, none over another. */
  readonly spans: readonly WorkingSpan[];
}

/** Longer waits are all the same: two years. */
const MOST_DAYS = 730;

/**
 * Working minutes from one moment to another (METRICS.md M12): only within the spans of scheduled days, so that evenings,
 * weekends and holidays cost nothing. 0 when `to` is not later. A wall clock: an hour that DST adds or drops lies outside
 * working hours.
 */
export function workingMinutesBetween(
  from: LocalMoment,
  to: LocalMoment,
  { calendar, spans }: WorkingTime,
): number {
  const days = Math.min(epochDay(to.day) - epochDay(from.day), MOST_DAYS);
  let minutes = 0;
  for (let ahead = 0; ahead <= days; ahead += 1) {
    const day = addDays(from.day, ahead);
    if (!calendar.isScheduled(day)) continue;
    const begin = ahead === 0 ? from.minute : 0;
    const end = day === to.day ? to.minute : 24 * 60;
    for (const span of spans) {
      minutes += Math.max(0, Math.min(end, span.to) - Math.max(begin, span.from));
    }
  }
  return minutes;
}

/** How a question stands by the clock. */
export interface Waited {
  /** Working minutes from the question to its first answer, or to now while there is none. */
  readonly minutes: number;
  readonly isAnswered: boolean;
}

/** What is told of a department's answers (METRICS.md M12). */
export interface HelpClock {
  /** Questions that had a first answer. */
  readonly answered: number;
  /** Median of their working minutes; absent without any. */
  readonly medianMinutes?: number | undefined;
  /** Those that took longer than 8 working hours, open ones that wait longer already included. */
  readonly late: number;
  /** Questions that wait. */
  readonly open: number;
}

/** Counts questions by the clock (METRICS.md M12): the median over those answered, lateness over all. */
export function countHelp(questions: readonly Waited[]): HelpClock {
  const answered = questions.filter(({ isAnswered }) => isAnswered);
  const minutes = answered.map((each) => each.minutes).toSorted((a, b) => a - b);
  const middle = Math.floor(minutes.length / 2);
  const upper = minutes[middle];
  const lower = minutes.length % 2 === 1 ? upper : minutes[middle - 1];
  return {
    answered: answered.length,
    ...(upper === undefined || lower === undefined
      ? {}
      : { medianMinutes: Math.round((lower + upper) / 2) }),
    late: questions.filter(isLate).length,
    open: questions.length - answered.length,
  };
}

/**
 * Whether a question waits for, or got its answer after, more than 8 working hours. An open one is then the advisor's too
 * (champion first, advisor after one working day).
 */
export function isLate({ minutes }: Waited): boolean {
  return minutes > LATE_MINUTES;
}

/** Whether a wait this long makes a department's programme stall (METRICS.md M14). */
export function stallsProgramme({ minutes, isAnswered }: Waited): boolean {
  return !isAnswered && minutes > STALLED_MINUTES;
}

/**
 * The moment by which a question is to be answered: 8 working hours after it was asked. Undefined when the calendar has no
 * working day within reach.
 */
export function answerBy(from: LocalMoment, working: WorkingTime): LocalMoment | undefined {
  return workingTimeAfter(from, LATE_MINUTES, working);
}

/** The day on which an open question makes its department's programme stall (METRICS.md M14); undefined as `answerBy`. */
export function stallsOn(from: LocalMoment, working: WorkingTime): DayKey | undefined {
  return workingTimeAfter(from, STALLED_MINUTES, working)?.day;
}

function workingTimeAfter(
  from: LocalMoment,
  minutes: number,
  working: WorkingTime,
): LocalMoment | undefined {
  let left = minutes;
  let day: DayKey | undefined = scheduledOnOrAfter(working.calendar, from.day);
  for (let tries = 0; day !== undefined && tries < MOST_DAYS; tries += 1) {
    for (const span of working.spans) {
      const begin = Math.max(span.from, day === from.day ? from.minute : 0);
      const room = Math.max(0, span.to - begin);
      if (room >= left) return { day, minute: begin + left };
      left -= room;
    }
    day = scheduledOnOrAfter(working.calendar, addDays(day, 1));
  }
  return undefined;
}
