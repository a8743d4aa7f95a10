import type { DayKey } from '../domain/day.ts';
import type { Stall } from '../domain/programme-stall.ts';
import { shortDay } from '../i18n/day-words.ts';
import type { Language } from '../i18n/language.ts';
import { programme, stalls } from '../i18n/programme.ts';

/** Meetings that were held, the oldest first, as the exit test has them. */
type Held = readonly { readonly day: DayKey }[];

/**
 * What a champion knows of a reason besides itself: of meetings the last one, because the day on which the rule came true is in
 * nobody's calendar; else since when. Undefined for a missing goal, which counts from the programme's first day, whenever it was
 * taken away.
 */
export function stallFact(
  { reason, since }: Stall,
  held: Held,
  language: Language,
): string | undefined {
  const t = programme[language];
  if (reason === 'noGoal') return undefined;
  if (reason !== 'noMeeting') return t.since(shortDay(since, language));
  const last = held.at(-1);
  return last === undefined ? t.firstToCome : t.lastMeeting(shortDay(last.day, language));
}

/** A reason with what is known of it: `21 日以上、定例がありません（最後の定例：4月6日(月)）`. */
export function stallReason(stall: Stall, held: Held, language: Language): string {
  const { why } = stalls[language][stall.reason];
  const fact = stallFact(stall, held, language);
  return fact === undefined ? why : programme[language].because(why, fact);
}
