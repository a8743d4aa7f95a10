import {
  usageReplySchema,
  usageRequestSchema,
  type UsageRequest,
} from '../../lib/contract/hub/usage.ts';
import { epochDay } from '../../lib/domain/day.ts';
import type { Hub } from '../hub.ts';
import type { UsageRow } from '../repositories/usage.ts';
import { authorize, type Authorized } from '../services/authorize.ts';
import { createRouteTable, type RouteTable } from './route-table.ts';

/** Days of use, as devices deliver them. */
export function usageRoutes(hub: Hub): RouteTable {
  const table = createRouteTable();

  table.on(
    {
      method: 'put',
      path: '/usage',
      summary: 'Takes in one device’s daily totals; the larger of each number is kept.',
      body: usageRequestSchema,
      reply: usageReplySchema,
    },
    async ({ body, context }) => {
      const own = authorize(context.get('caller'), { do: 'useOwnDays' });
      await hub.usageWriter.write(usageRows(own, body));
      return { accepted: body.days.length };
    },
  );

  return table;
}

function usageRows({ caller }: Authorized<'useOwnDays'>, request: UsageRequest): UsageRow[] {
  return request.days.map(({ day, ...entry }) => ({
    organisationId: caller.organisationId,
    day: epochDay(day),
    memberId: caller.id,
    deviceId: request.deviceId,
    ...entry,
  }));
}
