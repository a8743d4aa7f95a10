import { type Calendar } from './calendar.ts';
import { addDays, dayOfEpoch, dayRange, type DayKey } from './day.ts';
import { mondayOfNumber, weekNumberOf } from './week-number.ts';

/** How firmly a workflow is part of a department's work (METRICS.md M11): 提案 → 試行 → 装着 → 定着. */
export type AttachmentState = 'proposed' | 'trial' | 'attached' | 'settled';

/** The states in their order, the weakest first. */
export const ATTACHMENT_STATES: readonly AttachmentState[] = [
  'proposed',
  'trial',
  'attached',
  'settled',
];

/** Who of a department ran a workflow (M3) in one completed week with a scheduled day. Names people; only counts leave. */
export type WeekOfRuns = ReadonlySet<string>;

/** A workflow's state, and whether it came there by falling. */
export interface Attachment {
  readonly state: AttachmentState;
  /** The runs became fewer: it stood higher a week ago, or it is proposed and stood higher in the weeks looked at. */
  readonly fellBack: boolean;
  /** Completed weeks since it stood higher: 1 when the newest brought it down; only where it fell back. */
  readonly fellWeeksAgo?: number | undefined;
  /** Of the last four completed weeks, those with runs. */
  readonly weeksWithRuns: number;
}

/** M11 looks at so many completed weeks. */
export const ATTACHMENT_WEEKS = 12;

const TRIAL_PEOPLE = 3;
const SMALL_DEPARTMENT = 6;
/** Weeks that tell who tries it and whether it is attached. */
export const SHORT_WEEKS = 4;
const ATTACHED_WEEKS = 3;
const SETTLED_WEEKS = 9;

/**
 * How many people have to have run a workflow for a trial (M11): three, in a department under six half of them, rounded
 * up; one at least.
 */
export function peopleForTrial(members: number): number {
  return members < SMALL_DEPARTMENT ? Math.max(1, Math.ceil(members / 2)) : TRIAL_PEOPLE;
}

/**
 * A workflow's state after these completed weeks, oldest first (METRICS.md M11); the last twelve are looked at, and fewer
 * do. Each step asks for those below it too: what one person alone runs every week is that person's, not the
 * department's, and what stopped falls back however long it had been settled. Only runs move it.
 */
export function attachmentState(weeks: readonly WeekOfRuns[], members: number): AttachmentState {
  const seen = weeks.slice(-ATTACHMENT_WEEKS);
  const latest = seen.slice(-SHORT_WEEKS);
  if (!haveRun(latest, peopleForTrial(members))) return 'proposed';
  if (withRuns(latest) < ATTACHED_WEEKS) return 'trial';
  return withRuns(seen) < SETTLED_WEEKS ? 'attached' : 'settled';
}

/**
 * `attachmentState`, with what fewer weeks would have said. What is still in trial or attached says that it fell in the week
 * it did; what is proposed goes on saying it, or work that was once part of the day would look as if nobody had tried it.
 */
export function attachmentOf(weeks: readonly WeekOfRuns[], members: number): Attachment {
  const state = attachmentState(weeks, members);
  const ago = weeksSinceHigher(weeks, members);
  const fellBack = ago !== undefined && (ago === 1 || state === 'proposed');
  return {
    state,
    fellBack,
    ...(fellBack ? { fellWeeksAgo: ago } : {}),
    weeksWithRuns: withRuns(weeks.slice(-SHORT_WEEKS)),
  };
}

/** How many weeks ago it stood higher for the last time; undefined when it rose to where it is, or never stood higher. */
function weeksSinceHigher(weeks: readonly WeekOfRuns[], members: number): number | undefined {
  const rank = rankOf(attachmentState(weeks, members));
  for (let ago = 1; ago < weeks.length; ago += 1) {
    const before = rankOf(attachmentState(weeks.slice(0, -ago), members));
    if (before !== rank) return before > rank ? ago : undefined;
  }
  return undefined;
}

/** Whether AI is part of the work: attached or settled, what coverage counts. */
export function isAttached(state: AttachmentState): boolean {
  return rankOf(state) >= rankOf('attached');
}

/** M11's coverage: workflows attached or settled, of those registered. */
export function coverageOf(states: readonly AttachmentState[]): {
  readonly count: number;
  readonly of: number;
} {
  return { count: states.filter(isAttached).length, of: states.length };
}

/**
 * The numbers (`week-number.ts`) of the last thirteen completed weeks before a day in which the department was due to
 * work, oldest first: twelve for the state and one to see whether it fell. A week off (お盆) neither helps nor harms, so
 * earlier weeks take its place, half a year back at most.
 */
export function attachmentWeeks(calendar: Calendar, today: DayKey): number[] {
  const weeks: number[] = [];
  const running = weekNumberOf(today);
  for (
    let week = running - 1;
    week >= running - LOOK_BACK && weeks.length <= ATTACHMENT_WEEKS;
    week -= 1
  ) {
    const monday = dayOfEpoch(mondayOfNumber(week));
    const isDue = dayRange(monday, addDays(monday, 6)).some((day) => calendar.isScheduled(day));
    if (isDue) weeks.push(week);
  }
  return weeks.toReversed();
}

const LOOK_BACK = 26;

/** Whether so many people ran it in any of these weeks. */
function haveRun(weeks: readonly WeekOfRuns[], needed: number): boolean {
  const people = new Set<string>();
  for (const week of weeks) {
    for (const person of week) {
      people.add(person);
      if (people.size >= needed) return true;
    }
  }
  return false;
}

function withRuns(weeks: readonly WeekOfRuns[]): number {
  return weeks.filter((week) => week.size > 0).length;
}

function rankOf(state: AttachmentState): number {
  return ATTACHMENT_STATES.indexOf(state);
}
