import type { z } from 'zod';

/** What a parser makes of something from outside: the value, or why not, without any of the value's content. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

/** A parser made from a schema; the reason names the place and the rule of the first fault. */
export function parserOf<T>(schema: z.ZodType<T>): (data: unknown) => Parsed<T> {
  return (data) => {
    const result = schema.safeParse(data);
    if (result.success) return { ok: true, value: result.data };
    const [issue] = result.error.issues;
    return { ok: false, reason: `${issue?.path.join('.') ?? ''}: ${issue?.code ?? 'unreadable'}` };
  };
}
