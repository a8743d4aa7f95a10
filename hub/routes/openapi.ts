import { z } from 'zod';
import { problemSchema } from '../../lib/contract/hub/problem.ts';
import type { Described } from './route-table.ts';

type Json = Readonly<Record<string, unknown>>;

/** An OpenAPI 3.1 document. */
export type OpenApi = { readonly openapi: string } & Json;

const PROBLEM: Json = {
  description: 'Refused; `code` says why (RFC 9457).',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The OpenAPI 3.1 description of these routes, as `GET /v1/openapi.json` answers it. */
export function openApiOf(endpoints: readonly Described[]): OpenApi {
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of endpoints) {
    const path = `/v1${openApiPath(endpoint.path)}`;
    paths[path] = { ...paths[path], [endpoint.method]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Banso hub',
      version: '1',
      description:
        'What a team shares. Unknown fields are refused, so nothing beyond this description can be collected.',
    },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(problemSchema) },
    },
  };
}

/** `/departments/:id` as OpenAPI writes it: `/departments/{id}`. */
export function openApiPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}');
}

function operation(endpoint: Described): Json {
  const { body, reply, status = 200, media = [], access } = endpoint;
  const content = {
    ...(reply === undefined ? {} : { 'application/json': { schema: schemaOf(reply) } }),
    ...Object.fromEntries(media.map((type) => [type, { schema: { type: 'string' } }])),
  };
  return {
    summary: endpoint.summary,
    ...(access === 'open' ? { security: [] } : {}),
    parameters: [...pathParameters(endpoint.path), ...queryParameters(endpoint)],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(body) } },
          },
        }),
    responses: {
      [status]: { description: 'Done.', ...(status === 204 ? {} : { content }) },
      default: PROBLEM,
    },
  };
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Described): Json[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(query) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function schemaOf(schema: z.ZodType): Json {
  // As it is sent: a day is the text `2026-11-22`, whatever type it becomes when it is read.
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return json;
}
