import { z } from 'zod';

/** A hub asked over HTTP; what it refuses throws. */
export interface AskedHub {
  call(
    request: `${'GET' | 'POST' | 'PUT'} /${string}`,
    options?: { readonly token?: string | undefined; readonly body?: object },
  ): Promise<string>;
}

/** What the pages of a board need beside filled tables. */
export interface BoardNeeds {
  /** Token of an advisor. */
  readonly advisor: string;
  readonly promptId: string;
  /** Path of the department's calendar feed, its proof included. */
  readonly feed: `/${string}`;
}

const PROMPTS = 20;

/** A hub that listens on a port of this machine. */
export function askHub(port: number): AskedHub {
  return {
    async call(request, { token, body } = {}) {
      const [method, path] = request.split(' ', 2);
      const answer = await fetch(`http://127.0.0.1:${port}/v1${path}`, {
        ...(method === undefined ? {} : { method }),
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${request} was answered with ${answer.status}: ${text}`);
      return text;
    },
  };
}

/** Brings an advisor in, takes prompts into use and opens the feed of a department's meetings. */
export async function fillBoard(
  hub: AskedHub,
  { owner, departmentId }: { readonly owner: string; readonly departmentId: string },
): Promise<BoardNeeds> {
  const post = async (path: `/${string}`, body: object): Promise<unknown> =>
    JSON.parse(await hub.call(`POST ${path}`, { token: owner, body }));
  const linkOf = (answer: unknown): URL => new URL(linked.parse(answer).link);
  const invite = linkOf(
    await post(`/departments/${departmentId}/invites`, { role: 'advisor' }),
  ).toString();
  const { memberToken: advisor } = joined.parse(await post('/join', { invite }));
  for (let number = 0; number < PROMPTS; number += 1) {
    const id = `prompt-${number}`;
    const text = { title: `Prompt ${number}`, body: 'Answer this mail: {{mail}}', variables: [] };
    // oxlint-disable-next-line no-await-in-loop -- each takes the next number
    await post('/prompts', { id, departmentId, text });
    // oxlint-disable-next-line no-await-in-loop
    await hub.call(`PUT /prompts/${id}`, { token: owner, body: { do: 'approve', version: 1 } });
  }
  const feed = linkOf(await post(`/departments/${departmentId}/meeting-feed`, {}));
  return {
    advisor,
    promptId: 'prompt-0',
    feed: `/${feed.pathname.replace('/v1/', '')}${feed.search}`,
  };
}

const linked = z.looseObject({ link: z.string() });
const joined = z.looseObject({ memberToken: z.string() });
