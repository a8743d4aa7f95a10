import type { Calendar } from './calendar.ts';
import { addDays, type DayKey } from './day.ts';
import { isVisitDay, type Ledger } from './ledger.ts';
import { usageSegment, weeksOfUse } from './segment.ts';
import type { Prompt } from './workflow.ts';

/**
 * How far a person has come with the tools, computed in their own browser and told to nobody: what is offered follows it.
 * A person who comes back after a long time is at the first steps again.
 */
export type Stage = 'neverUsed' | 'firstSteps' | 'weekly' | 'habit' | 'buildsOwn';

/** For whom a starter pack's prompt is: everything filled in, the daily form, what goes on from there. */
export type Level = 'first' | 'standard' | 'further';

/** What a stage is computed from: all of it is stored anyway. */
export interface StageInput {
  readonly ledger: Ledger;
  readonly calendar: Calendar;
  /** The person's first day (M5). */
  readonly startedOn: DayKey;
  readonly today: DayKey;
  readonly prompts: readonly Prompt[];
}

/** How far back weeks are looked at: enough for twelve of them with a long leave between, without walking through years. */
const LOOK_BACK_DAYS = 26 * 7;
/** Completed weeks looked at for a weekly use. */
const RECENT_WEEKS = 4;
const ACTIVE_OF_RECENT = 2;
/** Living prompts written or edited: one may be a trial, two are a way of working. */
const PROMPTS_OF_ONES_OWN = 2;

const LEVELS = ['first', 'standard', 'further'] as const;
const LEVEL_OF: Readonly<Record<Stage, Level>> = {
  neverUsed: 'first',
  firstSteps: 'first',
  weekly: 'standard',
  habit: 'further',
  buildsOwn: 'further',
};

/**
 * The stage of a person today. `neverUsed` without a visit-day (M2); `weekly` with visit-days in two of the last four
 * completed weeks; `habit` in the segment habitual or power (M8); `buildsOwn` at either with two prompts of their own
 * making; everything else is `firstSteps`. Weeks without a scheduled day are not counted, and set nobody back who returns
 * within half a year.
 */
export function stageOf(input: StageInput): Stage {
  const { ledger, prompts, startedOn, today } = input;
  if (!Object.values(ledger).some(isVisitDay)) return 'neverUsed';
  const lookBack = addDays(today, -LOOK_BACK_DAYS);
  const weeks = weeksOfUse({ ...input, startedOn: startedOn < lookBack ? lookBack : startedOn });
  const active = weeks.slice(-RECENT_WEEKS).filter(({ visitDays }) => visitDays > 0).length;
  const segment = usageSegment(weeks)?.segment;
  const isHabit = segment === 'habitual' || segment === 'power';
  if (!isHabit && active < ACTIVE_OF_RECENT) return 'firstSteps';
  if (prompts.filter(isOwnWork).length >= PROMPTS_OF_ONES_OWN) return 'buildsOwn';
  return isHabit ? 'habit' : 'weekly';
}

/** Whether a prompt is living and the person wrote or edited it. */
export function isOwnWork({
  deletedAt,
  source,
  versions,
}: Pick<Prompt, 'deletedAt' | 'source' | 'versions'>): boolean {
  return deletedAt === undefined && (source.kind === 'own' || versions.length > 0);
}

/** How well a level suits a stage, 0–1: the level meant for it, half for the one beside it, 0 for the far one. */
export function levelFit(level: Level, stage: Stage): number {
  return 1 - Math.abs(LEVELS.indexOf(level) - LEVELS.indexOf(LEVEL_OF[stage])) / 2;
}
