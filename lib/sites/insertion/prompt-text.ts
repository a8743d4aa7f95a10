/**
 * A prompt as it may be written into a composer: `\n` line ends, no control characters but tabs, nothing at the end. Empty when
 * there is nothing in it to read, which callers must refuse.
 */
export function cleanPrompt(text: string): string {
  const cleaned = text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/(?![\t\n])[\p{Cc}\uFEFF\uFFFC]/gu, '')
    .replace(/\n+$/, '');
  return cleaned.trim() ? cleaned : '';
}

/**
 * What to add after a draft, so that a blank line parts the two. Line breaks at the draft's end count; a draft of
 * nothing but space gets no blank line.
 */
export function additionTo(draft: string, prompt: string): string {
  if (!draft.trim()) return prompt;
  const breaks = /\n*$/.exec(draft)?.[0].length ?? 0;
  return '\n'.repeat(Math.max(0, 2 - breaks)) + prompt;
}
