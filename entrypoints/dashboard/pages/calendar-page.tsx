import { useState } from 'react';
import { HOLIDAYS } from '../../../content/holidays.ts';
import {
  CalendarImport,
  type CalendarPreview,
} from '../../../components/settings/calendar-import.tsx';
import { CalendarRulesForm } from '../../../components/settings/calendar-rules.tsx';
import { YearCalendar } from '../../../components/settings/year-calendar.tsx';
import { parseICalendar } from '../../../lib/app/import-calendar.ts';
import type { CalendarRules } from '../../../lib/domain/calendar.ts';
import { holidaysKnownUntil } from '../../../lib/domain/holidays.ts';
import { settings as strings } from '../../../lib/i18n/settings.ts';
import type { DashboardContext, Page } from '../dashboard-context.ts';

/** カレンダー. */
export function calendarPage(context: DashboardContext): Page {
  const t = strings[context.language];
  return {
    heading: t.calendarTitle,
    lead: t.calendarLead,
    content: <CalendarContent {...context} />,
  };
}

function CalendarContent({ language, person, calendar, send, say }: DashboardContext) {
  const t = strings[language];
  const rules = person.calendar;
  const [year, setYear] = useState(() => Number(person.today.slice(0, 4)));
  const [preview, setPreview] = useState<CalendarPreview>();
  const until = holidaysKnownUntil(HOLIDAYS, rules.country);
  const save = async (next: CalendarRules): Promise<boolean> => {
    const reply = await send({
      type: 'saveCalendar',
      calendar: {
        country: next.country,
        weekdays: [...next.weekdays],
        closures: [...next.closures],
        leave: [...next.leave],
      },
    });
    return reply.ok;
  };
  const change = async (next: CalendarRules): Promise<void> => {
    const before = rules;
    if (!(await save(next))) return;
    const removed =
      next.closures.length + next.leave.length < rules.closures.length + rules.leave.length;
    say(
      removed
        ? { text: t.removed, action: { label: t.undo, run: () => void save(before) } }
        : { text: t.saved },
    );
  };
  const look = (_name: string, text: string): void => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const read = parseICalendar(text, { today: person.today, timeZone });
    if (!read.ok) {
      const words = t[`ics_${read.reason}`];
      setPreview({
        ok: false,
        reason: read.line === undefined ? words : t.icsAtLine(words, read.line),
      });
      return;
    }
    const fresh = read.daysOff.filter(
      (off) => !rules.closures.some(({ from, to }) => from <= off.from && off.to <= to),
    );
    setPreview({ ok: true, found: read.daysOff.length, fresh, skipped: read.skipped });
  };
  const add = async (): Promise<void> => {
    if (preview?.ok !== true) return;
    const before = rules;
    const { fresh } = preview;
    if (!(await save({ ...rules, closures: [...rules.closures, ...fresh] }))) return;
    setPreview(undefined);
    say({
      text: t.importIcsAdded(fresh.length),
      action: { label: t.undo, run: () => void save(before) },
    });
  };
  return (
    <>
      <CalendarRulesForm
        rules={rules}
        today={person.today}
        language={language}
        holidaysUntil={until === undefined ? undefined : Number(until.slice(0, 4))}
        onChange={(next) => void change(next)}
      />
      <CalendarImport
        preview={preview}
        language={language}
        onFile={look}
        onAdd={() => void add()}
        onCancel={() => setPreview(undefined)}
      />
      <YearCalendar
        year={year}
        calendar={calendar}
        today={person.today}
        language={language}
        onYear={setYear}
      />
    </>
  );
}
