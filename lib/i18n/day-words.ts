import {
  epochDay,
  mondayOfWeek,
  monthOf,
  addDays,
  type DayKey,
  type Weekday,
  type WeekKey,
} from '../domain/day.ts';
import { daysFromToday } from '../domain/template.ts';
import type { Rhythm } from '../domain/workflow.ts';
import type { Language } from './language.ts';

const MS_PER_DAY = 86_400_000;
const LOCALE = { ja: 'ja-JP', en: 'en-GB' } as const;
const WEEKDAYS = {
  ja: ['月', '火', '水', '木', '金', '土', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  // A day key carries no zone, so it is read and written in UTC.
  const made = new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', ...options });
  formats.set(key, made);
  return made;
}

function formatDay(day: DayKey, language: Language, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(language, options).format(epochDay(day) * MS_PER_DAY);
}

/** `11月23日(月)`, `Mon 23 Nov`. */
export function shortDay(day: DayKey, language: Language): string {
  const text = formatDay(day, language, {
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
  });
  return language === 'ja' ? text : text.replace(',', '');
}

/** `2026年11月23日`, `23 November 2026`. */
export function longDay(day: DayKey, language: Language): string {
  return formatDay(day, language, { year: 'numeric', month: 'long', day: 'numeric' });
}

/** A range of days; one day when both ends are the same. */
export function dayRangeWords(from: DayKey, to: DayKey, language: Language): string {
  if (from === to) return longDay(from, language);
  // The Japanese pattern of `formatRange` falls back to slashes and padded figures.
  if (language === 'ja') return `${longDay(from, 'ja')}〜${shortenedEnd(from, to)}`;
  return dateFormat(language, { year: 'numeric', month: 'long', day: 'numeric' }).formatRange(
    epochDay(from) * MS_PER_DAY,
    epochDay(to) * MS_PER_DAY,
  );
}

/** The end of a Japanese range without the parts it shares with its beginning. */
function shortenedEnd(from: DayKey, to: DayKey, withYear = true): string {
  const isSameYear = !withYear || from.slice(0, 4) === to.slice(0, 4);
  return formatDay(to, 'ja', {
    ...(isSameYear ? {} : { year: 'numeric' }),
    ...(sameMonth(from, to) ? {} : { month: 'long' }),
    day: 'numeric',
  });
}

function sameMonth(from: DayKey, to: DayKey): boolean {
  return monthOf(from) === monthOf(to);
}

/** `11月`, `Nov`; with the year when asked for. Takes `2026-11`. */
export function monthWords(month: string, language: Language, withYear = false): string {
  return formatDay(`${month}-01` as DayKey, language, {
    month: language === 'ja' ? 'long' : 'short',
    ...(withYear ? { year: 'numeric' } : {}),
  });
}

/** A week by its Monday and Sunday, as people know weeks: `11月16日〜22日`, `16–22 November`. */
export function weekWords(week: WeekKey, language: Language): string {
  const monday = mondayOfWeek(week);
  const sunday = addDays(monday, 6);
  if (language === 'ja') {
    const begin = formatDay(monday, 'ja', { month: 'long', day: 'numeric' });
    return `${begin}〜${shortenedEnd(monday, sunday, false)}`;
  }
  return dateFormat(language, { month: 'long', day: 'numeric' }).formatRange(
    epochDay(monday) * MS_PER_DAY,
    epochDay(sunday) * MS_PER_DAY,
  );
}

/** One weekday, short: `月`, `Mon`. */
export function weekdayWord(weekday: Weekday, language: Language): string {
  return WEEKDAYS[language][weekday - 1] ?? '';
}

/** An instant on this device's clock: `2026年11月23日 9:05`, `23 Nov 2026, 09:05`. */
export function instantWords(instantMs: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], {
    // Medium Japanese dates are figures and slashes, unlike every other date on the pages.
    dateStyle: language === 'ja' ? 'long' : 'medium',
    timeStyle: 'short',
  }).format(instantMs);
}

const ORDINAL = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS = { one: 'st', two: 'nd', few: 'rd', other: 'th', many: 'th', zero: 'th' } as const;

/** `1st`, `22nd`; English only. */
export function ordinal(number: number): string {
  return `${number}${ENDINGS[ORDINAL.select(number)]}`;
}

/** A workflow's rhythm as a person would say it. */
export function rhythmWords(rhythm: Rhythm, language: Language): string {
  const ja = language === 'ja';
  switch (rhythm.kind) {
    case 'everyWorkday':
      return ja ? '稼働日は毎日' : 'Every working day';
    case 'weekdays': {
      const names = rhythm.weekdays
        .toSorted((a, b) => a - b)
        .map((weekday) => weekdayWord(weekday, language));
      return ja ? `毎週 ${names.join('・')}曜日` : `Every ${names.join(', ')}`;
    }
    case 'monthlyDay':
      return ja ? `毎月 ${rhythm.day} 日` : `Monthly on the ${ordinal(rhythm.day)}`;
    case 'monthlyLastWorkday':
      if (rhythm.nth === 1) return ja ? '毎月 最後の稼働日' : 'Last working day of the month';
      return ja
        ? `毎月 最後から ${rhythm.nth} 番目の稼働日`
        : `${ordinal(rhythm.nth)} last working day of the month`;
    case 'onDemand':
      return ja ? '必要なときに' : 'When needed';
  }
}

/** What a date's default means: `today+3` is 今日から 3 日後; a day is told as it stands. */
export function dateDefault(text: string, language: Language): string {
  const days = daysFromToday(text);
  if (days === undefined) return text;
  const count = Math.abs(days);
  if (language === 'ja') {
    return days === 0 ? '今日' : days > 0 ? `今日から ${count} 日後` : `今日の ${count} 日前`;
  }
  if (days === 0) return 'today';
  return `${count} ${count === 1 ? 'day' : 'days'} ${days > 0 ? 'from today' : 'before today'}`;
}
