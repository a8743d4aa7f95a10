import { addDays, monthOf, type DayKey } from './day.ts';
import { goalReached } from './department-change.ts';
import { expectedIn, mondayOfProgramme, PROGRAMME_WEEKS } from './programme.ts';
import { firstStall } from './programme-stall.ts';
import type { ProgrammeView } from './programme-view.ts';
import type { Figure } from './released.ts';

/** A programme's view as far as the rules read it; no number of people is in it. */
export interface ProgrammeForSponsor extends Pick<ProgrammeView, 'phase' | 'week'> {
  readonly stalled: Pick<ProgrammeView['stalled'], 'reasons' | 'tells'>;
  readonly exit: { readonly meetings: readonly { readonly day: DayKey }[] } & (
    | { readonly passed: true; readonly on: DayKey }
    | { readonly passed: false }
  );
  readonly actual: Partial<Pick<ProgrammeView['actual'], 'onCourse' | 'work'>>;
  readonly watch?: { readonly alarm: boolean } | undefined;
}

/** A department as the sponsor's rules look at it; nothing in it is about a person. */
export interface DepartmentForSponsor {
  readonly id: string;
  /** What its programme lacks, in the order it has to come. */
  readonly missing: readonly ('goal' | 'workflow' | 'champion' | 'start')[];
  readonly startedOn: DayKey | undefined;
  /** Absent before a beginning was set. */
  readonly view: ProgrammeForSponsor | undefined;
}

/** What needs the sponsor's authority, the gravest first; of a department the first that holds is told. */
export type SponsorNeed =
  | 'noGoal'
  | 'noChampion'
  | 'notBegun'
  | 'exitFailed'
  | 'underGoal'
  | 'standstill'
  | 'fewMeetings';

/** One thing for the sponsor to settle. */
export interface NeedsSponsor {
  readonly need: SponsorNeed;
  /** Absent when it is the whole company's. */
  readonly departmentId?: string | undefined;
  /** Since when it has been so, where a day is known. */
  readonly since?: DayKey | undefined;
  /** Meetings held in the month, for `fewMeetings`. */
  readonly meetings?: number | undefined;
}

/** What went well in a department. */
export type SponsorGood = 'passed' | 'attached' | 'onCourse' | 'twoMeetings';

/** One thing to be glad of. */
export interface WentWell {
  readonly good: SponsorGood;
  readonly departmentId: string;
  /** Workflows attached or settled, for `attached`. */
  readonly works?: number | undefined;
}

/** What a month comes to for a sponsor. */
export interface SponsorFindings {
  readonly needs: readonly NeedsSponsor[];
  /** Needs beyond those that one look can take. */
  readonly more: number;
  readonly well: readonly WentWell[];
}

/** A page that is read in a minute names no more. */
export const MOST_NEEDS = 5;
const MOST_WELL = 5;
/** A champion meets twice a month (M14). */
export const MEETINGS_A_MONTH = 2;

const GRAVEST: readonly SponsorNeed[] = [
  'noGoal',
  'noChampion',
  'notBegun',
  'exitFailed',
  'underGoal',
  'standstill',
  'fewMeetings',
];

/** Meetings of a department that were held in a month, `2026-10`. */
export function meetingsIn({ view }: Pick<DepartmentForSponsor, 'view'>, month: string): number {
  return (view?.exit.meetings ?? []).filter(({ day }) => monthOf(day) === month).length;
}

interface WeeksSoFar extends Pick<DepartmentForSponsor, 'startedOn'> {
  readonly view: Pick<ProgrammeForSponsor, 'phase'> | undefined;
}

/**
 * Whether a department goes on whose sixteen weeks were over, unpassed, before a month: that was news in the month in which they
 * ended (or in the one before, where its page was made later), and is only counted since.
 */
export function goesOn({ startedOn, view }: WeeksSoFar, month: string): boolean {
  if (view?.phase !== 'over' || startedOn === undefined) return false;
  return monthOf(addDays(mondayOfProgramme(startedOn, PROGRAMME_WEEKS), 6)) < month;
}

/**
 * What needs the sponsor's authority and what went well, by rule (docs/adr/0021-advisor-and-sponsor.md). A department has one
 * need, the gravest: what is missing comes before what goes badly, because the second follows from the first. At most five
 * needs, gravest first, of one kind what lasts longest (`since`), then in the order given; `more` counts the rest. Without a goal nothing else is asked for.
 */
export function sponsorFindings(input: {
  readonly hasGoal: boolean;
  readonly departments: readonly DepartmentForSponsor[];
  /** The month that is told, `2026-10`. */
  readonly month: string;
}): SponsorFindings {
  const { hasGoal, departments, month } = input;
  const needs: NeedsSponsor[] = hasGoal
    ? departments.flatMap((department) => needOf(department, month) ?? [])
    : [{ need: 'noGoal' }];
  needs.sort(
    (a, b) =>
      GRAVEST.indexOf(a.need) - GRAVEST.indexOf(b.need) || compare(a.since ?? '', b.since ?? ''),
  );
  return {
    needs: needs.slice(0, MOST_NEEDS),
    more: Math.max(0, needs.length - MOST_NEEDS),
    well: departments.flatMap((department) => goodOf(department, month) ?? []).slice(0, MOST_WELL),
  };
}

function needOf(department: DepartmentForSponsor, month: string): NeedsSponsor | undefined {
  const { id: departmentId, missing, view } = department;
  if (missing.includes('champion')) return { need: 'noChampion', departmentId };
  if (missing.includes('start') || view === undefined) return { need: 'notBegun', departmentId };
  if (view.phase === 'over') {
    return goesOn(department, month) ? undefined : { need: 'exitFailed', departmentId };
  }
  if (view.watch?.alarm === true) return { need: 'underGoal', departmentId };
  if (view.phase !== 'running') return undefined;
  if (view.stalled.tells === 'sponsor') {
    return { need: 'standstill', departmentId, since: firstStall(view.stalled.reasons)?.since };
  }
  const meetings = meetingsIn(department, month);
  return ranWhole(department, month) && meetings < MEETINGS_A_MONTH
    ? { need: 'fewMeetings', departmentId, meetings }
    : undefined;
}

function goodOf(department: DepartmentForSponsor, month: string): WentWell | undefined {
  const { id: departmentId, view } = department;
  if (view === undefined) return undefined;
  if (view.exit.passed && monthOf(view.exit.on) >= month) return { good: 'passed', departmentId };
  if (view.phase !== 'running') return undefined;
  const works = view.actual.work?.attached ?? 0;
  if (works > 0 && works >= expectedIn(view.week).attached) {
    return { good: 'attached', departmentId, works };
  }
  if (view.actual.onCourse === 'yes') return { good: 'onCourse', departmentId };
  return meetingsIn(department, month) >= MEETINGS_A_MONTH
    ? { good: 'twoMeetings', departmentId }
    : undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether the programme ran through the whole of a month: one that began in it owes no two meetings yet. */
function ranWhole({ startedOn }: DepartmentForSponsor, month: string): boolean {
  return startedOn !== undefined && startedOn <= `${month}-01`;
}

/** A share of people over several groups: the sum of what is shown of each, so that it tells nothing that they do not. */
export interface ShareOfShown {
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

/**
 * The company's share, from the released figures of its groups (METRICS.md P: totals are computed from what is shown).
 * Undefined when nothing of any is shown.
 */
export function shareOfShown(figures: readonly Figure[]): ShareOfShown | undefined {
  const shown = figures.filter((figure) => figure.shown);
  if (shown.length === 0) return undefined;
  const sum = (of: (figure: ShareOfShown) => number) =>
    shown.reduce((total, figure) => total + of(figure), 0);
  return { low: sum(({ low }) => low), high: sum(({ high }) => high), of: sum(({ of }) => of) };
}

/** Whether the company's share is at a goal, for sure; as `goalReached`. */
export function shareReached(
  share: ShareOfShown | undefined,
  goal: number | undefined,
): 'yes' | 'no' | 'unknown' | undefined {
  // A sum of released figures is as released as they are.
  return share && goalReached({ shown: true, ...share } as Figure, goal, 'share');
}
