import { addDays, type DayKey } from './day.ts';

/** What makes a programme one in name only (名ばかり, METRICS.md M14). */
export type StallReason = 'noMeeting' | 'noGoal' | 'noOpenAction' | 'slowHelp';

/** What being stalled is judged from. Whoever keeps meetings, actions and help hands these over. */
export interface StallInput {
  readonly startedOn: DayKey;
  readonly today: DayKey;
  /** Days on which a meeting was held, in any order. */
  readonly meetings: readonly DayKey[];
  /** Days on which the department meets by its plan (`meetingDays`), in any order. */
  readonly planned: readonly DayKey[];
  /** Since when there is no goal; undefined while there is one. */
  readonly noGoalSince: DayKey | undefined;
  /** Since when no action is open; undefined while one is, and before the first meeting agreed on any. */
  readonly noOpenActionSince: DayKey | undefined;
  /** Since when a question has waited over 16 working hours (M12), or was last answered so late; undefined otherwise. */
  readonly slowHelpSince: DayKey | undefined;
}

/** A reason and the first day it held. */
export interface Stall {
  readonly reason: StallReason;
  readonly since: DayKey;
}

/** Whether a programme stands still, and who hears of it. */
export interface Stalled {
  /** In the order of `StallReason`; empty when it moves. */
  readonly reasons: readonly Stall[];
  /** Who is told by now: the champion at once, the sponsor when it has lasted seven days more. */
  readonly tells: 'nobody' | 'champion' | 'sponsor';
  /** The day from which the sponsor is told; undefined when it moves. */
  readonly sponsorFrom: DayKey | undefined;
}

/** Days without a meeting that stall a programme. */
export const DAYS_WITHOUT_MEETING = 21;

/** Days the champion has before the sponsor hears. */
export const SPONSOR_AFTER_DAYS = 7;

/**
 * Whether a programme is stalled (M14). Nothing is before it began. The sponsor's seven days count from the earliest reason
 * that still holds, so that one reason that follows another does not begin them anew; whatever was put right counts no
 * more.
 */
export function stalledBy(input: StallInput): Stalled {
  const reasons = input.today < input.startedOn ? [] : allReasons(input);
  const first = firstStall(reasons);
  if (first === undefined) return { reasons, tells: 'nobody', sponsorFrom: undefined };
  const sponsorFrom = addDays(first.since, SPONSOR_AFTER_DAYS);
  return { reasons, tells: input.today >= sponsorFrom ? 'sponsor' : 'champion', sponsorFrom };
}

/** The reason that has held longest, the first of those that began on one day; undefined when it moves. */
export function firstStall(reasons: readonly Stall[]): Stall | undefined {
  return reasons.reduce<Stall | undefined>(
    (first, each) => (first === undefined || each.since < first.since ? each : first),
    undefined,
  );
}

/** Something agreed on, from a day until it was done. */
export interface AgreedAction {
  readonly doneOn: DayKey | undefined;
}

/**
 * Since when nothing that was agreed is open: the day the last of it was done, or that of the first meeting when it agreed
 * on nothing. Undefined while something is open, and before the first meeting.
 */
export function noOpenActionSince(
  actions: readonly AgreedAction[],
  meetings: readonly DayKey[],
): DayKey | undefined {
  if (actions.some(({ doneOn }) => doneOn === undefined)) return undefined;
  const [first] = meetings.toSorted();
  if (first === undefined) return undefined;
  return actions.reduce(
    (last, { doneOn }) => (doneOn !== undefined && doneOn > last ? doneOn : last),
    first,
  );
}

function allReasons(input: StallInput): Stall[] {
  const { startedOn, today } = input;
  const since: readonly [StallReason, DayKey | undefined][] = [
    ['noMeeting', noMeetingSince(input)],
    ['noGoal', input.noGoalSince],
    ['noOpenAction', input.noOpenActionSince],
    ['slowHelp', input.slowHelpSince],
  ];
  return since.flatMap(([reason, from]): Stall[] => {
    if (from === undefined || from > today) return [];
    // What was so before the programme is told from its beginning.
    return [{ reason, since: from < startedOn ? startedOn : from }];
  });
}

/**
 * The 21st day after the last meeting or, before the first, after the start; not before the next planned one has gone by. From a third
 * Tuesday to a first there can be 21 days: whoever meets as planned does not stand still on the morning of their meeting.
 */
function noMeetingSince({ startedOn, today, meetings, planned }: StallInput): DayKey | undefined {
  const last = meetings
    .filter((day) => day <= today)
    .reduce((latest, day) => (day > latest ? day : latest), startedOn);
  const [next] = planned.filter((day) => day > last).toSorted();
  const long = addDays(last, DAYS_WITHOUT_MEETING);
  const since = next === undefined || next < long ? long : addDays(next, 1);
  return since <= today ? since : undefined;
}
