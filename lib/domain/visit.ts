import { cover, uncovered, type Coverage, type Stretch } from './coverage.ts';
import { dayAt, nextMidnightMs, type DayKey } from './day.ts';
import { EMPTY_ENTRY, type LedgerEntry } from './ledger.ts';

/** Engaged time that makes a visit (METRICS.md M1). */
export const VISIT_MS = 30_000;
/** Time without engagement that ends a visit (METRICS.md M1). */
export const VISIT_GAP_MS = 15 * 60_000;

/** Engaged time in one tool as its page saw it. Delivered at least once, in any order. */
export interface EngagedInterval extends Stretch {
  readonly tool: string;
  /** The page's zone at the time; decides the local day. */
  readonly utcOffsetMinutes: number;
  /** Composer submits (M3) in the interval; they belong to the day of `toMs`. */
  readonly promptsStarted: number;
  /** The same for every delivery of the same message. */
  readonly messageId: string;
}

/** A visit that can still grow. It lies within one local day. */
export interface RecentVisit {
  readonly tool: string;
  readonly day: DayKey;
  readonly fromMs: number;
  readonly toMs: number;
  readonly engagedMs: number;
}

/** What counting must remember between two intervals. Small: it is stored with every count. */
export interface CountingState {
  readonly coverage: Coverage;
  /** What lies before is no longer known stretch by stretch, and is taken for counted. */
  readonly forgottenBeforeMs: number;
  /** The ones touched last first. */
  readonly visits: readonly RecentVisit[];
  /** Milliseconds short of a whole second, by `day tool`; the ones touched last first. */
  readonly carried: readonly (readonly [key: string, ms: number])[];
  /** Messages whose prompts are counted, the latest first. */
  readonly messageIds: readonly string[];
}

/** What is to be added to the ledger entry of one tool on one day. */
export interface Credit {
  readonly day: DayKey;
  readonly tool: string;
  readonly added: LedgerEntry;
}

/** A step of counting. */
export interface Advance {
  readonly state: CountingState;
  readonly credits: readonly Credit[];
  /** Beginning of the time that was credited now; undefined when all of it was counted before. */
  readonly creditedFromMs: number | undefined;
  /** Whether the interval's prompts were counted now, and not by an earlier delivery. */
  readonly promptsAreNew: boolean;
}

/** Where counting begins. */
export const NOTHING_COUNTED: CountingState = {
  coverage: [],
  forgottenBeforeMs: 0,
  visits: [],
  carried: [],
  messageIds: [],
};

const MOST_STRETCHES = 128;
const MOST_VISITS = 12;
const MOST_CARRIED = 12;
const MOST_MESSAGE_IDS = 64;

/**
 * Counts one interval (METRICS.md M1–M3). No instant is credited twice, whatever is repeated, split, late, out of order
 * or seen by two pages at once: an instant belongs to the tool that told of it first. Time before and after local
 * midnight goes to its own day and its own visit. A clock that was set back lives some time again, which counts once;
 * set back beyond what is remembered (`nowMs` tells) it starts afresh, so that a wrong clock never stops counting. An empty
 * interval credits its prompts only; when nothing counts, the state is the very same object. Visits grow by what is credited; when a late interval joins two visits that both
 * counted, both stay counted, because a ledger only rises.
 */
export function advance(before: CountingState, interval: EngagedInterval, nowMs: number): Advance {
  const start =
    nowMs < before.forgottenBeforeMs ? { ...before, coverage: [], forgottenBeforeMs: 0 } : before;
  const stretch = {
    fromMs: Math.max(interval.fromMs, start.forgottenBeforeMs),
    toMs: interval.toMs,
  };
  const fresh = uncovered(start.coverage, stretch);
  let state: CountingState = fresh.length > 0 ? remember(start, stretch) : before;
  const credits: Credit[] = [];
  for (const part of fresh.flatMap(splitByDay(interval))) {
    const step = creditPart(state, interval.tool, part);
    state = step.state;
    credits.push(...step.credits);
  }
  const promptsAreNew =
    interval.promptsStarted > 0 && !state.messageIds.includes(interval.messageId);
  if (promptsAreNew) {
    const added = { ...EMPTY_ENTRY, promptsStarted: interval.promptsStarted };
    const day = dayAt(interval.toMs, interval.utcOffsetMinutes);
    credits.push({ day, tool: interval.tool, added });
    state = withMessageId(state, interval.messageId);
  }
  return { state, credits, creditedFromMs: fresh[0]?.fromMs, promptsAreNew };
}

/** The state with one more thing that must not count again. */
export function withMessageId(state: CountingState, messageId: string): CountingState {
  return { ...state, messageIds: [messageId, ...state.messageIds].slice(0, MOST_MESSAGE_IDS) };
}

/**
 * Engaged milliseconds a tool still needs at an instant until its visit counts: `VISIT_MS` when a new visit would begin,
 * Infinity when the running one has counted.
 */
export function untilVisitMs(
  state: CountingState,
  tool: string,
  { day, atMs }: { readonly day: DayKey; readonly atMs: number },
): number {
  const running = state.visits.find(isNear(tool, day, { fromMs: atMs, toMs: atMs }));
  if (running === undefined) return VISIT_MS;
  return running.engagedMs < VISIT_MS ? VISIT_MS - running.engagedMs : Infinity;
}

interface DayPart extends Stretch {
  readonly day: DayKey;
}

function splitByDay({ utcOffsetMinutes }: EngagedInterval): (stretch: Stretch) => DayPart[] {
  return ({ fromMs, toMs }) => {
    const parts: DayPart[] = [];
    for (let start = fromMs; start < toMs;) {
      const end = Math.min(toMs, nextMidnightMs(start, utcOffsetMinutes));
      parts.push({ day: dayAt(start, utcOffsetMinutes), fromMs: start, toMs: end });
      start = end;
    }
    return parts;
  };
}

function creditPart(
  state: CountingState,
  tool: string,
  part: DayPart,
): { state: CountingState; credits: Credit[] } {
  const { day, fromMs, toMs } = part;
  const near = isNear(tool, day, part);
  const joined = state.visits.filter(near);
  const engagedMs = joined.reduce((sum, visit) => sum + visit.engagedMs, toMs - fromMs);
  const visit: RecentVisit = {
    tool,
    day,
    fromMs: Math.min(fromMs, ...joined.map((each) => each.fromMs)),
    toMs: Math.max(toMs, ...joined.map((each) => each.toMs)),
    engagedMs,
  };
  const counted = joined.some((each) => each.engagedMs >= VISIT_MS);
  const visits = engagedMs >= VISIT_MS && !counted ? 1 : 0;

  const key = `${day} ${tool}`;
  const ms = (state.carried.find(([each]) => each === key)?.[1] ?? 0) + toMs - fromMs;
  const engagedSeconds = Math.floor(ms / 1000);
  const carried = state.carried.filter(([each]) => each !== key);
  const added = { ...EMPTY_ENTRY, visits, engagedSeconds };
  return {
    state: {
      ...state,
      visits: [visit, ...state.visits.filter((each) => !near(each))].slice(0, MOST_VISITS),
      carried: [[key, ms % 1000] as const, ...carried].slice(0, MOST_CARRIED),
    },
    credits: visits > 0 || engagedSeconds > 0 ? [{ day, tool, added }] : [],
  };
}

function isNear(tool: string, day: DayKey, { fromMs, toMs }: Stretch) {
  return (visit: RecentVisit): boolean =>
    visit.tool === tool &&
    visit.day === day &&
    fromMs - visit.toMs < VISIT_GAP_MS &&
    visit.fromMs - toMs < VISIT_GAP_MS;
}

function remember(state: CountingState, stretch: Stretch): CountingState {
  const coverage = cover(state.coverage, stretch);
  const surplus = coverage.length - 2 * MOST_STRETCHES;
  if (surplus <= 0) return { ...state, coverage };
  return {
    ...state,
    coverage: coverage.slice(surplus),
    forgottenBeforeMs: coverage[surplus - 1] as number,
  };
}
