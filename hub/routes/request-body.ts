import type { Context } from 'hono';
import type { z } from 'zod';
import { Refusal } from '../services/refusal.ts';

/**
 * The JSON body of a request by its schema. Refuses what is not JSON with `malformed` and anything else, unknown fields
 * included, with `invalid` and the field's path. Never repeats a value of the body in its message.
 */
export async function readBody<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const text = await context.req.text();
  if (isTooDeep(text)) throw new Refusal('malformed', 'The body is nested too deeply.');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Refusal('malformed', 'The body is not JSON.');
  }
  return parseInput(body, schema);
}

const MAX_DEPTH = 32;
const OPENING = new Set(['[', '{']);
const CLOSING = new Set([']', '}']);

/** Counts brackets outside texts, so that a body of a million brackets is refused before anything walks into it. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json.charAt(at);
    if (isText) {
      if (character === '\\') at += 1;
      else if (character === '"') isText = false;
    } else if (character === '"') isText = true;
    else if (OPENING.has(character)) depth += 1;
    else if (CLOSING.has(character)) depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
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
