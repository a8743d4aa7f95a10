import { z } from 'zod';
import { parseDay, type DayKey } from '../domain/day.ts';

/** `YYYY-MM-DD` of a day that exists. */
export const dayKeySchema = z
  .string()
  .refine((text): text is DayKey => parseDay(text) !== undefined, 'not a day as YYYY-MM-DD')
  .transform((text) => text);

/** ISO weekday, 1 is Monday. */
export const weekdaySchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

/** An instant in milliseconds since 1970. */
export const instantSchema = z.int().nonnegative();

/** Id of a tool: a slug, open to tools that a later build knows. */
export const toolIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,30}$/)
  .refine(isOwnKey, 'a name that every object has');

/** Id of a stored thing: a UUID or a pack's slug path. */
export const idSchema = z
  .string()
  .regex(/^[\w./-]{1,100}$/)
  .refine(isOwnKey, 'a name that every object has');

/**
 * Whether a name can be a key of a plain object without meaning something else (`__proto__`, `constructor`): records by
 * id are read with `record[id]`, and an import file is written by others.
 */
export function isOwnKey(name: string): boolean {
  return !(name in Object.prototype);
}
