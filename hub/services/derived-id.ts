import { createHash } from 'node:crypto';

/**
 * An id that follows from what it is made of (32 hexadecimal digits), so that the same made twice, or by two hubs at once, is
 * one. Parts hold no line break.
 */
export function derivedId(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}
