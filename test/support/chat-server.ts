import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A chat's incoming webhook on this machine, which takes everything. */
export interface ChatServer {
  readonly url: string;
  /** Bodies as they came, the first first. */
  readonly said: readonly string[];
  close(): Promise<void>;
}

/** Starts one on a free port. */
export async function startChatServer(): Promise<ChatServer> {
  const said: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      said.push(body);
      response.end('ok');
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/services/story`,
    said,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
