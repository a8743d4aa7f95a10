import { parseStored } from '../contract/envelope.ts';
import { helpItem, howTosItem, MOST_WRITTEN } from '../contract/help-items.ts';
import type { HelpState, WrittenQuestion } from '../contract/help-items.ts';
import type { ChatKind } from '../contract/hub/chat-kind.ts';
import type { HowTo, OwnQuestion, OwnQuestionsReply } from '../contract/hub/help.ts';
import type { StoredItem } from '../contract/stored-items.ts';

/** A question as the asker's pages show it. */
export interface ShownQuestion {
  readonly id: string;
  readonly text: string;
  readonly workflowId?: string | undefined;
  readonly named: boolean;
  /** When it was written here, or asked from another browser. */
  readonly askedAt: number;
  /** `waiting`: the hub was not reached yet; `refused`: it does not take it. */
  readonly state: 'waiting' | 'refused' | OwnQuestion['state'];
  readonly answer?: OwnQuestion['answer'];
  /** There is an answer that the person has not looked at. */
  readonly isNew: boolean;
}

/** 手を挙げる as pages show it. */
export interface HelpView {
  /** Newest first. */
  readonly questions: readonly ShownQuestion[];
  /** How many have an answer that was not looked at. */
  readonly news: number;
  /** Questions that wait for this person's answer; 0 for those who answer none. */
  readonly waiting: number;
  readonly howTos: readonly HowTo[];
  /** Chats of the department that a new question goes to as well. */
  readonly chats: readonly ChatKind[];
}

/** Reads it from all that storage returned. Pure and total: what cannot be read counts as absent. */
export function helpViewOf(raw: Readonly<Record<string, unknown>>): HelpView {
  const read = <T>(item: StoredItem<T>): T => {
    const found = parseStored(item, raw[item.key]);
    return found.state === 'read' ? found.value : item.kind.absent;
  };
  const state = read(helpItem);
  const questions = shownQuestions(state);
  return {
    questions,
    news: questions.filter(({ isNew }) => isNew).length,
    waiting: state.waiting ?? 0,
    howTos: read(howTosItem).howTos,
    chats: state.chats ?? [],
  };
}

function shownQuestions({ written, questions, seen }: HelpState): ShownQuestion[] {
  const told = new Set(questions.map(({ id }) => id));
  const withdrawn = new Set(
    written.flatMap(({ id, state }) => (state === 'withdrawn' ? [id] : [])),
  );
  const here = written.filter(({ id }) => !told.has(id) && !withdrawn.has(id));
  return [
    ...here.map(({ id, text, workflowId, key, writtenAt, state }) => ({
      id,
      text,
      workflowId,
      named: key === undefined,
      askedAt: writtenAt,
      state: shownState(state),
      isNew: false,
    })),
    ...questions
      .filter(({ id }) => !withdrawn.has(id))
      .map((question) => ({
        ...question,
        isNew: question.state === 'answered' && !seen.includes(question.id),
      })),
  ].toSorted((a, b) => b.askedAt - a.askedAt);
}

function shownState(state: WrittenQuestion['state']): ShownQuestion['state'] {
  // What was sent a moment ago and not told yet waits for its answer.
  if (state === 'sent') return 'open';
  return state === 'refused' ? 'refused' : 'waiting';
}

/**
 * With one more question to send; undefined when there are as many as can be kept and each may still be answered. What
 * was settled makes room first.
 */
export function withQuestion(state: HelpState, question: WrittenQuestion): HelpState | undefined {
  const settled = new Set(
    state.questions.flatMap(({ id, state: now }) => (now === 'closed' ? [id] : [])),
  );
  const kept = [...state.written];
  for (let at = 0; kept.length >= MOST_WRITTEN && at < kept.length;) {
    const { id, state: sending } = kept[at] as WrittenQuestion;
    if (settled.has(id) || sending === 'refused') kept.splice(at, 1);
    else at += 1;
  }
  return kept.length >= MOST_WRITTEN ? undefined : { ...state, written: [...kept, question] };
}

/** Whether a question is still to be sent, for the first time or again. */
export function isToSend({ state }: WrittenQuestion): boolean {
  return state === 'waiting' || state === 'sending';
}

/** With a question that is about to be sent; undefined when it is not to be sent any more. */
export function beforeSending(state: HelpState, id: string): HelpState | undefined {
  const isThere = state.written.some((each) => each.id === id && isToSend(each));
  return isThere ? withState(state, id, 'sending') : undefined;
}

/** With what the hub said to a question it was sent; one that was taken back meanwhile stays so. */
export function afterSending(state: HelpState, id: string, came: 'sent' | 'refused'): HelpState {
  const isWithdrawn = state.written.some((each) => each.id === id && each.state === 'withdrawn');
  return isWithdrawn ? state : withState(state, id, came);
}

/**
 * With a question taken back that this browser alone knows, or that is being sent: then the hub is told afterwards.
 * Undefined when the hub has it, which is to be told first.
 */
export function withdrawnHere(state: HelpState, id: string): HelpState | undefined {
  const written = state.written.find((each) => each.id === id);
  if (written === undefined || written.state === 'sent') return undefined;
  if (written.state === 'waiting' || written.state === 'refused') return withoutQuestion(state, id);
  return withState(state, id, 'withdrawn');
}

function withState(state: HelpState, id: string, next: WrittenQuestion['state']): HelpState {
  return {
    ...state,
    written: state.written.map((each) => (each.id === id ? { ...each, state: next } : each)),
  };
}

/**
 * With what the hub tells of one's questions. What it does not know any more goes here too, unless it was lost: in another
 * database (a restore), or a question without a name, which no other browser can have taken back. That is sent again.
 */
export function afterFetching(
  state: HelpState,
  { questions, waiting, chats }: OwnQuestionsReply,
  now: { readonly nowMs: number; readonly instance: string | undefined },
): HelpState {
  const told = new Map(questions.map((question) => [question.id, question]));
  const before = new Map(state.questions.map((question) => [question.id, question]));
  const isOther = state.instance !== undefined && state.instance !== now.instance;
  const { waiting: _, chats: __, ...rest } = state;
  return {
    ...rest,
    written: state.written.flatMap((each): WrittenQuestion[] => {
      if (each.state !== 'sent' || told.has(each.id)) return [each];
      const wasOpen = (before.get(each.id)?.state ?? 'open') === 'open';
      const isLost = wasOpen && (isOther || each.key !== undefined);
      return isLost ? [{ ...each, state: 'waiting' }] : [];
    }),
    questions,
    seen: state.seen.filter((id) => told.has(id)),
    ...(waiting === undefined ? {} : { waiting }),
    ...(chats === undefined ? {} : { chats }),
    fetchedAt: now.nowMs,
    ...(now.instance === undefined ? {} : { instance: now.instance }),
  };
}

/** Without a question, as after taking it back. */
export function withoutQuestion(state: HelpState, id: string): HelpState {
  return {
    ...state,
    written: state.written.filter((each) => each.id !== id),
    questions: state.questions.filter((each) => each.id !== id),
  };
}

/** Whether something of it waits for the hub: a question to send, or an answer to come. */
export function awaitsHub({ written, questions }: HelpState): boolean {
  const told = new Set(questions.map(({ id }) => id));
  return (
    questions.some(({ state }) => state === 'open') ||
    written.some(({ id, state }) => state !== 'refused' && (state !== 'sent' || !told.has(id)))
  );
}

/** Whether a question was written since the last attempt; one the hub did not take then is not hurried. */
export function hasNewQuestion(
  { written }: HelpState,
  { attemptedAt = 0 }: { readonly attemptedAt?: number | undefined },
): boolean {
  return written.some((each) => isToSend(each) && each.writtenAt > attemptedAt);
}
