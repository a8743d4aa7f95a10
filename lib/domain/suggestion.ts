/**
 * What one person took and passed over of one prompt. Kept in this browser, by prompt id; a prompt never used or
 * offered has none.
 */
export interface Taste {
  /** Times it was put into a composer. */
  readonly uses: number;
  /** Instant of the last use in ms; absent before the first. */
  readonly lastUsedAt?: number | undefined;
  /** Uses that fade, as they weighed at `lastUsedAt`: each halves in `HALF_LIFE_DAYS`. */
  readonly weight?: number | undefined;
  /** Local hours (0–23) of the latest uses, newest last, at most `HOURS_KEPT`. */
  readonly hours?: readonly number[] | undefined;
  /** Times since the last use that the row offered it and another was taken. */
  readonly passedOver: number;
  /** Instant of the last time in ms. */
  readonly lastPassedAt?: number | undefined;
  /** What the person said when asked whether it helped; absent when they did not say. */
  readonly verdict?: 'helped' | 'missed' | undefined;
  /** Instant in ms of that answer, or of closing the question without one. */
  readonly answeredAt?: number | undefined;
  /** Instant in ms at which an invitation to share it was put away. */
  readonly invitedAt?: number | undefined;
}

/** What ranking knows of a prompt; the texts are in the search index. */
export interface Candidate {
  readonly id: string;
  /** Its workflow; prompts of one workflow are offered one at a time in the row. */
  readonly workflowId?: string | undefined;
  /** Whether its workflow is due now and was not run yet. */
  readonly due: boolean;
  /** The tool its workflow prefers. */
  readonly tool?: string | undefined;
  /** Whether the person registered it, against one that a starter pack or the department offers. */
  readonly registered: boolean;
  /** Whether it is one that the department shares; its colleagues found it good. */
  readonly fromDepartment?: boolean | undefined;
  /** Whether it is from the starter pack of the person's own department, against another one's. */
  readonly ofHome?: boolean | undefined;
  /** How well it suits the person's stage, 0–1; see `lib/domain/stage.ts`. Absent counts as 0. */
  readonly stageFit?: number | undefined;
  /** Whether the person edited it: it says what they want. */
  readonly edited?: boolean | undefined;
  /** Days on which its workflow ran, as instants (ms) of their midnight in UTC; any order. */
  readonly ranOnMs?: readonly number[] | undefined;
  readonly taste?: Taste | undefined;
}

/** Where and when the question is asked. */
export interface Moment {
  readonly nowMs: number;
  /** Minutes east of UTC; Tokyo is 540. */
  readonly utcOffsetMinutes: number;
  /** The tool at hand. */
  readonly tool?: string | undefined;
}

/** Why a prompt stands where it stands; each has one line in both languages (`lib/i18n/launcher.ts`). */
export type SuggestionReason =
  | 'matchesDraft'
  | 'dueToday'
  | 'usedToday'
  | 'usedThisWeek'
  | 'usedLastWeek'
  | 'usedOften'
  | 'atThisHour'
  | 'registered'
  | 'department'
  | 'starter';

/** Whether a reason only repeats what the prompt's source says already. */
export function isPlainReason(reason: SuggestionReason): boolean {
  return reason === 'registered' || reason === 'department' || reason === 'starter';
}

/** One prompt with everything that moved it; the parts add up to the score. */
export interface Ranked {
  readonly id: string;
  readonly score: number;
  readonly reason: SuggestionReason;
  readonly parts: RankParts;
}

/** The parts of a score. Penalties are negative. */
export interface RankParts {
  readonly due: number;
  readonly draft: number;
  readonly uses: number;
  readonly passedOver: number;
  readonly tool: number;
  readonly hour: number;
  /** How near it is to the person: registered, the department's, or of their own department's pack. */
  readonly registered: number;
  readonly stage: number;
  readonly edited: number;
  /** Its workflow was run: sent, not only put into a composer. */
  readonly runs: number;
  /** What the person said of it. */
  readonly verdict: number;
}

/** About three weeks: a monthly task keeps a third of its weight, last spring's favourite none. */
export const HALF_LIFE_DAYS = 21;
/** Hours kept of a prompt: enough to see a habit, few enough to follow a change. */
export const HOURS_KEPT = 8;

/**
 * Weights in one unit: a prompt that is due beats any habit, and a draft that plainly asks for a prompt beats both.
 */
const WEIGHT = {
  due: 6,
  draft: 8,
  uses: 2,
  pass: -0.6,
  mostPasses: 4,
  tool: 0.4,
  hour: 0.6,
  stage: 1,
  edited: 0.2,
  runs: 0.6,
  helped: 0.8,
  missed: -2,
};
/** Being passed over is forgotten sooner than a use. */
const PASS_HALF_LIFE_DAYS = 10;
/** What was said holds longer than what was done, and not for ever: prompts and tools change. */
const VERDICT_HALF_LIFE_DAYS = 90;
/** Half of what a draft can add: another department's words are often like one's own (docs/ranking.md). */
const OF_HOME = 4;
const REGISTERED = OF_HOME + 0.8;
/** What colleagues use comes before what nobody here has tried. */
const OF_DEPARTMENT = OF_HOME + 0.6;
const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
const NEVER: Taste = { uses: 0, passedOver: 0 };

/** A taste after one more use. `before` is absent at the first. An instant before the last use counts at that one. */
export function tasteAfterUse(before: Taste | undefined, moment: Moment): Taste {
  const { lastPassedAt: _, ...taste } = before ?? NEVER;
  const hour = localHour(moment);
  return {
    ...taste,
    uses: taste.uses + 1,
    lastUsedAt: Math.max(taste.lastUsedAt ?? 0, moment.nowMs),
    weight: Math.round((fadedUses(taste, moment.nowMs) + 1) * 1000) / 1000,
    hours: [...(taste.hours ?? []), hour].slice(-HOURS_KEPT),
    passedOver: 0,
  };
}

/** A taste after the prompt was offered in the row and another was taken. */
export function tasteAfterPass(before: Taste | undefined, nowMs: number): Taste {
  const taste = before ?? NEVER;
  return { ...taste, passedOver: Math.min(1000, taste.passedOver + 1), lastPassedAt: nowMs };
}

/**
 * Everything about a prompt that does not depend on what is typed. `likeness` (0–1) is how much the draft asks for it;
 * 0 without a draft. Being passed over alone never sinks a prompt that is due below one that is not.
 */
export function rankOne(candidate: Candidate, moment: Moment, likeness: number): Ranked {
  const taste = candidate.taste ?? NEVER;
  const parts: RankParts = {
    due: candidate.due ? WEIGHT.due : 0,
    draft: WEIGHT.draft * Math.min(1, Math.max(0, likeness)),
    uses: WEIGHT.uses * (1 - 0.5 ** fadedUses(taste, moment.nowMs)),
    passedOver: WEIGHT.pass * fadedPasses(taste, moment.nowMs),
    tool: toolPart(candidate.tool, moment.tool),
    hour: WEIGHT.hour * hourShare(taste.hours ?? [], localHour(moment)),
    registered: nearness(candidate),
    stage: WEIGHT.stage * (candidate.stageFit ?? 0),
    edited: candidate.edited === true ? WEIGHT.edited : 0,
    runs: WEIGHT.runs * (1 - 0.5 ** fadedRuns(candidate.ranOnMs ?? [], moment.nowMs)),
    verdict: verdictPart(taste, moment.nowMs),
  };
  const score =
    parts.due +
    parts.draft +
    parts.uses +
    parts.passedOver +
    parts.tool +
    parts.hour +
    parts.registered +
    parts.stage +
    parts.edited +
    parts.runs +
    parts.verdict;
  return { id: candidate.id, score, reason: reasonFor(candidate, parts, moment), parts };
}

/** What `rankPrompts` ranks. */
export interface RankInput {
  readonly candidates: readonly Candidate[];
  readonly moment: Moment;
  /** Likeness to the draft (0–1) by position in `candidates`; absent without a draft. */
  readonly likeness?: ((position: number) => number) | undefined;
}

/**
 * All candidates, best first; equal scores keep their order. Pure: the same input gives the same answer, and every
 * answer carries its reason and its parts. Empty for no candidates.
 */
export function rankPrompts({ candidates, moment, likeness }: RankInput): Ranked[] {
  const ranked = candidates.map((candidate, position) =>
    rankOne(candidate, moment, likeness?.(position) ?? 0),
  );
  return ranked.toSorted((a, b) => b.score - a.score);
}

/**
 * The best `limit` with at most one prompt of each workflow, as the row shows them; a second one of the same workflow
 * comes only when nothing else is left.
 */
export function pickVaried(
  ranked: readonly Ranked[],
  workflowOf: (id: string) => string | undefined,
  limit: number,
): Ranked[] {
  const seen = new Set<string>();
  const first: Ranked[] = [];
  const second: Ranked[] = [];
  for (const one of ranked) {
    const workflow = workflowOf(one.id) ?? one.id;
    (seen.has(workflow) ? second : first).push(one);
    seen.add(workflow);
    if (first.length === limit) return first;
  }
  return [...first, ...second].slice(0, limit);
}

/** Uses as they weigh now. A clock that was set back does not make them grow. */
function fadedUses(taste: Taste, nowMs: number): number {
  return (taste.weight ?? taste.uses) * faded(nowMs - (taste.lastUsedAt ?? 0), HALF_LIFE_DAYS);
}

function fadedPasses(taste: Taste, nowMs: number): number {
  const passes = Math.min(WEIGHT.mostPasses, taste.passedOver);
  return passes * faded(nowMs - (taste.lastPassedAt ?? nowMs), PASS_HALF_LIFE_DAYS);
}

function fadedRuns(ranOnMs: readonly number[], nowMs: number): number {
  return ranOnMs.reduce((sum, dayMs) => sum + faded(nowMs - dayMs, HALF_LIFE_DAYS), 0);
}

function verdictPart({ verdict, answeredAt = 0 }: Taste, nowMs: number): number {
  return verdict === undefined
    ? 0
    : WEIGHT[verdict] * faded(nowMs - answeredAt, VERDICT_HALF_LIFE_DAYS);
}

function faded(agoMs: number, halfLifeDays: number): number {
  return 0.5 ** (Math.max(0, agoMs) / MS_PER_DAY / halfLifeDays);
}

function nearness({ registered, fromDepartment, ofHome }: Candidate): number {
  if (registered) return REGISTERED;
  if (fromDepartment === true) return OF_DEPARTMENT;
  return ofHome === true ? OF_HOME : 0;
}

function toolPart(preferred: string | undefined, atHand: string | undefined): number {
  if (preferred === undefined || atHand === undefined) return 0;
  return preferred === atHand ? WEIGHT.tool : -WEIGHT.tool;
}

/** Share of the latest uses that were within an hour of this one; nothing is read from fewer than three. */
function hourShare(hours: readonly number[], hour: number): number {
  if (hours.length < 3) return 0;
  const near = hours.filter((used) => {
    const apart = Math.abs(used - hour);
    return Math.min(apart, 24 - apart) <= 1;
  });
  return near.length / hours.length;
}

function localHour({ nowMs, utcOffsetMinutes }: Moment): number {
  const local = nowMs + utcOffsetMinutes * 60_000;
  return Math.floor(local / MS_PER_HOUR) % 24;
}

/** The part that says most about "why now", not always the largest: the person reads it as an explanation. */
function reasonFor(candidate: Candidate, parts: RankParts, moment: Moment): SuggestionReason {
  if (parts.draft >= WEIGHT.draft * 0.4) return 'matchesDraft';
  if (candidate.due) return 'dueToday';
  const taste = candidate.taste ?? NEVER;
  if (parts.hour >= WEIGHT.hour * 0.6) return 'atThisHour';
  if (taste.lastUsedAt !== undefined) {
    const days = daysAgo(taste.lastUsedAt, moment);
    if (days <= 0) return 'usedToday';
    if (days < 7) return 'usedThisWeek';
    if (days < 14) return 'usedLastWeek';
    if (taste.uses >= 3) return 'usedOften';
  }
  if (candidate.registered) return 'registered';
  return candidate.fromDepartment === true ? 'department' : 'starter';
}

/** Local days between an instant and now; 0 is today. */
function daysAgo(instantMs: number, { nowMs, utcOffsetMinutes }: Moment): number {
  const day = (ms: number) => Math.floor((ms + utcOffsetMinutes * 60_000) / MS_PER_DAY);
  return day(nowMs) - day(instantMs);
}
