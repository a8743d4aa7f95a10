/**
 * Where a prompt of a department stands. `waiting`: never in use yet; `inUse`: in everybody's list; `retired`: out of the
 * list, its texts kept; `withdrawn`: taken back by its author before it was ever in use, nothing of it is kept.
 */
export type SharedState = 'waiting' | 'inUse' | 'retired' | 'withdrawn';

/** A text that waits for a champion's answer, or got one that was not yes. At most one a prompt. */
export interface OpenVersion {
  readonly version: number;
  readonly state: 'submitted' | 'returned';
}

/** A department's prompt as its review sees it; texts, names and words are kept beside it, by version. */
export interface SharedReview {
  readonly state: SharedState;
  /** The version in use, and after retiring the one that was; 0 before the first. */
  readonly version: number;
  /** The highest number given so far; numbers only rise. */
  readonly latest: number;
  readonly open?: OpenVersion | undefined;
  /** When a champion last looked at it and let it stand, in ms; absent before the first approval. */
  readonly reviewedAt?: number | undefined;
}

/**
 * What may happen to a prompt. `approve` and `return` name the version that was read, so that nobody answers a text they
 * have not seen; `keep` lets a stale one stand; `reuse` brings an earlier text back as a new version.
 */
export type ReviewAct =
  | { readonly do: 'submit' | 'withdraw' | 'keep' | 'retire' | 'reuse' }
  | { readonly do: 'approve' | 'return'; readonly version: number };

/** Why a prompt in use waits for another look: its age, or a change of its tool. */
export type StaleBecause = 'age' | 'tool';

const STALE_AFTER_MS = 90 * 86_400_000;

/** A prompt's review as it begins: its first text is submitted. */
export const FIRST_SUBMISSION: SharedReview = {
  state: 'waiting',
  version: 0,
  latest: 1,
  open: { version: 1, state: 'submitted' },
};

/**
 * The review after an act, or undefined when the act does not fit: the version read is not the one that is open, there is
 * nothing to take back, to keep or to retire. The version in use changes by `approve` and `reuse` alone, so the old text
 * stays in use while a new one waits (docs/adr/0015-sharing-review.md).
 */
export function nextReview(
  held: SharedReview,
  act: ReviewAct,
  nowMs: number,
): SharedReview | undefined {
  const { open: _, ...settled } = held;
  if (held.state === 'withdrawn') return undefined;
  switch (act.do) {
    case 'submit': {
      const version = held.latest + 1;
      return { ...held, latest: version, open: { version, state: 'submitted' } };
    }
    case 'withdraw':
      if (held.open === undefined) return undefined;
      return held.version === 0 ? { ...settled, state: 'withdrawn' } : settled;
    case 'approve':
      if (held.open?.state !== 'submitted' || held.open.version !== act.version) return undefined;
      return { ...settled, state: 'inUse', version: act.version, reviewedAt: nowMs };
    case 'return':
      if (held.open?.state !== 'submitted' || held.open.version !== act.version) return undefined;
      return { ...held, open: { version: act.version, state: 'returned' } };
    case 'keep':
      return held.state === 'inUse' ? { ...held, reviewedAt: nowMs } : undefined;
    case 'retire':
      return held.state === 'inUse' ? { ...held, state: 'retired' } : undefined;
    case 'reuse': {
      if (held.version === 0) return undefined;
      const version = held.latest + 1;
      return { ...held, state: 'inUse', version, latest: version, reviewedAt: nowMs };
    }
  }
}

/**
 * Whether a prompt in use should be looked at again: 90 days after the last look, or when its tool changed since.
 * `toolChangedAt` is the latest change of the prompt's tool, or of any tool for a prompt that prefers none.
 */
export function staleBecause(
  { state, reviewedAt }: Pick<SharedReview, 'state' | 'reviewedAt'>,
  now: { readonly nowMs: number; readonly toolChangedAt?: number | undefined },
): StaleBecause | undefined {
  if (state !== 'inUse' || reviewedAt === undefined) return undefined;
  if (now.toolChangedAt !== undefined && now.toolChangedAt > reviewedAt) return 'tool';
  return now.nowMs - reviewedAt >= STALE_AFTER_MS ? 'age' : undefined;
}
