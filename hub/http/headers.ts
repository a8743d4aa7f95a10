import type { MiddlewareHandler } from 'hono';

const EXTENSION = /^(chrome|moz)-extension:\/\/[\w-]+$/;

const ALLOWED: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET,POST,PUT,DELETE',
  'access-control-allow-headers': 'authorization,content-type,accept',
  'access-control-max-age': '600',
};

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
};

/**
 * Lets pages of extensions ask, and no web page. Tokens travel in a header, never in cookies. Hono's own `cors` makes every
 * answer a full `Response` before there is one, which took a fifth of a request.
 */
export const allowExtensions: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header('origin');
  context.header('vary', 'origin');
  if (origin !== undefined && EXTENSION.test(origin)) {
    context.header('access-control-allow-origin', origin);
    context.header('access-control-expose-headers', 'retry-after,content-disposition');
    if (context.req.method === 'OPTIONS') {
      for (const [name, value] of Object.entries(ALLOWED)) context.header(name, value);
      return context.body(null, 204);
    }
  }
  return next();
};

/** Headers of every answer made by the context; a route that needs another value sets it itself. */
export const secureHeaders: MiddlewareHandler = async (context, next) => {
  for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
  await next();
};
