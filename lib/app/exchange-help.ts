import type { HelpState, WrittenQuestion } from '../contract/help-items.ts';
import {
  howTosReplySchema,
  ownQuestionsReplySchema,
  type HowTo,
  type NewQuestion,
  type OwnQuestionsReply,
} from '../contract/hub/help.ts';
import type { HubAnswer, HubClient } from './hub-port.ts';

type Failure = HubAnswer<unknown> & { readonly ok: false };

/** Answers are looked for at most this often, unless the person asks. */
const FETCH_EVERY_MS = 10 * 60_000;

/** Whether it is time to look for answers, a clock that was set back included. */
export function isHelpDue({ fetchedAt }: HelpState, nowMs: number): boolean {
  return fetchedAt === undefined || Math.abs(nowMs - fetchedAt) >= FETCH_EVERY_MS;
}

/** A question as it is sent. */
export function questionRequest({ id, text, workflowId, key, toChat }: WrittenQuestion) {
  const body: NewQuestion = {
    id,
    text,
    ...(workflowId === undefined ? {} : { workflowId }),
    ...(key === undefined ? {} : { key }),
    ...(toChat === undefined ? {} : { toChat }),
  };
  return { method: 'POST', path: '/v1/help', body } as const;
}

/** A question as it may be shown: without what opens its answer. */
export function shownRequest(question: WrittenQuestion) {
  const { body, ...request } = questionRequest(question);
  return { ...request, body: 'key' in body ? { ...body, key: '…' } : body };
}

/**
 * Sends one question. What the hub refuses is `refused` and not sent again; a hub of before help (404) takes none, so
 * that it waits for a newer one. Anything else is the failure that stopped it.
 */
export async function sendQuestion(
  hub: HubClient,
  question: WrittenQuestion,
): Promise<'sent' | 'refused' | 'later' | Failure> {
  const answer = await hub.ask(questionRequest(question));
  if (answer.ok) return 'sent';
  const { kind, code } = answer.trouble;
  if (kind === 'refused') return code === 'notFound' ? 'later' : 'refused';
  return answer;
}

/** How the hub is told that a question is taken back; sent again it is not found, which says the same. */
export function withdrawalRequest({ id, key }: Pick<WrittenQuestion, 'id' | 'key'>) {
  const path = `/v1/help/${encodeURIComponent(id)}`;
  const body = { do: 'withdraw', ...(key === undefined ? {} : { key }) } as const;
  return { method: 'PUT', path, body } as const;
}

/** Takes one question back. Whatever the hub says about it ends it; anything else is the failure that stopped it. */
export async function withdrawQuestion(
  hub: HubClient,
  question: Pick<WrittenQuestion, 'id' | 'key'>,
): Promise<Failure | undefined> {
  const answer = await hub.ask(withdrawalRequest(question));
  return answer.ok || answer.trouble.kind === 'refused' ? undefined : answer;
}

/** What the hub tells of help; parts that a hub of before help, or a strange one, does not tell are absent. */
export interface FetchedHelp {
  readonly own?: OwnQuestionsReply | undefined;
  readonly howTos?: readonly HowTo[] | undefined;
}

/** Fetches one's questions with their answers, and the department's how-tos. */
export async function fetchHelp(
  hub: HubClient,
  { written }: Pick<HelpState, 'written'>,
): Promise<FetchedHelp | Failure> {
  const keys = written.flatMap(({ key }) => key ?? []);
  const own = await hub.ask({
    method: 'POST',
    path: '/v1/help/own',
    body: { keys },
    answer: ownQuestionsReplySchema,
  });
  if (!own.ok && stops(own)) return own;
  const howTos = await hub.ask({
    method: 'GET',
    path: '/v1/howtos',
    answer: howTosReplySchema,
  });
  if (!howTos.ok && stops(howTos)) return howTos;
  return {
    ...(own.ok ? { own: own.value } : {}),
    ...(howTos.ok ? { howTos: howTos.value.howTos } : {}),
  };
}

function stops({ trouble: { kind } }: Failure): boolean {
  return kind !== 'refused' && kind !== 'garbage';
}
