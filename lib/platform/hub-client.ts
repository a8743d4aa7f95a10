import type { HubAnswer, HubClient, HubPlace, HubRequest } from '../app/hub-port.ts';
import { parseAnswer } from '../contract/hub/parse-answer.ts';
import { problemSchema } from '../contract/hub/problem.ts';
import type { HubTrouble } from '../contract/team.ts';

/** Below the 30 s after which a browser may stop the worker that waits for the answer. */
const TIMEOUT_MS = 20_000;
/** Lines of 1,000 departments are 5 MB; nothing a hub says is longer. */
const MAX_ANSWER_BYTES = 8_000_000;
/** A hub that asks for a longer pause is asked again the next day. */
const MAX_RETRY_AFTER_MS = 86_400_000;

/** What a client stands on; handed in by tests. */
export interface HubClientDeps {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly timeoutMs?: number;
}

/**
 * A client over `fetch`: no cookies, no cache, no referrer, no redirects (a token must not travel to where a proxy points), an end to
 * waiting and to reading. Whatever comes back that is not the contract's is `garbage`, a 401 included that does not say so in the
 * contract's words: a company's proxy must not make us believe the token was revoked.
 */
export function createHubClient(place: HubPlace, deps: Partial<HubClientDeps> = {}): HubClient {
  const { fetch = globalThis.fetch.bind(globalThis), now = Date.now } = deps;
  return {
    async ask<T>(request: HubRequest<T>): Promise<HubAnswer<T>> {
      const { method, path, body } = request;
      let response: Response;
      let text: string | undefined;
      try {
        response = await fetch(`${place.hubUrl}${path}`, {
          method,
          headers: {
            accept: 'application/json',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(place.token === undefined ? {} : { authorization: `Bearer ${place.token}` }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          credentials: 'omit',
          cache: 'no-store',
          redirect: 'manual',
          referrerPolicy: 'no-referrer',
          signal: AbortSignal.timeout(deps.timeoutMs ?? TIMEOUT_MS),
        });
        text = await readText(response);
      } catch {
        return trouble('unreachable');
      }
      if (text === undefined || response.type === 'opaqueredirect') return trouble('garbage');
      const json = parseJson(text);
      if (response.ok) return answerOf(request, json);
      return refusalOf(response, json, now());
    },
  };
}

function answerOf<T>({ answer }: HubRequest<T>, json: unknown): HubAnswer<T> {
  if (answer === undefined) return { ok: true, value: undefined as T };
  const parsed = parseAnswer(answer, json);
  return parsed.ok ? { ok: true, value: parsed.value } : trouble('garbage');
}

function refusalOf(response: Response, json: unknown, nowMs: number): HubAnswer<never> {
  const problem = problemSchema.safeParse(json).data;
  const retryAfterMs = retryAfter(response.headers.get('retry-after'), nowMs);
  const { status } = response;
  if (status === 429 || status >= 500) {
    return { ...trouble('busy', problem?.code), retryAfterMs };
  }
  if (problem === undefined) return trouble('garbage');
  if (problem.code === 'unauthorised') return trouble('revoked', problem.code);
  return trouble('refused', problem.code, problem.field?.slice(0, 200));
}

function trouble(
  kind: HubTrouble['kind'],
  code?: string,
  field?: string,
): { ok: false; trouble: HubTrouble } {
  return {
    ok: false,
    trouble: {
      kind,
      ...(code === undefined ? {} : { code }),
      ...(field === undefined ? {} : { field }),
    },
  };
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3) as milliseconds from now; undefined for anything else. */
function retryAfter(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  const waitMs = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return Number.isFinite(waitMs) ? Math.min(Math.max(waitMs, 0), MAX_RETRY_AFTER_MS) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The body as text; undefined when it is longer than any answer. */
async function readText(response: Response): Promise<string | undefined> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for (;;) {
    // One after the other: that is what reading a stream is.
    // oxlint-disable-next-line no-await-in-loop
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_ANSWER_BYTES) {
      // oxlint-disable-next-line no-await-in-loop
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
