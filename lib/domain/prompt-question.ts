import type { RunDays } from './rhythm.ts';
import { isOwnWork } from './stage.ts';
import type { Taste } from './suggestion.ts';
import type { Prompt } from './workflow.ts';

/**
 * What the popup asks about a prompt: whether it helped (ranking learns from it), or whether a prompt of the person's own
 * that works for them is something for the department.
 */
export interface PromptQuestion {
  readonly about: 'helped' | 'share';
  readonly promptId: string;
}

/** Answers to a `PromptQuestion`; `skip` and `notShared` only end the asking. */
export type PromptAnswer = 'helped' | 'missed' | 'skip' | 'notShared';

/** What a question is chosen from. */
export interface QuestionInput {
  readonly prompts: readonly Prompt[];
  readonly tastes: Readonly<Record<string, Taste>>;
  readonly runs: RunDays;
  /** Prompts that lie with the department already; absent without a company, where nobody is invited to share. */
  readonly sharedIds?: ReadonlySet<string> | undefined;
  readonly nowMs: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A use is asked about when the work is over and still remembered. */
const ASK_AFTER_MS = HOUR_MS;
const ASK_WITHIN_MS = 3 * DAY_MS;
/** The first use says little, and a beginner has enough to read. */
const LEAST_USES = 2;
/** Between two questions of any kind. */
const QUIET_MS = 7 * DAY_MS;
/** A prompt works for its author when it was used this often, on this many days of its workflow. */
const PROVEN_USES = 5;
const PROVEN_DAYS = 3;

/**
 * The one question that is due, or undefined. At most one in seven days, each prompt is asked about once, and an invitation to
 * share comes before a question: it is about a prompt used five times, whose workflow ran on three days, written or
 * edited by the person and not said to have missed.
 */
export function promptQuestion(input: QuestionInput): PromptQuestion | undefined {
  const { tastes, prompts, nowMs } = input;
  const answers = Object.values(tastes).flatMap(({ answeredAt, invitedAt }) => [
    answeredAt ?? 0,
    invitedAt ?? 0,
  ]);
  if (answers.some((atMs) => Math.abs(nowMs - atMs) < QUIET_MS)) return undefined;
  const used = prompts
    .filter(({ id, deletedAt }) => deletedAt === undefined && Object.hasOwn(tastes, id))
    .map((prompt) => ({ prompt, taste: tastes[prompt.id] as Taste }))
    .toSorted((a, b) => (b.taste.lastUsedAt ?? 0) - (a.taste.lastUsedAt ?? 0));
  const proven = used.find(({ prompt, taste }) => isProven(prompt, taste, input));
  if (proven) return { about: 'share', promptId: proven.prompt.id };
  const fresh = used.find(({ taste }) => isToAsk(taste, nowMs));
  return fresh && { about: 'helped', promptId: fresh.prompt.id };
}

/** A taste after an answer; see `PromptAnswer`. */
export function tasteAfterAnswer(
  before: Taste | undefined,
  answer: PromptAnswer,
  nowMs: number,
): Taste {
  const taste = before ?? { uses: 0, passedOver: 0 };
  if (answer === 'notShared') return { ...taste, invitedAt: nowMs };
  if (answer === 'skip') return { ...taste, answeredAt: nowMs };
  return { ...taste, answeredAt: nowMs, verdict: answer };
}

function isProven(prompt: Prompt, taste: Taste, { runs, sharedIds }: QuestionInput): boolean {
  return (
    sharedIds !== undefined &&
    !sharedIds.has(prompt.id) &&
    isOwnWork(prompt) &&
    taste.invitedAt === undefined &&
    taste.verdict !== 'missed' &&
    taste.uses >= PROVEN_USES &&
    (runs.get(prompt.workflowId ?? '')?.size ?? 0) >= PROVEN_DAYS
  );
}

function isToAsk({ uses, lastUsedAt, answeredAt }: Taste, nowMs: number): boolean {
  if (answeredAt !== undefined || lastUsedAt === undefined || uses < LEAST_USES) return false;
  const agoMs = nowMs - lastUsedAt;
  return agoMs >= ASK_AFTER_MS && agoMs <= ASK_WITHIN_MS;
}
