import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

const EXTENSION = /^(chrome|moz)-extension:\/\/[\w-]+$/;

/** Lets pages of extensions ask, and no web page. Tokens travel in a header, never in cookies. */
export const allowExtensions: MiddlewareHandler = cors({
  origin: (origin) => (EXTENSION.test(origin) ? origin : undefined),
  allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
  allowHeaders: ['authorization', 'content-type', 'accept'],
  exposeHeaders: ['retry-after', 'content-disposition'],
  maxAge: 600,
});

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
};

/** Headers of every answer; a route that needs another value sets it itself. */
export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) {
    if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  }
};
