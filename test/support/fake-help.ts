import {
  helpActSchema,
  newQuestionSchema,
  ownQuestionsSchema,
  type HowTo,
  type NewQuestion,
  type OwnQuestion,
  type OwnQuestionsReply,
} from '../../lib/contract/hub/help.ts';

/** Questions at a fake hub, whose one member asks. */
export interface FakeHelp {
  /** As they were sent, by id. */
  readonly asked: Map<string, NewQuestion & { state: OwnQuestion['state']; answer?: string }>;
  howTos: HowTo[];
  /** Chats that new questions go to as well. */
  chats: OwnQuestionsReply['chats'];
  /** What the caller is to answer. */
  waiting: number | undefined;
  /** Whether every new question is refused. */
  refuses: boolean;
  answer(id: string, text: string): void;
  /** Undefined for a route that is none of help's; `status` with a JSON body or none. */
  handle(route: string, body: unknown): { status: number; body?: unknown } | undefined;
}

/** Nobody asked yet. */
export function createFakeHelp(): FakeHelp {
  const help: FakeHelp = {
    asked: new Map(),
    howTos: [],
    chats: undefined,
    waiting: undefined,
    refuses: false,
    answer(id, text) {
      const held = help.asked.get(id);
      if (held !== undefined) Object.assign(held, { state: 'answered', answer: text });
    },
    handle(route, body) {
      if (route === 'GET /v1/howtos') return { status: 200, body: { howTos: help.howTos } };
      if (route === 'POST /v1/help') {
        if (help.refuses) return { status: 422 };
        const question = newQuestionSchema.parse(body);
        if (!help.asked.has(question.id))
          help.asked.set(question.id, { ...question, state: 'open' });
        return { status: 204 };
      }
      if (route === 'POST /v1/help/own') {
        const { keys } = ownQuestionsSchema.parse(body);
        return { status: 200, body: ownReply(help, keys) };
      }
      const id = /^PUT \/v1\/help\/([\w-]+)$/.exec(route)?.[1];
      return id === undefined ? undefined : act(help, id, body);
    },
  };
  return help;
}

function act(help: FakeHelp, id: string, body: unknown): { status: number } {
  const wanted = helpActSchema.parse(body);
  const held = help.asked.get(id);
  const isOwn =
    held !== undefined && 'key' in wanted ? held.key === wanted.key : held?.key === undefined;
  if (held === undefined || !isOwn) return { status: 404 };
  if (wanted.do === 'withdraw') help.asked.delete(id);
  else held.state = 'closed';
  return { status: 204 };
}

function ownReply({ asked, waiting, chats }: FakeHelp, keys: readonly string[]) {
  const own = [...asked.values()].filter(({ key }) => key === undefined || keys.includes(key));
  return {
    questions: own.map(({ key, answer, toChat: _toChat, ...question }) => ({
      ...question,
      named: key === undefined,
      askedAt: 1,
      ...(answer === undefined ? {} : { answer: { text: answer, at: 2, by: 'champion' } }),
    })),
    ...(waiting === undefined ? {} : { waiting }),
    ...(chats === undefined ? {} : { chats }),
  };
}
