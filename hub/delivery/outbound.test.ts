import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { DeliveryError } from './delivery-error.ts';
import { createOutbound, expectStatus, isInsideAddress } from './outbound.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const reply = (status: number, headers = {}) => ({ status, headers, body: '' });
const request = (url: string) => ({ url, headers: { 'content-type': 'text/plain' }, body: 'x' });

describe('addresses', () => {
  it.each([
    ['127.0.0.1', true],
    ['10.1.2.3', true],
    ['172.20.0.1', true],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['0.0.0.0', true],
    ['::1', true],
    ['::', true],
    ['fd00::1', true],
    ['fe80::1', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:7f00:1', true],
    ['64:ff9b::7f00:1', true],
    ['not an address', true],
    ['8.8.8.8', false],
    ['172.32.0.1', false],
    ['2606:4700::1111', false],
  ])('%s is inside: %s', (address, expected) => {
    expect(isInsideAddress(address)).toBe(expected);
  });
});

describe('posting', () => {
  const strict = createOutbound({ privateHosts: [] });

  it.each([
    'http://example.com/hook',
    'https://127.0.0.1/hook',
    'https://[::1]/hook',
    'https://[::ffff:10.0.0.1]/hook',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/hook',
    'https://2130706433/hook',
    'https://0x7f.1/hook',
    'https://user:password@example.com/hook',
  ])('refuses %s without connecting', async (url) => {
    await expect(strict.post(request(url))).rejects.toMatchObject({ reason: 'targetNotAllowed' });
  });

  it('reaches a host inside that the operator allowed', async () => {
    const url = await listen((_, response) => response.end('fine'));
    const outbound = createOutbound({ privateHosts: ['127.0.0.1'] });
    expect(await outbound.post(request(url))).toMatchObject({ status: 200, body: 'fine' });
  });

  it('follows no redirect', async () => {
    let visits = 0;
    const inner = await listen((_, response) => {
      visits += 1;
      response.end();
    });
    const url = await listen((_, response) => {
      response.writeHead(302, { location: inner }).end();
    });
    const redirected = await createOutbound({ privateHosts: ['127.0.0.1'] }).post(request(url));
    expect(() => expectStatus(redirected, [200])).toThrow(DeliveryError);
    expect(visits).toBe(0);
  });

  it('gives up on a server that never answers, or never ends', async () => {
    const silent = await listen(() => undefined);
    const outbound = createOutbound({ privateHosts: ['127.0.0.1'], timeoutMs: 200 });
    await expect(outbound.post(request(silent))).rejects.toMatchObject({ reason: 'timeout' });
    const endless = await listen((_, response) => {
      setInterval(() => response.write('x'.repeat(10_000)), 1).unref();
    });
    const cut = await outbound.post(request(endless));
    expect(cut.body.length).toBeLessThanOrEqual(65_536);
  });

  it('tells a closed port from a refusal', async () => {
    const outbound = createOutbound({ privateHosts: ['127.0.0.1'] });
    await expect(outbound.post(request('http://127.0.0.1:1/'))).rejects.toMatchObject({
      reason: 'unreachable',
    });
  });
});

describe('what a status means', () => {
  it.each([
    [301, 'targetNotAllowed', true],
    [400, 'contentRefused', true],
    [401, 'signIn', true],
    [404, 'recipientRefused', true],
    [410, 'recipientRefused', true],
    [408, 'timeout', false],
    [429, 'busy', false],
    [500, 'failed', false],
    [503, 'busy', false],
  ])('%i is %s', (status, reason, lasting) => {
    expect(() => expectStatus(reply(status), [200])).toThrow(
      expect.objectContaining({ reason, lasting }),
    );
  });

  it('takes over how long to wait, within a day', () => {
    expect(() => expectStatus(reply(429, { 'retry-after': '30' }), [200])).toThrow(
      expect.objectContaining({ retryAfterMs: 30_000 }),
    );
    expect(() => expectStatus(reply(429, { 'retry-after': '9999999' }), [200])).toThrow(
      expect.objectContaining({ retryAfterMs: undefined }),
    );
  });
});
