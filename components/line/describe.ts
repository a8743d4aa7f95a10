import { addDays, mondayOf, type DayKey } from '../../lib/domain/day.ts';
import type { DayState } from '../../lib/domain/line.ts';
import { shortDay } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { lineWords } from '../../lib/i18n/line.ts';
import type { LineMark } from './layout.ts';

const TOLD: readonly DayState[] = ['kept', 'selfReported', 'repaired', 'missed', 'off', 'open'];
const DAYS_TOLD_SINGLY = 35;

/** A line in one sentence: how many days of each kind; days to come and before the beginning are not told. */
export function describeLine(marks: readonly LineMark[], language: Language): string {
  const t = lineWords[language];
  return t.sentence(t.span(Math.ceil(marks.length / 7)), countWords(marks, language));
}

/**
 * A line as short texts in order, for a hidden list: day by day up to five weeks, week by week beyond, without days to
 * come. A week's key is its Monday.
 */
export function tellLine(
  marks: readonly LineMark[],
  language: Language,
): { readonly day: DayKey; readonly text: string }[] {
  const told = marks.filter(({ state }) => (TOLD as readonly string[]).includes(state));
  const t = lineWords[language];
  if (told.length <= DAYS_TOLD_SINGLY) {
    return told.map(({ day, state }) => ({
      day,
      text: `${shortDay(day, language)} ${t[state as DayState]}`,
    }));
  }
  const byWeek = Map.groupBy(told, ({ day }) => mondayOf(day));
  return [...byWeek].map(([monday, week]) => ({
    day: monday,
    text: `${shortDay(monday, language)} – ${shortDay(addDays(monday, 6), language)} ${countWords(week, language)}`,
  }));
}

function countWords(marks: readonly LineMark[], language: Language): string {
  const t = lineWords[language];
  const parts = TOLD.flatMap((state) => {
    const count = marks.filter((mark) => mark.state === state).length;
    if (count === 0) return [];
    return [state === 'open' ? t.open : t.count(t[state], count)];
  });
  return parts.length === 0 ? t.empty : parts.join(t.separator);
}
