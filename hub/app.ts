import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem, ProblemCode } from '../lib/contract/hub/problem.ts';
import type { Member } from './repositories/people.ts';
import type { Hub } from './hub.ts';
import { linesRoutes } from './routes/lines.ts';
import { openApiOf } from './routes/openapi.ts';
import { peopleRoutes } from './routes/people.ts';
import { usageRoutes } from './routes/usage.ts';
import { Refusal } from './services/refusal.ts';
import { parseToken } from './services/secret-codes.ts';

/** What routes find in their context once a request is known to come from a member. */
export interface HubEnv {
  Variables: { caller: Member };
}

const MAX_BODY_BYTES = 1_000_000;

const STATUS: Readonly<Record<ProblemCode, ContentfulStatusCode>> = {
  invalid: 422,
  malformed: 400,
  tooLarge: 413,
  unauthorised: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  inviteInvalid: 410,
  tooMany: 429,
  unavailable: 503,
  failed: 500,
};

/** Routes that answer without a token. Everything else under /v1 asks for one. */
const OPEN_PATHS = new Set(['/v1/setup', '/v1/join', '/v1/join-device', '/v1/openapi.json']);

/** The hub's HTTP face: tokens to members, refusals to problems (RFC 9457), and the routes. */
export function createApp(hub: Hub): Hono<HubEnv> {
  const app = new Hono<HubEnv>();

  app.onError((error, context) => {
    if (error instanceof Refusal) return problem(error);
    hub.log.error('request failed', { path: context.req.routePath, error: error.name });
    return problem(new Refusal('failed', 'Something went wrong here. Nothing was changed.'));
  });
  app.notFound(() => problem(new Refusal('notFound', 'There is nothing at this address.')));

  app.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => problem(new Refusal('tooLarge', 'Send fewer days at once.')),
    }),
  );

  app.get('/healthz', (context) => context.json({ ok: true }));
  app.get('/readyz', async (context) => {
    await hub.organisations.ids();
    return context.json({ ok: true });
  });

  app.use('/v1/*', async (context, next) => {
    if (!OPEN_PATHS.has(context.req.path))
      context.set('caller', await callerOf(hub, context.req.header('authorization')));
    await next();
  });

  const tables = [linesRoutes(hub)];
  for (const { router } of tables) app.route('/v1', router);
  const description = openApiOf(tables.flatMap(({ endpoints }) => endpoints));
  app.get('/v1/openapi.json', (context) => context.json(description));
  app.route('/v1', peopleRoutes(hub));
  app.route('/v1', usageRoutes(hub));
  return app;
}

async function callerOf(hub: Hub, header: string | undefined): Promise<Member> {
  const token = parseToken(/^Bearer (.+)$/.exec(header ?? '')?.[1] ?? '');
  const caller = token && (await hub.people.byToken(token));
  if (caller === undefined) {
    throw new Refusal(
      'unauthorised',
      'This token is not known here. Join again with a new invite.',
    );
  }
  return caller;
}

function problem(refusal: Refusal): Response {
  const status = STATUS[refusal.code];
  const body: Problem = {
    type: 'about:blank',
    title: refusal.code,
    status,
    code: refusal.code,
    detail: refusal.message,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (refusal.retryAfterSeconds !== undefined) {
    headers.set('retry-after', String(refusal.retryAfterSeconds));
  }
  return new Response(JSON.stringify(body), { status, headers });
}
