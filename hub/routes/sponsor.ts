import {
  sponsorMailChangeSchema,
  sponsorMailSchema,
  sponsorPageQuerySchema,
  sponsorPageSchema,
} from '../../lib/contract/hub/sponsor.ts';
import type { Hub } from '../hub.ts';
import { authorize } from '../services/authorize.ts';
import { changeSponsorMail, readSponsorMail, readSponsorPage } from '../services/sponsor-month.ts';
import { createRouteTable, type RouteTable } from './route-table.ts';

/** The sponsor's month, and its mail. */
export function sponsorRoutes(hub: Hub): RouteTable {
  const table = createRouteTable();

  table.on(
    {
      method: 'get',
      path: '/sponsor-page',
      summary:
        'A company’s month, as it is now or as it was sent: goal and actual, programmes, what needs the sponsor’s authority, what went well; for owners and advisors.',
      query: sponsorPageQuerySchema,
      reply: sponsorPageSchema,
    },
    async ({ query: { month }, context }) => {
      const proof = authorize(context.get('caller'), { do: 'adviseOrganisation' });
      return readSponsorPage(hub, proof, month);
    },
  );

  table.on(
    {
      method: 'get',
      path: '/sponsor-mail',
      summary:
        'Whether the month goes to the caller by mail, and the months that were sent; for owners.',
      reply: sponsorMailSchema,
    },
    async ({ context }) =>
      readSponsorMail(hub, authorize(context.get('caller'), { do: 'manageOrganisation' })),
  );

  table.on(
    {
      method: 'put',
      path: '/sponsor-mail',
      summary: 'Switches the caller’s own monthly mail on or off; for owners.',
      body: sponsorMailChangeSchema,
      reply: sponsorMailSchema,
    },
    async ({ body: { active }, context }) => {
      const proof = authorize(context.get('caller'), { do: 'manageOrganisation' });
      return changeSponsorMail(hub, proof, active);
    },
  );

  return table;
}
