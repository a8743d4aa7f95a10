import { Hono } from 'hono';
import { usageRequestSchema, type UsageRequest } from '../../lib/contract/hub/usage.ts';
import { epochDay } from '../../lib/domain/day.ts';
import type { HubEnv } from '../app.ts';
import type { Hub } from '../hub.ts';
import type { UsageRow } from '../repositories/usage.ts';
import { authorize, type Authorized } from '../services/authorize.ts';
import { readBody } from './request-body.ts';

/** Days of use, as devices deliver them. */
export function usageRoutes(hub: Hub): Hono<HubEnv> {
  const routes = new Hono<HubEnv>();

  routes.put('/usage', async (context) => {
    const own = authorize(context.get('caller'), { do: 'useOwnDays' });
    const request = await readBody(context, usageRequestSchema);
    await hub.usageWriter.write(usageRows(own, request));
    return context.json({ accepted: request.days.length });
  });

  return routes;
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
