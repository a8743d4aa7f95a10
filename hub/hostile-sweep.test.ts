import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hubWorlds, setUp, type HubWorld } from '../test/support/hub-world.ts';
import { createApp, routeTables } from './app.ts';
import type { Described } from './routes/route-table.ts';

const worlds = hubWorlds();
const WRONG: readonly unknown[] = [
  null,
  -1.5,
  '',
  '__proto__',
  "'; DROP TABLE members;--",
  'x'.repeat(20_000),
  [[]],
  { $ne: null },
];

/** Every route as the owner, who may do most, would ask it: what is refused here is refused for what was sent. */
describe('every route of the contract', () => {
  let world: HubWorld;
  let token: string;
  let routes: Described[];
  let departmentId: string;
  const faces = new Map<Described, ReturnType<typeof createApp>>();

  beforeEach(async () => {
    world = await worlds.fresh();
    const setup = await setUp(world);
    token = setup.memberToken;
    departmentId = setup.departments[0]?.id ?? '';
    routes = routeTables(world.hub).flatMap(({ endpoints }) => endpoints);
  });

  async function ask(route: Described, body?: unknown, query = '') {
    const { method, path } = route;
    // A face each: the limits per token would end the sweep halfway.
    const app = faces.get(route) ?? createApp(world.hub);
    faces.set(route, app);
    const place = path.replace('/departments/:id', `/departments/${departmentId}`);
    const answer = await app.request(`/v1${place.replaceAll(/:\w+/g, 'x')}${query}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined || typeof body === 'string' ? (body ?? null) : JSON.stringify(body),
    });
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      text: await answer.text(),
    };
  }

  it('refuses a body that is no object, too deep, too large or no JSON', async () => {
    const taking = routes.filter(({ body }) => body !== undefined);
    expect(taking.length).toBeGreaterThan(15);
    for (const route of taking) {
      const statuses = [];
      const bodies = ['{', `${'['.repeat(40)}${']'.repeat(40)}`, '[]', 'null', '"x"', '1'];
      for (const body of [...bodies, JSON.stringify({ x: 'a'.repeat(1_000_001) })]) {
        const answer = await ask(route, body);
        expect(answer.type).toBe('application/problem+json');
        statuses.push(answer.status);
      }
      expect([route.path, ...statuses]).toEqual([route.path, 400, 400, 422, 422, 422, 422, 413]);
    }
  });

  it('refuses what the contract does not name, at every depth and in addresses too', async () => {
    for (const route of routes) {
      const { method, path, body, query } = route;
      const open = [body, query].flatMap((schema) =>
        schema === undefined ? [] : openObjects(z.toJSONSchema(schema, INPUT)),
      );
      const asked = [
        ...(body === undefined ? [] : [await ask(route, { unknown: 1 })]),
        ...(query === undefined ? [] : [await ask(route, undefined, '?unknown=1')]),
      ];
      const taken = asked.filter(({ status }) => status !== 422);
      expect([method, path, open, taken]).toEqual([method, path, [], []]);
    }
  });

  it('answers values of every wrong kind in every field with a refusal or takes them, and never breaks', async () => {
    for (const route of routes.filter(({ body }) => body !== undefined)) {
      const fields = fieldsOf(route.body as z.ZodType);
      expect(fields.length).toBeGreaterThan(0);
      for (const field of fields) {
        for (const value of WRONG) {
          const answer = await ask(route, { [field]: value });
          // What is refused is not said back; a name may be anything that can be read, and then is what was sent.
          const isRefused = answer.status >= 400 && answer.status < 500;
          const isRight = isRefused ? !answer.text.includes('DROP TABLE') : answer.status < 300;
          expect([route.path, field, value, answer.status, isRight]).toEqual([
            route.path,
            field,
            value,
            answer.status,
            true,
          ]);
        }
      }
    }
    expect((await world.ask('GET /v1/members', { token })).status).toBe(200);
  });
});

const INPUT = { io: 'input', unrepresentable: 'any' } as const;

/** Names of the fields of a body, those of all its forms together. */
function fieldsOf(schema: z.ZodType): string[] {
  const fields = new Set<string>();
  for (const { properties } of objectsOf(z.toJSONSchema(schema, INPUT))) {
    for (const name of Object.keys(properties ?? {})) fields.add(name);
  }
  return [...fields];
}

interface Json {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly additionalProperties?: unknown;
}

/** Objects with named fields that would take others too. */
function openObjects(schema: unknown): string[] {
  return objectsOf(schema)
    .filter(({ additionalProperties }) => additionalProperties !== false)
    .map(({ properties }) => Object.keys(properties ?? {}).join(','));
}

/** Every object with named fields in a JSON schema, however deep. */
function objectsOf(schema: unknown): Json[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const inside = Object.values(schema).flatMap(objectsOf);
  const { properties } = schema as Json;
  return typeof properties === 'object' ? [schema, ...inside] : inside;
}
