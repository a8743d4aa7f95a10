import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { DeliveryError } from './delivery-error.ts';

/** A request to somebody else's server. */
export interface OutboundRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came back; the body is cut at 64 KB. */
export interface OutboundReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** Posts to servers outside. */
export interface Outbound {
  /** Throws `DeliveryError` when no answer came; an answer of any status is returned. */
  post(request: OutboundRequest): Promise<OutboundReply>;
}

const MOST_BYTES = 65_536;
const DEFAULT_TIMEOUT_MS = 20_000;

/** Addresses of this machine, private networks, link-local (cloud metadata), carriers' shared space and what is not one host. */
const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  inside.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(net, bits, 'ipv6');
}

/** Whether an IP address (v4, v6, or v4 written as v6) lies inside: on this machine or in a network that is not public. */
export function isInsideAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const family = isIP(mapped);
  if (family === 0) return true;
  // ::ffff:7f00:1 is 127.0.0.1 as well; the block list sees v4-mapped addresses as v4.
  return inside.check(mapped, family === 4 ? 'ipv4' : 'ipv6');
}

/**
 * The rule for where a hub may post, because a champion names the target and the hub stands inside the company's network:
 * https to public addresses, and no redirect is followed. The address that was looked up and judged is the one connected
 * to, so a name cannot change its mind in between (DNS rebinding). `privateHosts` are names or addresses inside that the
 * operator allows by `WEBHOOK_PRIVATE_HOSTS`; those may also speak plain http.
 */
export function createOutbound(options: {
  readonly privateHosts: readonly string[];
  readonly timeoutMs?: number;
}): Outbound {
  const { privateHosts, timeoutMs = DEFAULT_TIMEOUT_MS } = options;

  return {
    async post({ url, headers, body }) {
      const target = new URL(url);
      const host = target.hostname.replace(/^\[|\]$/g, '').toLowerCase();
      const allowedInside = privateHosts.includes(host);
      if (target.protocol !== 'https:' && !(target.protocol === 'http:' && allowedInside)) {
        throw notAllowed('not https');
      }
      if (!allowedInside && isIP(host) !== 0 && isInsideAddress(host)) throw notAllowed('inside');
      if (target.username !== '' || target.password !== '') throw notAllowed('credentials in url');
      return send(
        target,
        {
          method: 'POST',
          headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
          ...(allowedInside ? {} : { lookup: publicLookup }),
          signal: AbortSignal.timeout(timeoutMs),
          agent: false,
        },
        body,
      );
    },
  };
}

/** Looks a name up and refuses it when any of its addresses lies inside. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, found) => {
    const addresses = found as LookupAddress[] | undefined;
    const [first] = addresses ?? [];
    if (error !== null) return callback(error, '', 0);
    if (first === undefined || addresses?.some(({ address }) => isInsideAddress(address))) {
      return callback(notAllowed('the name leads inside'), '', 0);
    }
    return options.all === true
      ? callback(null, addresses ?? [])
      : callback(null, first.address, first.family);
  });
};

function send(target: URL, options: RequestOptions, body: string): Promise<OutboundReply> {
  const { promise, resolve, reject } = Promise.withResolvers<OutboundReply>();
  const request = target.protocol === 'https:' ? httpsRequest : httpRequest;
  const sent = request(target, options, (reply) => {
    const parts: Buffer[] = [];
    let size = 0;
    reply.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= MOST_BYTES) parts.push(part);
      else reply.destroy();
    });
    reply.on('error', (error) => reject(asDeliveryError(error)));
    reply.on('close', () =>
      resolve({
        status: reply.statusCode ?? 0,
        headers: reply.headers as Record<string, string | undefined>,
        body: Buffer.concat(parts).toString('utf8'),
      }),
    );
  });
  sent.on('error', (error) => reject(asDeliveryError(error)));
  sent.end(body);
  return promise;
}

function asDeliveryError(error: Error): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (error.name === 'TimeoutError' || error.name === 'AbortError' || code === 'ABORT_ERR') {
    return new DeliveryError('timeout', 'no answer in time');
  }
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|EPROTO/.test(code)) {
    return new DeliveryError('tls', code);
  }
  return new DeliveryError('unreachable', code);
}

function notAllowed(detail: string): DeliveryError {
  return new DeliveryError('targetNotAllowed', detail, { lasting: true });
}

/**
 * Throws when an answer is not one of `ok`: what the status means for trying again is the same for every vendor here. A
 * redirect counts as a target that is not allowed.
 */
export function expectStatus(reply: OutboundReply, ok: readonly number[]): void {
  const { status } = reply;
  if (ok.includes(status)) return;
  const detail = `status ${status}`;
  if (status >= 300 && status < 400) throw notAllowed(detail);
  if (status === 429 || status === 503) {
    const seconds = Number(reply.headers['retry-after']);
    const more = seconds > 0 && seconds <= 86_400 ? { retryAfterMs: seconds * 1000 } : {};
    throw new DeliveryError('busy', detail, more);
  }
  if (status === 401 || status === 403)
    throw new DeliveryError('signIn', detail, { lasting: true });
  if (status === 404 || status === 410) {
    throw new DeliveryError('recipientRefused', detail, { lasting: true });
  }
  if (status === 408) throw new DeliveryError('timeout', detail);
  if (status >= 400 && status < 500) {
    throw new DeliveryError('contentRefused', detail, { lasting: true });
  }
  throw new DeliveryError('failed', detail);
}
