/** What stands where a name stood: the usual blank of Japanese papers. */
export const NAME_BLANK = '○○';

const SHORTEST = 2;

/**
 * Blanks people's names in a text that somebody wrote for those inside, before somebody outside reads it: whole names, and
 * their parts of two characters or more (山田 of 山田 花子), whatever their case. What is no known name stays: a nickname,
 * a name of somebody who is not here, and one character alone. Blanking twice changes nothing more.
 */
export function hideNames(text: string, names: Iterable<string>): string {
  const parts = [...names].flatMap((name) => [name.trim(), ...name.split(/[\s　・,.]+/u)]);
  const known = [...new Set(parts.map(folded))].filter((part) => [...part].length >= SHORTEST);
  if (known.length === 0) return text;
  const longestFirst = known.toSorted((a, b) => b.length - a.length).map(escaped);
  return text.replaceAll(new RegExp(longestFirst.join('|'), 'giu'), NAME_BLANK);
}

function folded(part: string): string {
  return part.toLowerCase();
}

function escaped(part: string): string {
  return part.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
