import { sponsorPageSchema } from '../../lib/contract/hub/sponsor.ts';
import type { Hub } from '../hub.ts';
import { authorize } from '../services/authorize.ts';
import { readSponsorPage } from '../services/sponsor-page.ts';
import { createRouteTable, type RouteTable } from './route-table.ts';

/** The sponsor's month. */
export function sponsorRoutes(hub: Hub): RouteTable {
  const table = createRouteTable();

  table.on(
    {
      method: 'get',
      path: '/sponsor-page',
      summary:
        'A company’s month: goal and actual, programmes, what needs the sponsor’s authority, what went well; for owners and advisors.',
      reply: sponsorPageSchema,
    },
    async ({ context }) =>
      readSponsorPage(hub, authorize(context.get('caller'), { do: 'adviseOrganisation' })),
  );

  return table;
}
