import { z } from 'zod';
import { dayKeySchema } from '../../lib/contract/day.ts';
import {
  actionActSchema,
  actionSchema,
  feedMadeSchema,
  meetingHeldSchema,
  meetingPlanSchema,
  meetingsReplySchema,
  minutesSentSchema,
  newActionSchema,
} from '../../lib/contract/hub/meetings.ts';
import type { Hub } from '../hub.ts';
import { authorize } from '../services/authorize.ts';
import {
  actOnAction,
  addAction,
  changePlan,
  holdMeeting,
  makeFeed,
  readMeetings,
} from '../services/meetings.ts';
import { sendMinutes } from '../services/send-minutes.ts';
import { readFeed } from '../services/meeting-feed.ts';
import { parseInput } from './request-body.ts';
import { createRouteTable, type Received, type RouteTable } from './route-table.ts';

const feedSchema = z.strictObject({ feed: z.string().max(200) });

/** 定例: when a department meets, what was agreed, and its calendar feed. */
export function meetingRoutes(hub: Hub): RouteTable {
  const table = createRouteTable();
  planRoutes(hub, table);
  actionRoutes(hub, table);

  table.on(
    {
      method: 'get',
      path: '/departments/:id/meetings',
      summary: 'When a department meets, what was agreed and what was written down.',
      reply: meetingsReplySchema,
    },
    async ({ context }) =>
      readMeetings(
        hub,
        authorize(context.get('caller'), { do: 'adviseDepartment', departmentId: idOf(context) }),
      ),
  );

  table.on(
    {
      method: 'put',
      path: '/departments/:id/meetings/:day',
      summary: 'Notes that a meeting was held, with what was written down.',
      body: meetingHeldSchema,
      status: 204,
    },
    async ({ body: { notes }, context }) => {
      const manages = managesOf(context);
      const day = parseInput(context.req.param('day'), dayKeySchema);
      await holdMeeting(hub, manages, { day, notes });
    },
  );

  table.on(
    {
      method: 'post',
      path: '/departments/:id/meetings/:day/minutes',
      summary: 'Mails the minutes of a meeting that was noted, once.',
      reply: minutesSentSchema,
      status: 201,
    },
    async ({ context }) => {
      const manages = managesOf(context);
      return sendMinutes(hub, manages, parseInput(context.req.param('day'), dayKeySchema));
    },
  );
  return table;
}

function planRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    {
      method: 'put',
      path: '/departments/:id/meeting-plan',
      summary: 'Says when a department meets.',
      body: meetingPlanSchema,
      status: 204,
    },
    async ({ body, context }) => changePlan(hub, managesOf(context), body),
  );

  table.on(
    {
      method: 'post',
      path: '/departments/:id/meeting-feed',
      summary: 'Makes a calendar feed’s link, said this once; an earlier one ends.',
      reply: feedMadeSchema,
      status: 201,
    },
    async ({ context }) => makeFeed(hub, managesOf(context)),
  );

  table.on(
    {
      method: 'get',
      path: '/meetings.ics',
      summary: 'The days and hours of a department’s meetings as a calendar feed, by its link.',
      // A calendar has no token; the link carries its own proof.
      access: 'open',
      query: feedSchema,
      media: ['text/calendar'],
    },
    async ({ query, context }) =>
      context.body(await readFeed(hub, query.feed), 200, {
        'content-type': 'text/calendar; charset=utf-8',
      }),
  );
}

function actionRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    {
      method: 'post',
      path: '/departments/:id/actions',
      summary: 'Adds what was agreed in a meeting.',
      body: newActionSchema,
      reply: actionSchema,
      status: 201,
    },
    async ({ body, context }) => addAction(hub, managesOf(context), body),
  );

  table.on(
    {
      method: 'put',
      path: '/departments/:id/actions/:actionId',
      summary: 'Changes, finishes, reopens or removes what was agreed.',
      body: actionActSchema,
      status: 204,
    },
    async ({ body: act, context }) => {
      const id = context.req.param('actionId') ?? '';
      await actOnAction(hub, managesOf(context), { id, act });
    },
  );
}

type Context = Received<unknown, unknown>['context'];

function idOf(context: Context): string {
  return context.req.param('id') ?? '';
}

function managesOf(context: Context) {
  return authorize(context.get('caller'), { do: 'manageDepartment', departmentId: idOf(context) });
}
