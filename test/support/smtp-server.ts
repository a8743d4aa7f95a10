import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as the server got it. */
export interface ReceivedMail {
  readonly raw: Buffer;
  readonly parsed: ParsedMail;
  readonly to: readonly string[];
}

/** How the server treats a mail; the index counts the attempts so far. */
export type Treatment =
  | 'accept'
  | 'reject'
  | 'rejectContent'
  | 'delay'
  | 'dropInData'
  | 'dropAfterData'
  | 'silent';

/** A real SMTP server on this machine that does as it is told. */
export interface TestSmtpServer {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** Connections that got as far as naming a recipient. */
  readonly attempts: () => number;
  /** Decides for each attempt; all are accepted at first. */
  treat(how: (attempt: number) => Treatment): void;
  close(): Promise<void>;
}

/** Starts the server on a free port of 127.0.0.1. */
export async function startSmtpServer(options: SMTPServerOptions = {}): Promise<TestSmtpServer> {
  const mails: ReceivedMail[] = [];
  let attempts = 0;
  let how: (attempt: number) => Treatment = () => 'accept';
  let current: Treatment = 'accept';
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    ...options,
    onRcptTo(address, session, callback) {
      current = how(attempts);
      attempts += 1;
      if (current === 'reject') {
        return callback(Object.assign(new Error('No such user here'), { responseCode: 550 }));
      }
      if (current === 'delay') {
        return callback(Object.assign(new Error('Try again later'), { responseCode: 451 }));
      }
      return callback();
    },
    onData(stream, session, callback) {
      const treatment = current;
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => {
        parts.push(part);
        if (treatment === 'dropInData') cut(server);
      });
      stream.on('end', () => {
        if (treatment === 'dropInData' || treatment === 'silent') return;
        if (treatment === 'rejectContent') {
          callback(Object.assign(new Error('Not like this'), { responseCode: 554 }));
          return;
        }
        const raw = Buffer.concat(parts);
        void simpleParser(raw).then((parsed) => {
          mails.push({ raw, parsed, to: session.envelope.rcptTo.map(({ address }) => address) });
          if (treatment === 'dropAfterData') cut(server);
          else callback();
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    attempts: () => attempts,
    treat(next) {
      how = next;
    },
    close: () =>
      new Promise((resolve) => {
        cut(server);
        server.close(() => resolve());
      }),
  };
}

/** Breaks every open connection, as a network does: without a word. */
function cut(server: SMTPServer): void {
  const { connections } = server as unknown as {
    connections: Set<{ _socket?: { destroy(): void } }>;
  };
  for (const connection of connections) connection._socket?.destroy();
}
