/** A figure and the Japanese word it counts. */
const COUNTED = /(?<=[\d%]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

/**
 * Text to be drawn, in which no line's end parts a figure from what it counts: 「21 日」, 「16 週間」. For screens and mail
 * only, not for what is copied, where a space that does not break would surprise. Any other space stays as it is.
 */
export function keepCounted(text: string): string {
  return text.replaceAll(COUNTED, '\u00a0');
}
