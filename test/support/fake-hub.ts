import { setupRequestSchema } from '../../lib/contract/hub/people.ts';
import { usageRequestSchema } from '../../lib/contract/hub/usage.ts';
import type { Problem, ProblemCode } from '../../lib/contract/hub/problem.ts';
import { mergeLedgers, type Ledger } from '../../lib/domain/ledger.ts';
import type { FakeHelp } from './fake-help.ts';
import type { FakeShared } from './fake-shared.ts';

/** What goes wrong with one request; `lostAnswer` and `twice` happen after the hub has taken it. */
export type Fault =
  | 'none'
  | 'noConnection'
  | 'lostAnswer'
  | 'twice'
  | 'html'
  | 'redirect'
  | 'busy'
  | 'tooMany'
  | 'newerContract'
  | 'nonsense';

/** A hub in memory behind a `fetch`, over the real contract and the real merge. */
export interface FakeHub {
  readonly fetch: typeof globalThis.fetch;
  /** Days by device, as the hub has them. */
  devices: Record<string, Ledger>;
  /** What the next requests meet, first to last; nothing goes wrong after them. */
  readonly faults: Fault[];
  /** Bodies of all deliveries taken in. */
  readonly deliveries: { deviceId: string; days: readonly { day: string; tool: string }[] }[];
  /** Waited for before a request is taken in; undefined takes it in at once. */
  holdBack: ((request: Request) => Promise<void>) | undefined;
  leave: unknown;
  /** Renewed by a restore that can say so; undefined is a hub that does not. */
  instance: string | undefined;
  revoked: boolean;
  /** A tool this hub's older contract does not take. */
  refusedTool: string | undefined;
  /** What its department shares; undefined is a hub of before sharing. */
  shared: FakeShared | undefined;
  /** Questions; undefined is a hub of before help. */
  help: FakeHelp | undefined;
}

const ORGANISATION = {
  id: 'acme000000000000',
  name: 'みなと商事',
  timeZone: 'Asia/Tokyo',
  locale: 'ja',
  country: 'JP',
} as const;

/** An empty hub. */
export function createFakeHub(): FakeHub {
  const hub: FakeHub = {
    devices: {},
    faults: [],
    deliveries: [],
    holdBack: undefined,
    leave: undefined,
    instance: 'first',
    revoked: false,
    refusedTool: undefined,
    shared: undefined,
    help: undefined,
    fetch: async (input, init) => {
      const fault = hub.faults.shift() ?? 'none';
      if (fault === 'noConnection') throw new TypeError('Failed to fetch');
      if (fault === 'html') return page(200);
      if (fault === 'redirect') return page(302, { location: 'https://proxy.example/sign-in' });
      if (fault === 'nonsense') return json({ accepted: 'many', devices: null });
      if (fault === 'busy') return problem('unavailable', 503, { 'retry-after': '120' });
      if (fault === 'tooMany') return problem('tooMany', 429, { 'retry-after': '7' });
      const request = new Request(input, init);
      const body: unknown = init?.body === undefined ? undefined : JSON.parse(init.body as string);
      await hub.holdBack?.(request);
      const answer = await answerOf(hub, request, body);
      if (fault === 'twice') await answerOf(hub, request, body);
      if (fault === 'lostAnswer') throw new TypeError('network changed');
      if (fault === 'newerContract' && answer.ok) {
        return json({ ...((await answer.json()) as object), addedLater: { deep: [1] } });
      }
      return answer;
    },
  };
  return hub;
}

async function answerOf(hub: FakeHub, request: Request, body: unknown): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const route = `${request.method} ${pathname.replace(/^.*(?=\/v1\/)/, '')}`;
  if (route === 'POST /v1/join') return json(joined(), 201);
  if (route === 'POST /v1/setup') {
    return hub.revoked ? problem('unauthorised', 401) : json(founded(body), 201);
  }
  if (hub.revoked || request.headers.get('authorization') === null) {
    return problem('unauthorised', 401);
  }
  const helped = hub.help?.handle(route, body);
  if (helped !== undefined) {
    if (helped.status >= 400) {
      return problem(helped.status === 404 ? 'notFound' : 'invalid', helped.status);
    }
    return helped.status === 204 ? new Response(null, { status: 204 }) : json(helped.body);
  }
  switch (route) {
    case 'PUT /v1/usage':
      return takeUsage(hub, body);
    case 'PUT /v1/me/leave':
      hub.leave = body;
      return new Response(null, { status: 204 });
    case 'GET /v1/me':
      return json({
        ...joined(),
        memberToken: undefined,
        displayName: 'メンバー',
        championOf: [],
        joinedOn: '2026-11-02',
        ...(hub.instance === undefined ? {} : { instance: hub.instance }),
      });
    case 'GET /v1/lines':
      return json({ mine: line(), departments: [{ id: 'd1', name: '営業部', line: line() }] });
    case 'GET /v1/prompts':
    case 'GET /v1/workflows':
    case 'GET /v1/notes': {
      const list = route.slice('GET /v1/'.length) as 'prompts' | 'workflows' | 'notes';
      return hub.shared === undefined
        ? problem('notFound', 404)
        : json(hub.shared.answer(list, searchParams.get('since')));
    }
    case 'DELETE /v1/me':
      return new Response(null, { status: 204 });
    default:
      return problem('notFound', 404);
  }
}

function takeUsage(hub: FakeHub, body: unknown): Response {
  const parsed = usageRequestSchema.safeParse(body);
  if (!parsed.success) {
    return problem('invalid', 422, {}, parsed.error.issues[0]?.path.join('.'));
  }
  const { deviceId, days } = parsed.data;
  const refused = days.findIndex(({ tool }) => tool === hub.refusedTool);
  if (refused >= 0) return problem('invalid', 422, {}, `days.${refused}.tool`);
  hub.deliveries.push(parsed.data);
  for (const { day, tool, ...entry } of days) {
    const one = { [day]: { [tool]: entry } } as Ledger;
    hub.devices[deviceId] = mergeLedgers(hub.devices[deviceId] ?? {}, one);
  }
  return json({ accepted: days.length });
}

function joined() {
  return {
    memberToken: 'banso_acme000000000000_secret',
    memberId: 'm1',
    role: 'member',
    organisation: ORGANISATION,
    department: { id: 'd1', name: '営業部' },
  };
}

function founded(body: unknown) {
  const { departments } = setupRequestSchema.parse(body);
  return {
    memberToken: 'banso_acme000000000000_secret',
    organisationId: ORGANISATION.id,
    departments: departments.map(({ name }, index) => ({
      id: `d${index}`,
      name,
      invites: {
        member: `https://hub.example/join#m${index}`,
        champion: `https://hub.example/join#c${index}`,
      },
    })),
  };
}

function line() {
  return {
    days: [{ day: '2026-11-24', state: 'kept' }],
    current: 1,
    longest: 4,
    weeks: { current: 0, longest: 2 },
  };
}

function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json' },
  });
}

function page(status: number, headers: Record<string, string> = {}): Response {
  return new Response('<!doctype html><title>Sign in</title>', {
    status,
    headers: { 'content-type': 'text/html', ...headers },
  });
}

function problem(
  code: ProblemCode,
  status: number,
  headers: Record<string, string> = {},
  field?: string,
): Response {
  const body: Problem = {
    type: 'about:blank',
    title: code,
    status,
    code,
    ...(field === undefined ? {} : { field }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}
