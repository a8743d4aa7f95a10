import { daysBetween, epochDay, type DayKey } from './day.ts';

/** Hours between which a person may be nudged, local, 0–24; `to` is the end of the last one. */
export interface WorkingHours {
  readonly from: number;
  readonly to: number;
}

/** What this browser remembers of its nudges. Kept here alone; `NO_NUDGES` before the first. */
export interface NudgeHistory {
  /** The local day of the last nudge. */
  readonly lastOn?: DayKey | undefined;
  /** The workflow it named. */
  readonly workflowId?: string | undefined;
  /** Which of the copies it used. */
  readonly copy?: number | undefined;
  /** Given and not followed; closed when its day is over (`settled`). */
  readonly waiting: boolean;
  /** Nudges in a row that nothing came of. */
  readonly ignored: number;
  /** No nudge before this instant. */
  readonly snoozedUntilMs?: number | undefined;
  /** No nudge on this day. */
  readonly offOn?: DayKey | undefined;
  /** Local hours of the first use of the latest days of use, newest last, at most `HOURS_LEARNED`. */
  readonly firstHours: readonly number[];
  /** The latest day in `firstHours`. */
  readonly learnedOn?: DayKey | undefined;
}

/** All that decides a nudge. */
export interface NudgeState {
  /** Ids of the workflows that are due and not run, most pressing first. */
  readonly due: readonly string[];
  /** Workflows the person does not want to be nudged about. */
  readonly muted: readonly string[];
  /** Whether today is a scheduled day (METRICS.md M4). */
  readonly isScheduled: boolean;
  /** Whether today is a visit-day already (M2). */
  readonly isUsed: boolean;
  readonly hours: WorkingHours;
  readonly history: NudgeHistory;
}

/** Where the person's clock stands. */
export interface LocalNow {
  readonly nowMs: number;
  readonly today: DayKey;
  /** Minutes since local midnight. */
  readonly minute: number;
}

/** One nudge: about which work, in which words, and when. */
export interface Nudge {
  readonly workflowId: string;
  /** Which of the `NUDGE_COPIES` ways of saying it. */
  readonly copy: number;
  /** Now or earlier when it is to be given at once. */
  readonly atMs: number;
}

/** Ways of saying it; `lib/i18n/nudge.ts` has as many. */
export const NUDGE_COPIES = 5;
/** First uses remembered: two weeks of work see a habit and follow a change. */
export const HOURS_LEARNED = 10;
/** Ignored this often: one a week. */
export const IGNORED_UNTIL_WEEKLY = 3;
/** Ignored this often: silence until the person asks for nudges again. */
export const IGNORED_UNTIL_SILENT = 6;

/** Before the first nudge. */
export const NO_NUDGES: NudgeHistory = { waiting: false, ignored: 0, firstHours: [] };

const MS_PER_MINUTE = 60_000;
/** How long "later" is. */
export const SNOOZE_MS = 60 * MS_PER_MINUTE;
/** From the hour itself, so that whoever begins within it is left alone. */
const AFTER_USUAL_MINUTES = 30;
/** With fewer first uses than this the hour is not known. */
const FEWEST_HOURS = 3;
const HOUR_WHEN_UNKNOWN = 10;
/** Nobody starts on a piece of work in the last minutes of the day. */
const BEFORE_END_MINUTES = 45;
/** Nor before the desk is reached. */
const AFTER_START_MINUTES = 15;

/**
 * The nudge that is due today, now or later; undefined for none today. At most one a day; only on a scheduled day, within
 * working hours, half an hour after the hour by which the person has usually begun; only about work that is due and not muted; never
 * after use; never twice the same copy in a row, nor the same work after it was ignored when other work is due. Ignored three times
 * in a row: one in seven days; six times: none until the person asks again (`askedAgain`). Pure; the caller settles the days before first (`settled`).
 */
export function nextNudge(state: NudgeState, now: LocalNow): Nudge | undefined {
  const { history, isScheduled, isUsed } = state;
  if (!isScheduled || isUsed || history.offOn === now.today) return undefined;
  if (isSilent(history) || !isPauseOver(history, now.today)) return undefined;
  const workflowId = chooseWork(state);
  const minute = nudgeMinute(history, state.hours);
  if (workflowId === undefined || minute === undefined) return undefined;
  const atMs = Math.max(
    now.nowMs + (minute - now.minute) * MS_PER_MINUTE,
    history.snoozedUntilMs ?? 0,
  );
  const lastMs = now.nowMs + (lastMinute(state.hours) - now.minute) * MS_PER_MINUTE;
  return now.nowMs > lastMs || atMs > lastMs
    ? undefined
    : { workflowId, copy: nextCopy(history.copy, now.today), atMs };
}

/** The history once a nudge was given. */
export function given(history: NudgeHistory, nudge: Nudge, today: DayKey): NudgeHistory {
  const { workflowId, copy } = nudge;
  return { ...history, workflowId, copy, lastOn: today, waiting: true, snoozedUntilMs: undefined };
}

/**
 * The history with the days before `today` closed: a nudge still waiting from one of them was ignored, unless that day became a
 * visit-day (`wasUsed`) after all. The very same object when there is nothing to close.
 */
export function settled(history: NudgeHistory, today: DayKey, wasUsed: boolean): NudgeHistory {
  if (!history.waiting || history.lastOn === undefined || history.lastOn >= today) return history;
  return { ...history, waiting: false, ignored: wasUsed ? 0 : history.ignored + 1 };
}

/** The history once the day's use has begun, at a local hour (0–23): the nudge did its work, and the hour is learned, once a day. */
export function used(history: NudgeHistory, today: DayKey, hour: number): NudgeHistory {
  if (history.learnedOn === today && !history.waiting) return history;
  const isNew = history.learnedOn === undefined || history.learnedOn < today;
  return {
    ...history,
    waiting: false,
    ignored: history.waiting ? 0 : history.ignored,
    firstHours: isNew ? [...history.firstHours, hour].slice(-HOURS_LEARNED) : history.firstHours,
    learnedOn: isNew ? today : history.learnedOn,
  };
}

/** The history once the person followed a nudge, or put it off until an instant: then the same one may come once more today. */
export function answered(history: NudgeHistory, snoozedUntilMs?: number): NudgeHistory {
  const lastOn = snoozedUntilMs === undefined ? history.lastOn : undefined;
  return { ...history, waiting: false, ignored: 0, lastOn, snoozedUntilMs };
}

/**
 * The history once the person put a nudge away for the day. Unless the day is used after all it counts as one that nothing came of:
 * whoever keeps saying "not today" is asked less often.
 */
export function putAway(history: NudgeHistory, today: DayKey): NudgeHistory {
  return { ...history, offOn: today };
}

/** Whether a nudge stands before the person now: in the popup, and as the badge. */
export function isStanding({ waiting, lastOn, offOn }: NudgeHistory, today: DayKey): boolean {
  return waiting && lastOn === today && offOn !== today;
}

/** The history once the person asked for nudges again. */
export function askedAgain(history: NudgeHistory): NudgeHistory {
  return { ...history, waiting: false, ignored: 0 };
}

/** Whether nothing comes until the person asks. */
export function isSilent({ ignored }: NudgeHistory): boolean {
  return ignored >= IGNORED_UNTIL_SILENT;
}

/**
 * The local hour (0–23) by which the person has begun on four days of five; undefined before it is known. Later than the
 * middle, because a nudge is for the day on which the habit did not come by itself.
 */
export function usualHour({ firstHours }: NudgeHistory): number | undefined {
  if (firstHours.length < FEWEST_HOURS) return undefined;
  return firstHours.toSorted((a, b) => a - b)[Math.floor((firstHours.length - 1) * 0.8)];
}

function isPauseOver({ lastOn, ignored }: NudgeHistory, today: DayKey): boolean {
  if (lastOn === undefined) return true;
  const pauseDays = ignored >= IGNORED_UNTIL_WEEKLY ? 7 : 1;
  const days = daysBetween(lastOn, today);
  // A clock that was set back must not silence nudges until it has caught up.
  return days >= pauseDays || days < -1;
}

/** Minutes since midnight; undefined when the working hours leave no room. */
function nudgeMinute(history: NudgeHistory, hours: WorkingHours): number | undefined {
  const earliest = hours.from * 60 + AFTER_START_MINUTES;
  const latest = lastMinute(hours);
  if (latest < earliest) return undefined;
  const wanted = (usualHour(history) ?? HOUR_WHEN_UNKNOWN) * 60 + AFTER_USUAL_MINUTES;
  return Math.min(latest, Math.max(earliest, wanted));
}

function lastMinute({ to }: WorkingHours): number {
  return to * 60 - BEFORE_END_MINUTES;
}

function chooseWork({ due, muted, history }: NudgeState): string | undefined {
  const wanted = due.filter((id) => !muted.includes(id));
  const other = wanted.find((id) => id !== history.workflowId);
  return history.ignored > 0 ? (other ?? wanted[0]) : wanted[0];
}

/** A step of 1 to `NUDGE_COPIES` − 1 from the last, so that it never repeats; which one, the day decides. */
function nextCopy(last: number | undefined, today: DayKey): number {
  const number = epochDay(today);
  if (last === undefined) return number % NUDGE_COPIES;
  return (last + 1 + (number % (NUDGE_COPIES - 1))) % NUDGE_COPIES;
}
