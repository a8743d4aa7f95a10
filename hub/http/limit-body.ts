import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refusal } from '../services/refusal.ts';
import { problemReply } from './problem-reply.ts';

/**
 * Refuses bodies above a size with `tooLarge`. A body that says its length, as every device's does, is judged by that (the
 * HTTP server holds it to its word); Hono's own limit looks at the body first, which makes a stream of it and doubles what a
 * request costs, so it is left to bodies without a length.
 */
export function limitBody(maxBytes: number): MiddlewareHandler {
  const tooLarge = new Refusal('tooLarge', 'Send fewer days at once.');
  const limitStream = bodyLimit({
    maxSize: maxBytes,
    onError: (context) => problemReply(context, tooLarge),
  });
  return async (context, next) => {
    const { method } = context.req;
    if (method === 'GET' || method === 'HEAD') return next();
    const length = context.req.header('content-length');
    const isStream = length === undefined || context.req.header('transfer-encoding') !== undefined;
    if (isStream) return limitStream(context, next);
    return Number(length) > maxBytes ? problemReply(context, tooLarge) : next();
  };
}
