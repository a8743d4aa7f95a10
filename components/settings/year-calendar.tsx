import {
  addDays,
  dayRange,
  monthOf,
  weekdayOf,
  type DayKey,
  type Weekday,
} from '../../lib/domain/day.ts';
import type { Calendar } from '../../lib/domain/calendar.ts';
import { monthWords, shortDay, weekdayWord } from '../../lib/i18n/day-words.ts';
import type { Language } from '../../lib/i18n/language.ts';
import { settings as strings } from '../../lib/i18n/settings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Hidden } from '../ui/hidden.tsx';
import './settings.css';

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** A year's scheduled days month by month, with the names of holidays and days off under each month. */
export function YearCalendar({
  year,
  calendar,
  today,
  language,
  onYear,
}: {
  readonly year: number;
  readonly calendar: Calendar;
  readonly today: DayKey;
  readonly language: Language;
  readonly onYear: (year: number) => void;
}) {
  const t = strings[language];
  const days = dayRange(`${year}-01-01` as DayKey, `${year}-12-31` as DayKey);
  const scheduled = days.filter((day) => calendar.isScheduled(day)).length;
  return (
    <Card
      title={t.yearTitle(year)}
      actions={
        <>
          <Button
            size="small"
            icon="back"
            aria-label={t.previousYear}
            onClick={() => onYear(year - 1)}
          />
          <Button
            size="small"
            icon="arrow"
            aria-label={t.nextYear}
            onClick={() => onYear(year + 1)}
          />
        </>
      }
    >
      <p className="settings-note" aria-live="polite">
        {t.yearCount(scheduled)}
      </p>
      <ul className="calendar-legend">
        {(
          [
            ['scheduled', t.legendScheduled],
            ['weekend', t.legendOff],
            ['holiday', t.legendHoliday],
            ['closure', t.legendClosure],
            ['scheduled calendar-today', t.legendToday],
          ] as const
        ).map(([kind, word]) => (
          <li key={kind}>
            <span className={`calendar-day calendar-${kind}`} aria-hidden="true">
              1
            </span>
            {word}
          </li>
        ))}
      </ul>
      <div className="calendar-months">
        {MONTHS.map((month) => (
          <Month key={month} month={`${year}-${month}`} {...{ calendar, today, language }} />
        ))}
      </div>
    </Card>
  );
}

function Month({
  month,
  calendar,
  today,
  language,
}: {
  readonly month: string;
  readonly calendar: Calendar;
  readonly today: DayKey;
  readonly language: Language;
}) {
  const t = strings[language];
  const first = `${month}-01` as DayKey;
  const days = dayRange(first, addDays(first, 30)).filter((day) => monthOf(day) === month);
  const named = namedDays(days, calendar, language);
  return (
    <section className="calendar-month" aria-label={monthWords(month, language, true)}>
      <h3 className="calendar-month-name">{monthWords(month, language)}</h3>
      <div className="calendar-grid" aria-hidden="true">
        {WEEKDAYS.map((weekday) => (
          <span key={weekday} className="calendar-weekday">
            {weekdayWord(weekday, language).slice(0, 1)}
          </span>
        ))}
        {days.map((day) => {
          const kind = calendar.dayOff(day)?.kind ?? 'scheduled';
          const off = kind === 'leave' ? 'closure' : kind;
          return (
            <span
              key={day}
              className={`calendar-day calendar-${off}${day === today ? ' calendar-today' : ''}`}
              style={day === first ? { gridColumnStart: weekdayOf(day) } : undefined}
            >
              {Number(day.slice(8))}
            </span>
          );
        })}
      </div>
      <Hidden>{t.yearCount(days.filter((day) => calendar.isScheduled(day)).length)}</Hidden>
      {named.length > 0 && (
        <ul className="calendar-named" aria-label={t.holidaysOf(monthWords(month, language))}>
          {named.map(({ from, to, name }) => (
            <li key={from}>
              <span className="calendar-named-day">
                {from === to ? shortDate(from) : `${shortDate(from)}–${shortDate(to)}`}
              </span>
              <Hidden>{shortDay(from, language)} </Hidden>
              {name}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function shortDate(day: DayKey): string {
  return String(Number(day.slice(8)));
}

/** Days off of a month that have a name, neighbours of one name joined. */
function namedDays(
  days: readonly DayKey[],
  calendar: Calendar,
  language: Language,
): { from: DayKey; to: DayKey; name: string }[] {
  const t = strings[language];
  const named: { from: DayKey; to: DayKey; name: string }[] = [];
  for (const day of days) {
    const off = calendar.dayOff(day);
    if (off === undefined || off.kind === 'weekend') continue;
    const name =
      off.kind === 'holiday'
        ? off.name[language]
        : (off.name ?? (off.kind === 'leave' ? t.leave : t.closures));
    const last = named.at(-1);
    if (last?.name === name && addDays(last.to, 1) === day) last.to = day;
    else named.push({ from: day, to: day, name });
  }
  return named;
}
