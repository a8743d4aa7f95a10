import type { z } from 'zod';
import type { Parsed } from '../parsed.ts';

/** A hub may be a few versions ahead, with a handful of new fields; an answer with more kinds of surprise is not a hub's. */
const MAX_ROUNDS = 20;

/**
 * Reads a hub's answer. Unlike a request, an answer may hold fields this build does not know, from a newer hub; they are
 * passed over. Everything known must be as the contract says. The reason names place and rule, never a value.
 */
export function parseAnswer<T>(schema: z.ZodType<T>, answer: unknown): Parsed<T> {
  let known = answer;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const result = schema.safeParse(known);
    if (result.success) return { ok: true, value: result.data };
    const [first] = result.error.issues;
    const surplus = result.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? [{ path: issue.path, keys: issue.keys }] : [],
    );
    if (surplus.length < result.error.issues.length) {
      return { ok: false, reason: `${first?.path.join('.') ?? ''}: ${first?.code ?? ''}` };
    }
    if (round === 0) known = structuredClone(known);
    for (const { path, keys } of surplus) {
      const holder = path.reduce<unknown>(
        (value, key) => (value as Record<PropertyKey, unknown>)[key],
        known,
      );
      for (const key of keys) delete (holder as Record<string, unknown>)[key];
    }
  }
  return { ok: false, reason: ': too many unknown fields' };
}
