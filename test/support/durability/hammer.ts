import { setTimeout as pause } from 'node:timers/promises';
import { dayOfEpoch } from '../../../lib/domain/day.ts';

/** What a hub said it had taken in. */
export interface Acknowledged {
  /** Deliveries, each from a device of its own that delivers once. */
  readonly deviceIds: Set<string>;
  /** Tokens of people who joined. */
  readonly tokens: Set<string>;
}

/** A load that has begun. */
export interface Hammer {
  readonly acknowledged: Acknowledged;
  /** Resolves with the first answer. */
  readonly begun: Promise<void>;
  /** Lets nobody join any more; days go on. A join's commit would sync the days before it as well. */
  stopJoining(): void;
  /** Resolves when this many more deliveries were acknowledged. */
  further(deliveries: number): Promise<void>;
  /** Ends the load; resolves when no request is under way any more. */
  stop(): Promise<void>;
}

/** Rows of one delivery: three days and a run. */
export const ROWS_A_DELIVERY = 3;
const CONNECTIONS = 16;
const JOIN_EVERY_MS = 60;
const LOOK_EVERY_MS = 20;
const TODAY = Math.floor(Date.now() / 86_400_000);

/** Delivers days over many connections and lets people join, and notes what was acknowledged, until it is stopped. */
export function hammer(target: {
  readonly url: string;
  readonly token: string;
  readonly invite: string;
  /** Begins the devices' names; different for every hammer. */
  readonly name: string;
}): Hammer {
  const { url, token, invite, name } = target;
  const acknowledged: Acknowledged = { deviceIds: new Set(), tokens: new Set() };
  const first = Promise.withResolvers<void>();
  const stopping = new AbortController();
  const joining = new AbortController();

  const ask = async (method: string, path: string, body: unknown): Promise<unknown> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const reply: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`);
    return reply;
  };
  const deliver = async (deviceId: string): Promise<void> => {
    await ask('PUT', '/v1/usage', deliveryOf(deviceId));
    acknowledged.deviceIds.add(deviceId);
    first.resolve();
  };
  const join = async (): Promise<void> => {
    const { memberToken } = (await ask('POST', '/v1/join', { invite })) as { memberToken: string };
    acknowledged.tokens.add(memberToken);
    await pause(JOIN_EVERY_MS);
  };
  const until = async (
    stopped: AbortSignal,
    turn: (count: number) => Promise<void>,
  ): Promise<void> => {
    for (let count = 0; !stopped.aborted; count += 1) {
      try {
        // oxlint-disable-next-line no-await-in-loop
        await turn(count);
      } catch {
        // The hub was killed: what it had not answered it owes nobody.
        return;
      }
    }
  };
  const connections = Array.from({ length: CONNECTIONS }, (_, index) =>
    until(stopping.signal, (count) => deliver(`${name}-${index}-${count}`)),
  );
  const all = Promise.all([
    ...connections,
    until(AbortSignal.any([stopping.signal, joining.signal]), join),
  ]);
  return {
    acknowledged,
    begun: first.promise,
    stopJoining: () => joining.abort(),
    async further(deliveries) {
      const enough = acknowledged.deviceIds.size + deliveries;
      // oxlint-disable-next-line no-await-in-loop
      while (acknowledged.deviceIds.size < enough) await pause(LOOK_EVERY_MS);
    },
    async stop() {
      stopping.abort();
      await all;
    },
  };
}

function deliveryOf(deviceId: string): unknown {
  return {
    deviceId,
    days: Array.from({ length: ROWS_A_DELIVERY }, (_, ago) => ({
      day: dayOfEpoch(TODAY - ago),
      tool: 'chatgpt',
      visits: 1,
      engagedSeconds: 60 + ago,
      promptsStarted: 2,
      selfReported: false,
      runs: ago === 0 ? { 'sales/quote-reply': 1 } : {},
    })),
  };
}
