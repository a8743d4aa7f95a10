/**
 * A number from 0 to below 1 that belongs to a seed and a subject: the same for the same text, unrelated for any other, so
 * that one person more in the sample changes nobody else's days. FNV-1a over the text, finished with MurmurHash3's mixer.
 */
export function chance(seed: number, ...subject: readonly (string | number)[]): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of subject.join('\n')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
