import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import type { HubEnv } from '../app.ts';
import type { Hub } from '../hub.ts';
import { createDiskRoom } from '../services/disk-room.ts';
import { createRateLimit } from '../services/rate-limit.ts';
import { Refusal } from '../services/refusal.ts';

/** Routes where somebody without a token may guess a code. */
const GUESSABLE = new Set(['/v1/setup', '/v1/join', '/v1/join-device']);
const MS_PER_MINUTE = 60_000;

/** Wrong codes from one address; colleagues behind one office line share it, right codes are not counted. */
const WRONG_CODES = { most: 30, withinMs: 10 * MS_PER_MINUTE };
/** Wrong short codes from everywhere together: with 36 bits, many addresses must not help. */
const WRONG_DEVICE_CODES = { most: 300, withinMs: 10 * MS_PER_MINUTE };
const WRONG_TOKENS = { most: 300, withinMs: 10 * MS_PER_MINUTE };
const REQUESTS_PER_TOKEN = { most: 1200, withinMs: MS_PER_MINUTE };
const CODES_PER_TOKEN = { most: 10, withinMs: 10 * MS_PER_MINUTE };
/** Sharing and answering, by hand: more than anybody reads, far less than a script would send. */
const SHARES_PER_TOKEN = { most: 120, withinMs: 10 * MS_PER_MINUTE };
const SHARED = /^\/v1\/(prompts|workflows|notes)(\/|$)/;
/** Questions and their answers, written by hand; a question without a name can be held back by nothing else. */
const HELP_PER_TOKEN = { most: 30, withinMs: 10 * MS_PER_MINUTE };
const HELP = /^\/v1\/(help$|help\/(?!own$)|departments\/[^/]+\/howtos(\/|$))/;
/** Under pressure each device gets this much; otherwise taking in days is limited by their size alone. */
const DELIVERIES_PER_TOKEN = { most: 60, withinMs: MS_PER_MINUTE };
const PRESSURE = 1000;
const DISK_RETRY_SECONDS = 300;

/** Steady, whatever happens to the clock. */
const now = (): number => performance.now();

/** Limits that need no caller: guessing, and writing while the disk is nearly full. */
export function guardDoor(hub: Hub): MiddlewareHandler<HubEnv> {
  const wrongCodes = createRateLimit(WRONG_CODES, now);
  const wrongDeviceCodes = createRateLimit(WRONG_DEVICE_CODES, now);
  const wrongTokens = createRateLimit(WRONG_TOKENS, now);
  const hasRoom = createDiskRoom(() => hub.freeBytes());

  return async (context, next) => {
    const { path, method } = context.req;
    if (method !== 'GET' && method !== 'DELETE' && !(await hasRoom())) {
      throw new Refusal('unavailable', 'The hub’s disk is nearly full. Nothing was stored.', {
        retryAfterSeconds: DISK_RETRY_SECONDS,
      });
    }
    const address = addressOf(context);
    const isDevice = path === '/v1/join-device';
    if (GUESSABLE.has(path)) {
      refuseAfter(Math.max(wrongCodes.look(address), isDevice ? wrongDeviceCodes.look('all') : 0));
    }
    await next();
    const { status } = context.res;
    if (GUESSABLE.has(path) && (status === 401 || status === 410)) {
      wrongCodes.take(address);
      if (isDevice) wrongDeviceCodes.take('all');
    } else if (status === 401) {
      // Colleagues with a good token behind the same address are still served.
      refuseAfter(wrongTokens.take(address));
    }
  };
}

/** Limits per token, for requests whose caller is known. */
export function guardCaller(hub: Hub): (token: string, method: string, path: string) => void {
  const requests = createRateLimit(REQUESTS_PER_TOKEN, now);
  const deliveries = createRateLimit(DELIVERIES_PER_TOKEN, now);
  const codes = createRateLimit(CODES_PER_TOKEN, now);
  const shares = createRateLimit(SHARES_PER_TOKEN, now);
  const help = createRateLimit(HELP_PER_TOKEN, now);

  return (token, method, path) => {
    if (method === 'PUT' && path === '/v1/usage') {
      if (hub.usageWriter.waiting() > PRESSURE) refuseAfter(deliveries.take(token));
      return;
    }
    refuseAfter(requests.take(token));
    if (path === '/v1/me/device-codes') refuseAfter(codes.take(token));
    if (method !== 'GET' && SHARED.test(path)) refuseAfter(shares.take(token));
    if (method !== 'GET' && HELP.test(path)) refuseAfter(help.take(token));
  };
}

function refuseAfter(seconds: number): void {
  if (seconds === 0) return;
  throw new Refusal('tooMany', 'Too many tries. Wait a little.', { retryAfterSeconds: seconds });
}

/** The client's address; behind a proxy on this machine the one the proxy names last, which the client cannot choose. */
function addressOf(context: Context): string {
  let peer: string | undefined;
  try {
    peer = getConnInfo(context).remote.address;
  } catch {
    // Not served by Node's server: requests made by the process itself.
  }
  if (peer === undefined) return 'here';
  const isProxy = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(peer);
  const forwarded = isProxy ? context.req.header('x-forwarded-for') : undefined;
  return forwarded?.split(',').at(-1)?.trim() || peer;
}
