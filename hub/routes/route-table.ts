import { Hono, type Context } from 'hono';
import type { z } from 'zod';
import type { HubEnv } from '../app.ts';
import { parseInput, readBody } from './request-body.ts';

/** One route as the contract describes it; the router and `GET /v1/openapi.json` are both made from it. */
export interface Endpoint<Body, Query, Reply> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Below `/v1`, parameters as `:id`. */
  readonly path: `/${string}`;
  /** What it does, one sentence. */
  readonly summary: string;
  /** `open` routes answer without a token. */
  readonly access?: 'open' | 'member';
  readonly body?: z.ZodType<Body>;
  readonly query?: z.ZodType<Query>;
  readonly reply?: z.ZodType<Reply>;
  readonly status?: 200 | 201 | 204;
  /** Media types other than JSON that it can answer with. */
  readonly media?: readonly string[];
}

/** Any route, for whoever lists them. */
export type Described = Endpoint<unknown, unknown, unknown>;

/** What a handler gets: the body and query by their schemas. */
export interface Received<Body, Query> {
  readonly body: Body;
  readonly query: Query;
  readonly context: Context<HubEnv>;
}

/** Routes together with their descriptions. */
export interface RouteTable {
  readonly endpoints: readonly Described[];
  readonly router: Hono<HubEnv>;
  /** Registers a route. A handler's value is sent as JSON, a `Response` as it is. */
  on<Body, Query, Reply>(
    endpoint: Endpoint<Body, Query, Reply>,
    handle: (received: Received<Body, Query>) => Promise<Reply | Response>,
  ): void;
}

/** An empty table. */
export function createRouteTable(): RouteTable {
  const router = new Hono<HubEnv>();
  const endpoints: Described[] = [];
  return {
    endpoints,
    router,
    on(endpoint, handle) {
      endpoints.push(endpoint);
      router.on(endpoint.method.toUpperCase(), endpoint.path, async (context) => {
        const query = endpoint.query && parseInput(context.req.query(), endpoint.query);
        const body = endpoint.body && (await readBody(context, endpoint.body));
        const reply = await handle({ body, query, context } as Received<never, never>);
        if (reply instanceof Response) return reply;
        return endpoint.status === 204
          ? context.body(null, 204)
          : context.json(reply, endpoint.status ?? 200);
      });
    },
  };
}
