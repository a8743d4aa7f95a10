import {
  agreementChangeSchema,
  agreementSchema,
  deviceCodeSchema,
  joinDeviceRequestSchema,
  joinReplySchema,
  joinRequestSchema,
  leaveSchema,
  leavingSchema,
  meChangeSchema,
  meSchema,
  setupReplySchema,
  setupRequestSchema,
  tokensReplySchema,
} from '../../lib/contract/hub/people.ts';
import { dayOfEpoch, epochDay } from '../../lib/domain/day.ts';
import type { Hub } from '../hub.ts';
import { heedNewcomer, readAgreement, setAgreement } from '../services/agree-to-three.ts';
import { authorize } from '../services/authorize.ts';
import { foundOrganisation } from '../services/found-organisation.ts';
import { join } from '../services/join.ts';
import { changeMe, leaveOrganisation, readMe } from '../services/manage-people.ts';
import { Refusal } from '../services/refusal.ts';
import { joinDevice, offerDeviceCode } from '../services/second-device.ts';
import { parseToken } from '../services/secret-codes.ts';
import { createRouteTable, type RouteTable } from './route-table.ts';

/** Set-up, joining, and everything of one's own. */
export function peopleRoutes(hub: Hub): RouteTable {
  const table = createRouteTable();

  table.on(
    {
      method: 'post',
      path: '/setup',
      summary: 'Makes the organisation, its departments and its owner; the code works once.',
      access: 'open',
      body: setupRequestSchema,
      reply: setupReplySchema,
      status: 201,
    },
    async ({ body }) => foundOrganisation({ ...hub, publicUrl: hub.config.publicUrl }, body),
  );

  table.on(
    {
      method: 'post',
      path: '/join',
      summary: 'Brings a person in by an invite, as a link or its code.',
      access: 'open',
      body: joinRequestSchema,
      reply: joinReplySchema,
      status: 201,
    },
    async ({ body }) => {
      const joined = await join(hub, body);
      await heedNewcomer(hub, joined.organisation.id);
      return joined;
    },
  );

  table.on(
    {
      method: 'post',
      path: '/join-device',
      summary: 'Brings a second device of the same person in by a short code.',
      access: 'open',
      body: joinDeviceRequestSchema,
      reply: joinReplySchema,
      status: 201,
    },
    async ({ body }) => joinDevice(hub, body.code),
  );

  table.on(
    { method: 'get', path: '/me', summary: 'Who this token is.', reply: meSchema },
    async ({ context }) => readMe(hub, context.get('caller')),
  );

  table.on(
    {
      method: 'put',
      path: '/me',
      summary: 'Changes one’s own name, address or language.',
      body: meChangeSchema,
      reply: meSchema,
    },
    async ({ body, context }) =>
      changeMe(hub, authorize(context.get('caller'), { do: 'useOwnDays' }), body),
  );

  table.on(
    {
      method: 'delete',
      path: '/me',
      summary: 'Leaves. One’s own days are deleted now, or within 30 days.',
      query: leavingSchema,
      status: 204,
    },
    async ({ query, context }) => {
      const own = authorize(context.get('caller'), { do: 'useOwnDays' });
      await leaveOrganisation(hub, own, query.rows);
    },
  );

  ownAgreementRoutes(hub, table);
  ownLeaveRoutes(hub, table);
  ownTokenRoutes(hub, table);
  return table;
}

function ownAgreementRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    {
      method: 'get',
      path: '/me/agreement',
      summary: 'Whether one agreed to be shown in groups of three, and whether everybody did.',
      reply: agreementSchema,
    },
    async ({ context }) =>
      readAgreement(hub, authorize(context.get('caller'), { do: 'useOwnDays' })),
  );

  table.on(
    {
      method: 'put',
      path: '/me/agreement',
      summary: 'Agrees to be shown in groups of three, or takes it back; each for oneself.',
      body: agreementChangeSchema,
      reply: agreementSchema,
    },
    async ({ body, context }) =>
      setAgreement(hub, authorize(context.get('caller'), { do: 'useOwnDays' }), body.agreed),
  );
}

function ownLeaveRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    { method: 'get', path: '/me/leave', summary: 'One’s own leave.', reply: leaveSchema },
    async ({ context }) => {
      const { caller } = authorize(context.get('caller'), { do: 'useOwnDays' });
      const leave = await hub.leaveDays.ofMember(caller.organisationId, caller.id);
      return {
        leave: leave.map(({ fromDay, toDay }) => ({
          from: dayOfEpoch(fromDay),
          to: dayOfEpoch(toDay),
        })),
      };
    },
  );

  table.on(
    {
      method: 'put',
      path: '/me/leave',
      summary: 'Replaces one’s own leave: days that neither help nor harm anything.',
      body: leaveSchema,
      reply: leaveSchema,
    },
    async ({ body, context }) => {
      const { caller } = authorize(context.get('caller'), { do: 'useOwnDays' });
      await hub.leaveDays.replace(
        caller.organisationId,
        caller.id,
        body.leave.map(({ from, to }) => ({ fromDay: epochDay(from), toDay: epochDay(to) })),
      );
      return body;
    },
  );
}

function ownTokenRoutes(hub: Hub, table: RouteTable): void {
  table.on(
    {
      method: 'post',
      path: '/me/device-codes',
      summary: 'A code for one’s second device; works once, for ten minutes.',
      reply: deviceCodeSchema,
      status: 201,
    },
    async ({ context }) =>
      offerDeviceCode(hub, authorize(context.get('caller'), { do: 'useOwnDays' })),
  );

  table.on(
    {
      method: 'get',
      path: '/me/tokens',
      summary: 'One’s own devices, by their tokens.',
      reply: tokensReplySchema,
    },
    async ({ context }) => {
      const { caller } = authorize(context.get('caller'), { do: 'useOwnDays' });
      const used = parseToken(context.req.header('authorization')?.slice('Bearer '.length) ?? '');
      const tokens = await hub.tokens.ofMember(caller.organisationId, caller.id);
      return {
        tokens: tokens.map(({ id, label, createdAt, hash }) => ({
          id,
          label,
          createdAt,
          current: hash === used?.hash,
        })),
      };
    },
  );

  table.on(
    {
      method: 'delete',
      path: '/me/tokens/:tokenId',
      summary: 'Ends one of one’s own tokens; that device keeps its days to itself from then on.',
      status: 204,
    },
    async ({ context }) => {
      const { caller } = authorize(context.get('caller'), { do: 'useOwnDays' });
      const { organisationId, id: memberId } = caller;
      const tokenId = context.req.param('tokenId') ?? '';
      const token = { organisationId, memberId, tokenId };
      if (!(await hub.tokens.revoke(token, hub.clock.now()))) {
        throw new Refusal('notFound', 'There is no such token.');
      }
    },
  );
}
