import { checkInReplySchema, gapReplySchema, offerSchema } from '../../lib/contract/hub/gap.ts';
import type { Hub } from '../hub.ts';
import { authorize } from '../services/authorize.ts';
import { offerTenMinutes, readGap, standingOffer } from '../services/gap.ts';
import { createRouteTable, type RouteTable } from './route-table.ts';

/** The gap without names and its private offers. */
export function checkInRoutes(hub: Hub): RouteTable {
  const table = createRouteTable();

  table.on(
    {
      method: 'get',
      path: '/departments/:id/gap',
      summary:
        'How a department’s use is spread over four weeks, the four before, and whether an offer stands.',
      reply: gapReplySchema,
    },
    async ({ context }) => {
      const departmentId = context.req.param('id') ?? '';
      return readGap(
        hub,
        authorize(context.get('caller'), { do: 'adviseDepartment', departmentId }),
      );
    },
  );

  table.on(
    {
      method: 'post',
      path: '/departments/:id/offers',
      summary:
        'Offers a department’s people ten minutes with the champion. Each device decides whether it concerns its person; nobody is told.',
      reply: offerSchema,
      status: 201,
    },
    async ({ context }) => {
      const departmentId = context.req.param('id') ?? '';
      return offerTenMinutes(
        hub,
        authorize(context.get('caller'), { do: 'manageDepartment', departmentId }),
      );
    },
  );

  table.on(
    {
      method: 'get',
      path: '/check-in',
      summary: 'What the caller’s device may have to ask; the same for everybody of a department.',
      reply: checkInReplySchema,
    },
    async ({ context }) => {
      const offer = await standingOffer(
        hub,
        authorize(context.get('caller'), { do: 'useOwnDays' }),
      );
      return offer === undefined ? {} : { offer };
    },
  );
  return table;
}
