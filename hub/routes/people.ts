import { Hono } from 'hono';
import { joinRequestSchema, setupRequestSchema, type Me } from '../../lib/contract/hub/people.ts';
import { dayOfEpoch } from '../../lib/domain/day.ts';
import type { HubEnv } from '../app.ts';
import type { Hub } from '../hub.ts';
import { foundOrganisation } from '../services/found-organisation.ts';
import { join } from '../services/join.ts';
import { Refusal } from '../services/refusal.ts';
import { readBody } from './request-body.ts';

/** Set-up, joining and who one is. */
export function peopleRoutes(hub: Hub): Hono<HubEnv> {
  const routes = new Hono<HubEnv>();

  routes.post('/setup', async (context) => {
    const request = await readBody(context, setupRequestSchema);
    const deps = { ...hub, publicUrl: hub.config.publicUrl };
    return context.json(await foundOrganisation(deps, request), 201);
  });

  routes.post('/join', async (context) => {
    const request = await readBody(context, joinRequestSchema);
    return context.json(await join(hub, request), 201);
  });

  routes.get('/me', async (context) => {
    const caller = context.get('caller');
    const organisation = await hub.organisations.byId(caller.organisationId);
    const departments = await hub.organisations.departments(caller.organisationId);
    const department = departments.find(({ id }) => id === caller.departmentId);
    if (!organisation || !department) throw new Refusal('notFound', 'Your department is gone.');
    const { id, name, timeZone, locale, country } = organisation;
    const me: Me = {
      memberId: caller.id,
      displayName: caller.displayName,
      ...(caller.email === undefined ? {} : { email: caller.email }),
      role: caller.role,
      organisation: { id, name, timeZone, locale, country },
      department: { id: department.id, name: department.name },
      championOf: departments
        .filter(({ id: departmentId }) => caller.championOf.includes(departmentId))
        .map(({ id: departmentId, name: departmentName }) => ({
          id: departmentId,
          name: departmentName,
        })),
      joinedOn: dayOfEpoch(caller.fromDay),
    };
    return context.json(me);
  });

  return routes;
}
