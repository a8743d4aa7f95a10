import { isAttached, type Attachment, type AttachmentState } from './attachment.ts';
import { foldText } from './search.ts';

/** A workflow of a department as the week's push is chosen from. */
export interface PushCandidate extends Attachment {
  readonly id: string;
  /** When it was proposed (ms). */
  readonly createdAt: number;
  /** The sponsor's goal names it among the workflows that carry it. */
  readonly carriesGoal: boolean;
}

/** Why a workflow is the one to push this week; each has its own sentence of what to do. */
export type PushReason = 'fellBack' | 'nearlyAttached' | 'inTrial' | 'firstTrial';

/** The one workflow to push this week. */
export interface Push {
  readonly id: string;
  readonly why: PushReason;
}

/** A workflow that could be proposed elsewhere, or that stands there already. */
export interface SpreadWorkflow {
  readonly id: string;
  readonly departmentId: string;
  readonly title: string;
  /** The pack item it came from, where it did. */
  readonly source?: { readonly pack: string; readonly item: string } | undefined;
  /** Undefined where the floor does not tell it. */
  readonly state: AttachmentState | undefined;
}

/** A workflow that is attached in one department and worth proposing to another. */
export interface Spread {
  readonly id: string;
  readonly toDepartmentId: string;
  /** The other department's own workflow that is like it. */
  readonly like: { readonly id: string; readonly title: string };
}

const PUSH_ORDER: readonly PushReason[] = ['fellBack', 'nearlyAttached', 'inTrial', 'firstTrial'];
/** One week of runs more and it is attached (M11: three of four). */
const NEARLY_WEEKS = 2;
/** Share of two titles' pairs of characters from which the work is alike: 「見積書の作成」 and 「見積書を作成」, not 「議事録の作成」. */
const LIKE = 0.5;

/**
 * The one push of the week: proposals are pushed until the work has AI attached: what just fell back, then what lacks
 * a week to be attached, what is in trial, what nobody tried; among equals what carries the goal, then the oldest. It
 * changes with the completed weeks, so it is the same all week. Undefined when everything is attached, or nothing is there.
 */
export function recommendPush(candidates: readonly PushCandidate[]): Push | undefined {
  const [first] = candidates
    .flatMap((each) => {
      const why = reasonFor(each);
      return why === undefined ? [] : [{ each, why }];
    })
    .toSorted(
      (a, b) =>
        placeOf(a) - placeOf(b) ||
        Number(b.each.carriesGoal) - Number(a.each.carriesGoal) ||
        a.each.createdAt - b.each.createdAt ||
        (a.each.id < b.each.id ? -1 : 1),
    );
  return first && { id: first.each.id, why: first.why };
}

/** What fell longer ago waits its turn among what nobody tries: it would else hold back everything for weeks. */
function placeOf({
  each,
  why,
}: {
  readonly each: PushCandidate;
  readonly why: PushReason;
}): number {
  const isOldFall = why === 'fellBack' && (each.fellWeeksAgo ?? 1) > 1;
  return PUSH_ORDER.indexOf(isOldFall ? 'firstTrial' : why);
}

function reasonFor({ state, fellBack, weeksWithRuns }: PushCandidate): PushReason | undefined {
  if (fellBack) return 'fellBack';
  if (isAttached(state)) return undefined;
  if (state === 'proposed') return 'firstTrial';
  return weeksWithRuns >= NEARLY_WEEKS ? 'nearlyAttached' : 'inTrial';
}

/**
 * Where attached workflows could spread to (拡大): each of the other departments that has one like it which is not attached
 * itself, the likest one named. Only what the floor tells is compared.
 */
export function spreadsOf(workflows: readonly SpreadWorkflow[]): Spread[] {
  return workflows.filter(isKnownAttached).flatMap((attached) => {
    const others = Map.groupBy(
      workflows.filter(({ departmentId }) => departmentId !== attached.departmentId),
      ({ departmentId }) => departmentId,
    );
    return [...others].flatMap(([toDepartmentId, theirs]): Spread[] => {
      const [best] = theirs
        .map((each) => ({ each, likeness: likenessOf(attached, each) }))
        .filter(({ likeness }) => likeness >= LIKE)
        .toSorted((a, b) => b.likeness - a.likeness);
      if (!best || best.each.state === undefined || isAttached(best.each.state)) return [];
      const { id, title } = best.each;
      return [{ id: attached.id, toDepartmentId, like: { id, title } }];
    });
  });
}

function isKnownAttached({ state }: SpreadWorkflow): boolean {
  return state !== undefined && isAttached(state);
}

/** How alike two workflows are, 0–1: 1 for the same pack item, else Dice's coefficient of the titles' pairs of characters. */
export function likenessOf(
  a: Pick<SpreadWorkflow, 'title' | 'source'>,
  b: Pick<SpreadWorkflow, 'title' | 'source'>,
): number {
  if (a.source && a.source.pack === b.source?.pack && a.source.item === b.source.item) return 1;
  const left = pairsOf(a.title);
  const right = pairsOf(b.title);
  if (left.size + right.size === 0) return 0;
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return (2 * shared) / (left.size + right.size);
}

function pairsOf(title: string): Set<string> {
  const letters = [...foldText(title).replaceAll(/[^\p{L}\p{N}]/gu, '')];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
