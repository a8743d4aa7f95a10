/** A figure and the Japanese word it counts. */
const COUNTED = /(?<=[\d%]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

/**
 * Text to be drawn, in which no line's end parts a figure from what it counts: 「21 日」, 「16 週間」. For screens and mail
 * only, not for what is copied, where a space that does not break would surprise. Any other space stays as it is.
 */
export function keepCounted(text: string): string {
  return text.replaceAll(COUNTED, '\u00a0');
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const MONTH = MONTHS.flatMap((name) => [name, name.slice(0, 3)])
  .concat('Sept')
  .join('|');
/** A date as `day-words` writes it, with its year and weekday where they stand. */
const DATE = new RegExp(
  `((?:\\d{4}年)?\\d{1,2}月\\d{1,2}日(?:\\([月火水木金土日]\\))?|(?:[A-Z][a-z]{2} )?\\b\\d{1,2} (?:${MONTH})\\b(?: \\d{4})?)`,
  'u',
);

/**
 * Text cut into what is no date and what is one, in turn: the first part is no date (and may be empty), the second is one, and so on. For
 * screens and mail, which draw a date in one piece; joined they are the text. A date in another writing (`2026-11-24`) is text.
 */
export function splitAtDates(text: string): readonly string[] {
  return text.split(DATE);
}
