import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem, ProblemCode } from '../../lib/contract/hub/problem.ts';
import { Refusal } from '../services/refusal.ts';

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

const RETRY_SECONDS = 30;

/** A refusal as RFC 9457 `application/problem+json`, with the headers of every answer. */
export function problemReply(context: Context, refusal: Refusal): Response {
  const status = STATUS[refusal.code];
  const body: Problem = {
    type: 'about:blank',
    title: refusal.code,
    status,
    code: refusal.code,
    detail: refusal.message,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
  };
  return context.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json',
    ...(refusal.retryAfterSeconds === undefined
      ? {}
      : { 'retry-after': String(refusal.retryAfterSeconds) }),
    ...(refusal.code === 'unauthorised' ? { 'www-authenticate': 'Bearer' } : {}),
  });
}

/** What an error becomes: a refusal as it is, a database that is away or full as `unavailable`, anything else as `failed`. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isDatabaseAway(error)) {
    return new Refusal(
      'unavailable',
      'The database cannot be reached or is full. Try again later.',
      {
        retryAfterSeconds: RETRY_SECONDS,
      },
    );
  }
  return new Refusal('failed', 'Something went wrong here. Nothing was changed.');
}

/** Connection errors of the operating system, PostgreSQL's classes 08, 53 and 57, and SQLite's busy, I/O, full and cannot open. */
const AWAY =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|08\w{3}|53\w{3}|57P0\w)$/;
const SQLITE_AWAY = new Set([5, 10, 13, 14]);

function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (typeof code === 'string' && AWAY.test(code)) return true;
  // The low byte is the kind, the rest says which of its sorts.
  if (typeof errcode === 'number') return SQLITE_AWAY.has(errcode & 0xff);
  // node-postgres says these without a code.
  return /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message);
}
