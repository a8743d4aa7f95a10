/**
 * A load generator, run as a process of its own: connections that each send a delivery, wait for the answer and send the
 * next, for a while. It speaks HTTP/1.1 on bare sockets, because on two cores a full client would cost as much as the hub.
 * No two bodies are alike and every number rises, because a delivery that changes nothing is not written.
 *
 * Reads its orders as JSON from standard input, prints its result as JSON.
 */
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { dayOfEpoch } from '../../../../lib/domain/day.ts';

/** What to do. */
export interface LoadOrders {
  readonly port: number;
  readonly connections: number;
  readonly forMs: number;
  readonly today: number;
  readonly tokens: readonly string[];
  /** Where numbers begin, so that they rise from one run to the next. */
  readonly base: number;
}

/** What happened. */
export interface LoadResult {
  readonly answered: number;
  readonly refused: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const DAYS_A_DELIVERY = 6;
const orders = JSON.parse(await text(process.stdin)) as LoadOrders;
const times: number[] = [];
let refused = 0;
let sent = 0;

const begun = performance.now();
await Promise.all(Array.from({ length: orders.connections }, (_, index) => keepSending(index)));
const seconds = (performance.now() - begun) / 1000;
times.sort((a, b) => a - b);
const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
const result: LoadResult = {
  answered: times.length,
  refused,
  seconds,
  p50: at(0.5),
  p99: at(0.99),
};
process.stdout.write(JSON.stringify(result));

function keepSending(index: number): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port: orders.port, noDelay: true });
  let startedAt = 0;
  let received = '';
  return new Promise((done, failed) => {
    const next = (): void => {
      if (performance.now() - begun > orders.forMs) {
        socket.end();
        done();
        return;
      }
      startedAt = performance.now();
      socket.write(request(index));
    };
    socket.setEncoding('latin1');
    socket.once('connect', next);
    socket.once('error', failed);
    socket.on('data', (chunk: string) => {
      received += chunk;
      if (!isWhole(received)) return;
      times.push(performance.now() - startedAt);
      if (!received.startsWith('HTTP/1.1 200')) refused += 1;
      received = '';
      next();
    });
  });
}

/** Whether an answer with a length is there to its last byte. */
function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, end))?.[1];
  return length === undefined
    ? answer.endsWith('0\r\n\r\n')
    : answer.length >= end + 4 + Number(length);
}

function request(index: number): string {
  sent += 1;
  const token = orders.tokens[(index + sent * orders.connections) % orders.tokens.length] ?? '';
  const count = orders.base + sent;
  const body = JSON.stringify({
    deviceId: `load-${index}`,
    days: Array.from({ length: DAYS_A_DELIVERY }, (_, ago) => ({
      day: dayOfEpoch(orders.today - ago),
      tool: 'chatgpt',
      visits: 1 + (count % 1_000_000),
      engagedSeconds: 1 + (count % 86_000),
      promptsStarted: 1 + (count % 1_000_000),
      selfReported: false,
      runs: ago < 2 ? { 'sales/quote-reply': 1 + (count % 1_000_000) } : {},
    })),
  });
  return `PUT /v1/usage HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}
