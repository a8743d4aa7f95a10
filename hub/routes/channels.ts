import {
  channelChangeSchema,
  channelMadeSchema,
  channelsReplySchema,
  deliveriesReplySchema,
  newChannelSchema,
  ownMailChangeSchema,
  ownMailSchema,
  testSendReplySchema,
} from '../../lib/contract/hub/channels.ts';
import type { Hub } from '../hub.ts';
import { authorize } from '../services/authorize.ts';
import {
  addChannel,
  changeChannel,
  createTestSend,
  listChannels,
  removeChannel,
} from '../services/channels.ts';
import { listDeliveries, retryDelivery } from '../services/delivery-state.ts';
import { changeOwnMail, readOwnMail } from '../services/own-mail.ts';
import { createRouteTable, type Received, type RouteTable } from './route-table.ts';

/** Where a department's summary goes, and how it got there; for its champions and the owner. */
export function channelRoutes(hub: Hub): RouteTable {
  const table = createRouteTable();
  const testSend = createTestSend(hub);

  table.on(
    {
      method: 'get',
      path: '/departments/:id/channels',
      summary: 'The channels of a department’s weekly summary; secrets appear as “set”.',
      reply: channelsReplySchema,
    },
    async (received) => listChannels(hub, managed(received)),
  );

  table.on(
    {
      method: 'post',
      path: '/departments/:id/channels',
      summary: 'Adds a channel. A signing secret that the hub made is shown this once.',
      body: newChannelSchema,
      reply: channelMadeSchema,
      status: 201,
    },
    async (received) => addChannel(hub, managed(received), received.body),
  );

  table.on(
    {
      method: 'put',
      path: '/departments/:id/channels/:channelId',
      summary: 'Changes a channel, switches it on or off, or enters its secret again.',
      body: channelChangeSchema,
      reply: channelMadeSchema,
    },
    async (received) =>
      changeChannel(hub, managed(received), {
        id: parameter(received, 'channelId'),
        change: received.body,
      }),
  );

  table.on(
    {
      method: 'delete',
      path: '/departments/:id/channels/:channelId',
      summary: 'Removes a channel; a person’s own mail is switched off.',
      status: 204,
    },
    async (received) => removeChannel(hub, managed(received), parameter(received, 'channelId')),
  );

  table.on(
    {
      method: 'post',
      path: '/departments/:id/channels/:channelId/test',
      summary: 'Sends last week’s summary, marked as a test, and says whether it arrived.',
      reply: testSendReplySchema,
    },
    async (received) => testSend(managed(received), parameter(received, 'channelId')),
  );

  ownMailRoutes(hub, table);

  table.on(
    {
      method: 'get',
      path: '/departments/:id/deliveries',
      summary: 'How the summaries of the last weeks were delivered, newest first.',
      reply: deliveriesReplySchema,
    },
    async (received) => ({ deliveries: await listDeliveries(hub, managed(received)) }),
  );

  table.on(
    {
      method: 'post',
      path: '/departments/:id/deliveries/:deliveryId/retry',
      summary: 'Starts a delivery anew that was given up.',
      status: 204,
    },
    async (received) => retryDelivery(hub, managed(received), parameter(received, 'deliveryId')),
  );

  return table;
}

function ownMailRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    {
      method: 'get',
      path: '/departments/:id/own-mail',
      summary: 'Whether a department’s mails go to the caller, an advisor.',
      reply: ownMailSchema,
    },
    async (received) => readOwnMail(hub, advising(received)),
  );

  table.on(
    {
      method: 'put',
      path: '/departments/:id/own-mail',
      summary:
        'Switches an advisor’s own mails of a department on or off; also what a link stopped.',
      body: ownMailChangeSchema,
      reply: ownMailSchema,
    },
    async (received) => changeOwnMail(hub, advising(received), received.body.active),
  );
}

type AnyReceived = Pick<Received<unknown, unknown>, 'context'>;

function managed(received: AnyReceived) {
  const departmentId = parameter(received, 'id');
  return authorize(received.context.get('caller'), { do: 'manageDepartment', departmentId });
}

function advising(received: AnyReceived) {
  const departmentId = parameter(received, 'id');
  return authorize(received.context.get('caller'), { do: 'readAdvisorMail', departmentId });
}

function parameter({ context }: AnyReceived, name: string): string {
  return context.req.param(name) ?? '';
}
