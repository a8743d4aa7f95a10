import { Hono } from 'hono';
import { z } from 'zod';
import type { Member } from './repositories/people.ts';
import { joinPage } from './delivery/join-page.ts';
import { PAGE_HEADERS } from './delivery/plain-page.ts';
import type { Hub } from './hub.ts';
import { guardCaller, guardDoor } from './http/guard.ts';
import { allowExtensions, secureHeaders } from './http/headers.ts';
import { limitBody } from './http/limit-body.ts';
import { problemReply, refusalOf } from './http/problem-reply.ts';
import { channelRoutes } from './routes/channels.ts';
import { checkInRoutes } from './routes/check-in.ts';
import { helpRoutes } from './routes/help.ts';
import { linesRoutes } from './routes/lines.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { openApiOf, type OpenApi } from './routes/openapi.ts';
import { organisationRoutes } from './routes/organisation.ts';
import { peopleRoutes } from './routes/people.ts';
import { programmeRoutes } from './routes/programme.ts';
import { createRouteTable, type Described, type RouteTable } from './routes/route-table.ts';
import { sharingRoutes } from './routes/sharing.ts';
import { sponsorRoutes } from './routes/sponsor.ts';
import { summaryRoutes } from './routes/summary.ts';
import { usageRoutes } from './routes/usage.ts';
import { Refusal } from './services/refusal.ts';
import { parseToken } from './services/secret-codes.ts';

/** What routes find in their context once a request is known to come from a member. */
export interface HubEnv {
  Variables: { caller: Member };
}

const MAX_BODY_BYTES = 1_000_000;

/** Every route under `/v1`, as routers and as the description that they are made from. A new area of routes is added here. */
export function routeTables(hub: Hub): readonly RouteTable[] {
  const tables = [
    peopleRoutes(hub),
    organisationRoutes(hub),
    usageRoutes(hub),
    linesRoutes(hub),
    summaryRoutes(hub),
    channelRoutes(hub),
    sharingRoutes(hub),
    helpRoutes(hub),
    meetingRoutes(hub),
    programmeRoutes(hub),
    checkInRoutes(hub),
    sponsorRoutes(hub),
  ];
  const self = createRouteTable();
  let description: OpenApi | undefined;
  self.on(
    {
      method: 'get',
      path: '/openapi.json',
      summary: 'This description.',
      access: 'open',
      reply: z.looseObject({ openapi: z.string() }),
    },
    async () =>
      (description ??= openApiOf([...tables, self].flatMap(({ endpoints }) => endpoints))),
  );
  return [...tables, self];
}

/** The hub's HTTP face: limits, tokens to members, refusals to problems (RFC 9457), and the routes. */
export function createApp(hub: Hub): Hono<HubEnv> {
  const app = new Hono<HubEnv>();

  app.onError((error, context) => {
    const refusal = refusalOf(error);
    if (refusal.code === 'failed' || refusal.code === 'unavailable') {
      hub.log.error('request failed', { path: context.req.routePath, error: error.name });
    }
    return problemReply(context, refusal);
  });
  app.notFound((context) =>
    problemReply(context, new Refusal('notFound', 'There is nothing at this address.')),
  );

  app.use(secureHeaders);
  app.use(allowExtensions);
  app.use(limitBody(MAX_BODY_BYTES));

  app.get('/healthz', (context) => context.json({ ok: true }));
  app.get('/readyz', async (context) => {
    await hub.organisations.ids();
    return context.json({ ok: true });
  });

  const invitation = joinPage();
  app.get('/join', (context) => context.body(invitation, 200, PAGE_HEADERS));

  const tables = routeTables(hub);
  const open = openPaths(tables.flatMap(({ endpoints }) => endpoints));
  const limitCaller = guardCaller(hub);
  app.use('/v1/*', guardDoor(hub));
  app.use('/v1/*', async (context, next) => {
    const { path, method } = context.req;
    if (!open.has(`${method} ${path}`)) {
      const { token, caller } = await callerOf(hub, context.req.header('authorization'));
      limitCaller(token, method, path);
      context.set('caller', caller);
    }
    await next();
  });
  for (const { router } of tables) app.route('/v1', router);
  return app;
}

/** Routes that answer without a token. Everything else under /v1 asks for one, unknown addresses included. */
function openPaths(endpoints: readonly Described[]): Set<string> {
  return new Set(
    endpoints
      .filter(({ access }) => access === 'open')
      .map(({ method, path }) => `${method.toUpperCase()} /v1${path}`),
  );
}

async function callerOf(
  hub: Hub,
  header: string | undefined,
): Promise<{ token: string; caller: Member }> {
  const token = parseToken(/^Bearer (.+)$/.exec(header ?? '')?.[1] ?? '');
  const caller = token && (await hub.people.byToken(token));
  if (caller === undefined) {
    throw new Refusal(
      'unauthorised',
      'This token is not known here. Join again with a new invite.',
    );
  }
  return { token: token?.hash ?? '', caller };
}
