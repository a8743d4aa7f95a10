import type { Context } from 'hono';
import type { z } from 'zod';
import { Refusal } from '../services/refusal.ts';

/**
 * The JSON body of a request by its schema. Refuses what is not JSON with `malformed` and anything else, unknown fields
 * included, with `invalid` and the field's path. Never repeats a value of the body in its message.
 */
export async function readBody<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  let body: unknown;
  try {
    body = await context.req.json();
  } catch {
    throw new Refusal('malformed', 'The body is not JSON.');
  }
  return parseInput(body, schema);
}

/** Any outside value by its schema, refused as `readBody` does. */
export function parseInput<T>(value: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = [...(issue?.path ?? [])];
  if (issue?.code === 'unrecognized_keys') path.push(issue.keys[0] ?? '');
  const field = path.map(String).join('.');
  throw new Refusal('invalid', `The field "${field}" is not as the contract says.`, { field });
}
