import {
  checkInReplySchema,
  newPulseSchema,
  offerSchema,
} from '../../lib/contract/hub/check-in.ts';
import { gapReplySchema } from '../../lib/contract/hub/gap.ts';
import { pulseReplySchema } from '../../lib/contract/hub/pulse.ts';
import type { Hub } from '../hub.ts';
import { authorize } from '../services/authorize.ts';
import { offerTenMinutes, readGap, standingOffer } from '../services/gap.ts';
import { answerPulse, pulseOf, readPulse } from '../services/pulse.ts';
import { createRouteTable, type RouteTable } from './route-table.ts';

/** The gap without names, its private offers, and the pulse. */
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
      const own = authorize(context.get('caller'), { do: 'useOwnDays' });
      const offer = await standingOffer(hub, own);
      const pulse = await pulseOf(hub, own);
      return {
        ...(offer === undefined ? {} : { offer }),
        ...(pulse === undefined ? {} : { pulse }),
      };
    },
  );

  table.on(
    {
      method: 'put',
      path: '/pulse',
      summary:
        'Answers the month’s four questions, once. Kept are that the caller answered, until the month’s days are over, and counts that hold nobody.',
      body: newPulseSchema,
      status: 204,
    },
    async ({ body, context }) =>
      answerPulse(hub, authorize(context.get('caller'), { do: 'useOwnDays' }), body),
  );

  table.on(
    {
      method: 'get',
      path: '/departments/:id/pulse',
      summary:
        'What a department said in the last month whose days are over, and the one before, in coarse means from five answers on.',
      reply: pulseReplySchema,
    },
    async ({ context }) => {
      const departmentId = context.req.param('id') ?? '';
      return readPulse(
        hub,
        authorize(context.get('caller'), { do: 'manageDepartment', departmentId }),
      );
    },
  );
  return table;
}
