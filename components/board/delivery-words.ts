import type { DeliveryDto } from '../../lib/contract/hub/channels.ts';
import type { WeekKey } from '../../lib/domain/day.ts';
import { board } from '../../lib/i18n/board.ts';
import { monthWords, weekWords } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { noticeKinds } from '../../lib/i18n/notice-mail.ts';

/** What a delivery brings, for one line: a week, the company's month, a question in a chat, or a notice by its name, if it has one here. */
export function deliveryWords(
  { kind, week }: Pick<DeliveryDto, 'kind' | 'week'>,
  language: Language,
): string {
  const t = board[language];
  if (kind === 'weekly') return t.deliveryWeek(weekWords(week as WeekKey, language));
  if (kind === 'sponsor') return t.deliveryMonth(monthWords(week, language, true));
  if (kind === 'asked') return t.deliveryQuestion;
  return noticeKinds[language][kind];
}
