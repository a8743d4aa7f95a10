import {
  helpActSchema,
  helpQueueSchema,
  howToActSchema,
  howToSchema,
  howTosReplySchema,
  newHowToSchema,
  newQuestionSchema,
  ownQuestionsReplySchema,
  ownQuestionsSchema,
} from '../../lib/contract/hub/help.ts';
import type { Hub } from '../hub.ts';
import {
  actOnHowTo,
  answerHelp,
  listHowTos,
  publishHowTo,
  readQueue,
} from '../services/answer-help.ts';
import { askForHelp, ownQuestions, settleOwn } from '../services/ask-for-help.ts';
import { authorize } from '../services/authorize.ts';
import { createRouteTable, type Received, type RouteTable } from './route-table.ts';

/** 手を挙げる: questions to a department's champions, their answers, and how-tos made of good ones. */
export function helpRoutes(hub: Hub): RouteTable {
  const table = createRouteTable();
  askingRoutes(hub, table);
  howToRoutes(hub, table);
  table.on(
    {
      method: 'get',
      path: '/departments/:id/help',
      summary:
        'A department’s questions with their clock; its champions’ and owners’. Advisors see those that wait over a working day, without names.',
      reply: helpQueueSchema,
    },
    async ({ context }) => readQueue(hub, answers(context)),
  );
  return table;
}

function askingRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    {
      method: 'post',
      path: '/help',
      summary:
        'Asks the champions of one’s department. With a key nothing is kept of who asked; only its holder finds the question again.',
      body: newQuestionSchema,
      status: 204,
    },
    async ({ body, context }) => askForHelp(hub, reads(context), body),
  );

  table.on(
    {
      method: 'post',
      path: '/help/own',
      summary: 'One’s own questions and their answers, and how many wait for the caller.',
      body: ownQuestionsSchema,
      reply: ownQuestionsReplySchema,
    },
    async ({ body, context }) =>
      ownQuestions(hub, authorize(context.get('caller'), { do: 'useOwnDays' }), body.keys),
  );

  table.on(
    {
      method: 'put',
      path: '/help/:id',
      summary:
        'Answers or closes a question, for those who see it in their queue; settles or withdraws one’s own.',
      body: helpActSchema,
      status: 204,
    },
    async ({ body: act, context }) => {
      const id = context.req.param('id') ?? '';
      const caller = context.get('caller');
      if (act.do === 'answer' || act.do === 'close') await answerHelp(hub, caller, { id, act });
      else await settleOwn(hub, caller, { id, act });
    },
  );
}

function howToRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    {
      method: 'get',
      path: '/howtos',
      summary: 'The how-tos of one’s department, newest first.',
      reply: howTosReplySchema,
    },
    async ({ context }) => ({ howTos: await listHowTos(hub, reads(context)) }),
  );

  table.on(
    {
      method: 'post',
      path: '/departments/:id/howtos',
      summary: 'Publishes a how-to for everybody of a department.',
      body: newHowToSchema,
      reply: howToSchema,
      status: 201,
    },
    async ({ body, context }) => publishHowTo(hub, answers(context), body),
  );

  table.on(
    {
      method: 'put',
      path: '/departments/:id/howtos/:howToId',
      summary: 'Changes a how-to, or takes it back.',
      body: howToActSchema,
      status: 204,
    },
    async ({ body: act, context }) => {
      await actOnHowTo(hub, answers(context), { id: context.req.param('howToId') ?? '', act });
    },
  );
}

type Context = Received<unknown, unknown>['context'];

function reads(context: Context) {
  const caller = context.get('caller');
  return authorize(caller, { do: 'shareWithDepartment', departmentId: caller.departmentId });
}

function answers(context: Context) {
  const departmentId = context.req.param('id') ?? '';
  return authorize(context.get('caller'), { do: 'adviseDepartment', departmentId });
}
